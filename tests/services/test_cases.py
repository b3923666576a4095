from datetime import date, timedelta

import pytest

from leghorn_bench.domain.case_errors import (
    DayInFuture,
    DeviceInAnotherCase,
    ReasonMissing,
    TextMissing,
)
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import CaseState, IllegalStep
from leghorn_bench.domain.undo_errors import AlreadyUndone, ChangedSince
from leghorn_bench.services.acts import last_act, timeline, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    BenchCase,
    Report,
    announce_devices,
    authorise,
    contact_due,
    devices_of,
    open_case_at_bench,
    open_ticket,
    record_contact,
    reject,
    report_case,
)
from leghorn_bench.store.records import read, select
from tests.services.conftest import NOW, Clock, Stock

ROSA = Authorisation(by="Rosa Esempio", reference="mail of 20/11")


@pytest.fixture
def case(bench: Bench, stock: Stock) -> Case:
    report = Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Non legge")
    return report_case(bench, report, [Announced(scanned="LGD-0001")])


def test_a_report_waits_for_the_rep_and_has_no_number(case: Case) -> None:
    assert (case.state, case.number, case.reported_on) == ("reported", None, NOW.date())


def test_a_report_dated_tomorrow_is_refused(bench: Bench, stock: Stock) -> None:
    tomorrow = NOW.date() + timedelta(days=1)
    with pytest.raises(DayInFuture, match="2026-11-23"):
        report_case(bench, Report(customer_id=stock.customer.id, reported_on=tomorrow))
    assert select(bench.store, Case) == []


def test_a_ticket_is_opened_only_once_the_rep_has_authorised(bench: Bench, case: Case) -> None:
    with pytest.raises(IllegalStep):
        open_ticket(bench, case.id)
    authorise(bench, case.id, ROSA)
    opened = open_ticket(bench, case.id)
    assert (opened.state, opened.number) == ("open", "2026-00001")


def test_an_authorisation_names_who_gave_it(bench: Bench, case: Case) -> None:
    with pytest.raises(TextMissing, match="authorised by"):
        authorise(bench, case.id, Authorisation(by=" "))


def test_a_rejection_needs_its_reason(bench: Bench, case: Case) -> None:
    with pytest.raises(ReasonMissing):
        reject(bench, case.id, "")
    rejected = reject(bench, case.id, "Fatture scadute")
    assert rejected.state == CaseState.REJECTED
    assert rejected.rejected_reason == "Fatture scadute"


def test_the_clock_runs_from_the_ticket_to_the_first_contact(
    bench: Bench, case: Case, clock: Clock
) -> None:
    authorise(bench, case.id, ROSA)
    opened = open_ticket(bench, case.id)
    assert contact_due(opened) == NOW + timedelta(hours=24)
    clock.pass_time(hours=3)
    contacted = record_contact(bench, case.id, "al telefono")
    assert contacted.first_contact_at == NOW + timedelta(hours=3)
    assert contact_due(contacted) is None
    clock.pass_time(hours=1)
    assert record_contact(bench, case.id).first_contact_at == NOW + timedelta(hours=3)


def test_what_was_said_before_the_ticket_was_opened_does_not_stop_its_clock(
    bench: Bench, case: Case
) -> None:
    authorise(bench, case.id, ROSA)
    assert record_contact(bench, case.id, "prima").first_contact_at is None
    opened = open_ticket(bench, case.id)
    assert contact_due(opened) == NOW + timedelta(hours=24)
    assert [done.note for done in timeline(bench, case.id) if done.what == "contacted"] == ["prima"]
    assert record_contact(bench, case.id).first_contact_at == NOW


def test_more_devices_can_be_announced(bench: Bench, case: Case) -> None:
    announce_devices(bench, case.id, [Announced(scanned="LGD-0002", symptom="rotto")])
    assert [device.scanned for device in devices_of(bench, case.id)] == ["LGD-0001", "LGD-0002"]


def at_the_bench(stock: Stock, device_id: int, *, authorised: bool = True) -> BenchCase:
    return BenchCase(
        report=Report(
            customer_id=stock.customer.id, text="Non legge", reported_on=date(2026, 11, 20)
        ),
        authorisation=ROSA if authorised else None,
        device=Announced(scanned="LGD-0001", device_id=device_id),
    )


def test_a_case_opened_at_the_bench_is_one_act(bench: Bench, stock: Stock) -> None:
    case, device = open_case_at_bench(bench, at_the_bench(stock, stock.unit().id))
    assert (case.state, case.number) == ("open", "2026-00001")
    assert (device.state, device.received_on, device.symptom) == (
        "received",
        NOW.date(),
        "Non legge",
    )
    assert [done.note for done in timeline(bench, case.id)] == ["2026-00001"]


def test_without_authorisation_the_device_is_received_and_waits(bench: Bench, stock: Stock) -> None:
    wanted = at_the_bench(stock, stock.unit().id, authorised=False)
    case, device = open_case_at_bench(bench, wanted)
    assert (case.state, device.state) == ("reported", "received")


def test_a_unit_is_in_one_open_case_only(bench: Bench, stock: Stock) -> None:
    unit = stock.unit()
    open_case_at_bench(bench, at_the_bench(stock, unit.id))
    with pytest.raises(DeviceInAnotherCase, match="2026-00001"):
        open_case_at_bench(bench, at_the_bench(stock, unit.id))


def test_the_last_act_can_be_taken_back_once(bench: Bench, case: Case) -> None:
    authorise(bench, case.id, ROSA)
    newest = last_act(bench, case.id)
    assert newest is not None
    undo(bench, newest.id)
    assert read(bench.store, Case, case.id).state == CaseState.REPORTED
    with pytest.raises(AlreadyUndone):
        undo(bench, newest.id)
    before = last_act(bench, case.id)
    assert before is not None
    assert before.what == "reported"


def test_an_act_under_later_work_cannot_be_taken_back(bench: Bench, case: Case) -> None:
    first = last_act(bench, case.id)
    assert first is not None
    authorise(bench, case.id, ROSA)
    with pytest.raises(ChangedSince):
        undo(bench, first.id)
    assert read(bench.store, Case, case.id).state == CaseState.AUTHORISED


def test_a_case_opened_by_mistake_is_taken_back_and_the_trail_tells(
    bench: Bench, stock: Stock
) -> None:
    case, _ = open_case_at_bench(bench, at_the_bench(stock, stock.unit().id))
    newest = last_act(bench, case.id)
    assert newest is not None
    undo(bench, newest.id)
    assert select(bench.store, Case) == []
    assert [done.what for done in timeline(bench, case.id)] == ["undone", "opened"]
