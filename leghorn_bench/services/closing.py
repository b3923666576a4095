"""Close a case only when nothing is left open, and reopen it with a reason (POLICY §5)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from leghorn_bench.domain.case_errors import ReasonMissing, StillOpen
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import (
    DEVICE_END_STATES,
    CaseState,
    CaseStep,
    DeviceState,
    case_after,
)
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.quoting import quotes_of
from leghorn_bench.services.support_time import time_spent
from leghorn_bench.store.records import read, save


class OpenEnd(StrEnum):
    """What keeps a case from being closed."""

    DEVICE = "device"
    """A device is neither shipped nor written off."""
    CONTACT = "contact"
    """The customer was never contacted."""
    QUOTE = "quote"
    """A quote or an estimate waits for its answer."""
    NOTE = "note"
    """A charge or reimbursement stands on no paper yet."""
    TIMER = "timer"
    """The timer runs."""
    ESTIMATE = "estimate"
    """More than the free minutes were worked, and no estimate was made."""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """One thing that is left to do."""

    what: OpenEnd
    detail: str = ""
    """Serial, kind or number of the thing."""
    state: DeviceState | None = None
    quote_id: int = 0
    """Of the offer that waits; 0 for anything else."""


def left_open(bench: Bench, case_id: int) -> tuple[LeftOpen, ...]:
    """All that is left to do on a case; empty when it may be closed."""
    case = read(bench.store, Case, case_id)
    ends = []
    over = {*DEVICE_END_STATES, DeviceState.MISSING}
    serials = _serials(bench, case_id)
    for device in devices_of(bench, case_id):
        state = DeviceState(device.state)
        if state not in over:
            serial = serials.get(device.device_id or 0, device.scanned)
            ends.append(LeftOpen(OpenEnd.DEVICE, serial, state))
    if case.first_contact_at is None:
        ends.append(LeftOpen(OpenEnd.CONTACT))
    estimates = quotes_of(bench, case_id, TIME)
    ends += [
        LeftOpen(OpenEnd.QUOTE, f"rev. {quote.revision}", quote_id=quote.id)
        for quote in (*quotes_of(bench, case_id), *estimates)
        if quote.state == "sent"
    ]
    ends += [
        LeftOpen(OpenEnd.NOTE, claim.kind)
        for claim in claims_of(bench, case_id)
        if claim.paper_id is None
    ]
    spent = time_spent(bench, case_id)
    if spent.running is not None:
        ends.append(LeftOpen(OpenEnd.TIMER))
    if not spent.is_free and not estimates:
        ends.append(LeftOpen(OpenEnd.ESTIMATE))
    return tuple(ends)


def _serials(bench: Bench, case_id: int) -> dict[int, str]:
    """Serial of each unit in a case under its id, read at once: a pallet holds a thousand."""
    rows = bench.store.rows(
        "SELECT id, serial FROM device"
        " WHERE id IN (SELECT device_id FROM case_device WHERE case_id = ?)",
        (case_id,),
    )
    return {int(unit): str(serial) for unit, serial in rows}


def close_case(bench: Bench, case_id: int) -> Case:
    """Close a case.

    Raises:
        StillOpen: naming what is left to do.
        IllegalStep: the case is not open.
    """
    case = read(bench.store, Case, case_id)
    after = case_after(CaseState(case.state), CaseStep.CLOSE)
    ends = left_open(bench, case_id)
    if ends:
        raise StillOpen(left=tuple(f"{end.what} {end.detail}".strip() for end in ends))
    with act(bench, ActKind.CLOSED, case_id=case_id) as done:
        closed = replace(case, state=after.value, closed_at=done.stamp.at)
        return save(bench.store, closed, done.stamp, "closed")


def reopen_case(bench: Bench, case_id: int, reason: str) -> Case:
    """Open a closed case again.

    Raises:
        ReasonMissing: no reason is given.
        IllegalStep: the case is not closed.
    """
    if not reason.strip():
        raise ReasonMissing
    case = read(bench.store, Case, case_id)
    after = case_after(CaseState(case.state), CaseStep.REOPEN)
    with act(bench, ActKind.REOPENED, case_id=case_id, note=reason.strip()) as done:
        again = replace(case, state=after.value, closed_at=None)
        return save(bench.store, again, done.stamp, "reopened")
