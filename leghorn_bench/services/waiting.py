"""How long a case has waited for us, for the sales rep and for the customer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.worklist import WaitsFor
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.acts import timeline
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read


def waiting_times(bench: Bench, case_id: int) -> Mapping[WaitsFor, timedelta]:
    """The time since the report, split by whose turn it was.

    Read from the timeline: the rep's turn lasts from the report to the authorisation and from an
    offer to its answer, the customer's from an announcement to the receipt, the rest is ours.
    From a closing to the reopening nobody waits.
    """
    case = read(bench.store, Case, case_id)
    acts = [done for done in reversed(timeline(bench, case_id)) if not done.undone]
    end = _end(case, acts) or bench.clock()
    times = {WaitsFor.US: timedelta(), WaitsFor.REP: timedelta(), WaitsFor.CUSTOMER: timedelta()}
    for began, ended, turn in _turns(bench, acts, end):
        times[turn] += max(ended - began, timedelta())
    return times


def _end(case: Case, acts: list[Act]) -> datetime | None:
    """When the case was over; None while it is not."""
    if case.state != CaseState.REJECTED.value:
        return case.closed_at
    return next((done.at for done in reversed(acts) if done.what == ActKind.REJECTED), None)


_OFFERS = ("quote ", "time_estimate ")
_OVER = frozenset({ActKind.CLOSED, ActKind.REJECTED})


@dataclass(slots=True)
class _Course:
    """Whose turn it is while the acts of a case go by."""

    turn: WaitsFor = WaitsFor.REP
    announced: bool = False
    opened: bool = False
    contacted: bool = False
    """Since the ticket was opened."""
    came: bool = False
    authorised: bool = False
    over: bool = False

    def take(self, done: Act) -> None:
        """One more act."""
        match done.what:
            case ActKind.RECEIVED:
                self.turn, self.came = WaitsFor.US, True
            case ActKind.CONTACTED:
                self.contacted |= self.opened
            case ActKind.FORWARDED:
                self.turn = WaitsFor.CUSTOMER
            case ActKind.SENT:
                self.turn = WaitsFor.REP
            case ActKind.REMINDED if self.turn is WaitsFor.US:
                self.turn = WaitsFor.REP  # who asks for the answer has sent the offer
            case ActKind.PAPER_ISSUED if done.note.startswith(_OFFERS):
                self.turn = WaitsFor.US  # nothing is sent by itself
            case ActKind.OPENED:
                self.turn, self.opened = WaitsFor.US, True
            case kind if kind in _OURS:
                self.turn = WaitsFor.US
        is_awaited = self.announced and self.contacted and not self.came
        if is_awaited and self.turn is WaitsFor.US:
            self.turn = WaitsFor.CUSTOMER
        self.authorised |= done.what in {ActKind.AUTHORISED, ActKind.OPENED}
        self.over = done.what in _OVER or (self.over and done.what != ActKind.REOPENED)


_OURS = frozenset(
    {ActKind.AUTHORISED, ActKind.ANSWERED, ActKind.REOPENED, ActKind.ASSESSED}
    | {ActKind.PAPER_ANNULLED}
)
"""After these the next step is ours."""


def _turns(
    bench: Bench, acts: list[Act], end: datetime
) -> Iterator[tuple[datetime, datetime, WaitsFor]]:
    course = _Course()
    for place, done in enumerate(acts):
        ended = acts[place + 1].at if place + 1 < len(acts) else end
        course.announced |= _announces(bench, done)
        course.take(done)
        if not course.over:
            # Whatever happens before the authorisation: the case waits for the rep.
            yield done.at, ended, course.turn if course.authorised else WaitsFor.REP


def _announces(bench: Bench, done: Act) -> bool:
    """Whether devices were announced by an act: by themselves, or together with the report."""
    if done.what != ActKind.REPORTED:
        return done.what == ActKind.EXPECTED
    found = bench.store.row(
        "SELECT 1 FROM audit_event WHERE subject = 'case_device' AND number BETWEEN ? AND ?"
        " LIMIT 1",
        (done.first_event, done.last_event),
    )
    return found is not None
