"""The record of a tag in a parcel whose chip was not the expected one (POLICY §3, ambiguous)."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipDoubt:
    """What was read, and what it should have been; kept beside the device, which stays as it is."""

    parcel_id: int
    case_device_id: int
    epc: str
    """Hexadecimal, like the TID."""
    tid: str
    suspicion: str = ""
    """A word of ``Suspicion``; empty when code and chip lead to different units."""
    differing: tuple[str, ...] = ()
    """Kind, number read, number on file, and so on in threes."""
    before: bool = False
    """Whether it differs from a tag read before, not from what is on file."""
    others: tuple[str, ...] = ()
    """Serial numbers of all units that code and chip lead to, where they are several."""
    seen_at: datetime
    id: int = 0
