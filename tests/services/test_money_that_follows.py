"""What a departure charges and gives back: all that is owed, once, and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import AlreadySettled, NoteMissing, NotSettled
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Measurement
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import timeline
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess, grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.claiming import (
    claims_of,
    issue_note,
    ledger,
    ledger_csv,
    settle,
    unsettle,
)
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.departure_claims import quoted_transport
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import send
from leghorn_bench.services.parcels import begin_parcel, close_parcel
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair, give_up
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, PaidBecause, carriage_of, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save
from tests.documents.pages import text_of
from tests.services.case_stories import ARRIVAL, opened, received, repaired, shipped
from tests.services.conftest import Clock, Stock

SOLD = date(2026, 2, 1)
HOUR = 5200
VALUE = Measurement(name="Distanza", value="0/10")


def offered(
    bench: Bench, device: CaseDevice, answer: Answer, *, hours: int = 1, transport: bool = False
) -> None:
    """The device quoted for some hours, and the answer to it."""
    lines = [labour_line(bench, Decimal(hours), "Lavoro", device.id)]
    if transport:
        lines.append(Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20)))
    quote = issue_quote(bench, Offer(case_id=device.case_id, lines=tuple(lines))).quote
    answer_quote(bench, quote.id, Reply(answers={device.id: answer}, by="Sig. Prova"))


def misused(bench: Bench, device: CaseDevice) -> None:
    assess(bench, device.id, Judgement(origin=Origin.MISUSE, measurements=(VALUE,)))


def mended(bench: Bench, device: CaseDevice) -> None:
    take_step(bench, device.id, DeviceStep.START_REPAIR)
    finish_repair(bench, device.id, WorkDone(done="ansa", passed=True))


def put_back(bench: Bench, device: CaseDevice) -> None:
    take_step(bench, device.id, DeviceStep.PREPARE_RETURN)
    check_against_intake(bench, device.id, Checked())


def sent(bench: Bench, stock: Stock, *devices: CaseDevice) -> Departed:
    parcel = pack_parcel(bench, stock.customer.id, Departure(cost=Money.of(18)))
    for device in devices:
        pack(bench, parcel.id, device.id)
    return depart(bench, parcel.id)


def charged(bench: Bench, *cases: Case) -> list[tuple[str, int]]:
    return [(one.kind, one.cents) for case in cases for one in claims_of(bench, case.id)]


def test_every_accepted_quote_of_a_case_is_charged(ready: Bench, stock: Stock) -> None:
    case, devices, _ = received(ready, stock, [stock.unit(SOLD), stock.unit(SOLD)])
    for device in devices:
        misused(ready, device)
        offered(ready, device, Answer.ACCEPTED)
        mended(ready, device)
    sent(ready, stock, *devices)
    kind = ClaimKind.ACCEPTED_QUOTE
    assert charged(ready, case) == [(kind, HOUR), (kind, HOUR), (ClaimKind.RETURN_TRANSPORT, 1800)]


def test_work_that_was_given_up_and_refused_anew_is_not_charged(ready: Bench, stock: Stock) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    misused(ready, device)
    offered(ready, device, Answer.ACCEPTED, transport=True)
    take_step(ready, device.id, DeviceStep.START_REPAIR)
    give_up(ready, device.id, "scheda bruciata")
    offered(ready, device, Answer.REFUSED, hours=3)
    put_back(ready, device)
    on_file = read(ready.store, CaseDevice, device.id)
    assert carriage_of(ready, on_file).why is PaidBecause.AS_IT_CAME
    sent(ready, stock, device)
    assert charged(ready, case) == [(ClaimKind.RETURN_TRANSPORT, 1800)]


def test_the_common_lines_of_a_quote_are_charged_once_over_two_parcels(
    ready: Bench, stock: Stock
) -> None:
    case, devices, _ = received(ready, stock, [stock.unit(SOLD), stock.unit(SOLD)])
    for device in devices:
        misused(ready, device)
    lines = [labour_line(ready, Decimal(1), "Lavoro", device.id) for device in devices]
    lines.append(Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20)))
    quote = issue_quote(ready, Offer(case_id=case.id, lines=tuple(lines))).quote
    accepted = dict.fromkeys((device.id for device in devices), Answer.ACCEPTED)
    answer_quote(ready, quote.id, Reply(answers=accepted, by="Sig. Prova"))
    for device in devices:
        mended(ready, device)
        sent(ready, stock, device)
    kind = ClaimKind.ACCEPTED_QUOTE
    second = [(kind, HOUR), (ClaimKind.RETURN_TRANSPORT, 1800)]
    assert charged(ready, case) == [(kind, HOUR + 2000), *second]


def test_a_parcel_that_brought_devices_of_two_cases_is_reimbursed_once(
    ready: Bench, stock: Stock
) -> None:
    units = [stock.unit(SOLD), stock.unit(SOLD)]
    cases = [opened(ready, stock, [unit]) for unit in units]
    parcel = begin_parcel(ready, ARRIVAL)
    for unit in units:
        scan_into_parcel(ready, parcel.id, unit.serial)
    close_parcel(ready, parcel.id)
    devices = [device for case in cases for device in devices_of(ready, case.id)]
    for device in devices:
        repaired(ready, device)
    assert sent(ready, stock, *devices).charged is None
    assert charged(ready, *cases) == [(ClaimKind.INBOUND_REIMBURSEMENT, 1250)]


def test_one_parcel_of_two_cases_is_told_in_the_timeline_of_both(
    ready: Bench, stock: Stock
) -> None:
    cases = [received(ready, stock, [stock.unit(SOLD)])[0] for _ in range(2)]
    devices = [device for case in cases for device in devices_of(ready, case.id)]
    for device in devices:
        repaired(ready, device)
    label = sent(ready, stock, *devices).papers[0].paper.label
    told = {(done.what, done.note) for case in cases for done in timeline(ready, case.id)[:1]}
    assert told == {("shipped", f"ddt {label}")}


def test_goodwill_frees_the_return_and_reimburses_nothing(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    misused(ready, device)
    grant_goodwill(chief, device.id, "cliente da vent'anni")
    take_step(ready, device.id, DeviceStep.REPAIR_FREE)
    finish_repair(ready, device.id, WorkDone(done="ansa", passed=True))
    departed = sent(ready, stock, device)
    assert (departed.parcel.payer, departed.charged) == (Payer.COMPANY, None)
    assert charged(ready, case) == []


WAYS_BACK = {
    (SOLD, Origin.MANUFACTURING): PaidBecause.WARRANTY_AS_IT_CAME,
    (SOLD, Origin.NO_FAULT): PaidBecause.AS_IT_CAME,
    (SOLD, Origin.MISUSE): PaidBecause.AS_IT_CAME,
    (SOLD, Origin.TRANSPORT): PaidBecause.AS_IT_CAME,
    (SOLD, Origin.UNDETERMINED): PaidBecause.AS_IT_CAME,
    (date(2020, 2, 1), Origin.MANUFACTURING): PaidBecause.AS_IT_CAME,
    (None, Origin.MANUFACTURING): PaidBecause.AS_IT_CAME,
}


@pytest.mark.parametrize(("sold", "origin"), WAYS_BACK)
def test_coverage_and_origin_say_who_pays_what_goes_back_as_it_came(
    ready: Bench, stock: Stock, sold: date | None, origin: Origin
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(sold)])
    assess(ready, device.id, Judgement(origin=origin, measurements=(VALUE,)))
    back = take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked())
    is_ours = WAYS_BACK[sold, origin] is PaidBecause.WARRANTY_AS_IT_CAME
    assert carriage_of(ready, back).why is WAYS_BACK[sold, origin]
    assert sent(ready, stock, device).parcel.payer == ("company" if is_ours else "customer")
    ours, theirs = (ClaimKind.INBOUND_REIMBURSEMENT, 1250), (ClaimKind.RETURN_TRANSPORT, 1800)
    assert charged(ready, case) == [ours if is_ours else theirs]


def test_the_papers_of_a_covered_device_that_goes_back_as_it_came_say_why_it_is_ours(
    ready: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked())
    assert "entrambe le spedizioni sono a" in text_of(issue_technical_report(ready, case.id).pdf)
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    pack(ready, parcel.id, device.id)
    ddt, slip = (text_of(one.pdf) for one in send(ready, parcel.id, Terms()).papers)
    assert "Reso non riparato, in garanzia" in ddt
    assert "Torna senza riparazione" in slip


def refused_once(bench: Bench, stock: Stock) -> Case:
    """A case that charges its return transport."""
    case, (device,), _ = received(bench, stock, [stock.unit(SOLD)])
    misused(bench, device)
    offered(bench, device, Answer.REFUSED)
    put_back(bench, device)
    sent(bench, stock, device)
    return case


def test_a_claim_is_ticked_once_and_the_tick_is_taken_back_long_after(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    case = refused_once(ready, stock)
    (claim,) = claims_of(ready, case.id)
    with pytest.raises(NotSettled):
        unsettle(ready, claim.id)
    with pytest.raises(NoteMissing, match="Issue its note first"):
        settle(ready, claim.id)
    issue_note(ready, claim.id)
    settled = settle(ready, claim.id)
    clock.pass_time(days=1)
    with pytest.raises(AlreadySettled, match="mario"):
        settle(ready, claim.id)
    assert claims_of(ready, case.id) == [settled]
    assert issue_note(ready, claim.id) is None
    assert unsettle(ready, claim.id).settled_at is None
    told = [done.what for done in timeline(ready, case.id)]
    assert told[:3] == ["unsettled", "settled", "paper_issued"]


def test_the_list_opens_right_in_an_italian_spreadsheet(ready: Bench, stock: Stock) -> None:
    refused_once(ready, stock)
    with ready.store.transaction():
        named = read(ready.store, Customer, stock.customer.id)
        evil = replace(named, name='=HYPERLINK("http://x";"y")')
        save(ready.store, evil, ready.stamp())
    head, row = ledger_csv(ledger(ready, "it")).splitlines()
    assert head == "case;customer_code;customer;kind;amount;reason;arisen;settled"
    assert row == (
        '2026-00001;C1;"\'=HYPERLINK(""http://x"";""y"")";return_transport;18,00;'
        "DDT 2026/00001;2026-11-22;"
    )


def test_the_transport_of_a_quote_is_known_before_its_devices_leave_and_once(
    ready: Bench, stock: Stock
) -> None:
    covered, charged = received(ready, stock, [stock.unit(SOLD), stock.unit(SOLD)])[1]
    misused(ready, charged)
    offered(ready, charged, Answer.ACCEPTED, transport=True)
    mended(ready, charged)
    ours = repaired(ready, covered)
    theirs = read(ready.store, CaseDevice, charged.id)

    def quoted(*devices: CaseDevice) -> Money:
        by = {device.id: carriage_of(ready, device) for device in devices}
        return quoted_transport(ready, devices, by)

    assert (quoted(ours), quoted(ours, theirs)) == (Money(0), Money.of(20))
    shipped(ready, stock, [ours, theirs])
    assert quoted(ours, theirs) == Money(0)
    assert sum(one.cents for one in claims_of(ready, charged.case_id) if one.quote_id) == 7200
