"""The repair quote that the sales rep forwards to the customer (POLICY §4, PAPERS §2.3)."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.papers.head import PaperDevice, PaperHead
from leghorn_bench.domain.quote import QuoteLine, Totals


@dataclass(frozen=True, slots=True)
class QuotedDevice:
    """Why a device costs: what was reported and what was found."""

    device: PaperDevice
    reported: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class QuotePaper:
    """A quote as it is printed."""

    head: PaperHead
    devices: tuple[QuotedDevice, ...]
    lines: tuple[QuoteLine, ...]
    totals: Totals
    vat_phrase: str
    """The wording of the customer's VAT regime on the day of the quote (``domain.vat``)."""
    valid_until: date
    """Last day on which the offer binds."""
    revision: int = 1
    delivery: str = ""
    """Working time after acceptance, in words; empty leaves the line out."""
    payment: str = ""
    repair_warranty: str = ""
    notes: str = ""
    small_print: tuple[str, ...] = ()
    """Phrases of law and privacy in force on the day of the quote."""
