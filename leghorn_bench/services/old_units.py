"""What becomes of a unit that another one replaced: kept here, sent back as well, or scrapped."""

from dataclasses import dataclass

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.resting import standing_paper
from leghorn_bench.store.records import read


@dataclass(frozen=True, slots=True)
class Swapped:
    """The unit that took the place of a device, and what becomes of that device."""

    serial: str
    """Of the new unit."""
    old_unit: OldUnit | None
    """None where no slip says it."""
    consent: str = ""
    """Who of the customer agreed that the old unit is scrapped, and when."""


def swaps_in(bench: Bench, case_id: int) -> dict[int, Swapped]:
    """Under the id of each device that was replaced in this case, what took its place."""
    rows = bench.store.rows(
        "SELECT case_device.id, device.serial FROM replacement"
        " JOIN device ON device.id = replacement.new_id"
        " JOIN case_device ON case_device.device_id = replacement.old_id"
        " AND case_device.case_id = replacement.case_id WHERE replacement.case_id = ?",
        (case_id,),
    )
    found = {}
    for device_id, serial in rows:
        device = read(bench.store, CaseDevice, int(device_id))
        found[device.id] = Swapped(str(serial), old_unit_of(bench, device), device.consent)
    return found


def old_unit_of(bench: Bench, device: CaseDevice) -> OldUnit | None:
    """What the standing slip says of a replaced device; None while no other unit replaces it."""
    slip = standing_paper(bench, device.id, PaperKind.REPLACEMENT_SLIP)
    told = slip.content.get("replacements") if slip is not None else None
    if not isinstance(told, list) or not isinstance(told[0], dict):
        return None
    return OldUnit(told[0]["old_unit"])


def old_unit_aboard(bench: Bench, device: CaseDevice) -> Device | None:
    """The replaced unit that goes back beside the new one; None when only one unit leaves."""
    if device.device_id is None or old_unit_of(bench, device) is not OldUnit.RETURNED:
        return None
    return read(bench.store, Device, device.device_id)
