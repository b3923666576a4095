"""Pack devices that are ready, tell who pays and why, and let the battery guard speak."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import (
    LessThanNothing,
    NotADevice,
    NotReady,
    OtherRecipient,
    ParcelClosed,
    ParcelEmpty,
    TextMissing,
)
from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer, consequence
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Replacement
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.replacement_errors import ReplacedUnitStays
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.services.aboard import leaving_unit, require_batteries
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.stepping import accepted_quote_of, last_assessment
from leghorn_bench.store.engine import marks
from leghorn_bench.store.lookup import devices_known_as
from leghorn_bench.store.records import add, read, save, select


class PaidBecause(StrEnum):
    """Why the company, or the customer, pays the shipment of a device out (POLICY §4)."""

    WARRANTY = "warranty"
    GOODWILL = "goodwill"
    ACCEPTED = "accepted"
    """Charged work: the transport is charged with it (P14)."""
    AS_IT_CAME = "as_it_came"
    """Back unrepaired: charged all the same (P15)."""
    WARRANTY_AS_IT_CAME = "warranty_as_it_came"
    """Back unrepaired, although its fault is covered: ours, whatever is done about it (P12)."""


OWED_BY_WARRANTY = frozenset({PaidBecause.WARRANTY, PaidBecause.WARRANTY_AS_IT_CAME})
"""A covered fault of material or production: the inbound shipment is reimbursed as well."""
BACK_AS_IT_CAME = frozenset({PaidBecause.AS_IT_CAME, PaidBecause.WARRANTY_AS_IT_CAME})
"""Nothing was done to the device: a slip goes with it."""


@dataclass(frozen=True, slots=True)
class Carriage:
    """Who pays the shipment of one device, and why."""

    payer: Payer
    why: PaidBecause


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What is known of a parcel that goes out."""

    carrier: str = ""
    waybill: str = ""
    by_air: bool = False
    weight_g: int = 0
    packages: int = 1
    cost: Money | None = None
    """What the shipment costs, without VAT; charged to the customer when the customer pays."""
    note: str = ""


def ready_devices(bench: Bench) -> list[CaseDevice]:
    """Devices that wait to be shipped and lie in no parcel yet, the oldest case first."""
    return select(
        bench.store,
        CaseDevice,
        "WHERE state = ? AND parcel_out_id IS NULL ORDER BY case_id, id",
        (DeviceState.READY.value,),
    )


def carriage_of(bench: Bench, device: CaseDevice) -> Carriage:
    """Who pays the shipment out of a device, computed from its judgement (POLICY §4)."""
    judged = last_assessment(bench, device.id)
    if judged is None or device.coverage is None:
        return Carriage(Payer.CUSTOMER, PaidBecause.AS_IT_CAME)
    rule = consequence(Coverage(device.coverage), Origin(judged.origin))
    if rule.return_shipping is Payer.COMPANY:
        is_unrepaired = device.outcome == DeviceStep.RETURN_AS_IT_CAME.value
        why = PaidBecause.WARRANTY_AS_IT_CAME if is_unrepaired else PaidBecause.WARRANTY
        return Carriage(Payer.COMPANY, why)
    if device.goodwill_by is not None and device.outcome in {"repair_free", "replace_free"}:
        return Carriage(Payer.COMPANY, PaidBecause.GOODWILL)
    if device.outcome == "quote" and accepted_quote_of(bench, device.id) is not None:
        return Carriage(Payer.CUSTOMER, PaidBecause.ACCEPTED)
    return Carriage(Payer.CUSTOMER, PaidBecause.AS_IT_CAME)


def pack_parcel(bench: Bench, customer_id: int, departure: Departure) -> Parcel:
    """Begin a parcel to a customer.

    Raises:
        LessThanNothing: its cost is below zero.
    """
    with act(bench, ActKind.PARCEL_BEGUN, note=departure.waybill) as done:
        parcel = Parcel(direction="out", customer_id=customer_id)
        return add(bench.store, _told(parcel, departure), done.stamp)


def _told(parcel: Parcel, departure: Departure) -> Parcel:
    if departure.cost is not None and departure.cost < NOTHING:
        raise LessThanNothing(found=departure.cost.amount)
    return replace(
        parcel,
        carrier=departure.carrier.strip(),
        waybill=departure.waybill.strip(),
        by_air=departure.by_air,
        weight_g=departure.weight_g,
        packages=departure.packages,
        cost_cents=departure.cost.cents if departure.cost is not None else None,
        note=departure.note.strip(),
    )


def correct_departure(
    bench: Bench, parcel_id: int, departure: Departure, *, seen: int | None = None
) -> Parcel:
    """Complete what is known of a parcel that has not left.

    Args:
        bench: where.
        parcel_id: which parcel.
        departure: all that is known of it now.
        seen: the version that the person had before them; None = the one on file.

    Raises:
        RecordChanged: another station has changed it since; both versions are in the error.
        ParcelClosed: it has left.
        LessThanNothing: its cost is below zero.
        BatteryMayNotFly, BatteryNotLookedAt: it would go by air with such a battery on board.
    """
    parcel = _packing(bench, parcel_id)
    changed = _told(parcel, departure)
    if seen is not None and parcel.version != seen:
        raise RecordChanged(table="parcel", mine=changed, theirs=parcel)
    require_batteries(bench, packed(bench, parcel_id), by_air=changed.by_air)
    with act(bench, ActKind.EDITED, note=changed.waybill) as done:
        return save(bench.store, changed, done.stamp)


