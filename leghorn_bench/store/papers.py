"""Issued papers: the bytes as they were printed, and when the last one was issued."""

from datetime import date
from hashlib import sha256

from leghorn_bench.domain.storage_errors import PaperDamaged, RecordMissing
from leghorn_bench.store.engine import Store


def paper_bytes(store: Store, paper_id: int) -> bytes:
    """The bytes of a paper as issued.

    Raises:
        RecordMissing: no such paper.
        PaperDamaged: they are no longer what their hash says.
    """
    row = store.row("SELECT pdf, sha256, kind, label FROM paper WHERE id = ?", (paper_id,))
    if row is None:
        raise RecordMissing(table="paper", id=paper_id)
    pdf = bytes(row[0])
    if sha256(pdf).hexdigest() != row[1]:
        raise PaperDamaged(kind=row[2], label=row[3])
    return pdf


def last_issued_on(store: Store) -> date | None:
    """The day of the latest paper; None before the first."""
    row = store.row("SELECT max(issued_on) FROM paper")
    return date.fromisoformat(str(row[0])) if row is not None and row[0] is not None else None
