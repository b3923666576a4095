"""One event of the audit trail, linked to the one before by its hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """Who changed what, and when; ``before`` or ``after`` is None at birth or for a mere act."""

    number: int
    """Counted from 1 without gaps."""
    at: datetime
    who: str
    what: str
    """A verb in the past: ``added`` ``changed`` ``imported`` ``issued`` ..."""
    subject: str
    """Name of the table."""
    subject_id: int
    before: Facts | None
    after: Facts | None
    previous_hash: str
    hash: str
