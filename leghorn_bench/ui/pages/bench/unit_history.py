"""The history of the unit on the desk: cases and what was done, notices, chain, shelves."""

from dataclasses import replace
from datetime import date

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.lookup import CaseOfDevice, UnitOnFile
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.unit_story import Shelved, Swap, UnitStory
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.cases.story import happening
from leghorn_bench.ui.pages.cases.way_words import with_way_back
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.timeline import Happening


def history(unit: UnitOnFile, story: UnitStory) -> list[Happening]:
    """The newest case first, below each what was done in it; notices stand by their day."""
    told = [(_day_of(case), _case_and_acts(case, story)) for case in unit.cases]
    told += [(notice.first_day, [_of_notice(notice)]) for notice in story.notices]
    told += [(one.on or date.min, [_of_swap(one)]) for one in story.swaps]
    told += [(one.at.astimezone().date(), [_of_shelf(one, story)]) for one in story.shelved]
    told.sort(key=lambda one: one[0], reverse=True)
    return [line for _day, lines in told for line in lines]


def _day_of(case: CaseOfDevice) -> date:
    opened = case.opened_at.date() if case.opened_at is not None else None
    return case.reported_on or opened or case.received_on or date.max


def _case_and_acts(case: CaseOfDevice, story: UnitStory) -> list[Happening]:
    done = story.acts.get(case.case_id, ())
    return [_of_case(case), *(_of_act(one, story, running=case.is_open) for one in done)]


def _of_act(done: Act, story: UnitStory, *, running: bool) -> Happening:
    """The day and the name in the room of a card half as wide as the page of a case."""
    told = happening(done, story.names)
    day = day_text(done.at.astimezone().date(), spoken())
    way = story.way_back
    if running and way is not None and way.done == done:  # what is over is history, and read only
        told = with_way_back(told, way)
    return replace(told, when=day, what=f"{told.what}  ·  {told.who}", who="")


def _of_notice(notice: Notice) -> Happening:
    told = _("Notice: {text}").format(text=notice.text)
    return Happening(day_text(notice.first_day, spoken()), told, "alert-octagon", Tone.NOTE)


def _of_swap(swap: Swap) -> Happening:
    sentence = _("Replaced by {serial}") if swap.is_newer else _("Replaces {serial}")
    tone = Tone.STOP if swap.is_newer else Tone.NOTE
    when = day_text(swap.on, spoken()) if swap.on is not None else "-"
    return Happening(when, sentence.format(serial=swap.serial), "replace", tone)


def _of_shelf(shelved: Shelved, story: UnitStory) -> Happening:
    told = _("In stock, on shelf {shelf}").format(shelf=shelved.shelf)
    if shelved.undone:
        told = _("{what} (taken back)").format(what=told)
    who = story.names.get(shelved.who, shelved.who)
    when = day_text(shelved.at.astimezone().date(), spoken())
    return Happening(when, f"{told}  ·  {who}", "map-pin", struck=shelved.undone)


def _of_case(case: CaseOfDevice) -> Happening:
    language = spoken()
    state = word(DeviceState(case.device_state), language)
    when = day_text(case.reported_on or case.received_on, language)
    icon, tone = ("folder", Tone.ACCENT) if case.is_open else ("archive", Tone.QUIET)
    if case.number is not None:
        what = _("Case {number}: {state}").format(number=case.number, state=state.lower())
    else:
        what = _("Case not opened yet: {state}").format(state=state.lower())
    return Happening(when, what, icon, tone, subject=case)
