"""Carry out a use case as one act: one transaction, one line of the timeline, one undo."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.undo_errors import AlreadyUndone, ChangedSince, NumberRestsOnIt
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.one_place import require_one_place
from leghorn_bench.services.running import require_running
from leghorn_bench.store.acts import take_back
from leghorn_bench.store.audit import SERIES
from leghorn_bench.store.engine import marks
from leghorn_bench.store.numbering import last_number
from leghorn_bench.store.records import add, read, save, select

NEVER_UNDONE = frozenset(
    {ActKind.PAPER_ISSUED, ActKind.PAPER_ANNULLED, ActKind.SHIPPED, ActKind.UNDONE}
)
"""What gave a number or left the house is reversed by a counter-entry instead (POLICY §5)."""
_BACKWARDS = frozenset({ActKind.UNDONE.value, ActKind.PAPER_ANNULLED.value})
"""What takes something back: what stood before it is the last thing that stands again."""
_OPENS_NO_END = frozenset(
    {
        ActKind.CLOSED,
        ActKind.REJECTED,
        ActKind.NOTED,
        ActKind.ATTACHED,
        ActKind.SETTLED,
        ActKind.UNSETTLED,
        ActKind.EDITED,
        ActKind.MOVED,
    }
)
"""What may be taken back although the case is over: nothing on it is left open by that."""


@dataclass(slots=True)
class UnderWay:
    """An act while its use case runs; what it is about may become known inside."""

    stamp: Stamp
    case_id: int | None = None
    case_device_id: int | None = None
    note: str = ""


@contextmanager
def act(
    bench: Bench,
    what: ActKind,
    *,
    case_id: int | None = None,
    case_device_id: int | None = None,
    note: str = "",
) -> Iterator[UnderWay]:
    """Everything written inside is one act: kept whole, or not at all."""
    under_way = UnderWay(bench.stamp(), case_id, case_device_id, note)
    with bench.store.transaction():
        before = last_number(bench.store, SERIES, 0)
        yield under_way
        done = Act(
            what=what.value,
            who=under_way.stamp.who,
            at=under_way.stamp.at,
            case_id=under_way.case_id,
            case_device_id=under_way.case_device_id,
            note=under_way.note,
            first_event=before + 1,
            last_event=last_number(bench.store, SERIES, 0),
        )
        add(bench.store, done, under_way.stamp)


def timeline(bench: Bench, case_id: int) -> list[Act]:
    """What was done on a case, the newest first."""
    return select(bench.store, Act, "WHERE case_id = ? ORDER BY id DESC", (case_id,))


def last_act(bench: Bench, case_id: int) -> Act | None:
    """The newest act on a case that still stands and could be taken back; None when there is none.

    An act that cannot be undone hides those before it: what came earlier rests under it.
    """
    standing = select(
        bench.store,
        Act,
        f"WHERE case_id = ? AND undone = ? AND what NOT IN ({marks(len(_BACKWARDS))})"
        " ORDER BY id DESC LIMIT 1",
        (case_id, False, *_BACKWARDS),
    )
    if not standing or ActKind(standing[0].what) in NEVER_UNDONE:
        return None
    return standing[0]


def newest_act(bench: Bench) -> Act | None:
    """What this person did last, on a case or in the house, while it can be taken back."""
    found = select(
        bench.store, Act, "WHERE who = ? ORDER BY id DESC LIMIT 1", (bench.operator.login,)
    )
    if not found or found[0].undone or ActKind(found[0].what) in NEVER_UNDONE:
        return None
    return found[0]


def newest_standing(acts: Iterable[Act]) -> Act | None:
    """The first of ``acts`` (the newest first) that stands and is no taking back itself."""
    return next((one for one in acts if not one.undone and one.what not in _BACKWARDS), None)


def undo(bench: Bench, act_id: int) -> Act:
    """Take an act back: every record is again as it was before. Gives the act taken back.

    Raises:
        AlreadyUndone, NumberRestsOnIt, ChangedSince: it can no longer simply be taken back.
        DeviceInAnotherCase: the unit has come back meanwhile, and another case has it.
        CaseIsOver: its case was closed since, which a person reopens with a reason.
    """
    undone = read(bench.store, Act, act_id)
    require_undoable(bench, undone)
    with act(
        bench,
        ActKind.UNDONE,
        case_id=undone.case_id,
        case_device_id=undone.case_device_id,
        note=undone.what,
    ) as under_way:
        take_back(bench.store, undone.first_event, undone.last_event, under_way.stamp)
        require_one_place(bench, undone.first_event, undone.last_event)
        marked = replace(undone, undone=True)
        return save(bench.store, marked, under_way.stamp)


def require_undoable(bench: Bench, done: Act) -> None:
    """Refuse what may no longer be taken back, whatever is on file of its records.

    Raises:
        AlreadyUndone, NumberRestsOnIt, ChangedSince, CaseIsOver: as ``undo`` tells.
    """
    if done.undone:
        raise AlreadyUndone
    if ActKind(done.what) in NEVER_UNDONE or paper_since(bench, done) is not None:
        raise NumberRestsOnIt
    if done.what == ActKind.ANSWERED.value and _answered_since(bench, done):
        raise ChangedSince(table="quote")
    if ActKind(done.what) not in _OPENS_NO_END and not _since_rejected(bench, done):
        require_running(bench, done.case_id)


def _answered_since(bench: Bench, done: Act) -> bool:
    """Whether a later answer stands: what a quote came to rests on all answers before it."""
    later = select(
        bench.store,
        Act,
        "WHERE case_id = ? AND what = ? AND undone = ? AND id > ? LIMIT 1",
        (done.case_id, ActKind.ANSWERED.value, False, done.id),
    )
    return bool(later)


def _since_rejected(bench: Bench, done: Act) -> bool:
    """Whether it was done to send back what a rejected request left here."""
    rejections = select(
        bench.store,
        Act,
        "WHERE case_id = ? AND what = ? AND undone = ? AND id < ? LIMIT 1",
        (done.case_id, ActKind.REJECTED.value, False, done.id),
    )
    return bool(rejections)


def paper_since(bench: Bench, done: Act) -> int | None:
    """Id of a paper that stands and was issued after an act, on its device or its case."""
    about = (
        ("paper.case_id = ?", done.case_id)
        if done.case_device_id is None
        else (
            "paper.id IN (SELECT paper_id FROM paper_device WHERE case_device_id = ?)",
            done.case_device_id,
        )
    )
    found = bench.store.row(
        "SELECT paper.id FROM paper JOIN audit_event ON audit_event.subject = 'paper'"
        " AND audit_event.subject_id = paper.id AND audit_event.what = 'added'"
        f" WHERE paper.annulled_at IS NULL AND audit_event.number > ? AND {about[0]}"
        " ORDER BY paper.id DESC LIMIT 1",
        (done.last_event, about[1]),
    )
    return None if found is None else int(found[0])
