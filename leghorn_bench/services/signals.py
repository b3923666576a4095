"""What a technician should know before judging: back too soon, repaired before, a bad lot."""

from dataclasses import dataclass
from datetime import date, timedelta

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.work import RepairWork
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.store.fields import moment_of, moment_text
from leghorn_bench.store.records import read, select

IN_WORDS = "other"
"""The code of a fault that is on no list: what it is stands in words only."""


@dataclass(frozen=True, slots=True)
class BackSoon:
    """The unit left not long ago, and is back."""

    case_number: str
    left_on: date
    days: int


@dataclass(frozen=True, slots=True)
class EarlierRepair:
    """Work that was done to the unit in another case."""

    case_number: str
    work: RepairWork


@dataclass(frozen=True, slots=True)
class LotSignal:
    """Many equal faults in one lot."""

    lot: str
    found_code: str
    units: int
    """So many units of the lot, this one not counted."""
    days: int


@dataclass(frozen=True, slots=True)
class Signals:
    """All that is pointed out of one unit."""

    back: BackSoon | None
    repairs: tuple[EarlierRepair, ...]
    """The newest first."""
    lots: tuple[LotSignal, ...]


def signals_for(bench: Bench, device_id: int, case_device_id: int = 0) -> Signals:
    """What is to be pointed out of a unit, beside the case that it is in now."""
    unit = read(bench.store, Device, device_id)
    return Signals(
        _back(bench, device_id, case_device_id),
        _repairs(bench, device_id, case_device_id),
        tuple(lot_signals(bench, unit)),
    )


_LEFT = (
    "SELECT place.id FROM case_device AS place WHERE place.device_id = ? AND NOT EXISTS"
    " (SELECT 1 FROM replacement WHERE replacement.old_id = place.device_id"
    " AND replacement.case_id = place.case_id)"
    " UNION SELECT place.id FROM replacement JOIN case_device AS place"
    " ON place.device_id = replacement.old_id AND place.case_id = replacement.case_id"
    " WHERE replacement.new_id = ?"
)
"""Ids of the places in cases out of which a unit left: its own, or that of the one it replaced."""


def _back(bench: Bench, device_id: int, case_device_id: int) -> BackSoon | None:
    """When it left last before it came; a unit that replaced another left in its place."""
    came_on = bench.today()
    if case_device_id:
        came_on = read(bench.store, CaseDevice, case_device_id).received_on or came_on
    rows = bench.store.rows(
        "SELECT repair_case.number, parcel.moved_at FROM case_device"
        " JOIN parcel ON parcel.id = case_device.parcel_out_id"
        " JOIN repair_case ON repair_case.id = case_device.case_id"
        " WHERE case_device.state = 'shipped' AND case_device.id <> ?"
        f" AND case_device.id IN ({_LEFT})"
        " AND parcel.moved_at IS NOT NULL ORDER BY parcel.moved_at DESC",
        (case_device_id, device_id, device_id),
    )
    for number, moved_at in rows:
        left_on = moment_of(moved_at).astimezone().date()
        days = (came_on - left_on).days
        if days >= 0:
            return BackSoon(number or "", left_on, days) if _soon(bench, days) else None
    return None


def _soon(bench: Bench, days: int) -> bool:
    return days <= house_rules(bench).back_within_days


def _repairs(bench: Bench, device_id: int, case_device_id: int) -> tuple[EarlierRepair, ...]:
    work = select(
        bench.store,
        RepairWork,
        "JOIN case_device ON case_device.id = repair_work.case_device_id"
        " WHERE case_device.device_id = ? AND case_device.id <> ? ORDER BY repair_work.id DESC",
        (device_id, case_device_id),
    )
    return tuple(EarlierRepair(_number(bench, one.case_device_id), one) for one in work)


def _number(bench: Bench, case_device_id: int) -> str:
    device = read(bench.store, CaseDevice, case_device_id)
    return read(bench.store, Case, device.case_id).number or ""


def lot_signals(bench: Bench, unit: Device) -> list[LotSignal]:
    """The faults that many other units of the same lot had lately, the most frequent first.

    A unit counts once however often it came; that nothing was found is no fault, and what is told
    in words alone is not one and the same.
    """
    if not unit.lot:
        return []
    rules = house_rules(bench)
    since = bench.clock() - timedelta(days=rules.lot_days)
    counted = bench.store.rows(
        "SELECT assessment.found_code, COUNT(DISTINCT case_device.device_id) FROM assessment"
        " JOIN case_device ON case_device.id = assessment.case_device_id"
        " JOIN device ON device.id = case_device.device_id"
        # The plus keeps the index of products out: from the judgements the way is short.
        " WHERE device.lot = ? AND +device.product_id = ? AND device.id <> ?"
        " AND assessment.found_code NOT IN ('', ?) AND assessment.origin <> ?"
        " AND assessment.assessed_at >= ?"
        # Only the judgement that stands.
        " AND assessment.revision = (SELECT max(latest.revision) FROM assessment AS latest"
        " WHERE latest.case_device_id = assessment.case_device_id)"
        " GROUP BY assessment.found_code",
        (unit.lot, unit.product_id, unit.id, IN_WORDS, Origin.NO_FAULT.value, moment_text(since)),
    )
    found = [
        LotSignal(unit.lot, code, units, rules.lot_days)
        for code, units in counted
        if units >= rules.lot_faults
    ]
    return sorted(found, key=lambda signal: (-signal.units, signal.found_code))
