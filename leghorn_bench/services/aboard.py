"""What is on board of a parcel: the unit that really leaves for a device, and its battery."""

from collections.abc import Sequence
from dataclasses import dataclass

from leghorn_bench.domain.batteries import (
    FORBIDDEN_BY_AIR,
    BatteryKind,
    BatteryState,
    Rules,
    may_fly,
    must_be_looked_at,
    rules_for,
)
from leghorn_bench.domain.case_errors import BatteryMayNotFly, BatteryNotLookedAt
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device, Product, Replacement
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.store.records import read, select

_MOST_NAMED = 6
"""Serials that one sentence names."""


@dataclass(frozen=True, slots=True)
class Battery:
    """The battery of what leaves."""

    kind: BatteryKind | None
    """None when nobody has told it of the product."""
    state: BatteryState | None
    """As it was found; None when nobody looked, and of a new unit that leaves for an old one."""
    serial: str = ""
    """Of the unit that it is in."""
    is_new: bool = False
    """Of a new unit, which leaves as it was made: no return is on its way that could hurt it."""

    @property
    def is_grounded(self) -> bool:
        """Whether it must not go by air (SP A154)."""
        return not may_fly(self.kind, self.state)

    @property
    def is_unseen(self) -> bool:
        """Whether somebody has to look at it before it goes by air."""
        return not self.is_new and must_be_looked_at(self.kind, self.state)

    @property
    def rules(self) -> Rules | None:
        """What is to be written on its papers; None when there is nothing to write."""
        return rules_for(self.kind, self.state)

    @property
    def is_faulty(self) -> bool:
        """Whether it is suspect or damaged."""
        return self.state in FORBIDDEN_BY_AIR


def leaving_unit(bench: Bench, device: CaseDevice) -> Device | None:
    """The unit that leaves: the replacement of a replaced device, else the device itself."""
    if device.device_id is None:
        return None
    replaced = _replacements(bench, device)
    return read(bench.store, Device, replaced[0].new_id if replaced else device.device_id)


def is_replaced(bench: Bench, device: CaseDevice) -> bool:
    """Whether another unit leaves for the device."""
    return bool(_replacements(bench, device))


def _replacements(bench: Bench, device: CaseDevice) -> list[Replacement]:
    return select(
        bench.store,
        Replacement,
        "WHERE old_id = ? AND case_id = ?",
        (device.device_id, device.case_id),
    )


def battery_of(bench: Bench, device: CaseDevice) -> Battery:
    """The battery of what leaves for a device: a new unit leaves with a battery of its own."""
    unit = leaving_unit(bench, device)
    noted = BatteryState(device.battery) if device.battery else None
    if unit is None:
        return Battery(None, noted, device.scanned)
    is_new = unit.id != device.device_id
    kind = _kind_in(bench, unit)
    return Battery(kind, None if is_new else noted, unit.serial, is_new=is_new)


def batteries_of(bench: Bench, device: CaseDevice) -> tuple[Battery, ...]:
    """Every battery that leaves for a device: a replaced unit that goes back has its own."""
    old = old_unit_aboard(bench, device)
    if old is None:
        return (battery_of(bench, device),)
    noted = BatteryState(device.battery) if device.battery else None
    return battery_of(bench, device), Battery(_kind_in(bench, old), noted, old.serial)


def _kind_in(bench: Bench, unit: Device) -> BatteryKind | None:
    word = read(bench.store, Product, unit.product_id).battery_kind
    return BatteryKind(word) if word else None


def battery_rules(bench: Bench, devices: Sequence[CaseDevice]) -> tuple[Rules, ...]:
    """What the papers of a parcel have to say of its batteries, each once."""
    found = (one.rules for device in devices for one in batteries_of(bench, device))
    return tuple(dict.fromkeys(rules for rules in found if rules is not None))


def require_batteries(bench: Bench, devices: Sequence[CaseDevice], *, by_air: bool) -> None:
    """Refuse to send a suspect or damaged battery by air (SP A154), or one that nobody looked at.

    Raises:
        BatteryMayNotFly: it would fly.
        BatteryNotLookedAt: nobody knows whether it may; ``devices`` are all of which that is so.
    """
    if not by_air:
        return
    aboard = [(device, one) for device in devices for one in batteries_of(bench, device)]
    for _device, battery in aboard:
        if battery.is_grounded:
            raise BatteryMayNotFly(serial=battery.serial, battery=battery.state)
    unseen = [(device, battery.serial) for device, battery in aboard if battery.is_unseen]
    if unseen:
        serials = some([serial for _device, serial in unseen])
        raise BatteryNotLookedAt(serials=serials, devices=tuple(device for device, _ in unseen))


def some(serials: Sequence[str]) -> str:
    """The first serials of many, and how many they are: ``A, B, C, D, E, F … (40)``."""
    if len(serials) <= _MOST_NAMED:
        return ", ".join(serials)
    return f"{', '.join(serials[:_MOST_NAMED])} … ({len(serials)})"
