"""The list of cases: urgent ones first, each once, found by any of its words."""

from datetime import date, timedelta

import pytest

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.parties import Customer, Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.records.worklist import CaseFilter, CaseRow, WaitsFor
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    open_ticket,
    record_contact,
    reject,
    report_case,
)
from leghorn_bench.services.waiting import waiting_times
from leghorn_bench.store.case_list import case_rows, count_by_state, whose_turn
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add
from tests.store.conftest import NOW

MARIA = Operator(login="maria", name="Maria Esempio", roles=("technician",))


def at(store: Store, hours: float) -> Bench:
    return Bench(store, MARIA, lambda: NOW + timedelta(hours=hours))


def customer(store: Store, stamp: Stamp, name: str = "Porto Esempio") -> int:
    with store.transaction():
        return add(store, Customer(code=name, name=name), stamp).id


def opened(bench: Bench, customer_id: int, text: str) -> Case:
    case = report_case(bench, Report(customer_id=customer_id, text=text))
    authorise(bench, case.id, Authorisation(by="Rosa"))
    return open_ticket(bench, case.id)


def test_late_ones_lead_then_the_untouched_and_the_closed_come_last(
    store: Store, stamp: Stamp
) -> None:
    who = customer(store, stamp)
    first = report_case(at(store, 0), Report(customer_id=who, text="refused"))
    reject(at(store, 1), first.id, "not ours")
    report_case(at(store, 2), Report(customer_id=who, text="waits for the rep"))
    touched = opened(at(store, 3), who, "touched")
    opened(at(store, 4), who, "clock runs")
    record_contact(at(store, 5), touched.id)
    rows = case_rows(store, CaseFilter(), None, 10)
    told = ["clock runs", "waits for the rep", "touched", "refused"]
    assert [row.report for row in rows] == told
    turns = [WaitsFor.US, WaitsFor.REP, WaitsFor.US, WaitsFor.NOBODY]
    assert [row.waits_for for row in rows] == turns
    assert count_by_state(store) == {"open": 2, "reported": 1, "rejected": 1}


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_of_any_size_give_every_case_once(store: Store, stamp: Stamp, size: int) -> None:
    who = customer(store, stamp)
    for number in range(7):
        opened(at(store, number), who, str(number))
    seen: list[CaseRow] = []
    while page := case_rows(store, CaseFilter(), seen[-1] if seen else None, size):
        seen += page
    assert [row.report for row in seen] == [str(number) for number in range(7)]


@pytest.mark.parametrize(
    ("text", "found"),
    [("gehause", 1), ("PORTO wasser", 1), ("lgd-0077", 1), ("100%", 0), ("wasser xyz", 0)],
)
def test_words_are_found_in_report_customer_and_devices(
    store: Store, stamp: Stamp, text: str, found: int
) -> None:
    report = Report(customer_id=customer(store, stamp), text="Wasser im Gehäuse")
    report_case(at(store, 0), report, [Announced(scanned="LGD-0077")])
    opened(at(store, 0), customer(store, stamp, "Altro"), "other")
    assert len(case_rows(store, CaseFilter(text=text), None, 10)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%", ["50 % of them"]),
        ("_", ["seal_7"]),
        ("50 %", ["50 % of them"]),
        ("seal%", []),
        ("\\", []),
    ],
)
def test_a_sign_that_means_something_to_a_database_is_only_a_sign(
    store: Store, stamp: Stamp, text: str, found: list[str]
) -> None:
    who = customer(store, stamp)
    for told in ("50 % of them", "seal_7", "500 seals"):
        report_case(at(store, 0), Report(customer_id=who, text=told))
    assert [row.report for row in case_rows(store, CaseFilter(text=text), None, 10)] == found


def test_a_period_and_states_narrow_the_list(store: Store, stamp: Stamp) -> None:
    who = customer(store, stamp)
    old = Report(customer_id=who, text="old", reported_on=date(2026, 1, 1))
    report_case(at(store, 0), old)
    opened(at(store, 0), who, "new")
    since = CaseFilter(since=date(2026, 3, 1))
    assert [row.report for row in case_rows(store, since, None, 9)] == ["new"]
    reported = CaseFilter(states=("reported",))
    assert [row.report for row in case_rows(store, reported, None, 9)] == ["old"]


@pytest.mark.parametrize(
    ("state", "contacted", "counts", "turn"),
    [
        ("reported", False, (0, 0, 0, 0, 1), WaitsFor.REP),
        ("authorised", False, (0, 0, 0, 0, 1), WaitsFor.US),
        ("open", False, (0, 0, 0, 0, 1), WaitsFor.US),
        ("open", True, (0, 0, 0, 0, 1), WaitsFor.CUSTOMER),
        ("open", True, (0, 1, 1, 0, 1), WaitsFor.US),
        ("open", True, (0, 1, 0, 0, 1), WaitsFor.REP),
        ("open", True, (0, 1, 0, 1, 0), WaitsFor.CUSTOMER),
        ("open", True, (0, 2, 0, 1, 0), WaitsFor.REP),
        ("open", True, (1, 1, 0, 1, 0), WaitsFor.US),
        ("open", True, (0, 0, 0, 0, 0), WaitsFor.US),
        ("closed", True, (0, 0, 0, 0, 0), WaitsFor.NOBODY),
    ],
)
def test_whose_turn_it_is(
    state: str, *, contacted: bool, counts: tuple[int, ...], turn: WaitsFor
) -> None:
    names = ("ours", "waiting", "unsent", "forwarded", "expected")
    told = whose_turn(state, contacted=contacted, **dict(zip(names, counts, strict=True)))
    assert told is turn


def test_waiting_times_are_split_by_whose_turn_it_was(store: Store, stamp: Stamp) -> None:
    who = customer(store, stamp)
    case = report_case(at(store, 0), Report(customer_id=who, text="x"))
    authorise(at(store, 10), case.id, Authorisation(by="Rosa"))
    open_ticket(at(store, 12), case.id)
    with store.transaction():
        add(store, CaseDevice(case_id=case.id, scanned="X"), stamp)
    times = waiting_times(at(store, 30), case.id)
    assert times[WaitsFor.REP] == timedelta(hours=10)
    assert times[WaitsFor.US] == timedelta(hours=20)
    assert times[WaitsFor.CUSTOMER] == timedelta()


def test_before_the_authorisation_a_case_waits_for_the_rep_whatever_comes(
    store: Store, stamp: Stamp
) -> None:
    case = report_case(at(store, 0), Report(customer_id=customer(store, stamp), text="x"))
    with act(at(store, 5), ActKind.RECEIVED, case_id=case.id):
        pass
    assert waiting_times(at(store, 30), case.id)[WaitsFor.REP] == timedelta(hours=30)
