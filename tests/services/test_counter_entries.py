"""What rests on a numbered paper is reversed by annulling it, and by nothing else (POLICY §5)."""

from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import AlreadyAnnulled, CaseIsOver, DeviceInAnotherCase
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice, Measurement, Parcel
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.undo_errors import ChangedSince, NumberRestsOnIt
from leghorn_bench.services.acts import last_act, timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
    settle,
    unsettle,
)
from leghorn_bench.services.closing import close_case, left_open, reopen_case
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import send
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line, quotes_of
from leghorn_bench.services.repairing import write_off
from leghorn_bench.services.replacing import Spare, chain_of, replace_unit
from leghorn_bench.services.shipping import Departure, pack, pack_parcel, packed
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, select
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.services.test_money_that_follows import offered, put_back

SOLD = date(2026, 2, 1)
WHY = "numero sbagliato"
MISUSE = Judgement(origin=Origin.MISUSE, measurements=(Measurement(name="Forza", value="80"),))


def state_of(bench: Bench, device: CaseDevice) -> str:
    return read(bench.store, CaseDevice, device.id).state


def test_annulling_the_transport_document_brings_the_parcel_back(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    departed = shipped(ready, stock, [repaired(ready, device)])
    with pytest.raises(NumberRestsOnIt):
        undo(ready, timeline(ready, case.id)[0].id)
    annul(ready, departed.papers[0].paper.id, WHY)
    assert state_of(ready, device) == "ready"
    assert [one.id for one in packed(ready, departed.parcel.id)] == [device.id]
    assert read(ready.store, Parcel, departed.parcel.id).closed_at is None
    assert claims_of(ready, case.id) == []
    again = send(ready, departed.parcel.id, Terms())
    assert (again.papers[0].paper.label, state_of(ready, device)) == ("2026/00002", "shipped")


def test_what_came_before_the_annulled_paper_can_be_taken_back_again(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    departed = shipped(ready, stock, [repaired(ready, device)])
    assert last_act(ready, case.id) is None
    annul(ready, departed.papers[0].paper.id, WHY)
    newest = last_act(ready, case.id)
    assert newest is not None
    assert newest.what == "packed"
    undo(ready, newest.id)
    assert read(ready.store, CaseDevice, device.id).parcel_out_id is None


def test_money_on_a_note_has_to_come_off_it_before_the_shipment_is_reversed(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    departed = shipped(ready, stock, [repaired(ready, device)])
    (claim,) = claims_of(ready, case.id)
    note = issue_reimbursement_note(ready, claim.id)
    settle(ready, claim.id)
    for paper in (departed.papers[0], note):
        with pytest.raises(ChangedSince, match="claim"):
            annul(ready, paper.paper.id, WHY)
    unsettle(ready, claim.id)
    annul(ready, note.paper.id, WHY)
    assert [end.detail for end in left_open(ready, case.id)] == ["inbound_reimbursement"]
    annul(ready, departed.papers[0].paper.id, WHY)
    assert claims_of(ready, case.id) == []


def returned(bench: Bench, stock: Stock) -> tuple[CaseDevice, StoredPaper]:
    """A device that went back as it came at the customer's expense; gives its DDT as well."""
    _, (device,), _ = received(bench, stock, [stock.unit(SOLD)])
    assess(bench, device.id, MISUSE)
    offered(bench, device, Answer.REFUSED)
    put_back(bench, device)
    parcel = pack_parcel(bench, stock.customer.id, Departure(cost=Money.of(18)))
    pack(bench, parcel.id, device.id)
    return device, send(bench, parcel.id, Terms()).papers[0].paper


def test_a_shipment_of_a_closed_case_is_reversed_only_after_it_is_reopened(
    ready: Bench, stock: Stock
) -> None:
    device, document = returned(ready, stock)
    issue_charge_note(ready, device.case_id)
    close_case(ready, device.case_id)
    with pytest.raises(CaseIsOver, match="2026-00001"):
        annul(ready, document.id, WHY)
    reopen_case(ready, device.case_id, WHY)
    with pytest.raises(ChangedSince, match="claim"):
        annul(ready, document.id, WHY)
    assert state_of(ready, device) == "shipped"


def test_an_annulled_quote_asks_nobody_and_its_device_is_judged_again(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, MISUSE)
    offer = Offer(case_id=case.id, lines=(labour_line(ready, Decimal(1), "x", device.id),))
    paper = issue_quote(ready, offer).issued.paper
    annul(ready, paper.id, WHY)
    assert (state_of(ready, device), quotes_of(ready, case.id)) == ("assessed", [])
    assert read(ready.store, StoredPaper, paper.id).annulled_reason == WHY
    with pytest.raises(AlreadyAnnulled, match=WHY):
        annul(ready, paper.id, "ancora")
    assess(ready, device.id, Judgement(origin=Origin.NO_FAULT))


def test_an_answered_quote_is_annulled_only_after_its_answer_is_taken_back(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, MISUSE)
    offer = Offer(case_id=case.id, lines=(labour_line(ready, Decimal(1), "x", device.id),))
    quote = issue_quote(ready, offer)
    answers = {device.id: Answer.ACCEPTED}
    answer_quote(ready, quote.quote.id, Reply(answers=answers, by="Sig. Prova"))
    with pytest.raises(ChangedSince):
        annul(ready, quote.issued.paper.id, WHY)
    newest = last_act(ready, case.id)
    assert newest is not None
    undo(ready, newest.id)
    annul(ready, quote.issued.paper.id, WHY)
    assert state_of(ready, device) == "assessed"


def test_the_slip_of_a_return_that_was_taken_back_is_not_issued_twice(
    ready: Bench, stock: Stock
) -> None:
    device, document = returned(ready, stock)
    annul(ready, document.id, WHY)
    parcel_id = read(ready.store, CaseDevice, device.id).parcel_out_id
    assert parcel_id is not None
    assert [one.paper.kind for one in send(ready, parcel_id, Terms()).papers] == ["ddt"]
    standing = select(ready.store, StoredPaper, "WHERE annulled_at IS NULL ORDER BY id")
    assert [paper.kind for paper in standing] == ["quote", "as_it_came_slip", "ddt"]


def test_a_shipment_is_not_reversed_while_the_unit_is_back_in_another_case(
    ready: Bench, stock: Stock
) -> None:
    unit = stock.unit(SOLD)
    _, (device,), _ = received(ready, stock, [unit])
    departed = shipped(ready, stock, [repaired(ready, device)])
    received(ready, stock, [unit])
    with pytest.raises(DeviceInAnotherCase, match="2026-00002"):
        annul(ready, departed.papers[0].paper.id, WHY)
    assert state_of(ready, device) == "shipped"
    assert read(ready.store, StoredPaper, departed.papers[0].paper.id).annulled_at is None


def test_a_replacement_is_not_reversed_once_the_new_unit_was_replaced_itself(
    ready: Bench, stock: Stock
) -> None:
    first, second, third = stock.unit(SOLD), stock.unit(), stock.unit()
    slips = [swapped(ready, stock, first, second), swapped(ready, stock, second, third)]
    ddt = select(ready.store, StoredPaper, "WHERE kind = 'ddt' ORDER BY id")[0]
    annul(ready, ddt.id, WHY)
    with pytest.raises(ChangedSince):
        annul(ready, slips[0], WHY)
    assert [unit.id for unit in chain_of(ready, third.id)] == [first.id, second.id, third.id]


def swapped(bench: Bench, stock: Stock, old: Device, new: Device) -> int:
    """One unit replaced by another, which is sent; gives the id of the slip."""
    _, (device,), _ = received(bench, stock, [old])
    assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))
    take_step(bench, device.id, DeviceStep.REPLACE_FREE)
    done = replace_unit(bench, device.id, Spare(device_id=new.id))
    shipped(bench, stock, [done.device])
    return done.issued.paper.id


def test_a_write_off_is_not_taken_back_while_the_unit_is_in_another_case(
    ready: Bench, stock: Stock
) -> None:
    unit = stock.unit(SOLD)
    case, (device,), _ = received(ready, stock, [unit])
    write_off(ready, device.id, "Bianchi")
    scrapped = timeline(ready, case.id)[0]
    received(ready, stock, [unit])
    with pytest.raises(DeviceInAnotherCase):
        undo(ready, scrapped.id)
    assert state_of(ready, device) == "written_off"
