"""Repair a device: work with time and parts, a final test before it is released, or giving up."""

from dataclasses import dataclass, replace

from leghorn_bench.domain.case_errors import (
    FinalTestNotPassed,
    LessThanNothing,
    PartsShort,
    ReasonMissing,
    TextMissing,
)
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import IN_ORDER, CaseDevice, Measurement
from leghorn_bench.domain.records.work import Part, PartUse, RepairWork
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.stepping import situation_of, stepped
from leghorn_bench.store.records import add, read, save, select


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkDone:
    """What a technician did to a device, and what the final test said."""

    done: str
    done_code: str = ""
    """A code of the repair catalogue."""
    minutes: int = 0
    parts: tuple[tuple[int, int], ...] = ()
    """Id and number of each part taken from the stock."""
    test: str = ""
    passed: bool = False
    measurements: tuple[Measurement, ...] = ()
    checks: tuple[str, ...] = ()
    """What was checked and found in order; kept with the measurements."""


def finish_repair(bench: Bench, case_device_id: int, work: WorkDone) -> CaseDevice:
    """Record the work and the passed final test; the device is ``ready`` (ISO 9001 8.6).

    Raises:
        FinalTestNotPassed: the test was not passed.
        TextMissing: nothing is said of what was done.
        PartsShort: the stock does not hold the parts.
        LessThanNothing: fewer than none were taken.
        IllegalStep: the device is not in repair.
    """
    if not work.passed:
        raise FinalTestNotPassed
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench, ActKind.REPAIRED, case_id=device.case_id, case_device_id=device.id, note=work.done
    ) as done:
        _recorded(bench, done, device, work)
        return stepped(bench, done, device, DeviceStep.PASS_TEST)


def record_work(bench: Bench, case_device_id: int, work: WorkDone) -> RepairWork:
    """Record work that goes on, without releasing the device.

    Raises:
        TextMissing, PartsShort: it cannot be recorded as it is.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench, ActKind.REPAIRED, case_id=device.case_id, case_device_id=device.id, note=work.done
    ) as done:
        return _recorded(bench, done, device, work)


def _recorded(bench: Bench, done: UnderWay, device: CaseDevice, work: WorkDone) -> RepairWork:
    if not work.done.strip():
        raise TextMissing(what="work done")
    for part_id, quantity in work.parts:
        _take(bench, done, device, part_id, quantity)
    record = RepairWork(
        case_device_id=device.id,
        done=work.done.strip(),
        done_code=work.done_code,
        minutes=work.minutes,
        passed=work.passed,
        test=work.test.strip(),
        measurements=(
            *work.measurements,
            *(Measurement(name=name, value=IN_ORDER) for name in work.checks),
        ),
        worked_at=done.stamp.at,
        worked_by=done.stamp.who,
    )
    return add(bench.store, record, done.stamp)


def _take(bench: Bench, done: UnderWay, device: CaseDevice, part_id: int, quantity: int) -> None:
    part = read(bench.store, Part, part_id)
    if quantity < 0:
        raise LessThanNothing(found=quantity)
    if part.quantity < quantity:
        raise PartsShort(part=part.name, wanted=quantity, found=part.quantity)
    save(bench.store, replace(part, quantity=part.quantity - quantity), done.stamp, "taken")
    use = PartUse(
        case_device_id=device.id,
        part_id=part.id,
        quantity=quantity,
        used_at=done.stamp.at,
        used_by=done.stamp.who,
    )
    add(bench.store, use, done.stamp)


def give_up(bench: Bench, case_device_id: int, reason: str) -> CaseDevice:
    """Give a repair up: free work leads to a replacement, charged work to a revised quote.

    Raises:
        ReasonMissing: no reason is given.
        IllegalStep: the device is not in repair.
    """
    if not reason.strip():
        raise ReasonMissing
    device = read(bench.store, CaseDevice, case_device_id)
    charged = situation_of(bench, device).charged
    step = DeviceStep.GIVE_UP_CHARGED if charged else DeviceStep.GIVE_UP_FREE
    with act(
        bench,
        ActKind.STEPPED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=f"{step.value}: {reason.strip()}",
    ) as done:
        return stepped(bench, done, device, step)


def write_off(bench: Bench, case_device_id: int, consent: str) -> CaseDevice:
    """Write a device off with the customer's consent: who gave it, and when.

    Raises:
        ConsentMissing: nobody is named; a device is the customer's property.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench,
        ActKind.STEPPED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=f"{DeviceStep.WRITE_OFF.value}: {consent.strip()}",
    ) as done:
        return stepped(bench, done, device, DeviceStep.WRITE_OFF, consent=consent.strip())


def work_on(bench: Bench, case_device_id: int) -> list[RepairWork]:
    """What was done to a device in a case, the oldest first."""
    return select(
        bench.store, RepairWork, "WHERE case_device_id = ? ORDER BY id", (case_device_id,)
    )


def parts_in_stock(bench: Bench) -> list[Part]:
    """All parts, by name."""
    return select(bench.store, Part, "ORDER BY name, code")


def keep_part(bench: Bench, part: Part) -> Part:
    """Add a part to the stock, or correct what is on file of it.

    Raises:
        TextMissing: it has no code or no name.
        LessThanNothing: its number or its price is below zero.
        RecordExists: another part has this code.
    """
    if not part.code.strip() or not part.name.strip():
        raise TextMissing(what="part code and name")
    for number in (part.quantity, Money(part.price_cents).amount):
        if number < 0:
            raise LessThanNothing(found=number)
    with act(bench, ActKind.EDITED, note=part.code) as done:
        return (
            save(bench.store, part, done.stamp) if part.id else add(bench.store, part, done.stamp)
        )


@dataclass(frozen=True, slots=True)
class PartTaken:
    """A part that went into a device."""

    part: Part
    quantity: int


def parts_taken(bench: Bench, case_device_id: int) -> list[PartTaken]:
    """The parts that the work on a device took from the stock."""
    uses = select(bench.store, PartUse, "WHERE case_device_id = ? ORDER BY id", (case_device_id,))
    return [PartTaken(read(bench.store, Part, one.part_id), one.quantity) for one in uses]
