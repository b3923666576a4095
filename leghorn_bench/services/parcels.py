"""Inbound parcels: begun, completed, and reconciled with what was announced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leghorn_bench.domain.case_errors import LessThanNothing, ParcelClosed
from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.states import CaseState, DeviceState, DeviceStep
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_orders import label_closed
from leghorn_bench.services.stepping import stepped
from leghorn_bench.store.acts import devices_noted
from leghorn_bench.store.engine import marks
from leghorn_bench.store.records import add, read, save, select

AWAITED = (DeviceState.EXPECTED.value, DeviceState.MISSING.value)
RUNNING = (CaseState.REPORTED.value, CaseState.AUTHORISED.value, CaseState.OPEN.value)
AWAITING = (
    "JOIN repair_case ON repair_case.id = case_device.case_id"
    f" WHERE case_device.state IN ({marks(len(AWAITED))})"
    f" AND repair_case.state IN ({marks(len(RUNNING))})"
)
"""Joins the devices that were announced and have not come, of cases that run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What is known of a parcel before it is opened."""

    customer_id: int | None = None
    sender: str = ""
    carrier: str = ""
    waybill: str = ""
    cost: Money | None = None
    paid_by: str = ""
    """``customer`` or ``company``; empty = not known yet."""
    packages: int = 1
    document: str = ""
    """The customer's own transport document: number and day [Vs. DDT]."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A parcel held against what was announced."""

    expected: int
    found: tuple[CaseDevice, ...]
    missing: tuple[CaseDevice, ...]
    extra: tuple[CaseDevice, ...]
    """Received without having been announced, the unknown ones among them."""
    unknown: tuple[CaseDevice, ...]
    elsewhere: tuple[CaseDevice, ...] = ()
    """Scanned in it, though they are here already in another open case: not among the found."""


def begin_parcel(bench: Bench, arrival: Arrival) -> Parcel:
    """Put a parcel on file, before or while it is opened.

    Raises:
        LessThanNothing: its cost is below zero.
    """
    with act(bench, ActKind.PARCEL_BEGUN, note=arrival.waybill or arrival.sender) as done:
        parcel = Parcel(direction="in", moved_at=done.stamp.at)
        return add(bench.store, _told(parcel, arrival), done.stamp)


def _told(parcel: Parcel, arrival: Arrival) -> Parcel:
    if arrival.cost is not None and arrival.cost < NOTHING:
        raise LessThanNothing(found=arrival.cost.amount)
    return replace(
        parcel,
        customer_id=arrival.customer_id,
        sender=arrival.sender.strip(),
        carrier=arrival.carrier.strip(),
        waybill=arrival.waybill.strip(),
        cost_cents=arrival.cost.cents if arrival.cost is not None else None,
        paid_by=arrival.paid_by,
        packages=arrival.packages,
        document=arrival.document.strip(),
        note=arrival.note.strip(),
    )


def arrival_of(parcel: Parcel) -> Arrival:
    """What is on file of a parcel that came in."""
    cost = parcel.cost_cents
    return Arrival(
        customer_id=parcel.customer_id,
        sender=parcel.sender,
        carrier=parcel.carrier,
        waybill=parcel.waybill,
        cost=None if cost is None else Money(cost),
        paid_by=parcel.paid_by,
        packages=parcel.packages,
        document=parcel.document,
        note=parcel.note,
    )


def correct_parcel(
    bench: Bench, parcel_id: int, arrival: Arrival, *, seen: int | None = None
) -> Parcel:
    """Complete or correct what is known of an open parcel.

    Args:
        bench: where.
        parcel_id: which parcel.
        arrival: all that is known of it now.
        seen: the version that the person had before them; None = the one on file.

    Raises:
        RecordChanged: another station has changed it since; both versions are in the error.
        ParcelClosed: it was reconciled already.
    """
    parcel = open_parcel(bench, parcel_id)
    changed = _told(parcel, arrival)
    if seen is not None and parcel.version != seen:
        raise RecordChanged(table="parcel", mine=changed, theirs=parcel)
    with act(bench, ActKind.EDITED, note=arrival.waybill or arrival.sender) as done:
        return save(bench.store, changed, done.stamp)


def open_parcel(bench: Bench, parcel_id: int) -> Parcel:
    """An inbound parcel that is not reconciled yet.

    Raises:
        ParcelClosed: it was.
    """
    parcel = read(bench.store, Parcel, parcel_id)
    if parcel.closed_at is not None:
        raise ParcelClosed(waybill=parcel.waybill or parcel.id)
    return parcel


