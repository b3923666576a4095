"""Issued papers: the bytes as they were printed, and when the last one was issued."""

from collections.abc import Iterator
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


def papers_verified(store: Store) -> Iterator[tuple[str, str, bool]]:
    """Kind, number and wholeness of every paper: whether its bytes are what their hash says."""
    last_id = 0
    while found := store.rows(
        "SELECT id, kind, label, sha256, pdf FROM paper WHERE id > ? ORDER BY id LIMIT 50",
        (last_id,),
    ):
        for _, kind, label, digest, pdf in found:
            yield kind, label, sha256(bytes(pdf)).hexdigest() == digest
        last_id = found[-1][0]
