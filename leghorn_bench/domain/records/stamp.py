"""Who does something, and when: every change on file carries one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Stamp:
    """One person at one moment; the clock is read once, by whoever starts the use case."""

    who: str
    """Login of the operator; ``system`` for what the program does by itself."""
    at: datetime
    """Moment with its time zone; stored as UTC."""
