"""Carry out the demo's cases, all steps of all cases in the order of their moments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.awaiting import note_forwarded, note_reminder, note_sent
from leghorn_bench.services.demo import device_plays, plays
from leghorn_bench.services.demo.desk import Desk, Work
from leghorn_bench.services.demo.picking import buyer_of
from leghorn_bench.services.demo.plays import Play


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of the script."""

    role: str
    """Who does it."""
    hours: float
    """How long after the step before it usually happens."""
    play: Play


VERBS: Mapping[str, Verb] = {
    "authorise": Verb("sales", 4, plays.authorise),
    "reject": Verb("sales", 5, plays.reject),
    "open": Verb("technician", 1, plays.open_ticket),
    "contact": Verb("technician", 3, plays.contact),
    "receive": Verb("warehouse", 52, device_plays.receive),
    "assess": Verb("technician", 19, device_plays.assess),
    "goodwill": Verb("sales", 2, device_plays.goodwill),
    "repair_free": Verb("technician", 0.5, device_plays.takes(DeviceStep.REPAIR_FREE)),
    "replace_free": Verb("technician", 0.5, device_plays.takes(DeviceStep.REPLACE_FREE)),
    "hold": Verb("technician", 0.5, device_plays.takes(DeviceStep.HOLD)),
    "return_as_it_came": Verb("technician", 1, device_plays.takes(DeviceStep.RETURN_AS_IT_CAME)),
    "quote": Verb("technician", 2, device_plays.quote),
    "send": Verb("technician", 1, plays.passes_on(note_sent)),
    "forward": Verb("sales", 18, plays.passes_on(note_forwarded)),
    "remind": Verb("technician", 24 * 6, plays.passes_on(note_reminder)),
    "accept": Verb("sales", 28, device_plays.answers(Answer.ACCEPTED)),
    "refuse": Verb("sales", 28, device_plays.answers(Answer.REFUSED)),
    "expire": Verb("sales", 24 * 32, device_plays.answers(Answer.EXPIRED)),
    "start_repair": Verb("technician", 18, device_plays.takes(DeviceStep.START_REPAIR)),
    "pass_test": Verb("technician", 4, device_plays.pass_test),
    "give_up_free": Verb("technician", 3, device_plays.give_up_free),
    "replace": Verb("technician", 2, device_plays.replace),
    "prepare_return": Verb("technician", 5, device_plays.takes(DeviceStep.PREPARE_RETURN)),
    "check_intake": Verb("technician", 1, device_plays.check_intake),
    "ship": Verb("warehouse", 17, device_plays.ship),
    "write_off": Verb("technician", 20, device_plays.write_off),
    "support": Verb("technician", 0.5, plays.support),
    "estimate": Verb("technician", 1, plays.estimate),
    "accept_estimate": Verb("sales", 20, plays.accept_estimate),
    "close": Verb("technician", 2, plays.close),
}


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    """A step at its moment; the places make the order of equal moments certain."""

    moment: datetime
    case: int
    place: int


def carry_out(desk: Desk, now: datetime) -> list[Work]:
    """All cases of the script as they stand at ``now``.

    Raises:
        ShippedFileDamaged: the script names a verb, a fault or a picture that there is not.
    """
    works = _works(desk, now)
    due: list[_Due] = []
    for case, work in enumerate(works):
        moment = now - work.story.reported
        due.append(_Due(moment, case, 0))
        for place, step in enumerate(work.story.steps, start=1):
            verb = step.row.known("do", VERBS)
            moment += step.after if step.after is not None else timedelta(hours=verb.hours)
            due.append(_Due(min(moment, now), case, place))
    for one in sorted(due):
        _play(works[one.case], one)
    return works


def _play(work: Work, due: _Due) -> None:
    if due.place == 0:
        plays.report(work, due.moment)
        return
    step = work.story.steps[due.place - 1]
    verb = VERBS[step.verb]
    verb.play(work, work.desk.bench(verb.role, due.moment), step)


def _works(desk: Desk, now: datetime) -> list[Work]:
    works = []
    for story in desk.script.cases:
        units = desk.picker.cast(story, (now - story.reported).astimezone().date())
        customer = story.customer or buyer_of(units[0])
        works.append(Work(desk, story, desk.customers[customer], units))
    return works
