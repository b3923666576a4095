"""Support is worked on an open ticket; the waiting is split by whose turn it was."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import CaseIsOver, CaseNotOpen
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.worklist import CaseFilter, WaitsFor
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.awaiting import (
    note_forwarded,
    note_reminder,
    note_sent,
    waiting_quotes,
)
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.case_list import list_cases, waiting_for_us
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    announce_devices,
    authorise,
    open_ticket,
    record_contact,
    reject,
    report_case,
)
from leghorn_bench.services.closing import close_case, reopen_case
from leghorn_bench.services.company import company_of
from leghorn_bench.services.estimating import TimeWanted, issue_estimate
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.support_time import (
    correct_time,
    log_time,
    other_timers,
    pause_timer,
    start_timer,
)
from leghorn_bench.services.waiting import waiting_times
from leghorn_bench.store.records import add
from tests.documents.pages import text_of
from tests.services.case_stories import opened
from tests.services.conftest import Clock, Stock

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    "work",
    [
        start_timer,
        lambda bench, case_id: log_time(bench, case_id, 5),
        lambda bench, case_id: issue_estimate(bench, TimeWanted(case_id=case_id, hours=Decimal(1))),
    ],
)
def test_support_is_refused_before_the_ticket_is_open_and_after_it_is_closed(
    ready: Bench, stock: Stock, work: Callable[[Bench, int], object]
) -> None:
    reported = report_case(ready, Report(customer_id=stock.customer.id))
    closed = close_case(ready, opened(ready, stock, []).id)
    for case in (reported, closed):
        with pytest.raises(CaseNotOpen):
            work(ready, case.id)


def test_the_time_of_a_closed_case_is_corrected_once_it_is_reopened(
    bench: Bench, stock: Stock
) -> None:
    case = opened(bench, stock, [])
    span = log_time(bench, case.id, 5)
    close_case(bench, case.id)
    with pytest.raises(CaseNotOpen):
        correct_time(bench, span.id, 3, "di meno")
    reopen_case(bench, case.id, "tempo sbagliato")
    assert correct_time(bench, span.id, 3, "di meno").seconds == 180


def test_nobody_is_contacted_on_a_case_that_is_over(bench: Bench, stock: Stock) -> None:
    case = close_case(bench, opened(bench, stock, []).id)
    with pytest.raises(CaseIsOver):
        record_contact(bench, case.id, "tardi")


def test_a_timer_left_running_on_another_case_is_known(
    bench: Bench, chief: Bench, stock: Stock
) -> None:
    first, second = opened(bench, stock, []), opened(bench, stock, [])
    start_timer(bench, first.id)
    assert [case.id for case in other_timers(bench, second.id)] == [first.id]
    assert other_timers(bench, first.id) == []
    assert other_timers(chief, second.id) == []
    pause_timer(bench, first.id)
    assert other_timers(bench, second.id) == []


def test_the_waiting_is_the_reps_then_ours_then_the_customers(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    case = report_case(ready, Report(customer_id=stock.customer.id, rep_id=stock.rep.id))
    clock.pass_time(hours=3)
    authorise(ready, case.id, Authorisation(by="Rosa Esempio"))
    open_ticket(ready, case.id)
    clock.pass_time(hours=1)
    record_contact(ready, case.id)
    offer = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).quote
    clock.pass_time(hours=4)
    note_sent(ready, offer.id)
    clock.pass_time(hours=2)
    note_forwarded(ready, offer.id)
    clock.pass_time(hours=5)
    waited = waiting_times(ready, case.id)
    turns = (WaitsFor.REP, WaitsFor.US, WaitsFor.CUSTOMER)
    assert [waited[one] / HOUR for one in turns] == [5, 5, 5]


@pytest.mark.parametrize("note", [note_sent, note_reminder])
def test_an_offer_lies_with_us_until_it_is_noted_as_sent_wherever_that_is_told(
    ready: Bench, stock: Stock, clock: Clock, note: Callable[[Bench, int], None]
) -> None:
    def told() -> tuple[WaitsFor, bool]:
        return list_cases(ready, CaseFilter(), None, 9)[0].waits_for, waiting_quotes(ready)[0].sent

    case = opened(ready, stock, [])
    offer = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).quote
    clock.pass_time(hours=2)
    assert told() == (WaitsFor.US, False)
    note(ready, offer.id)
    clock.pass_time(hours=3)
    assert told() == (WaitsFor.REP, True)
    assert waiting_times(ready, case.id)[WaitsFor.REP] == 3 * HOUR


def test_the_list_says_that_the_customer_has_a_forwarded_offer_until_that_is_taken_back(
    ready: Bench, stock: Stock
) -> None:
    case = opened(ready, stock, [])
    offer = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).quote
    note_forwarded(ready, offer.id)
    turns = [row.waits_for for row in list_cases(ready, CaseFilter(), None, 9)]
    assert turns == [WaitsFor.CUSTOMER]
    assert waiting_quotes(ready)[0].sent, "who has passed it on has had it"
    undo(ready, timeline(ready, case.id)[0].id)
    assert list_cases(ready, CaseFilter(), None, 9)[0].waits_for is WaitsFor.US


def test_a_rejected_case_has_stopped_waiting(bench: Bench, stock: Stock, clock: Clock) -> None:
    case = report_case(bench, Report(customer_id=stock.customer.id))
    clock.pass_time(hours=3)
    reject(bench, case.id, "fuori assistenza")
    clock.pass_time(days=9)
    assert waiting_times(bench, case.id)[WaitsFor.REP] == 3 * HOUR


@pytest.mark.parametrize("with_report", [True, False])
def test_from_the_contact_to_the_receipt_what_is_announced_is_the_customers_turn(
    bench: Bench, stock: Stock, clock: Clock, *, with_report: bool
) -> None:
    unit = stock.unit()
    case = opened(bench, stock, [unit] if with_report else [])
    if not with_report:
        announce_devices(bench, case.id, [Announced(scanned=unit.serial, device_id=unit.id)])
    clock.pass_time(hours=50)
    parcel = begin_parcel(bench, Arrival(customer_id=stock.customer.id))
    scan_into_parcel(bench, parcel.id, unit.serial)
    clock.pass_time(hours=2)
    waited = waiting_times(bench, case.id)
    assert (waited[WaitsFor.CUSTOMER], waited[WaitsFor.US]) == (50 * HOUR, 2 * HOUR)


def test_from_the_closing_to_the_reopening_nobody_waits(
    bench: Bench, stock: Stock, clock: Clock
) -> None:
    case = opened(bench, stock, [])
    clock.pass_time(hours=2)
    close_case(bench, case.id)
    clock.pass_time(days=100)
    reopen_case(bench, case.id, "torna a suonare")
    clock.pass_time(hours=1)
    waited = waiting_times(bench, case.id)
    assert (waited[WaitsFor.US], sum(waited.values(), timedelta())) == (3 * HOUR, 3 * HOUR)


def test_a_case_rises_the_longer_nobody_touches_it(
    bench: Bench, stock: Stock, clock: Clock
) -> None:
    cases = [opened(bench, stock, []) for _ in range(3)]
    clock.pass_time(days=1)
    record_contact(bench, cases[0].id, "richiamato")
    order = [row.id for row in list_cases(bench, CaseFilter(states=("open",)), None, 10)]
    assert order == [cases[1].id, cases[2].id, cases[0].id]


def test_every_case_that_waits_for_us_is_counted_however_many_there_are(
    bench: Bench, stock: Stock
) -> None:
    opened_at = bench.clock() - timedelta(days=2)
    with bench.store.transaction():
        for number in range(1003):
            case = Case(
                customer_id=stock.customer.id,
                state="open",
                number=f"2026-{number:05d}",
                opened_at=opened_at,
            )
            add(bench.store, case, bench.stamp())
    waiting = waiting_for_us(bench)
    assert (waiting.ours, waiting.late) == (1003, 1003)


def test_an_estimate_goes_to_the_rep_and_names_the_customer(ready: Bench, stock: Stock) -> None:
    case = opened(ready, stock, [])
    issued = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).issued
    house = company_of(ready).address.name
    words = " ".join(text_of(issued.pdf).split())
    assert f"Spett.le {stock.rep.name} {house}" in words
    assert f"Cliente {stock.customer.name}" in words


def test_an_estimate_of_a_case_without_a_rep_goes_to_who_authorised_it(
    ready: Bench, stock: Stock
) -> None:
    case = report_case(ready, Report(customer_id=stock.customer.id))
    authorise(ready, case.id, Authorisation(by="Rosa Esempio"))
    open_ticket(ready, case.id)
    issued = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).issued
    assert "Spett.le Rosa Esempio" in " ".join(text_of(issued.pdf).split())
