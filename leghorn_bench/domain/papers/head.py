"""What every paper carries at its head and foot."""

from dataclasses import dataclass
from datetime import date

from leghorn_bench.domain.party import Address, Company, Party


@dataclass(frozen=True, slots=True)
class PaperHead:
    """Who issues a paper to whom, under which number and day, for which case."""

    number: str
    """As printed, e.g. ``2026/00118``; empty on a draft."""
    issued_on: date
    company: Company
    party: Party
    case_number: str
    """Empty where a paper belongs to no single case."""
    language: str
    """ISO 639-1 of the paper's words."""
    sales_rep: str = ""
    recipient: Address | None = None
    """Whom the envelope goes to, when not the party itself."""

    @property
    def addressee(self) -> Address:
        """The address in the envelope's window."""
        return self.recipient or self.party.address

    @property
    def case_code(self) -> str:
        """What the barcode on every sheet says; scanning it opens the case."""
        return f"LB:C:{self.case_number}" if self.case_number else ""


@dataclass(frozen=True, slots=True)
class PaperDevice:
    """A device as papers name it."""

    serial: str
    product: str
    product_code: str = ""
    epc: str = ""

    @property
    def code(self) -> str:
        """What its own barcode says; scanning it opens the device."""
        return f"LB:D:{self.serial}"
