"""One line of the list of cases: what a person needs to know to choose what to do next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class WaitsFor(StrEnum):
    """Whose turn it is on a case."""

    US = "us"
    REP = "rep"
    """The sales rep's authorisation, or the answer to an estimate or a quote."""
    CUSTOMER = "customer"
    """A parcel that is announced and has not come."""
    NOBODY = "nobody"
    """The case is over."""


@dataclass(frozen=True, slots=True, eq=False)
class CaseRow:
    """A case with its age and whose turn it is; the same case is the same row, whatever changed."""

    id: int
    number: str | None
    state: str
    customer: str | None
    report: str
    reported_on: date | None
    opened_at: datetime | None
    first_contact_at: datetime | None
    touched_at: datetime | None
    """The last act on it."""
    devices: int
    waits_for: WaitsFor
    rank: int
    """0 = the clock to the first contact runs, 1 = under way, 2 = over."""
    order: int
    """Place within the rank, the most urgent first."""

    def __eq__(self, other: object) -> bool:
        """Whether it is the same case."""
        return isinstance(other, CaseRow) and other.id == self.id

    def __hash__(self) -> int:
        """By the case."""
        return hash(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are listed; an empty filter lists all."""

    states: tuple[str, ...] = ()
    text: str = ""
    """Number, customer, words of the report or a device's identifier."""
    since: date | None = None
    """Reported on this day or later."""