def _packing(bench: Bench, parcel_id: int) -> Parcel:
    parcel = read(bench.store, Parcel, parcel_id)
    if parcel.closed_at is not None:
        raise ParcelClosed(waybill=parcel.waybill or parcel.id)
    return parcel


def packed(bench: Bench, parcel_id: int) -> list[CaseDevice]:
    """What lies in a parcel that goes out, in the order in which it was packed."""
    return select(bench.store, CaseDevice, "WHERE parcel_out_id = ? ORDER BY id", (parcel_id,))


def packing_parcels(bench: Bench) -> list[Parcel]:
    """Parcels that are being packed, the newest first."""
    return select(
        bench.store, Parcel, "WHERE direction = 'out' AND closed_at IS NULL ORDER BY id DESC"
    )


def find_ready(bench: Bench, text: str) -> CaseDevice:
    """The device in a case that was scanned for shipping: itself, its label, or its replacement.

    Raises:
        NotADevice: nothing of what was scanned is in an open case.
        NotReady: it is, but not ready to be shipped.
        ReplacedUnitStays: it was replaced, and is not what leaves.
    """
    reading = interpret(text)
    if reading.kind is Kind.DEVICE:
        reading = interpret(reading.best.value)
    _, units = devices_known_as(bench.store, reading.keys)
    wanted = set(units)
    for unit in units:
        # What leaves for a replaced device is its replacement.
        wanted |= {
            link.old_id for link in select(bench.store, Replacement, "WHERE new_id = ?", (unit,))
        }
    shown = reading.best.serial or reading.text
    in_cases = select(
        bench.store,
        CaseDevice,
        "WHERE state NOT IN ('shipped', 'written_off', 'missing', 'expected')"
        f" AND (device_id IN ({marks(len(wanted) or 1)})"
        " OR (device_id IS NULL AND scanned = ?)) ORDER BY id",
        (*(wanted or (0,)), shown),
    )
    if not in_cases:
        raise NotADevice(text=text, kind=reading.kind.value)
    device = in_cases[-1]
    if device.state != DeviceState.READY.value:
        raise NotReady(serial=serial_of(bench, device), state=DeviceState(device.state))
    if device.device_id in units:
        _require_to_leave(bench, device)
    return device


def _require_to_leave(bench: Bench, device: CaseDevice) -> None:
    """Who scans a replaced unit holds the wrong one in the hand, unless it goes back as well."""
    new = leaving_unit(bench, device)
    if new is None or new.id == device.device_id or old_unit_aboard(bench, device) is not None:
        return
    raise ReplacedUnitStays(serial=serial_of(bench, device), new=new.serial)


def pack(bench: Bench, parcel_id: int, case_device_id: int) -> CaseDevice:
    """Put a device into a parcel.

    Raises:
        NotReady: it is not ready, or lies in another parcel.
        OtherRecipient: it belongs to another customer.
        BatteryMayNotFly, BatteryNotLookedAt: such a battery would go by air.
        ParcelClosed: the parcel has left.
    """
    parcel = _packing(bench, parcel_id)
    device = read(bench.store, CaseDevice, case_device_id)
    case = read(bench.store, Case, device.case_id)
    if device.state != DeviceState.READY.value or device.parcel_out_id not in (None, parcel_id):
        raise NotReady(serial=serial_of(bench, device), state=DeviceState(device.state))
    if case.customer_id != parcel.customer_id:
        raise OtherRecipient(
            serial=serial_of(bench, device),
            owner=_name(bench, case.customer_id),
            recipient=_name(bench, parcel.customer_id),
        )
    require_batteries(bench, [device], by_air=parcel.by_air)
    with act(
        bench, ActKind.PACKED, case_id=case.id, case_device_id=device.id, note=parcel.waybill
    ) as done:
        return save(bench.store, replace(device, parcel_out_id=parcel_id), done.stamp, "packed")


def unpack(bench: Bench, case_device_id: int) -> CaseDevice:
    """Take a device out of a parcel that has not left.

    Raises:
        TextMissing: it lies in none.
        ParcelClosed: it has left.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    if device.parcel_out_id is None:
        raise TextMissing(what="parcel")
    _packing(bench, device.parcel_out_id)
    with act(
        bench, ActKind.PACKED, case_id=device.case_id, case_device_id=device.id, note="-"
    ) as done:
        return save(bench.store, replace(device, parcel_out_id=None), done.stamp, "unpacked")


def _name(bench: Bench, customer_id: int | None) -> str:
    return read(bench.store, Customer, customer_id).name if customer_id is not None else "-"


def note_battery(bench: Bench, case_device_id: int, state: BatteryState) -> CaseDevice:
    """Note how the battery of a device was found."""
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench,
        ActKind.EDITED,
        case_id=device.case_id,
        case_device_id=device.id,
        note=f"battery {state.value}",
    ) as done:
        return save(bench.store, replace(device, battery=state.value), done.stamp)


def note_batteries(
    bench: Bench, devices: Sequence[CaseDevice], state: BatteryState
) -> list[CaseDevice]:
    """Note of several devices at once that their batteries were found alike."""
    with bench.store.transaction():
        return [note_battery(bench, device.id, state) for device in devices]


def require_contents(bench: Bench, parcel_id: int) -> list[CaseDevice]:
    """What lies in a parcel that is to leave.

    Raises:
        ParcelClosed, ParcelEmpty: it cannot leave.
    """
    _packing(bench, parcel_id)
    devices = packed(bench, parcel_id)
    if not devices:
        raise ParcelEmpty
    return devices
