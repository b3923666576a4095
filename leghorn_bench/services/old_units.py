"""What becomes of a unit that another one replaced: kept here, sent back as well, or scrapped."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read, select


def old_unit_of(bench: Bench, device: CaseDevice) -> OldUnit | None:
    """What the standing slip says of a replaced device; None while no other unit replaces it."""
    found = select(
        bench.store,
        StoredPaper,
        "JOIN paper_device ON paper_device.paper_id = paper.id"
        " WHERE case_device_id = ? AND kind = ? AND annulled_at IS NULL"
        " ORDER BY paper.id DESC LIMIT 1",
        (device.id, PaperKind.REPLACEMENT_SLIP.value),
    )
    told = found[0].content.get("replacements") if found else None
    if not isinstance(told, list) or not isinstance(told[0], dict):
        return None
    return OldUnit(told[0]["old_unit"])


def old_unit_aboard(bench: Bench, device: CaseDevice) -> Device | None:
    """The replaced unit that goes back beside the new one; None when only one unit leaves."""
    if device.device_id is None or old_unit_of(bench, device) is not OldUnit.RETURNED:
        return None
    return read(bench.store, Device, device.device_id)
