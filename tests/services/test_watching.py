"""Signals before a judgement, places of devices, what waits, and what may be taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import NotAPlace, NotHere, QuoteNotOpen, TextMissing
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.undo_errors import NumberRestsOnIt
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.awaiting import note_reminder, waiting_quotes
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.operators import add_operator
from leghorn_bench.services.places import (
    PlaceKind,
    on_shelf,
    place_by_scan,
    place_of,
    put_on_shelf,
    take_in_hand,
)
from leghorn_bench.services.queue import bench_queue, waiting_counts
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line
from leghorn_bench.services.repairing import WorkDone, finish_repair, write_off
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.signals import signals_for
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Clock, Stock

SOLD = date(2026, 2, 1)
FAULT = Judgement(origin=Origin.MANUFACTURING, found_code="antenna")


def of_lot(bench: Bench, unit: Device, lot: str) -> Device:
    with bench.store.transaction():
        return save(bench.store, replace(unit, lot=lot), bench.stamp())


def test_a_unit_that_is_back_soon_is_pointed_out_with_its_repair(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    unit = stock.unit(SOLD)
    case, (device,), _ = received(ready, stock, [unit])
    shipped(ready, stock, [repaired(ready, device)])
    clock.pass_time(days=20)
    _, (again,), _ = received(ready, stock, [unit])
    found = signals_for(ready, unit.id, again.id)
    assert found.back is not None
    assert (found.back.case_number, found.back.days) == (case.number, 20)
    assert [one.work.done for one in found.repairs] == ["antenna"]
    clock.pass_time(days=100)
    assert signals_for(ready, unit.id, again.id).back is not None
    assert signals_for(ready, unit.id).back is None


def test_a_new_unit_gives_no_signal(ready: Bench, stock: Stock) -> None:
    found = signals_for(ready, stock.unit(SOLD).id)
    assert (found.back, found.repairs, found.lots) == (None, (), ())


def test_equal_faults_in_one_lot_are_counted_over_thirty_days(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    units = [of_lot(ready, stock.unit(SOLD), "L204") for _ in range(4)]
    _, devices, _ = received(ready, stock, units)
    for device in devices[:3]:
        assess(ready, device.id, FAULT)
    assess(ready, devices[0].id, replace(FAULT, found_code="battery"))
    assert not signals_for(ready, units[3].id).lots
    assess(ready, devices[0].id, FAULT)
    (signal,) = signals_for(ready, units[3].id).lots
    assert (signal.lot, signal.found_code, signal.units) == ("L204", "antenna", 3)
    clock.pass_time(days=31)
    assert not signals_for(ready, units[3].id).lots


def test_a_unit_of_a_lot_counts_once_however_often_it_came(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    units = [of_lot(ready, stock.unit(SOLD), "L204") for _ in range(2)]
    for _ in range(3):
        _, (device,), _ = received(ready, stock, [units[0]])
        assess(ready, device.id, FAULT)
        take_step(ready, device.id, DeviceStep.REPAIR_FREE)
        shipped(ready, stock, [finish_repair(ready, device.id, WorkDone(done="x", passed=True))])
        clock.pass_time(days=2)
    assert not signals_for(ready, units[1].id).lots


@pytest.mark.parametrize(
    "judged",
    [
        Judgement(origin=Origin.NO_FAULT, found_code="no_fault"),
        Judgement(origin=Origin.UNDETERMINED, found_code="other", found="Odd noises"),
    ],
)
def test_no_fault_and_faults_that_only_words_tell_say_nothing_of_a_lot(
    ready: Bench, stock: Stock, judged: Judgement
) -> None:
    units = [of_lot(ready, stock.unit(SOLD), "L204") for _ in range(4)]
    _, devices, _ = received(ready, stock, units)
    for device in devices[:3]:
        assess(ready, device.id, judged)
    assert not signals_for(ready, units[3].id).lots


def test_a_unit_that_replaced_another_is_back_soon_and_the_old_one_never_left(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    old, new = stock.unit(SOLD), stock.unit()
    case, (device,), _ = received(ready, stock, [old])
    assess(ready, device.id, FAULT)
    take_step(ready, device.id, DeviceStep.REPLACE_FREE)
    shipped(ready, stock, [replace_unit(ready, device.id, Spare(device_id=new.id)).device])
    clock.pass_time(days=20)
    back = signals_for(ready, new.id).back
    assert back is not None
    assert (back.case_number, back.days) == (case.number, 20)
    assert signals_for(ready, old.id).back is None


def test_what_left_after_a_unit_had_come_makes_it_no_return(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    unit = stock.unit(SOLD)
    _, (first,), _ = received(ready, stock, [unit])
    shipped(ready, stock, [repaired(ready, first)])
    clock.pass_time(days=20)
    _, (again,), _ = received(ready, stock, [unit])
    shipped(ready, stock, [repaired(ready, again)])
    assert signals_for(ready, unit.id, first.id).back is None


def test_a_device_is_always_in_one_place(ready: Bench, chief: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])

    def where() -> tuple[PlaceKind, str]:
        place = place_of(ready, read(ready.store, CaseDevice, device.id))
        return place.kind, place.name

    assert where()[0] is PlaceKind.ACCEPTANCE
    with pytest.raises(TextMissing):
        put_on_shelf(ready, device.id, " ")
    place_by_scan(ready, device.id, "LB:S:B2")
    assert where() == (PlaceKind.SHELF, "B2")
    assert [one.id for one in on_shelf(ready, "B2")] == [device.id]
    add_operator(chief, Operator(login="rosa", name="Rosa Esempio", roles=("technician",)))
    place_by_scan(ready, device.id, "LB:O:rosa")
    assert where() == (PlaceKind.PERSON, "Rosa Esempio")
    assert not on_shelf(ready, "B2")
    for wrong in ("LB:O:nobody", "LGD-0001"):
        with pytest.raises(NotAPlace):
            place_by_scan(ready, device.id, wrong)
    take_in_hand(ready, device.id)
    repaired(ready, device)
    assert where() == (PlaceKind.PERSON, "mario")
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    pack(ready, parcel.id, device.id)
    assert where() == (PlaceKind.PARCEL, str(parcel.id))
    with pytest.raises(NotHere):
        take_in_hand(ready, device.id)


def test_a_shelf_is_the_same_however_it_was_written(ready: Bench, stock: Stock) -> None:
    _case, (device,), _parcel = received(ready, stock, [stock.unit(SOLD)])
    put_on_shelf(ready, device.id, " scaffale  b2 ")
    scanned = place_by_scan(ready, device.id, "LB:S:SCAFFALE B2")
    assert scanned.shelf == "SCAFFALE B2"
    assert [one.id for one in on_shelf(ready, "Scaffale B2")] == [device.id]


def test_what_is_with_the_customer_or_scrapped_cannot_be_put_anywhere(
    ready: Bench, stock: Stock
) -> None:
    _, devices, _ = received(ready, stock, [stock.unit(SOLD) for _ in range(2)])
    write_off(ready, devices[0].id, "Sig. Prova, 22/11/2026")
    shipped(ready, stock, [repaired(ready, devices[1])])
    kinds = [place_of(ready, read(ready.store, CaseDevice, one.id)).kind for one in devices]
    assert kinds == [PlaceKind.SCRAPPED, PlaceKind.CUSTOMER]
    with pytest.raises(NotHere):
        put_on_shelf(ready, devices[0].id, "B2")


def test_the_queue_has_late_then_promised_then_old_devices(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    _, (old,), _ = received(ready, stock, [stock.unit(SOLD)])
    clock.pass_time(days=6)
    _, (promised, new), _ = received(ready, stock, [stock.unit(SOLD) for _ in range(2)])
    assess(ready, promised.id, FAULT)
    take_step(ready, promised.id, DeviceStep.REPAIR_FREE)
    queue = bench_queue(ready)
    assert [one.line.device.id for one in queue] == [old.id, promised.id, new.id]
    assert [one.is_late for one in queue] == [True, False, False]
    counts = waiting_counts(ready)
    assert (counts.bench, counts.bench_late, counts.receiving, counts.shipping) == (3, 1, 0, 0)


def test_a_quote_without_answer_is_asked_after_and_expires(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(date(2020, 1, 1))])
    assess(ready, device.id, FAULT)
    offer = Offer(case_id=case.id, lines=(labour_line(ready, Decimal(1), "x", device.id),))
    quote = issue_quote(ready, offer).quote
    (waits,) = waiting_quotes(ready)
    assert (waits.age, waits.days_left, waits.is_to_remind) == (0, 30, False)
    assert str(waits.net) == "52.00"
    assert waits.customer == read(ready.store, type(stock.customer), stock.customer.id)
    clock.pass_time(days=8)
    assert waiting_quotes(ready)[0].is_to_remind
    note_reminder(ready, quote.id)
    assert not waiting_quotes(ready)[0].is_to_remind
    clock.pass_time(days=23)
    (waits,) = waiting_quotes(ready)
    assert waits.is_past
    assert not waits.is_to_remind
    assert len(waits.reminders) == 1
    assert waiting_counts(ready).quotes_past == 1
    answer_quote(ready, quote.id, Reply(answers={device.id: Answer.EXPIRED}, by="Rosa"))
    assert not waiting_quotes(ready)
    with pytest.raises(QuoteNotOpen):
        note_reminder(ready, quote.id)


def test_what_a_paper_rests_on_is_taken_back_only_after_the_paper_is_annulled(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, FAULT)
    judged = timeline(ready, case.id)[0]
    report = issue_technical_report(ready, case.id)
    with pytest.raises(NumberRestsOnIt):
        undo(ready, judged.id)
    put_on_shelf(ready, device.id, "B2")
    undo(ready, timeline(ready, case.id)[0].id)
    annul(chief, report.paper.id, "prova")
    undo(ready, judged.id)
    assert read(ready.store, CaseDevice, device.id).state == "received"
