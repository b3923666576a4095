"""The list of cases: what waits, for whom, and for how long."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.worklist import CaseFilter, CaseRow, WaitsFor
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import FIRST_CONTACT_HOURS, contact_due
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.store.case_list import case_rows, count_by_state

REP_LIMIT = timedelta(days=3)
"""How long a report may wait for the sales rep before it is asked after."""
_PAGE = 1000
CONTACT_LIMIT = timedelta(hours=FIRST_CONTACT_HOURS)


@dataclass(frozen=True, slots=True)
class Age:
    """How old the state of a case is, against its limit."""

    spent: timedelta
    limit: timedelta
    to_contact: bool
    """Whether it is the clock to the first contact, which says how much is left."""

    @property
    def share(self) -> float:
        """How much of the limit is used up; above 1 it is late."""
        return self.spent / self.limit

    @property
    def left(self) -> timedelta:
        """What is left; negative when it is late."""
        return self.limit - self.spent


def untouched_limit(bench: Bench) -> timedelta:
    """A case under way that nobody has touched for this long is late; a rule of the house."""
    return timedelta(days=house_rules(bench).untouched_days)


def age_of(row: CaseRow, now: datetime, untouched: timedelta) -> Age | None:
    """The age of a case against its limit; None when it is over."""
    if row.waits_for is WaitsFor.NOBODY:
        return None
    if row.rank == 0 and row.opened_at is not None:
        return Age(now - row.opened_at, CONTACT_LIMIT, to_contact=True)
    limit = REP_LIMIT if row.waits_for is WaitsFor.REP else untouched
    return Age(now - (row.touched_at or now), limit, to_contact=False)


def contact_age(case: Case, now: datetime) -> Age | None:
    """How much of the time to the first contact is used up; None while that clock does not run."""
    if case.opened_at is None or contact_due(case) is None:
        return None
    return Age(now - case.opened_at, CONTACT_LIMIT, to_contact=True)


def list_cases(bench: Bench, wanted: CaseFilter, after: CaseRow | None, size: int) -> list[CaseRow]:
    """A page of the list, the most urgent first."""
    return case_rows(bench.store, wanted, after, size)


def case_counts(bench: Bench) -> Mapping[str, int]:
    """How many cases are in each state."""
    return count_by_state(bench.store)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the rail's badge says: the cases that wait for us, and those that are late."""

    ours: int
    late: int


def waiting_for_us(bench: Bench) -> Waiting:
    """Count the cases under way that wait for us."""
    running = CaseFilter(states=("reported", "authorised", "open"))
    now, limit = bench.clock(), untouched_limit(bench)
    ours = late = 0
    for row in _all_rows(bench, running):
        ours += row.waits_for is WaitsFor.US
        age = age_of(row, now, limit)
        late += age is not None and age.share > 1
    return Waiting(ours, late)


def _all_rows(bench: Bench, wanted: CaseFilter) -> Iterator[CaseRow]:
    """However many there are, a page at a time."""
    page: list[CaseRow] = []
    while not page or len(page) == _PAGE:
        page = case_rows(bench.store, wanted, page[-1] if page else None, _PAGE)
        yield from page
        if not page:
            return
