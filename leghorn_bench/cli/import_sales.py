"""``import-sales``: take a file of sales into the register (issue 2 §5)."""

import getpass
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from leghorn_bench.cli.opened import opened
from leghorn_bench.cli.output import answer
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_rows import RejectedRow
from leghorn_bench.services.register import ImportReport, import_sales
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken

SHOWN_REJECTS = 20
"""To people; programs get the first thousand."""


def arguments(parser: ArgumentParser) -> None:
    """A file."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("CSV in UTF-8"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("tell what would happen, and change nothing")
    )


def run(options: Namespace, settings: BenchSettings) -> None:
    """Import, and print what became of the rows."""
    stamp = Stamp(_who(settings), datetime.now(UTC))
    with opened(options, settings, create=True) as store:
        report = import_sales(store, options.file, stamp, dry_run=options.dry_run)
    answer(options, _facts(report), _lines(report, dry_run=options.dry_run))


def _who(settings: BenchSettings) -> str:
    return settings.operator or getpass.getuser()


def _facts(report: ImportReport) -> dict[str, object]:
    return {
        "rows": report.rows,
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "rejects": [
            {"line": row.line, "column": row.column, "value": row.value, "reason": _reason(row)}
            for row in report.rejects
        ],
        "ignored_columns": list(report.ignored_columns),
    }


def _reason(row: RejectedRow) -> str:
    return told(row.why, spoken())


def _lines(report: ImportReport, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield _("Dry run: nothing was changed.")
    yield ngettext("{count} row read", "{count} rows read", report.rows).format(count=report.rows)
    yield _(
        "New: {imported}, updated: {updated}, unchanged: {unchanged}, rejected: {rejected}"
    ).format(
        imported=report.imported,
        updated=report.updated,
        unchanged=report.unchanged,
        rejected=report.rejected,
    )
    if report.ignored_columns:
        yield _("Columns passed over: {columns}").format(columns=", ".join(report.ignored_columns))
    for row in report.rejects[:SHOWN_REJECTS]:
        yield _("Line {line}, {column}: {reason}").format(
            line=row.line, column=row.column or _("whole row"), reason=_reason(row)
        )
    if report.rejected > SHOWN_REJECTS:
        left = report.rejected - SHOWN_REJECTS
        yield ngettext(
            "and {count} more row rejected", "and {count} more rows rejected", left
        ).format(count=left)
