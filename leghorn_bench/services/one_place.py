"""A unit is in one place: what is taken back must not bring it into a second one."""

from collections.abc import Iterable

from leghorn_bench.domain.records.audit import AuditEvent
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Replacement
from leghorn_bench.domain.states import OVER, CaseState
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.whereabouts import require_nowhere_else
from leghorn_bench.store.audit import events_between
from leghorn_bench.store.records import read, select


def require_one_place(bench: Bench, first_event: int, last_event: int) -> None:
    """Look, once these events were taken back, at every unit that they are about.

    Raises:
        DeviceInAnotherCase: it has come back meanwhile, and is in another running case.
        ChangedSince: what replaced another has come back itself, or was replaced in its turn.
    """
    events = events_between(bench.store, first_event, last_event)
    for device in _devices(bench, events):
        if CaseState(read(bench.store, Case, device.case_id).state) in OVER:
            continue
        for unit_id in _units_of(bench, device):
            require_nowhere_else(bench, unit_id, device)
    for event in events:
        if event.subject == "replacement" and event.what == "added" and event.after is not None:
            _require_unused(bench, event.after["new_id"])


def _devices(bench: Bench, events: Iterable[AuditEvent]) -> list[CaseDevice]:
    """Those that are still on file, each once."""
    ids = dict.fromkeys(event.subject_id for event in events if event.subject == "case_device")
    return [
        device for one in ids for device in select(bench.store, CaseDevice, "WHERE id = ?", (one,))
    ]


def _units_of(bench: Bench, device: CaseDevice) -> list[int]:
    """The unit that came, and the one that leaves in its place."""
    if device.device_id is None:
        return []
    links = select(
        bench.store,
        Replacement,
        "WHERE old_id = ? AND case_id = ?",
        (device.device_id, device.case_id),
    )
    return [device.device_id, *(link.new_id for link in links)]


def _require_unused(bench: Bench, new_id: object) -> None:
    came = select(
        bench.store, CaseDevice, "WHERE device_id = ? AND received_on IS NOT NULL", (new_id,)
    )
    if came:
        raise ChangedSince(table="replacement")
