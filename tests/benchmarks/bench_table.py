"""A table over a million rows on file: opened and painted, scrolled, and kept small."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from leghorn_bench.ui.models.paged import PAGE, Column
from leghorn_bench.ui.theme import dress, in_fusion, load_fonts
from leghorn_bench.ui.tokens import LIGHT
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from tests.benchmarks.harness import Result, at_most, p99

ROWS = 1_000_000
FRAME = 1 / 60
Row = tuple[int, str, str]

COLUMNS = (
    Column[Row]("Number", lambda row: str(row[0]), numeric=True),
    Column[Row]("Serial", lambda row: row[1], mono=True),
    Column[Row]("Customer", lambda row: row[2], stretch=True),
)


def measures() -> Iterator[Result]:
    """Opening, scrolling, memory."""
    app = QApplication.instance() or QApplication(in_fusion("table"))
    assert isinstance(app, QApplication)
    load_fonts()
    dress(app, LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        base = sqlite3.connect(Path(folder) / "million.sqlite")
        _fill(base)
        yield from _measured(app, base)
        base.close()


def _measured(app: QApplication, base: sqlite3.Connection) -> Iterator[Result]:
    def fetch(after: Row | None, most: int) -> Sequence[Row]:
        words = "SELECT number, serial, customer FROM seal WHERE number > ? ORDER BY 1 LIMIT ?"
        rows: Sequence[Row] = base.execute(words, (after[0] if after else 0, most)).fetchall()
        return rows

    def opened() -> PagedTable[Row]:
        table = PagedTable(fetch, COLUMNS, "Seals", EmptyWords("None"))
        table.resize(1000, 700)
        table.show()
        app.processEvents()
        return table

    yield p99("a table over 1 M rows opens and is painted", opened, 0.1, rounds=30)
    table = opened()
    bar = table.view.verticalScrollBar()

    def scrolled() -> None:
        bar.setValue(bar.value() + 20)
        app.processEvents()

    yield p99("it scrolls 20 rows", scrolled, FRAME, rounds=200)
    before = _megabytes()
    while table.model.rowCount() < ROWS // 10:
        table.model.fetchMore(table.model.index(-1, -1))
    app.processEvents()
    grown = _megabytes() - before
    yield at_most(f"memory it takes on the way to row {ROWS // 10:,}", grown, 15, "MB")
    assert len(table.model._pages) * PAGE < ROWS // 100


def _fill(base: sqlite3.Connection) -> None:
    base.execute("CREATE TABLE seal (number INTEGER PRIMARY KEY, serial TEXT, customer TEXT)")
    rows = ((n, f"LGD-{n:08}", f"Porto Esempio {n % 40}") for n in range(1, ROWS + 1))
    base.executemany("INSERT INTO seal VALUES (?, ?, ?)", rows)
    base.commit()


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
