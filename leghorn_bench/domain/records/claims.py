"""Money that follows from a case: what is to be charged or reimbursed, as it is on file."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leghorn_bench.domain.money import Money


class ClaimKind(StrEnum):
    """Why somebody owes somebody money."""

    INBOUND_REIMBURSEMENT = "inbound_reimbursement"
    """We owe the customer the inbound shipment (POLICY P12)."""
    RETURN_TRANSPORT = "return_transport"
    """The customer owes the return shipment (P14, P15)."""
    ACCEPTED_QUOTE = "accepted_quote"
    ACCEPTED_ESTIMATE = "accepted_estimate"
    """Support time past the free minutes, as estimated (P6)."""
    DIAGNOSIS = "diagnosis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One sum with its reason."""

    kind: str
    """A word of ``ClaimKind``."""
    case_id: int
    customer_id: int
    cents: int
    """Euro cents without VAT; what we owe for a reimbursement."""
    reason: str
    """Why, naming the paper or parcel that it rests on."""
    parcel_id: int | None = None
    quote_id: int | None = None
    paper_id: int | None = None
    """The note that asks for it."""
    arisen_at: datetime
    settled_at: datetime | None = None
    settled_by: str = ""
    id: int = 0
    version: int = 0

    @property
    def amount(self) -> Money:
        """The sum."""
        return Money(self.cents)
