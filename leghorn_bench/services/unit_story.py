"""What was done with one unit, across all the cases it was in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.goods import Device, Replacement
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.going_back import WayBack, way_back
from leghorn_bench.services.notices import concerns, notices_on_file
from leghorn_bench.store.audit import events_of
from leghorn_bench.store.records import read, select

_OF_UNIT = """
WHERE case_id IN (SELECT case_id FROM case_device WHERE device_id = ?)
    AND (case_device_id IN (SELECT id FROM case_device WHERE device_id = ?)
        OR case_device_id IS NULL AND note IN (
            SELECT paper.kind || ' ' || paper.label FROM paper
            JOIN paper_device ON paper_device.paper_id = paper.id
            JOIN case_device ON case_device.id = paper_device.case_device_id
            WHERE case_device.device_id = ?))
ORDER BY id DESC
"""
"""What was done with the unit itself, and the papers on which it stands with others."""


@dataclass(frozen=True, slots=True)
class Swap:
    """The unit took the place of another, or another took its place."""

    serial: str
    """Of the other unit."""
    is_newer: bool
    """Whether the other one is the newer of the two."""
    on: date | None
    """None when an import did not tell."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """The unit, in stock, was put on a shelf."""

    shelf: str
    at: datetime
    who: str
    undone: bool


@dataclass(frozen=True, slots=True)
class UnitStory:
    """The acts on a unit, those of each case together."""

    acts: Mapping[int, tuple[Act, ...]]
    """Under the id of their case, the newest first."""
    notices: tuple[Notice, ...] = ()
    """Every notice that has ever concerned it, the newest first."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of operators under their logins."""
    way_back: WayBack | None = None
    """From the newest act on it that stands."""
    swaps: tuple[Swap, ...] = ()
    """Its places in a chain of replacements."""
    shelved: tuple[Shelved, ...] = ()
    """Where it lay as a unit in stock, the newest first."""


def unit_story(bench: Bench, unit: UnitOnFile) -> UnitStory:
    """The story of a unit; one that was in no case has none but its notices."""
    acts: dict[int, list[Act]] = {}
    shelved = _shelved(bench, unit.device.id)
    names: dict[str, str] = {}
    way: WayBack | None = None
    if unit.cases:
        for done in select(bench.store, Act, _OF_UNIT, (unit.device.id,) * 3):
            if done.case_id is not None:
                acts.setdefault(done.case_id, []).append(done)
        way = way_back(bench, acts[max(acts)]) if acts else None
    if acts or shelved:
        names = {one.login: one.name for one in select(bench.store, Operator)}
    spoken_of = tuple(one for one in notices_on_file(bench) if concerns(one, unit.device))
    return UnitStory(
        {case: tuple(done) for case, done in acts.items()},
        spoken_of,
        names,
        way,
        _swaps(bench, unit.device.id),
        shelved,
    )


def device_way_back(bench: Bench, case_device_id: int) -> WayBack | None:
    """The way back from the newest act on a device of a case, be it known or not."""
    done = select(bench.store, Act, "WHERE case_device_id = ? ORDER BY id DESC", (case_device_id,))
    return way_back(bench, done)


def _swaps(bench: Bench, device_id: int) -> tuple[Swap, ...]:
    pairs = select(
        bench.store, Replacement, "WHERE old_id = ? OR new_id = ?", (device_id, device_id)
    )
    return tuple(_swap(bench, pair, is_old=pair.old_id == device_id) for pair in pairs)


def _swap(bench: Bench, pair: Replacement, *, is_old: bool) -> Swap:
    other = read(bench.store, Device, pair.new_id if is_old else pair.old_id)
    return Swap(other.serial, is_old, pair.replaced_on)


def _shelved(bench: Bench, device_id: int) -> tuple[Shelved, ...]:
    """Read from the trail: a unit in stock is in no case, whose acts would tell."""
    found: list[Shelved] = []
    undone: list[object] = []
    for event in reversed(events_of(bench.store, "device", device_id)):
        if event.what == "taken back":
            undone.append(event.before)
        elif event.what == "shelved" and event.after is not None:
            taken_back = event.after in undone
            if taken_back:
                undone.remove(event.after)
            found.append(Shelved(str(event.after["shelf"]), event.at, event.who, taken_back))
    return tuple(found)
