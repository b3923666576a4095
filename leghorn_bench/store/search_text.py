"""The searched words of records, brought up to date with every change of them."""

from collections.abc import Mapping
from types import MappingProxyType

from leghorn_bench.domain.folding import folded
from leghorn_bench.domain.records.audit import Facts
from leghorn_bench.store.engine import Store

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "customer": ("code", "name", "city", "vat_number", "contact", "email"),
        "product": ("code", "name", "name_en"),
        "repair_case": ("number", "report", "authorisation", "note", "rejected_reason"),
        "paper": ("label", "kind"),
    }
)
"""Columns of each table by which its rows are found."""

OF_CASE = (
    "SELECT note FROM act WHERE case_id = ? AND what = 'noted' AND NOT undone",
    "SELECT filename FROM evidence WHERE case_id = ? AND withdrawn_at IS NULL",
    "SELECT symptom FROM case_device WHERE case_id = ?",
    "SELECT condition FROM case_device WHERE case_id = ?",
    "SELECT scanned FROM case_device WHERE case_id = ?",
    (
        "SELECT found FROM assessment JOIN case_device ON case_device.id = case_device_id"
        " WHERE case_id = ?"
    ),
)
"""What else a case is found by: its notes, its files, what its devices had."""

PAPER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "intake_receipt": "ricevuta di presa in carico intake receipt",
        "technical_report": "relazione tecnica technical report",
        "quote": "preventivo di riparazione repair quote",
        "time_estimate": "stima del tempo time estimate",
        "replacement_slip": "buono di sostituzione replacement slip",
        "ddt": "ddt documento di trasporto transport document",
        "proforma": "fattura proforma invoice",
        "reimbursement_note": "nota di rimborso reimbursement note",
        "charge_note": "nota di addebito charge note",
        "case_summary": "riepilogo della pratica case summary",
        "as_it_came_slip": "reso come è arrivato as it came slip",
    }
)
"""By what a paper is called, in both languages of the screens."""

LONGEST = 500
"""Characters of a row that are searched ..."""
LONGEST_OF_CASE = 4_000
"""... and of a case with all that was noted on it."""
_CASE_ID_OF = {
    "act": "SELECT case_id FROM act WHERE id = ? AND what = 'noted'",
    "evidence": "SELECT case_id FROM evidence WHERE id = ?",
    "case_device": "SELECT case_id FROM case_device WHERE id = ?",
    "assessment": (
        "SELECT case_id FROM case_device JOIN assessment ON case_device_id = case_device.id"
        " WHERE assessment.id = ?"
    ),
}


def refresh(store: Store, subject: str, subject_id: int, gone: Facts | None = None) -> None:
    """Write the words of one record anew, or forget them when it is gone.

    Args:
        store: where.
        subject: its table.
        subject_id: its id.
        gone: its columns, when it was removed.
    """
    if subject in _CASE_ID_OF:
        case_id = _case_id(store, subject, subject_id, gone)
        if case_id is not None:
            refresh(store, "repair_case", case_id)
    if subject not in WORDS:
        return
    columns = ", ".join(WORDS[subject])
    row = store.row(f"SELECT {columns} FROM {subject} WHERE id = ?", (subject_id,))
    if row is None:
        store.execute(
            "DELETE FROM search_text WHERE subject = ? AND subject_id = ?", (subject, subject_id)
        )
        return
    words, longest = [str(word) for word in row if word], LONGEST
    if subject == "repair_case":
        words, longest = [*words, *_words_of_case(store, subject_id)], LONGEST_OF_CASE
    elif subject == "paper":
        words.append(PAPER_NAMES.get(words[-1], ""))
    store.execute(
        "INSERT INTO search_text (subject, subject_id, folded) VALUES (?, ?, ?)"
        " ON CONFLICT (subject, subject_id) DO UPDATE SET folded = excluded.folded",
        (subject, subject_id, folded(" ".join(words))[:longest]),
    )


def _words_of_case(store: Store, case_id: int) -> list[str]:
    questions = " UNION ALL ".join(OF_CASE)
    found = store.rows(questions, (case_id,) * len(OF_CASE))
    return list(dict.fromkeys(word for (word,) in found if word))


def _case_id(store: Store, subject: str, subject_id: int, gone: Facts | None) -> int | None:
    if gone is not None and "case_id" in gone:
        found = gone["case_id"]
        return found if isinstance(found, int) else None
    row = store.row(_CASE_ID_OF[subject], (subject_id,))
    return row[0] if row is not None else None
