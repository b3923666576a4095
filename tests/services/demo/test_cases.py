from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice, Evidence
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.goods import Device, Replacement
from leghorn_bench.domain.states import CaseState, DeviceState
from leghorn_bench.resources import resource_path
from leghorn_bench.services.acts import timeline
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import FIRST_CONTACT_HOURS, contact_due
from leghorn_bench.services.demo.articles import read_articles
from leghorn_bench.services.demo.cases import VERBS
from leghorn_bench.services.demo.fill import Demo
from leghorn_bench.services.demo.people import read_people
from leghorn_bench.services.demo.picking import NoSuchUnit, Picker, buyer_of
from leghorn_bench.services.demo.pictures import Sight, photograph
from leghorn_bench.services.demo.script import Wanted, read_script
from leghorn_bench.services.demo.units import units
from leghorn_bench.services.issuing import issued_bytes
from leghorn_bench.services.judging import unit_of
from leghorn_bench.services.shipped import ShippedFileDamaged
from leghorn_bench.store.records import read, select

FOLDER = resource_path("demo")
SCRIPT = read_script(FOLDER)
ARTICLES = read_articles(FOLDER)


@pytest.mark.parametrize("state", CaseState)
def test_a_case_in_every_state_can_be_seen(bench: Bench, state: CaseState) -> None:
    assert select(bench.store, Case, "WHERE state = ?", (state.value,))


@pytest.mark.parametrize("state", DeviceState)
def test_a_device_in_every_state_can_be_seen(bench: Bench, state: DeviceState) -> None:
    assert select(bench.store, CaseDevice, "WHERE state = ?", (state.value,))


@pytest.mark.parametrize("state", ["sent", Answer.ACCEPTED, Answer.REFUSED, Answer.EXPIRED])
def test_a_quote_in_every_state_can_be_seen(bench: Bench, state: str) -> None:
    assert select(bench.store, StoredQuote, "WHERE state = ?", (str(state),))


def test_a_quote_that_waits_may_be_past_its_validity(bench: Bench) -> None:
    waiting = select(bench.store, StoredQuote, "WHERE state = 'sent'")

    assert any(one.valid_through and one.valid_through < bench.today() for one in waiting)


def test_clocks_to_the_first_contact_run_green_amber_and_red(bench: Bench) -> None:
    due = [contact_due(case) for case in select(bench.store, Case)]
    hours_left = sorted((one - bench.clock()).total_seconds() / 3600 for one in due if one)

    assert hours_left[0] < 0
    assert 0 < hours_left[1] < FIRST_CONTACT_HOURS / 4
    assert hours_left[-1] > FIRST_CONTACT_HOURS / 2


def test_nothing_happens_after_the_moment_of_opening_nor_out_of_order(bench: Bench) -> None:
    moments = [done.at for done in select(bench.store, Act, "ORDER BY id")]

    assert moments == sorted(moments)
    assert moments[-1] <= bench.clock()


def test_papers_are_numbered_in_the_order_of_their_days_and_kept_whole(bench: Bench) -> None:
    papers = select(bench.store, StoredPaper, "ORDER BY kind, year, number")
    days = {
        kind: [p.issued_on for p in papers if p.kind == kind] for kind in {p.kind for p in papers}
    }

    assert all(of_kind == sorted(of_kind) for of_kind in days.values())
    assert all(issued_bytes(bench, paper.id).startswith(b"%PDF") for paper in papers)


def test_a_judgement_of_misuse_has_its_photo(bench: Bench) -> None:
    for judged in select(bench.store, Assessment, "WHERE origin = 'misuse'"):
        assert select(bench.store, Evidence, "WHERE assessment_id = ?", (judged.id,))


def test_one_lot_has_the_same_fault_many_times(bench: Bench) -> None:
    judged = select(bench.store, Assessment, "WHERE found_code = 'calibration'")
    devices = [read(bench.store, CaseDevice, one.case_device_id).device_id for one in judged]
    lots = {read(bench.store, Device, one).lot for one in devices if one}

    assert len(devices) >= 5
    assert len(lots) == 1


def test_a_device_is_back_within_ninety_days(bench: Bench) -> None:
    twice = bench.store.rows(
        "SELECT device_id FROM case_device GROUP BY device_id HAVING count(*) > 1"
        " AND device_id IS NOT NULL"
    )
    ((device_id,),) = twice
    received = [
        one.received_on
        for one in select(bench.store, CaseDevice, "WHERE device_id = ?", (device_id,))
        if one.received_on
    ]

    assert max(received) - min(received) < timedelta(days=90)


def test_a_replacement_made_in_a_case_takes_over_the_warranty(bench: Bench) -> None:
    made = select(bench.store, Replacement, "WHERE case_id IS NOT NULL")

    assert made
    for one in made:
        old, new = unit_of(bench, one.old_id), unit_of(bench, one.new_id)
        assert new.term_for(bench.today()) == old.term_for(bench.today())


def test_every_step_stands_on_the_timeline(bench: Bench, demo: Demo) -> None:
    for work in demo.cases:
        assert len(timeline(bench, work.case_id)) >= 1 + len(work.story.steps)


def test_the_script_uses_every_verb() -> None:
    used = {step.verb for story in SCRIPT.cases for step in story.steps}

    assert used == set(VERBS)


@settings(max_examples=15, deadline=None)
@given(st.dates(date(2026, 11, 1), date(2040, 1, 1)))
def test_the_devices_of_every_case_are_found_on_any_day_and_are_one_customers(today: date) -> None:
    picker = Picker(units(ARTICLES, read_people(FOLDER, today).buyers, today))
    now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)

    for story in SCRIPT.cases:
        day = (now - story.reported).date()
        cast = picker.cast(story, day)
        assert len({buyer_of(unit) for unit in cast}) <= 1
        for wanted, unit in zip(story.devices, cast, strict=True):
            if unit is not None and wanted.coverage is not Coverage.AMBIGUOUS:
                assert picker.coverage(unit, day) is wanted.coverage


def test_a_device_that_the_demo_does_not_have_is_our_mistake() -> None:
    today = date(2026, 11, 22)
    picker = Picker(units(ARTICLES, read_people(FOLDER, today).buyers, today))
    of_the_moon = Wanted(Coverage.COVERED, buyer="XX")

    with pytest.raises(NoSuchUnit):
        picker.pick(of_the_moon, today)
    unit = picker.pick(Wanted(Coverage.COVERED), today)
    assert unit is not None
    with pytest.raises(NoSuchUnit):
        picker.spare(unit, date(1999, 1, 1))


@pytest.mark.parametrize("sight", Sight)
def test_a_made_up_photograph_is_a_jpeg_and_the_same_every_time(sight: Sight) -> None:
    picture = photograph(sight, "LGD-00000001")

    assert picture.startswith(b"\xff\xd8")
    assert picture == photograph(sight, "LGD-00000001")


def test_a_case_without_its_day_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cases.toml").write_text('[[case]]\nreport = "x"', encoding="utf-8")

    with pytest.raises(ShippedFileDamaged, match=r"case 1. Expected days_ago \(float\)"):
        read_script(tmp_path)


@pytest.mark.parametrize(
    "kind",
    ["ddt", "proforma", "quote", "time_estimate", "charge_note", "reimbursement_note"],
)
def test_the_papers_that_follow_from_the_cases_can_be_seen(bench: Bench, kind: str) -> None:
    assert select(bench.store, StoredPaper, "WHERE kind = ?", (kind,))
