"""The slip of a device that is replaced under warranty (POLICY §8)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leghorn_bench.domain.papers.head import PaperDevice, PaperHead


class OldUnit(StrEnum):
    """What becomes of the device that was replaced."""

    KEPT = "old_unit_kept"
    RETURNED = "old_unit_returned"
    SCRAPPED = "old_unit_scrapped"
    """With the customer's consent: it is his property (ISO 9001 8.5.3)."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """One device given for another."""

    replaced: PaperDevice
    replacing: PaperDevice
    reported: str
    found: str
    sold_on: date
    months: int
    covered_until: date
    """Last covered day, which the new device takes over (POLICY §3)."""
    old_unit: OldUnit = OldUnit.KEPT
    goodwill: str = ""
    """Reason of the override, when the warranty did not cover it."""


@dataclass(frozen=True, slots=True)
class ReplacementSlip:
    """The slip as it is printed: it sends the warehouse to pick and tells the customer why."""

    head: PaperHead
    replacements: tuple[Replacement, ...]
    technician: str
    customer_document: str = ""
    """The customer's own transport document of the inbound leg."""
    notes: str = ""
    small_print: tuple[str, ...] = ()
    """Phrases of law in force on the day of the slip, that on VAT among them."""
