"""The way back from the last step: taken back, by annulling a paper, or not, with the reason."""

from dataclasses import replace
from datetime import date

from leghorn_bench.domain.case_errors import CaseIsOver
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.undo_errors import ChangedSince, NumberRestsOnIt
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.going_back import RECENT, WayBack, is_fresh, way_back
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.noting import write_note
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.register import card_of
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.services.unit_story import device_way_back, unit_story
from leghorn_bench.services.urgency import mark_urgent
from tests.services.case_stories import opened, received
from tests.services.conftest import Clock, Stock

SOLD = date(2026, 2, 1)
FOUND = Judgement(origin=Origin.MANUFACTURING, found="antenna")


def of_case(bench: Bench, case_id: int) -> WayBack:
    found = way_back(bench, timeline(bench, case_id))
    assert found is not None
    return found


def test_the_newest_step_that_stands_is_taken_back_then_the_one_before(
    bench: Bench, stock: Stock
) -> None:
    case = opened(bench, stock, [])
    for text in ("one", "two"):
        write_note(bench, case.id, text)
    undo(bench, of_case(bench, case.id).done.id)
    newest = of_case(bench, case.id)
    assert (newest.done.note, newest.refused) == ("one", None)


def test_a_paper_issued_since_is_the_way_back_for_who_may_annul(ready: Bench, stock: Stock) -> None:
    case, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, FOUND)
    issued = issue_technical_report(ready, case.id, [device.id])
    way = of_case(ready, case.id)
    assert isinstance(way.refused, NumberRestsOnIt)
    assert (way.paper, way.may_annul) == (issued.paper, True)
    annul(ready, issued.paper.id, "wrong photo")
    assert (of_case(ready, case.id).done.what, of_case(ready, case.id).refused) == (
        "assessed",
        None,
    )


def test_who_may_not_annul_is_told_so(ready: Bench, stock: Stock) -> None:
    case = opened(ready, stock, [])
    issue_case_summary(ready, case.id)
    rep = replace(ready, operator=Operator(login="rosa", name="Rosa", roles=("sales",)))
    assert of_case(rep, case.id).paper is not None
    assert not of_case(rep, case.id).may_annul


def test_a_step_that_later_work_rests_on_says_what_it_is(bench: Bench, stock: Stock) -> None:
    _case, (device,), _ = received(bench, stock, [stock.unit(SOLD)])
    put_on_shelf(bench, device.id, "A3")
    mark_urgent(bench, device.case_id, urgent=True)
    assert (way := device_way_back(bench, device.id)) is not None
    assert (way.done.note, way.refused) == ("A3", None)
    with bench.store.transaction():
        bench.store.execute("UPDATE case_device SET shelf = 'B1' WHERE id = ?", (device.id,))
    assert (way := device_way_back(bench, device.id)) is not None
    assert isinstance(way.refused, ChangedSince)
    assert way.refused.facts == {"table": "case_device"}


def test_a_closing_of_a_moment_ago_is_a_slip_and_later_a_matter_of_reopening(
    bench: Bench, stock: Stock, clock: Clock, chief: Bench
) -> None:
    case = close_case(bench, opened(bench, stock, []).id)
    assert of_case(bench, case.id).refused is None
    assert isinstance(of_case(chief, case.id).refused, CaseIsOver)
    clock.now += 2 * RECENT
    assert isinstance(of_case(bench, case.id).refused, CaseIsOver)


def test_fresh_is_only_what_the_same_person_did_within_the_quarter_of_an_hour(
    bench: Bench, stock: Stock, clock: Clock, chief: Bench
) -> None:
    done = timeline(bench, opened(bench, stock, []).id)[0]
    assert (is_fresh(bench, done), is_fresh(chief, done)) == (True, False)
    clock.now += RECENT
    assert is_fresh(bench, done)
    clock.pass_time(seconds=1)
    assert not is_fresh(bench, done)


def test_nothing_done_has_no_way_back(bench: Bench) -> None:
    assert way_back(bench, []) is None
    assert device_way_back(bench, 1) is None


def test_the_story_of_a_unit_knows_the_way_back_from_the_newest_step_on_it(
    bench: Bench, stock: Stock
) -> None:
    unit = stock.unit(SOLD)
    _case, (device,), _ = received(bench, stock, [unit])
    put_on_shelf(bench, device.id, "A3")
    found = card_of(bench.store, unit.id, today=bench.today()).unit
    assert found is not None
    assert (way := unit_story(bench, found).way_back) is not None
    assert (way.done.what, way.done.note) == ("moved", "A3")
