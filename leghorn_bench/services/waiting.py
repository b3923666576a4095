"""How long a case has waited for us, for the sales rep and for the customer."""

from collections.abc import Iterator, Mapping
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
    for began, ended, turn in _turns(acts, end):
        times[turn] += max(ended - began, timedelta())
    return times


def _end(case: Case, acts: list[Act]) -> datetime | None:
    """When the case was over; None while it is not."""
    if case.state != CaseState.REJECTED.value:
        return case.closed_at
    return next((done.at for done in reversed(acts) if done.what == ActKind.REJECTED), None)


_OFFERS = ("quote ", "time_estimate ")
_OVER = frozenset({ActKind.CLOSED, ActKind.REJECTED})


def _turns(acts: list[Act], end: datetime) -> Iterator[tuple[datetime, datetime, WaitsFor]]:
    turn, came, announced, authorised = WaitsFor.REP, False, False, False
    over = False
    for place, done in enumerate(acts):
        ended = acts[place + 1].at if place + 1 < len(acts) else end
        match done.what:
            case ActKind.RECEIVED:
                turn, came = WaitsFor.US, True
            case ActKind.EXPECTED:
                announced = True
            case ActKind.CONTACTED if announced and not came:
                turn = WaitsFor.CUSTOMER
            case ActKind.FORWARDED:
                turn = WaitsFor.CUSTOMER
            case ActKind.PAPER_ISSUED if done.note.startswith(_OFFERS):
                turn = WaitsFor.REP
            case (
                ActKind.AUTHORISED
                | ActKind.OPENED
                | ActKind.ANSWERED
                | ActKind.REOPENED
                | ActKind.ASSESSED
                | ActKind.PAPER_ANNULLED
            ):
                turn = WaitsFor.US
        authorised |= done.what in {ActKind.AUTHORISED, ActKind.OPENED}
        over = done.what in _OVER or (over and done.what != ActKind.REOPENED)
        if not over:
            # Whatever happens before the authorisation: the case waits for the rep.
            yield done.at, ended, turn if authorised else WaitsFor.REP
