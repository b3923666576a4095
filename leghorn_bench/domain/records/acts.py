"""One thing that a person did, as the timeline shows it and as it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActKind(StrEnum):
    """What was done."""

    REPORTED = "reported"
    AUTHORISED = "authorised"
    REJECTED = "rejected"
    OPENED = "opened"
    CONTACTED = "contacted"
    CLOSED = "closed"
    REOPENED = "reopened"
    EXPECTED = "expected"
    RECEIVED = "received"
    MISSED = "missed"
    ASSESSED = "assessed"
    GOODWILL = "goodwill"
    STEPPED = "stepped"
    """A device took a step that has no act of its own."""
    QUOTE_DRAFTED = "quote_drafted"
    ANSWERED = "answered"
    REPLACED = "replaced"
    REPAIRED = "repaired"
    SHIPPED = "shipped"
    PAPER_ISSUED = "paper_issued"
    PAPER_ANNULLED = "paper_annulled"
    NOTED = "noted"
    ATTACHED = "attached"
    EDITED = "edited"
    TIMED = "timed"
    SETTLED = "settled"
    UNSETTLED = "unsettled"
    """The tick of administration was taken back."""
    MOVED = "moved"
    TURNED_UP = "turned_up"
    """A unit of the case was scanned in an arriving parcel, though it is here already."""
    PARCEL_BEGUN = "parcel_begun"
    PARCEL_CLOSED = "parcel_closed"
    LABELLED = "labelled"
    PACKED = "packed"
    SIGNED = "signed"
    """A second person stands by a judgement."""
    SENT = "sent"
    """An offer went to the sales rep."""
    FORWARDED = "forwarded"
    """The sales rep has passed an offer on to the customer."""
    REMINDED = "reminded"
    """Somebody was asked again for an answer."""
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One use case that was carried out, with the range of audit events that it wrote."""

    what: str
    """A word of ``ActKind``."""
    who: str
    at: datetime
    case_id: int | None = None
    case_device_id: int | None = None
    note: str = ""
    """What the timeline adds to the word: a state, a number, a reason."""
    first_event: int
    last_event: int
    undone: bool = False
    """Whether it was taken back."""
    id: int = 0
    version: int = 0
