"""Time of remote support: a timer on each case, fifteen minutes of it free (POLICY §6)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from leghorn_bench.domain.case_errors import CaseNotOpen, ReasonMissing, TimerRunning, TimerStopped
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.work import WorkSpan
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import add, read, save, select

FREE = timedelta(minutes=15)
"""First-line help that solves the matter in this time is free (POLICY §1 P5)."""


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """The time logged on a case, the running stretch included."""

    spans: tuple[WorkSpan, ...]
    total: timedelta
    running: WorkSpan | None

    @property
    def is_free(self) -> bool:
        """Whether it still lies within the free minutes."""
        return self.total <= FREE

    @property
    def free_left(self) -> timedelta:
        """What is left of the free minutes."""
        return max(FREE - self.total, timedelta())


def seconds_of(span: WorkSpan, now: datetime) -> int:
    """How long a stretch is; one that still runs until ``now``."""
    if span.stopped_at is None:
        return max(int((now - span.started_at).total_seconds()), 0)
    return span.seconds


def time_spent(bench: Bench, case_id: int) -> TimeSpent:
    """The time of a case as it stands now."""
    now = bench.clock()
    spans = select(bench.store, WorkSpan, "WHERE case_id = ? ORDER BY id", (case_id,))
    running = next((span for span in spans if span.stopped_at is None), None)
    total = timedelta(seconds=sum(seconds_of(span, now) for span in spans))
    return TimeSpent(tuple(spans), total, running)


def require_open(bench: Bench, case_id: int) -> Case:
    """The case, when support can be worked and estimated on it.

    Raises:
        CaseNotOpen: it is not open.
    """
    case = read(bench.store, Case, case_id)
    if case.state != CaseState.OPEN.value:
        raise CaseNotOpen(state=CaseState(case.state))
    return case


def other_timers(bench: Bench, case_id: int) -> list[Case]:
    """The other cases on which a timer of this operator counts: a person works on one at a time."""
    return select(
        bench.store,
        Case,
        "WHERE id != ? AND id IN"
        " (SELECT case_id FROM work_span WHERE stopped_at IS NULL AND who = ?) ORDER BY id",
        (case_id, bench.operator.login),
    )


def start_timer(bench: Bench, case_id: int, note: str = "") -> WorkSpan:
    """Begin to count.

    Raises:
        CaseNotOpen: the ticket is not opened, or over.
        TimerRunning: it counts already.
    """
    with act(bench, ActKind.TIMED, case_id=case_id, note="start") as done:
        require_open(bench, case_id)
        if time_spent(bench, case_id).running is not None:
            raise TimerRunning
        span = WorkSpan(
            case_id=case_id, who=done.stamp.who, started_at=done.stamp.at, note=note.strip()
        )
        return add(bench.store, span, done.stamp)


def pause_timer(bench: Bench, case_id: int, note: str = "") -> WorkSpan:
    """Stop counting; the timer can be started again.

    Raises:
        TimerStopped: it does not count.
    """
    with act(bench, ActKind.TIMED, case_id=case_id, note="stop") as done:
        running = time_spent(bench, case_id).running
        if running is None:
            raise TimerStopped
        stopped = replace(
            running,
            stopped_at=done.stamp.at,
            seconds=seconds_of(running, done.stamp.at),
            note=note.strip() or running.note,
        )
        return save(bench.store, stopped, done.stamp)


def correct_time(bench: Bench, span_id: int, minutes: int, reason: str) -> WorkSpan:
    """Correct a stretch that was measured wrongly, e.g. a timer left running.

    Raises:
        ReasonMissing: no reason is given.
        CaseNotOpen: the ticket is over.
    """
    if not reason.strip():
        raise ReasonMissing
    span = read(bench.store, WorkSpan, span_id)
    require_open(bench, span.case_id)
    with act(bench, ActKind.TIMED, case_id=span.case_id, note=reason.strip()) as done:
        corrected = replace(
            span,
            stopped_at=span.stopped_at or done.stamp.at,
            seconds=minutes * 60,
            corrected=reason.strip(),
        )
        return save(bench.store, corrected, done.stamp, "corrected")


def log_time(bench: Bench, case_id: int, minutes: int, note: str = "") -> WorkSpan:
    """Log time that was worked without the timer, e.g. a call taken in the corridor.

    Raises:
        CaseNotOpen: the ticket is not opened, or over.
    """
    with act(bench, ActKind.TIMED, case_id=case_id, note=f"{minutes} min") as done:
        require_open(bench, case_id)
        length = timedelta(minutes=minutes)
        span = WorkSpan(
            case_id=case_id,
            who=done.stamp.who,
            started_at=done.stamp.at - length,
            stopped_at=done.stamp.at,
            seconds=minutes * 60,
            note=note.strip(),
        )
        return add(bench.store, span, done.stamp)