def open_parcels(bench: Bench) -> list[Parcel]:
    """Inbound parcels that were begun and not yet reconciled, the newest first."""
    return select(
        bench.store, Parcel, "WHERE direction = 'in' AND closed_at IS NULL ORDER BY id DESC"
    )


def awaited(bench: Bench, customer_id: int | None) -> list[CaseDevice]:
    """The devices that a customer has announced and that have not come."""
    return select(
        bench.store,
        CaseDevice,
        f"{AWAITING} AND repair_case.customer_id = ? ORDER BY case_device.id",
        (*AWAITED, *RUNNING, customer_id),
    )


def contents(bench: Bench, parcel_id: int) -> list[CaseDevice]:
    """What was received in a parcel, the newest first."""
    return select(bench.store, CaseDevice, "WHERE parcel_in_id = ? ORDER BY id DESC", (parcel_id,))


def is_in(bench: Bench, parcel_id: int, device_id: int) -> bool:
    """Whether the unit was received in the parcel."""
    inside = bench.store.row(
        "SELECT 1 FROM case_device WHERE parcel_in_id = ? AND device_id = ? LIMIT 1",
        (parcel_id, device_id),
    )
    return inside is not None


def turned_up(bench: Bench, parcel: Parcel) -> list[CaseDevice]:
    """The devices of other open cases that were scanned in a parcel, the newest first."""
    ids = devices_noted(bench.store, ActKind.TURNED_UP, str(parcel.id), parcel.moved_at)
    condition = f"WHERE id IN ({marks(len(ids))}) ORDER BY id DESC"
    return select(bench.store, CaseDevice, condition, ids) if ids else []


def reconcile(bench: Bench, parcel_id: int) -> Reconciliation:
    """The parcel as it stands, held against what its customer announced."""
    parcel = read(bench.store, Parcel, parcel_id)
    found = contents(bench, parcel_id)
    missing = awaited(bench, parcel.customer_id) if parcel.customer_id is not None else ()
    return held_against(found, missing, turned_up(bench, parcel))


def held_against(
    inside: Sequence[CaseDevice], not_come: Sequence[CaseDevice], here: Sequence[CaseDevice]
) -> Reconciliation:
    """What is in a parcel, held against what was announced and ``not_come``.

    ``here``: scanned in it, though they were here already in another open case.
    """
    found, missing = tuple(inside), tuple(not_come)
    extra = tuple(device for device in found if not device.announced)
    return Reconciliation(
        expected=len(found) - len(extra) + len(missing),
        found=found,
        missing=missing,
        extra=extra,
        unknown=tuple(device for device in found if device.device_id is None),
        elsewhere=tuple(here),
    )


def close_parcel(bench: Bench, parcel_id: int) -> Reconciliation:
    """Close the parcel: what was announced and is not in it is noted as missing.

    Of a case of which nothing came that is not said, unless nothing announced came at all: it may
    be on its way in another parcel.

    Raises:
        ParcelClosed: it was reconciled already.
    """
    parcel = open_parcel(bench, parcel_id)
    result = reconcile(bench, parcel_id)
    came = {device.case_id for device in result.found if device.announced}
    # The labels' job is in the same transaction and not in the act: an undo leaves the printer out.
    with bench.store.transaction():
        with act(bench, ActKind.PARCEL_CLOSED, note=parcel.waybill or parcel.sender) as done:
            for device in result.missing:
                is_due = not came or device.case_id in came
                if is_due and device.state == DeviceState.EXPECTED.value:
                    stepped(bench, done, device, DeviceStep.MISS)
            save(bench.store, replace(parcel, closed_at=done.stamp.at), done.stamp)
        label_closed(bench, result.found)
    return result


def note_condition(
    bench: Bench, case_device_id: int, *, accessories: tuple[str, ...], condition: str
) -> CaseDevice:
    """Note what came with a device, and how it looked on arrival."""
    device, seen = read(bench.store, CaseDevice, case_device_id), condition.strip()
    note = f"arrival {seen}" if seen else ""
    with act(
        bench, ActKind.EDITED, case_id=device.case_id, case_device_id=device.id, note=note
    ) as done:
        noted = replace(device, accessories=accessories, condition=seen)
        return save(bench.store, noted, done.stamp)


def inbound_documents(bench: Bench, devices: Sequence[CaseDevice]) -> tuple[str, ...]:
    """The customer's own documents that devices came with, each once."""
    parcels = dict.fromkeys(
        device.parcel_in_id for device in devices if device.parcel_in_id is not None
    )
    documents = (read(bench.store, Parcel, found).document for found in parcels)
    return tuple(dict.fromkeys(document for document in documents if document))
