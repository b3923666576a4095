"""Journey 4: a matter solved on the phone is free; one that takes hours is charged as estimated."""

from pathlib import Path

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.support_time import time_spent
from leghorn_bench.store.records import read
from tests.journeys.at_the_desk import (
    calls,
    has_tariff,
    passes_the_offer_on,
    reports_by_mail,
)
from tests.journeys.in_the_books import (
    closes,
    has_printed,
    nothing_is_left_open,
    papers_issued,
    settles_everything,
)
from tests.journeys.walk import Walk


def test_twelve_minutes_on_the_phone_are_free_and_the_case_is_closed(walk: Walk) -> None:
    # Given a report by mail, put on file with the rep's authorisation: the clock runs
    case = reports_by_mail(walk, "The gate shows error 12")
    walk.sees("contact within {span}", span="24 h 0 min")

    # When the customer is called within two hours, and the matter is solved in twelve minutes
    walk.clock.pass_time(hours=2)
    walk.presses("Start the timer")
    calls(walk, "Restarted the gate with the customer on the phone")
    walk.clock.pass_time(minutes=12)
    walk.presses("Pause the timer")

    # Then it is free, and the case closes without any paper of money
    walk.sees("{left} of {free} free minutes left", left=3, free=15)
    walk.presses("Close the case")
    closed = read(walk.bench.store, Case, case.id)
    assert (closed.state, claims_of(walk.bench, case.id)) == ("closed", [])
    assert papers_issued(walk) == []


def test_three_hours_are_estimated_accepted_and_charged_as_estimated(
    walk: Walk, papers: Path
) -> None:
    # Given a case whose fifteen free minutes were not enough
    has_tariff(walk)
    case = reports_by_mail(walk, "The readings of the whole yard have to be sorted out")
    walk.presses("Start the timer")
    calls(walk, "It takes longer: three hours")
    walk.clock.pass_time(minutes=20)
    walk.presses("Pause the timer")
    walk.sees("past the {free} free minutes: estimate the rest", free=15)

    # When three hours are estimated: the cheapest way is proposed, taken, and goes to the rep
    walk.presses("Estimate…")
    walk.counts("Hours needed", 3 * 4)
    walk.presses("Take it")
    walk.sees("Total without VAT: {net} €", net=walk.money("156.00"))
    walk.presses("Issue the estimate")
    walk.presses("Close")
    passes_the_offer_on(walk)

    # And the rep reports that the customer accepts
    walk.opens("cases")
    walk.presses("Accepted")
    walk.writes("Reported by", "Rosa Esempio, by mail")
    walk.presses("Record the answer")

    # And it takes five hours in the end
    walk.presses("Start the timer")
    walk.clock.pass_time(hours=5)
    walk.presses("Pause the timer")
    assert time_spent(walk.bench, case.id).total.total_seconds() > 5 * 3600

    # Then it is the estimate that is charged, not the time that was logged
    walk.presses("Issue the charge note")
    walk.presses("Close")
    assert settles_everything(walk) == ["accepted_estimate 156.00"]
    closes(walk)
    assert nothing_is_left_open(walk, case)
    expected = (PaperKind.TIME_ESTIMATE, PaperKind.CHARGE_NOTE)
    assert papers_issued(walk) == [*expected, PaperKind.CASE_SUMMARY]
    has_printed(walk, papers, *expected)
