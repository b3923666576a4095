"""Is everything on file whole: pages, links, trail, numbers, papers and evidence."""

from collections.abc import Iterator

from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.domain.records.problem import Problem, ProblemKind
from leghorn_bench.domain.storage_errors import DatabaseDamaged, EvidenceGone
from leghorn_bench.store.audit import SERIES, broken_links
from leghorn_bench.store.engine import Store
from leghorn_bench.store.evidence import content_of
from leghorn_bench.store.papers import papers_verified
from leghorn_bench.store.records import select

MOST_OF_A_KIND = 1_000
CASES = "case"
"""Series of the case numbers."""


def problems(store: Store) -> Iterator[Problem]:
    """Everything that is wrong; nothing is mended or changed."""
    try:
        if store.on_sqlite:
            yield from _pages(store)
        yield from _trail(store)
        yield from _numbers(store)
        yield from _papers(store)
        yield from _evidence(store)
    except DatabaseDamaged as damaged:
        yield Problem(ProblemKind.FILE_DAMAGED, {"found": str(damaged.found)})


def _pages(store: Store) -> Iterator[Problem]:
    for (found,) in store.rows(f"PRAGMA integrity_check({MOST_OF_A_KIND})"):
        if found != "ok":
            yield Problem(ProblemKind.FILE_DAMAGED, {"found": found})
    for table, row_id, parent, _ in store.rows("PRAGMA foreign_key_check")[:MOST_OF_A_KIND]:
        facts = {"table": table, "id": row_id, "points_at": parent}
        yield Problem(ProblemKind.LINK_BROKEN, facts)


def _trail(store: Store) -> Iterator[Problem]:
    for number in broken_links(store):
        yield Problem(ProblemKind.TRAIL_BROKEN, {"event": number})


def _numbers(store: Store) -> Iterator[Problem]:
    given = store.rows("SELECT kind, series, year, last FROM number_series ORDER BY 1, 2, 3")
    for kind, series, year, last in given:
        if kind == SERIES:
            continue
        numbers = set(range(1, last + 1))
        if kind == CASES:
            # The opening of a ticket can be undone: its number is then left out, never used twice.
            wrong = _case_numbers(store, year) - numbers
        else:
            wrong = numbers ^ _paper_numbers(store, kind, series, year)
        for number in sorted(wrong)[:MOST_OF_A_KIND]:
            facts = {"kind": kind, "series": series, "year": year, "number": number}
            yield Problem(ProblemKind.NUMBER_MISSING, facts)


def _case_numbers(store: Store, year: int) -> set[int]:
    found = store.rows("SELECT number FROM repair_case WHERE number LIKE ?", (f"{year:04d}-%",))
    return {int(number.partition("-")[2]) for (number,) in found}


def _paper_numbers(store: Store, kind: str, series: str, year: int) -> set[int]:
    found = store.rows(
        "SELECT number FROM paper WHERE kind = ? AND series = ? AND year = ?", (kind, series, year)
    )
    return {number for (number,) in found}


def _papers(store: Store) -> Iterator[Problem]:
    for kind, label, whole in papers_verified(store):
        if not whole:
            yield Problem(ProblemKind.PAPER_CHANGED, {"kind": kind, "label": label})


def _evidence(store: Store) -> Iterator[Problem]:
    for one in select(store, Evidence, "ORDER BY id"):
        try:
            content_of(store, one.sha256)
        except EvidenceGone as gone:
            lost = ProblemKind.EVIDENCE_MISSING
            kind = lost if gone.missing else ProblemKind.EVIDENCE_CHANGED
            yield Problem(kind, {"id": one.id, "filename": one.filename, "sha256": one.sha256})
