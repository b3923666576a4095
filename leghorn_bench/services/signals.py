"""What a technician should know before judging: back too soon, repaired before, a bad lot."""

from dataclasses import dataclass
from datetime import date, timedelta

from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.work import RepairWork
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.store.fields import moment_of, moment_text
from leghorn_bench.store.records import read, select


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


def _back(bench: Bench, device_id: int, case_device_id: int) -> BackSoon | None:
    row = bench.store.row(
        "SELECT repair_case.number, parcel.moved_at FROM case_device"
        " JOIN parcel ON parcel.id = case_device.parcel_out_id"
        " JOIN repair_case ON repair_case.id = case_device.case_id"
        " WHERE case_device.state = 'shipped' AND case_device.id <> ? AND case_device.device_id = ?"
        " AND parcel.moved_at IS NOT NULL ORDER BY parcel.moved_at DESC LIMIT 1",
        (case_device_id, device_id),
    )
    if row is None:
        return None
    left_on = moment_of(row[1]).astimezone().date()
    came_on = bench.today()
    if case_device_id:
        came_on = read(bench.store, CaseDevice, case_device_id).received_on or came_on
    days = (came_on - left_on).days
    return BackSoon(row[0] or "", left_on, days) if _soon(bench, days) else None


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
    """The faults that many other units of the same lot had lately, the most frequent first."""
    if not unit.lot:
        return []
    rules = house_rules(bench)
    since = bench.clock() - timedelta(days=rules.lot_days)
    judged = select(
        bench.store,
        Assessment,
        "JOIN case_device ON case_device.id = assessment.case_device_id"
        " JOIN device ON device.id = case_device.device_id"
        # The plus keeps the index of products out: from the judgements the way is short.
        " WHERE device.lot = ? AND +device.product_id = ? AND device.id <> ?"
        " AND assessment.found_code <> '' AND assessment.assessed_at >= ?"
        # Only the judgement that stands.
        " AND assessment.revision = (SELECT max(latest.revision) FROM assessment AS latest"
        " WHERE latest.case_device_id = assessment.case_device_id)",
        (unit.lot, unit.product_id, unit.id, moment_text(since)),
    )
    units: dict[str, set[int]] = {}
    for one in judged:
        units.setdefault(one.found_code, set()).add(one.case_device_id)
    found = [
        LotSignal(unit.lot, code, len(which), rules.lot_days)
        for code, which in units.items()
        if len(which) >= rules.lot_faults
    ]
    return sorted(found, key=lambda signal: (-signal.units, signal.found_code))
