"""Every unit in a parcel that leaves, with the reason for which it travels (PAPERS §1.4)."""

from dataclasses import dataclass

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.aboard import is_replaced, leaving_unit
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.law import TransportReason, transport_words
from leghorn_bench.services.leaving import Leaving, reason_code
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.services.shipping import OWED_BY_WARRANTY, Carriage


@dataclass(frozen=True, slots=True)
class Load:
    """One unit that leaves for a device of a case."""

    device: CaseDevice
    unit: Device | None
    """None while nobody knows what it is."""
    reason: TransportReason
    """Why it travels [causale]."""


def loads_of(bench: Bench, leaving: Leaving) -> tuple[Load, ...]:
    """The units in the order in which they were packed; a replaced one that goes back follows."""
    return tuple(
        load
        for device in leaving.devices
        for load in _for_device(bench, device, leaving.carriages[device.id])
    )


def _for_device(bench: Bench, device: CaseDevice, carriage: Carriage) -> tuple[Load, ...]:
    reasons = transport_words().reasons
    code = reason_code(carriage, replaced=is_replaced(bench, device))
    first = Load(device, leaving_unit(bench, device), reasons[code])
    old = old_unit_aboard(bench, device)
    if old is None:
        return (first,)
    owed = carriage.why in OWED_BY_WARRANTY
    return first, Load(device, old, reasons["as_it_came_warranty" if owed else "as_it_came"])
