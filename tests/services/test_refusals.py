"""What the services refuse in repair, support time, estimates and shipping, changing nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import (
    LessThanNothing,
    NotADevice,
    PartsShort,
    QuoteEmpty,
    QuoteNotOpen,
    ReasonMissing,
    TextMissing,
    TimerRunning,
    TimerStopped,
)
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.closing import OpenEnd, left_open, reopen_case
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.repairing import (
    WorkDone,
    give_up,
    keep_part,
    parts_in_stock,
    record_work,
    work_on,
)
from leghorn_bench.services.shipping import (
    Departure,
    correct_departure,
    find_ready,
    pack,
    pack_parcel,
    packing_parcels,
    unpack,
)
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.support_time import (
    correct_time,
    pause_timer,
    start_timer,
    time_spent,
)
from leghorn_bench.store.records import read
from tests.services.case_stories import opened, received, repaired
from tests.services.conftest import Clock, Stock

SOLD = date(2026, 2, 1)


def test_work_takes_no_more_parts_than_there_are(ready: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING))
    take_step(ready, device.id, DeviceStep.REPAIR_FREE)
    part = keep_part(ready, Part(code="ANSA", name="Ansa demo", quantity=1))
    with pytest.raises(PartsShort):
        record_work(ready, device.id, WorkDone(done="ansa", parts=((part.id, 2),)))
    with pytest.raises(TextMissing):
        record_work(ready, device.id, WorkDone(done=" "))
    with pytest.raises(TextMissing):
        keep_part(ready, Part(code=" ", name="Ansa demo"))
    record_work(ready, device.id, WorkDone(done="ansa", parts=((part.id, 1),)))
    assert [one.done for one in work_on(ready, device.id)] == ["ansa"]
    assert [one.quantity for one in parts_in_stock(ready)] == [0]
    with pytest.raises(ReasonMissing):
        give_up(ready, device.id, " ")
    assert give_up(ready, device.id, "scheda bruciata").state == "to_replace"


def test_no_cost_and_no_number_of_pieces_is_less_than_nothing(ready: Bench, stock: Stock) -> None:
    owed = Money(-1250)
    part = keep_part(ready, Part(code="ANSA", name="Ansa", quantity=1))
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    for attempt in (
        lambda: begin_parcel(ready, Arrival(cost=owed)),
        lambda: pack_parcel(ready, stock.customer.id, Departure(cost=owed)),
        lambda: keep_part(ready, replace(part, quantity=-1)),
        lambda: record_work(ready, device.id, WorkDone(done="x", parts=((part.id, -1),))),
    ):
        with pytest.raises(LessThanNothing):
            attempt()
    with pytest.raises(LessThanNothing, match=r"^-12\.50 is less"):
        keep_part(ready, replace(part, price_cents=-1250))
    assert read(ready.store, Part, part.id).quantity == 1


def test_the_timer_counts_once_and_is_corrected_with_a_reason(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    case = opened(ready, stock, [])
    with pytest.raises(TimerStopped):
        pause_timer(ready, case.id)
    span = start_timer(ready, case.id)
    with pytest.raises(TimerRunning):
        start_timer(ready, case.id)
    clock.pass_time(minutes=5)
    assert time_spent(ready, case.id).free_left.total_seconds() == 600
    assert [end.what for end in left_open(ready, case.id)] == [OpenEnd.TIMER]
    with pytest.raises(ReasonMissing):
        correct_time(ready, span.id, 3, " ")
    correct_time(ready, span.id, 3, "dimenticato acceso")
    assert time_spent(ready, case.id).total.total_seconds() == 180


def test_an_estimate_says_something_and_is_answered_once(ready: Bench, stock: Stock) -> None:
    case = opened(ready, stock, [])
    with pytest.raises(QuoteEmpty):
        issue_estimate(ready, TimeWanted(case_id=case.id))
    first = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).quote
    second = issue_estimate(ready, TimeWanted(case_id=case.id, onsite_days=1, km=120)).quote
    assert (first.revision, second.revision) == (1, 2)
    assert second.net_cents == 55000 + 4800
    with pytest.raises(QuoteNotOpen):
        answer_estimate(ready, first.id, Answer.ACCEPTED, "Rosa")
    with pytest.raises(TextMissing):
        answer_estimate(ready, second.id, Answer.REFUSED, " ")
    assert answer_estimate(ready, second.id, Answer.REFUSED, "Rosa").state == "refused"
    with pytest.raises(ReasonMissing):
        reopen_case(ready, case.id, " ")


def test_a_device_is_found_by_its_label_and_taken_out_of_its_parcel(
    ready: Bench, stock: Stock
) -> None:
    unit = stock.unit(SOLD)
    _, (device,), _ = received(ready, stock, [unit])
    repaired(ready, device)
    with pytest.raises(NotADevice):
        find_ready(ready, "ZZZ-1")
    assert find_ready(ready, f"LB:D:{unit.serial}").id == device.id
    with pytest.raises(TextMissing):
        unpack(ready, device.id)
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    pack(ready, parcel.id, device.id)
    assert [one.id for one in packing_parcels(ready)] == [parcel.id]
    assert unpack(ready, device.id).parcel_out_id is None


def test_what_another_station_wrote_of_a_parcel_is_not_overwritten(
    ready: Bench, stock: Stock
) -> None:
    seen = pack_parcel(ready, stock.customer.id, Departure())
    theirs = correct_departure(ready, seen.id, Departure(carrier="Altro"), seen=seen.version)
    with pytest.raises(RecordChanged) as refused:
        correct_departure(ready, seen.id, Departure(carrier="Mio"), seen=seen.version)
    assert refused.value.facts["theirs"] == theirs
    again = correct_departure(ready, seen.id, Departure(carrier="Mio"), seen=theirs.version)
    assert again.carrier == "Mio"
