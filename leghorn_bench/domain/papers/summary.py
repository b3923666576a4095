"""The whole of a case on paper, and the register of goods moved within the EU."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.head import PaperDevice, PaperHead
from leghorn_bench.domain.papers.replacement import OldUnit


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened."""

    at: datetime
    what: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class DeviceOutcome:
    """What became of one device."""

    device: PaperDevice
    coverage: str
    """Words, in the paper's language."""
    origin: str
    outcome: str
    shipped_on: date | None = None
    document: str = ""
    """The transport document that it left on."""
    replaced_by: str = ""
    """Serial number of the unit that took its place."""
    old_unit: OldUnit | None = None
    """What became of the device itself when another took its place."""
    consent: str = ""
    """Who of the customer agreed that it is scrapped, and when."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case at its closing, for the file (POLICY §8, ISO 9001 7.5)."""

    head: PaperHead
    reported_on: date | None
    report: str
    authorised_by: str
    authorised_on: date | None
    opened_at: datetime | None
    first_contact_at: datetime | None
    closed_at: datetime | None
    devices: tuple[DeviceOutcome, ...]
    events: tuple[CaseEvent, ...]
    papers: tuple[tuple[str, str, date], ...] = ()
    """Kind in words, number and day of each paper issued."""
    logged_minutes: int = 0
    charged: Money | None = None
    reimbursed: Money | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of the register: goods that came in or went out without changing owner."""

    number: int
    day: date
    inwards: bool
    document: str
    party: str
    country: str
    vat_number: str
    goods: str
    quantity: Decimal
    value: Money
    reason: str
    answers: int | None = None
    """Number of the movement that this one ends."""


@dataclass(frozen=True, slots=True)
class EuRegister:
    """The register for a period (art. 50 c. 5 DL 331/93; art. 101 c. 4 D.Lgs. 10/2026)."""

    head: PaperHead
    first_day: date
    last_day: date
    movements: tuple[Movement, ...]
    legend: str
    """The law that asks for it, on the day of printing."""
    retention: str = ""
