"""A device in a case as a line of the warehouse's lists: with its case, product and owner."""

from dataclasses import dataclass

from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.doubts import ChipDoubt


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line of what lies in a parcel, is awaited, or waits to leave."""

    device: CaseDevice
    case: Case
    serial: str
    """What was scanned while nobody knows which unit it is."""
    product: str = ""
    """Name of the product; empty while the unit is not known."""
    product_en: str = ""
    owner_id: int | None = None
    """The customer to whom the unit was sold last; None without a sale on file."""
    owner: str = ""
    notices: tuple[str, ...] = ()
    """What the house says today of such units, e.g. a recall."""
    doubt: ChipDoubt | None = None
    """What speaks against the chip of its tag, where something does."""
