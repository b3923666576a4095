"""Import of sales: looked at first without changing anything, then taken in."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.sales_rows import RejectedRow
from leghorn_bench.services.register import ImportReport, import_sales
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.workplace import Workplace


class ImportSection(Section):
    """Choose a file, see what would become of it, import it; the window goes on meanwhile."""

    _rows_taken = Signal(int)

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Import of sales"),
            _("A CSV or Excel file of sold units. It is first looked at; nothing is changed."),
            page,
            workplace,
        )
        self._path: Path | None = None
        self._rejects: tuple[RejectedRow, ...] = ()
        self._file = IconButton("upload", _("Choose a file…"))
        self._file.clicked.connect(self._ask_file)
        self._import = IconButton("check", _("Import"), "primary")
        self._import.clicked.connect(self._import_now)
        self._import.setEnabled(False)
        self._told = words("", wrap=True)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(_("Progress"))
        self._busy.hide()
        self._table: PagedTable[RejectedRow] = PagedTable(
            self._page_of_rejects,
            [
                Column(_("Line"), lambda row: str(row.line), numeric=True),
                Column(_("Column"), lambda row: row.column or _("whole row")),
                Column(_("Value"), lambda row: row.value[:60]),
                Column(_("Why"), lambda row: told(row.why, spoken()), stretch=True),
            ],
            _("Rejected rows"),
            EmptyWords(_("No row is rejected"), _("Rejected rows are listed here."), "list"),
        )
        self._rows_taken.connect(self._show_taken)
        self.add(beside(self._file, QWidget(), self._import, stretch=1))
        self.add(self._busy)
        self.add(self._told)
        self.add(self._table, 1)

    def look_at(self, path: Path) -> None:
        """Tell what would become of the file at ``path``."""
        self._path = path
        self._run(path, dry_run=True)

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a file…"), "", "CSV, Excel (*.csv *.txt *.xlsx)"
        )
        if name:
            self.look_at(Path(name))

    def _import_now(self) -> None:
        if self._path is not None:
            self._run(self._path, dry_run=False)

    def _run(self, path: Path, *, dry_run: bool) -> None:
        bench = self.bench
        for button in (self._file, self._import):
            button.setEnabled(False)
        self._busy.show()
        self._told.setText(_("{name} is being read…").format(name=path.name))
        self._workplace.executor.submit(
            self,
            lambda: import_sales(
                bench.store, path, bench.stamp(), dry_run=dry_run, progress=self._rows_taken.emit
            ),
            lambda report: self._show_report(report, dry_run=dry_run),
            self._failed,
        )

    def _show_taken(self, rows: int) -> None:
        told_rows = ngettext("{count} row read", "{count} rows read", rows)
        self._told.setText(told_rows.format(count=rows))

    def _show_report(self, report: ImportReport, *, dry_run: bool) -> None:
        self._over()
        lines = []
        if dry_run:
            lines.append(_("Dry run: nothing was changed."))
        lines.append(
            ngettext("{count} row read", "{count} rows read", report.rows).format(count=report.rows)
        )
        lines.append(
            _(
                "New: {imported}, updated: {updated}, unchanged: {unchanged}, rejected: {rejected}"
            ).format(
                imported=report.imported,
                updated=report.updated,
                unchanged=report.unchanged,
                rejected=report.rejected,
            )
        )
        if report.ignored_columns:
            lines.append(
                _("Columns passed over: {columns}").format(
                    columns=", ".join(report.ignored_columns)
                )
            )
        self._told.setText("\n".join(lines))
        self._rejects = report.rejects
        self._table.reload()
        self._import.setEnabled(dry_run and report.imported + report.updated > 0)
        if not dry_run:
            self.say(_("The sales are imported."))

    def _failed(self, error: BenchError) -> None:
        self._over()
        self._told.setText(told(error, spoken()))
        self.say(told(error, spoken()), Tone.STOP)

    def _over(self) -> None:
        self._busy.hide()
        self._file.setEnabled(True)

    def _page_of_rejects(self, after: RejectedRow | None, size: int) -> tuple[RejectedRow, ...]:
        begin = 0 if after is None else self._rejects.index(after) + 1
        return self._rejects[begin : begin + size]
