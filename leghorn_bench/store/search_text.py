"""The searched words of records, brought up to date with every change of them."""

from collections.abc import Mapping
from types import MappingProxyType

from leghorn_bench.domain.folding import folded
from leghorn_bench.store.engine import Store

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "customer": ("code", "name", "city", "vat_number", "contact", "email"),
        "product": ("code", "name", "name_en"),
        "repair_case": ("number", "report", "authorisation"),
        "paper": ("label",),
    }
)
"""Columns of each table by which its rows are found."""

LONGEST = 500
"""Characters of a row that are searched."""


def refresh(store: Store, subject: str, subject_id: int) -> None:
    """Write the words of one record anew, or forget them when it is gone."""
    if subject not in WORDS:
        return
    columns = ", ".join(WORDS[subject])
    row = store.row(f"SELECT {columns} FROM {subject} WHERE id = ?", (subject_id,))
    if row is None:
        store.execute(
            "DELETE FROM search_text WHERE subject = ? AND subject_id = ?", (subject, subject_id)
        )
        return
    store.execute(
        "INSERT INTO search_text (subject, subject_id, folded) VALUES (?, ?, ?)"
        " ON CONFLICT (subject, subject_id) DO UPDATE SET folded = excluded.folded",
        (subject, subject_id, folded(" ".join(word for word in row if word))[:LONGEST]),
    )
