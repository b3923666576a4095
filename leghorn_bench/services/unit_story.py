"""What was done with one unit, across all the cases it was in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.going_back import WayBack, way_back
from leghorn_bench.services.notices import concerns, notices_on_file
from leghorn_bench.store.records import select

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


def unit_story(bench: Bench, unit: UnitOnFile) -> UnitStory:
    """The story of a unit; one that was in no case has none but its notices."""
    acts: dict[int, list[Act]] = {}
    names: dict[str, str] = {}
    way: WayBack | None = None
    if unit.cases:
        for done in select(bench.store, Act, _OF_UNIT, (unit.device.id,) * 3):
            if done.case_id is not None:
                acts.setdefault(done.case_id, []).append(done)
        names = {one.login: one.name for one in select(bench.store, Operator)}
        way = way_back(bench, acts[max(acts)]) if acts else None
    spoken_of = tuple(one for one in notices_on_file(bench) if concerns(one, unit.device))
    return UnitStory({case: tuple(done) for case, done in acts.items()}, spoken_of, names, way)


def device_way_back(bench: Bench, case_device_id: int) -> WayBack | None:
    """The way back from the newest act on a device of a case, be it known or not."""
    done = select(bench.store, Act, "WHERE case_device_id = ? ORDER BY id DESC", (case_device_id,))
    return way_back(bench, done)
