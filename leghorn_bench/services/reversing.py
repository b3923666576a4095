"""The counter-entry: what was recorded with a paper is taken back when the paper is annulled."""

from dataclasses import replace

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.claims import Claim
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.states import CaseState
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.one_place import require_one_place
from leghorn_bench.services.running import require_running
from leghorn_bench.store.acts import take_back
from leghorn_bench.store.audit import events_between
from leghorn_bench.store.records import read, save, select

STAYS = frozenset({"paper", "paper_device", "print_job"})
"""What an issued paper is made of: annulled, never taken back (POLICY §8)."""


def take_back_with(bench: Bench, paper: StoredPaper, stamp: Stamp) -> list[StoredPaper]:
    """Reverse, inside an act, all that was recorded with ``paper``; gives the act's papers.

    A shipment is brought back into its packed parcel, a quote is no longer asked, money stands on
    no note any more.

    Raises:
        ChangedSince: later work rests on it, which has to be taken back first.
        DeviceInAnotherCase: a unit that left with it has come back, and another case has it.
        CaseIsOver: its case was closed meanwhile.
    """
    issuing = _issuing_act(bench, paper)
    if issuing is None:
        return [paper]
    events = events_between(bench.store, issuing.first_event, issuing.last_event)
    if any(event.subject not in STAYS for event in events):
        _require_running(bench, paper)
    _require_unsettled(bench, paper)
    take_back(bench.store, issuing.first_event, issuing.last_event, stamp, stays=STAYS)
    require_one_place(bench, issuing.first_event, issuing.last_event)
    for done in _told_with(bench, issuing):
        save(bench.store, replace(done, undone=True), stamp)
    added = (event.subject_id for event in events if event.subject == "paper")
    return [read(bench.store, StoredPaper, found) for found in dict.fromkeys(added)]


def _issuing_act(bench: Bench, paper: StoredPaper) -> Act | None:
    found = select(
        bench.store,
        Act,
        "JOIN audit_event ON audit_event.number BETWEEN act.first_event AND act.last_event"
        " WHERE audit_event.subject = 'paper' AND audit_event.subject_id = ?"
        " AND audit_event.what = 'added' ORDER BY act.first_event DESC LIMIT 1",
        (paper.id,),
    )
    return found[0] if found else None


def _told_with(bench: Bench, issuing: Act) -> list[Act]:
    """The act, and the lines that tell of it in the other cases of a parcel."""
    return select(
        bench.store, Act, "WHERE what = ? AND note = ? AND NOT undone", (issuing.what, issuing.note)
    )


def _require_unsettled(bench: Bench, paper: StoredPaper) -> None:
    """Money that administration has ticked stays on its note until the tick is taken back."""
    settled = select(
        bench.store, Claim, "WHERE paper_id = ? AND settled_at IS NOT NULL", (paper.id,)
    )
    if settled:
        raise ChangedSince(table="claim")


def _require_running(bench: Bench, paper: StoredPaper) -> None:
    devices = select(
        bench.store,
        CaseDevice,
        "JOIN paper_device ON paper_device.case_device_id = case_device.id WHERE paper_id = ?",
        (paper.id,),
    )
    ids = {device.case_id for device in devices} | {paper.case_id}
    for case_id in sorted(one for one in ids if one is not None):
        # What a rejected request left here goes back on a document that may be wrong, too.
        if read(bench.store, Case, case_id).state != CaseState.REJECTED.value:
            require_running(bench, case_id)
