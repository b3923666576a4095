"""Papers about money that are no quotes: estimates of time, charges, reimbursements."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.head import PaperDevice, PaperHead
from leghorn_bench.domain.quote import QuoteLine, Totals


@dataclass(frozen=True, slots=True)
class TimeEstimate:
    """What support beyond the free minutes will cost; it goes to the sales rep (POLICY §6)."""

    head: PaperHead
    subject: str
    lines: tuple[QuoteLine, ...]
    totals: Totals
    vat_phrase: str
    valid_until: date
    logged_minutes: int
    """Worked so far; shown for comparison, never billed by itself."""
    free_minutes: int = 15
    tariff: str = ""
    technician: str = ""
    notes: str = ""
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChargeNote:
    """What administration is to invoice (POLICY P6, P14, P15)."""

    head: PaperHead
    lines: tuple[QuoteLine, ...]
    totals: Totals
    vat_phrase: str
    reason: str
    """Accepted quote, return transport, accepted estimate."""
    references: tuple[str, ...] = ()
    """Numbers of the quote, estimate and transport documents that it rests on."""
    notes: str = ""
    small_print: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReimbursementNote:
    """The inbound shipping that is given back to the customer (POLICY P12)."""

    head: PaperHead
    amount: Money
    devices: tuple[PaperDevice, ...]
    reason: str
    customer_document: str
    """The customer's invoice or waybill that shows what was paid."""
    document_date: date | None = None
    carrier: str = ""
    waybill: str = ""
    iban: str = ""
    approved_by: str = ""
    notes: str = ""
    small_print: tuple[str, ...] = ()
