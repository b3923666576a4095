"""What becomes of a unit that another one replaced: kept here, sent back as well, or scrapped."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.resting import standing_paper
from leghorn_bench.store.records import read


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
