"""What a check of the data finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemKind(StrEnum):
    """What is wrong; contracts of the ``check`` verb."""

    FILE_DAMAGED = "file_damaged"
    """The database finds its own pages or indexes broken."""
    LINK_BROKEN = "link_broken"
    """A row points at one that is not there."""
    TRAIL_BROKEN = "trail_broken"
    """An audit event was changed, removed or slipped in."""
    NUMBER_MISSING = "number_missing"
    """A number was given and no paper has it."""
    PAPER_CHANGED = "paper_changed"
    """The bytes of an issued paper are not those that were issued."""
    EVIDENCE_MISSING = "evidence_missing"
    """The file of a piece of evidence is gone."""
    EVIDENCE_CHANGED = "evidence_changed"
    """Its bytes are not those that were kept."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where."""

    kind: ProblemKind
    facts: Mapping[str, object] = field(default_factory=dict)
    """JSON-ready: which table, number or file."""
