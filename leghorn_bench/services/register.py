"""The register of what was sold: import it, and look a device up in it."""

from dataclasses import dataclass
from pathlib import Path

from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_rows import RejectedRow
from leghorn_bench.store.engine import Store
from leghorn_bench.store.sales_file import Header, sales_file
from leghorn_bench.store.sales_import import ImportCount, Progress, import_rows


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a sales file."""

    rows: int
    imported: int
    updated: int
    unchanged: int
    rejected: int
    rejects: tuple[RejectedRow, ...]
    """The first thousand rows that were refused, ``column`` as the file names it."""
    ignored_columns: tuple[str, ...] = ()


def import_sales(
    store: Store,
    path: Path,
    stamp: Stamp,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the sales file at ``path``; with ``dry_run`` only tell what would become of it.

    Raises:
        SalesFileRefused: the file cannot be read; nothing was changed.
    """
    with sales_file(path) as file, store.transaction(keep=not dry_run):
        source: dict[str, object] = {"file": path.name, "sha256": file.sha256}
        count = import_rows(store, file.rows, stamp, source, progress)
    return _report(count, file.header)


def _report(count: ImportCount, header: Header) -> ImportReport:
    rejects = tuple(
        RejectedRow(row.line, header.written(row.column) if row.column else "", row.value, row.why)
        for row in count.rejects
    )
    return ImportReport(
        count.rows,
        count.imported,
        count.updated,
        count.unchanged,
        count.rejected,
        rejects,
        header.ignored,
    )
