"""A notice on serials or lots (a recall, a service bulletin), as it is on file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is shown when a unit of the range is scanned."""

    text: str
    product_id: int | None = None
    """None = any product."""
    lot: str = ""
    """Empty = any lot."""
    first_serial: str = ""
    """First and last serial, compared as text; empty = no limit."""
    last_serial: str = ""
    first_day: date
    last_day: date | None = None
    id: int = 0
    version: int = 0
