"""Work that goes on, the check of what goes back, and the cover that a new unit takes over."""

import itertools
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess, evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.device_photos import GOES_BACK
from leghorn_bench.services.house_rules import set_carry_rule
from leghorn_bench.services.parcels import note_condition
from leghorn_bench.services.photos_on_paper import paper_photos
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line
from leghorn_bench.services.repairing import (
    WorkDone,
    finish_repair,
    keep_part,
    parts_in_stock,
    parts_taken,
    record_work,
    work_on,
)
from leghorn_bench.services.replacing import (
    Spare,
    replace_unit,
    replaced_later,
    term_to_come,
)
from leghorn_bench.services.returning import (
    Checked,
    check_against_intake,
    issue_as_it_came_slip,
    last_check,
)
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save
from tests.services.case_stories import photo, received
from tests.services.conftest import Stock
from tests.services.test_papers_of_a_case import text_of

SOLD = date(2026, 3, 14)


def in_repair(bench: Bench, stock: Stock) -> CaseDevice:
    _, (device,), _ = received(bench, stock, [stock.unit(SOLD)])
    assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    return take_step(bench, device.id, DeviceStep.REPAIR_FREE)


def test_work_that_goes_on_is_kept_and_releases_nothing(ready: Bench, stock: Stock) -> None:
    part = keep_part(ready, Part(code="ANT", name="Antenna", quantity=2))
    device = in_repair(ready, stock)
    work = WorkDone(done="saldata", minutes=15, parts=((part.id, 1),))
    record_work(ready, device.id, work)
    finish_repair(ready, device.id, WorkDone(done="provata", minutes=5, passed=True))
    assert [(one.done, one.minutes, one.passed) for one in work_on(ready, device.id)] == [
        ("saldata", 15, False),
        ("provata", 5, True),
    ]
    assert [(one.part.code, one.quantity) for one in parts_taken(ready, device.id)] == [("ANT", 1)]
    assert read(ready.store, CaseDevice, device.id).state == DeviceState.READY


def test_work_taken_back_puts_its_parts_back(ready: Bench, stock: Stock) -> None:
    part = keep_part(ready, Part(code="ANT", name="Antenna", quantity=2))
    device = in_repair(ready, stock)
    record_work(ready, device.id, WorkDone(done="saldata", parts=((part.id, 2),)))
    act = last_act(ready, device.case_id)
    assert act is not None
    undo(ready, act.id)
    assert [one.quantity for one in parts_in_stock(ready)] == [2]
    assert not work_on(ready, device.id)


def test_what_was_ticked_at_the_final_test_stands_with_its_values(
    ready: Bench, stock: Stock
) -> None:
    device = in_repair(ready, stock)
    finish_repair(ready, device.id, WorkDone(done="x", passed=True, checks=("Tenuta",)))
    (work,) = work_on(ready, device.id)
    assert [(one.name, one.is_tick) for one in work.measurements] == [("Tenuta", True)]


def test_photos_of_the_check_are_kept_and_named_as_such(ready: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.NO_FAULT, found="funziona"))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked(differences="graffio", photos=(photo(),)))
    (kept,) = evidence_of(ready, device.id)
    assert kept.note == GOES_BACK
    (printed,) = paper_photos(ready, [kept], "it")
    assert printed.caption == "ansa.jpg, come riparte"
    check = last_check(ready, device.id)
    assert check is not None
    assert check.differences == "graffio"


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [
        (CarryRule.REMAINDER, date(2027, 3, 14)),
        (CarryRule.FRESH, date(2027, 11, 22)),
        (CarryRule.LONGER, date(2027, 11, 22)),
    ],
)
def test_the_cover_to_come_is_told_before_the_unit_is_replaced(
    ready: Bench, chief: Bench, stock: Stock, rule: CarryRule, last_day: date
) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    set_carry_rule(chief, rule)
    term = term_to_come(ready, device, stock.unit().id)
    assert term is not None
    assert term.last_day == last_day


def test_a_unit_without_a_sale_hands_no_cover_on(ready: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit()])
    assert term_to_come(ready, device, stock.unit().id) is None


def test_the_units_that_came_later_are_told_from_the_first_one(ready: Bench, stock: Stock) -> None:
    first = stock.unit(SOLD)
    chain = [first, stock.unit(), stock.unit()]
    for old, new in itertools.pairwise(chain):
        _, (device,), _ = received(ready, stock, [old])
        assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
        take_step(ready, device.id, DeviceStep.REPLACE_FREE)
        replace_unit(ready, device.id, Spare(device_id=new.id))
    assert replaced_later(ready, first.id) == [one.serial for one in chain[1:]]
    assert replaced_later(ready, chain[-1].id) == []


def test_the_slip_speaks_the_customers_language_and_names_the_quote(
    ready: Bench, stock: Stock
) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(date(2020, 1, 1))])
    with ready.store.transaction():
        save(ready.store, replace(stock.customer, language="de"), ready.stamp())
    noted = ("Manuale", "Chiave propria")
    note_condition(ready, device.id, accessories=noted, condition="Forzato")
    assess(ready, device.id, Judgement(origin=Origin.TRANSPORT, found="urto"))
    lines = (labour_line(ready, Decimal(1), "Arbeit", device.id),)
    quote = issue_quote(ready, Offer(case_id=device.case_id, lines=lines))
    refused = Reply(answers={device.id: Answer.REFUSED}, by="Rosa Esempio")
    answer_quote(ready, quote.quote.id, refused)
    take_step(ready, device.id, DeviceStep.PREPARE_RETURN)
    check_against_intake(ready, device.id, Checked(accessories=("Chiave propria",)))
    told = text_of(issue_as_it_came_slip(ready, device.id, "abgelehnt").pdf)
    for words in ("Anleitung, Chiave propria", "Aufgebrochen", "- Anleitung", "2026/00001"):
        assert words in told


def test_the_slip_names_no_quote_that_was_for_another_device(ready: Bench, stock: Stock) -> None:
    old = date(2020, 1, 1)
    _, (sound, broken), _ = received(ready, stock, [stock.unit(old), stock.unit(old)])
    assess(ready, sound.id, Judgement(origin=Origin.NO_FAULT))
    assess(ready, broken.id, Judgement(origin=Origin.TRANSPORT, found="urto"))
    lines = (labour_line(ready, Decimal(1), "Riparazione", broken.id),)
    issue_quote(ready, Offer(case_id=broken.case_id, lines=lines))
    take_step(ready, sound.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, sound.id, Checked())
    told = text_of(issue_as_it_came_slip(ready, sound.id, "Nulla").pdf)
    assert "Preventivo" not in told
