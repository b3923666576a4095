"""One line of each long list: what a table shows of a thing without opening it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A unit in the register."""

    id: int
    serial: str
    lot: str
    product: str
    product_en: str
    """The product's name in English; empty where it has none."""
    sold_on: date | None
    """Of its latest sale."""
    document: str | None
    customer: str | None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in the list of cases."""

    id: int
    number: str | None
    state: str
    customer: str | None
    rep: str | None
    reported_on: date | None
    opened_at: datetime | None
    first_contact_at: datetime | None
    closed_at: datetime | None
    devices: int


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in the archive."""

    id: int
    kind: str
    label: str
    issued_on: date
    issued_by: str
    language: str
    case_number: str | None
    customer: str | None
    annulled: bool


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer in the list of customers."""

    id: int
    code: str
    name: str
    city: str
    country: str
    rep: str | None
