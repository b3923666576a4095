"""Which paper goes where when its event happens; where PDFs are saved; and the label printers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.marks import hairline, words
from leghorn_bench.ui.printing.label_printers import LabelPrinters, Stocks
from leghorn_bench.ui.printing.map_words import EVERY_KIND, GROUPS, LABELS
from leghorn_bench.ui.printing.paper_row import PaperRow
from leghorn_bench.ui.printing.pdf_files import PdfFiles
from leghorn_bench.ui.tokens import Size, Tone


class MapEditor(QWidget):
    """Edits the printing part of the settings; ``chosen`` gives them when they are right.

    Args:
        settings: as they are.
        printers: of the system, the usual one first.
        trays: the trays of a printer of the system.
        stocks: code and name of every label stock.
        parent: its owner.
    """

    test_asked = Signal(object)
    """A test label on this ``LabelPrinter`` is wanted."""
    page_asked = Signal(object, object)
    """A test print is wanted: the ``PaperKind`` and the ``PrinterChoice``."""

    def __init__(
        self,
        settings: BenchSettings,
        printers: Sequence[str],
        trays: Callable[[str], Sequence[str]],
        stocks: Stocks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._printers = settings, tuple(printers)
        self.files = PdfFiles(settings.papers_folder, settings.papers_name)
        self.label_printers = LabelPrinters(settings.label_printers, stocks)
        self.label_printers.test_asked.connect(self.test_asked)
        self.rows: dict[PaperKind, PaperRow] = {}
        for kind in EVERY_KIND:
            choice = settings.printers.get(kind, PrinterChoice())
            row = PaperRow(kind, choice, trays, stocks, self._own_stock)
            row.show_printers(self._printers_for(kind), choice.printer)
            row.test_asked.connect(self.page_asked)
            self.rows[kind] = row
        self.label_printers.names_changed.connect(self._offer)
        self._assemble()

    def chosen(self) -> BenchSettings:
        """The settings with what was chosen.

        Raises:
            PatternUnknown: the name of the files says what papers do not have.
        """
        pattern = self.files.chosen_pattern
        choices = {kind.value: row.choice for kind, row in self.rows.items()}
        others = {key: one for key, one in self._settings.printers.items() if key not in choices}
        kept = {key: one for key, one in choices.items() if one.printer or one.save}
        return replace(
            self._settings,
            printers=others | kept,
            label_printers=self.label_printers.chosen(),
            papers_folder=self.files.folder.text().strip(),
            papers_name=pattern,
        )

    def _own_stock(self, printer: str) -> str:
        """Code of the labels in the label printer of that name; empty for one of the system."""
        found = [one.stock for one in self.label_printers.chosen() if one.name == printer]
        return found[0] if found else ""

    def _printers_for(self, kind: PaperKind) -> list[str]:
        return [*(self.label_printers.names if kind in LABELS else []), *self._printers]

    def _offer(self) -> None:
        for kind in LABELS:
            row = self.rows[kind]
            row.show_printers(self._printers_for(kind), row.chosen_printer)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._map())
        for title, part in (
            (_("PDF files"), self.files),
            (_("Label printers"), self.label_printers),
        ):
            column.addWidget(hairline())
            column.addWidget(words(title, strong=True))
            column.addWidget(part)

    def _map(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        line = 0
        for title, kinds in GROUPS:
            grid.addWidget(words(_(title), strong=True), line, 0)
            if line == 0:
                self._titles(grid)
            for kind in kinds:
                line += 1
                self._put(grid, line, self.rows[kind])
            line += 1
            grid.setRowMinimumHeight(line, 8)
            line += 1
        return grid

    def _titles(self, grid: QGridLayout) -> None:
        titles = (_("Printer"), _("Tray or labels"), _("Copies"), _("PDF"))
        for place, title in enumerate(titles, start=1):
            grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, place)

    def _put(self, grid: QGridLayout, line: int, row: PaperRow) -> None:
        parts = (row.head, row.printer, row.second, row.copies, row.save, row.test)
        for place, part in enumerate(parts):
            grid.addWidget(part, line, place, Qt.AlignmentFlag.AlignVCenter)
