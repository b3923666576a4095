"""The way back from the last step: taken back, by a counter-entry, or not, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from leghorn_bench.domain.case_errors import CaseIsOver
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.undo_errors import CannotUndo, ChangedSince, NumberRestsOnIt
from leghorn_bench.services.acts import (
    NEVER_UNDONE,
    newest_standing,
    paper_since,
    require_undoable,
)
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.acts import changed_since
from leghorn_bench.store.records import read, select

RECENT = timedelta(minutes=15)
"""For so long a step is fresh in the mind of the person who took it."""


@dataclass(frozen=True, slots=True)
class WayBack:
    """How the newest act that stands can be reversed."""

    done: Act
    refused: BenchError | None = None
    """Why it is not simply taken back; None when it is."""
    paper: StoredPaper | None = None
    """The numbered paper that rests on it: annulling it is the counter-entry (POLICY §5)."""
    may_annul: bool = False
    """Whether the person who works here may annul papers."""


def way_back(bench: Bench, acts: Sequence[Act]) -> WayBack | None:
    """The way back from the newest of ``acts``, the newest first; None when none stands.

    Nothing is written. What only the attempt shows (a record added later that names one of its
    records) is still refused by ``undo``.
    """
    done = newest_standing(acts)
    if done is None:
        return None
    try:
        require_undoable(bench, done)
        _require_fresh_closing(bench, done)
        changed = changed_since(bench.store, done.first_event, done.last_event)
        if changed is not None:
            raise ChangedSince(table=changed)
    except NumberRestsOnIt as refused:
        return WayBack(done, refused, _paper_on(bench, done), bench.may(Right.ANNUL_PAPER))
    except (CannotUndo, CaseIsOver) as refused:
        return WayBack(done, refused)
    return WayBack(done)


def is_fresh(bench: Bench, done: Act) -> bool:
    """Whether the person who works here did it a moment ago, and so knows what is taken back."""
    return done.who == bench.operator.login and bench.clock() - done.at <= RECENT


def _require_fresh_closing(bench: Bench, done: Act) -> None:
    """A closing that is not the slip of a moment is reversed by reopening, with its reason."""
    if done.what != ActKind.CLOSED.value or done.case_id is None or is_fresh(bench, done):
        return
    case = read(bench.store, Case, done.case_id)
    raise CaseIsOver(case=case.number or case.id)


def _paper_on(bench: Bench, done: Act) -> StoredPaper | None:
    """The paper that an act has issued, or that was issued after it; None once it is annulled."""
    if ActKind(done.what) not in NEVER_UNDONE:
        rests = paper_since(bench, done)
        return read(bench.store, StoredPaper, rests) if rests is not None else None
    kind, _space, label = done.note.partition(" ")
    found = select(
        bench.store,
        StoredPaper,
        "WHERE label = ? AND kind = ? AND annulled_at IS NULL ORDER BY id DESC LIMIT 1",
        (label, kind),
    )
    return found[0] if found else None
