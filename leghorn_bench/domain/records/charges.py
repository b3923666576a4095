"""Tariffs, quotes and numbered papers as they are on file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.tariff import Tariff, TariffItem


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTariff:
    """A price list with its first and last day (POLICY §7)."""

    name: str
    first_day: date
    last_day: date
    prices: Mapping[str, int]
    """Euro cents without VAT under each word of ``domain.tariff.TariffItem``."""
    note: str = ""
    id: int = 0
    version: int = 0

    @property
    def tariff(self) -> Tariff:
        """The price list itself."""
        prices = {TariffItem(code): Money(cents) for code, cents in self.prices.items()}
        return Tariff(self.name, self.first_day, self.last_day, prices)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One line of a quote with its frozen price, and the customer's answer to it."""

    position: int
    kind: str
    """A word of ``domain.quote.LineKind``."""
    description: str
    quantity: Decimal
    unit: str = ""
    unit_price: Decimal
    """Euro without VAT."""
    discount: Decimal = Decimal(0)
    """Per cent off the line."""
    code: str = ""
    goodwill: bool = False
    goodwill_reason: str = ""
    case_device_id: int | None = None
    """The device that the line is for; None for lines of the whole quote."""
    answer: str = "open"
    """A word of ``domain.quote.Answer``."""
    answered_at: datetime | None = None
    answered_by: str = ""
    quote_id: int = 0
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredQuote:
    """One revision of a repair quote or a time estimate; earlier revisions stay readable."""

    case_id: int
    kind: str = "repair"
    """``repair`` or ``time``."""
    revision: int = 1
    state: str = "draft"
    tariff_id: int | None = None
    issued_on: date | None = None
    valid_through: date | None = None
    language: str = "it"
    vat_regime: str = ""
    net_cents: int = 0
    vat_cents: int = 0
    note: str = ""
    paper_id: int | None = None
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPaper:
    """A paper as issued: its number, its data, and the hash of the bytes that were printed."""

    kind: str
    series: str = ""
    year: int
    number: int
    label: str
    """The number as printed."""
    issued_on: date
    issued_at: datetime
    issued_by: str
    language: str
    case_id: int | None = None
    content: Mapping[str, object] = field(default_factory=dict)
    """The data of the paper, JSON-ready."""
    sha256: str
    copies: int = 0
    """Reprints made so far."""
    annulled_at: datetime | None = None
    annulled_by: str | None = None
    annulled_reason: str = ""
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDevice:
    """A paper rests on the judgement of a device in a case: it can no longer simply change."""

    paper_id: int
    case_device_id: int
    id: int = 0
