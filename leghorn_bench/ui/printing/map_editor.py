"""Which paper goes where when it is issued: printer, tray, copies, PDF; and the label printers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.paper_files import PaperNamed, file_name, require_pattern
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import hairline, mark, words
from leghorn_bench.ui.printing.label_printers import LabelPrinters, Stocks
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.number_edit import NumberEdit

LABELS = frozenset({PaperKind.DEVICE_LABEL, PaperKind.PARCEL_LABEL})
"""What a label printer can print."""
KINDS: tuple[PaperKind, ...] = tuple(
    kind for kind in PaperKind if kind is not PaperKind.EU_REGISTER
)
"""What comes out by itself; the register is asked for by an auditor."""
_MOST_COPIES = 9
_EXAMPLE_CUSTOMER = "Esempio S.r.l."


class QuietCombo(QComboBox):
    """A choice that the wheel does not change while the page scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class TrayCombo(QuietCombo):
    """The trays of a printer, asked for when the list is opened; any name can be typed."""

    def __init__(self, tray: str, trays: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._trays = trays
        self.setEditable(True)
        self.setEditText(tray)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("usual tray"))

    def showPopup(self) -> None:
        """Ask the system first."""
        typed = self.currentText()
        self.clear()
        self.addItems(["", *self._trays()])
        self.setEditText(typed)
        super().showPopup()


class PaperRow:
    """Where one kind of paper goes."""

    def __init__(
        self,
        kind: PaperKind,
        choice: PrinterChoice,
        printers: Sequence[str],
        trays: Callable[[str], Sequence[str]],
    ) -> None:
        self.kind = kind
        self.name = word(kind, spoken())
        self.printer = QuietCombo()
        self.printer.setMinimumWidth(130)
        self.tray = TrayCombo(choice.tray, lambda: trays(self.chosen_printer))
        self.tray.setFixedWidth(172)
        self.copies = NumberEdit()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setValue(choice.copies)
        self.copies.setFixedWidth(64)
        self.copies.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.save = QCheckBox()
        self.save.setChecked(choice.save)
        self.save.setVisible(kind not in LABELS)
        self._name_them()
        self.printer.currentIndexChanged.connect(self._follow)
        self.show_printers(printers, choice.printer)

    @property
    def chosen_printer(self) -> str:
        """Its name; empty for none."""
        return str(self.printer.currentData() or "")

    @property
    def choice(self) -> PrinterChoice:
        """What is chosen."""
        return PrinterChoice(
            self.chosen_printer,
            self.tray.currentText().strip(),
            self.copies.value(),
            save=self.save.isChecked(),
        )

    def show_printers(self, printers: Sequence[str], chosen: str) -> None:
        """Offer other printers; the one chosen stays, also while it is not there."""
        self.printer.clear()
        self.printer.addItem(_("show it first"), "")
        for name in printers:
            self.printer.addItem(name, name)
        if chosen and chosen not in printers:
            self.printer.addItem(_("{printer} (not there now)").format(printer=chosen), chosen)
        self.printer.setCurrentIndex(max(0, self.printer.findData(chosen)))
        self._follow()

    def _follow(self) -> None:
        for part in (self.tray, self.copies):
            part.setEnabled(bool(self.chosen_printer))

    def _name_them(self) -> None:
        for part, name in (
            (self.printer, _("Printer of {paper}")),
            (self.tray, _("Tray of {paper}")),
            (self.copies, _("Copies of {paper}")),
            (self.save, _("Save {paper} as PDF")),
        ):
            part.setAccessibleName(name.format(paper=self.name))


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
        self.rows: dict[PaperKind, PaperRow] = {
            kind: PaperRow(kind, settings.printers.get(kind, PrinterChoice()), (), trays)
            for kind in KINDS
        }
        self.folder = QLineEdit(settings.papers_folder)
        self.folder.setPlaceholderText(_("no folder chosen"))
        self.pattern = QLineEdit(settings.papers_name)
        self._example = words("", Size.SMALL, Tone.QUIET, wrap=True)
        self.label_printers = LabelPrinters(settings.label_printers, stocks)
        self.label_printers.test_asked.connect(self.test_asked)
        self.label_printers.names_changed.connect(self._offer)
        self.pattern.textChanged.connect(self._show_example)
        self._assemble()
        for kind, row in self.rows.items():
            chosen = settings.printers.get(kind, PrinterChoice()).printer
            row.show_printers(self._printers_for(kind), chosen)
        self._show_example()

    def chosen(self) -> BenchSettings:
        """The settings with what was chosen.

        Raises:
            PatternUnknown: the name of the files says what papers do not have.
        """
        require_pattern(self.pattern.text())
        choices = {kind.value: row.choice for kind, row in self.rows.items()}
        others = {key: one for key, one in self._settings.printers.items() if key not in choices}
        kept = {key: one for key, one in choices.items() if one.printer or one.save}
        return replace(
            self._settings,
            printers=others | kept,
            label_printers=self.label_printers.chosen(),
            papers_folder=self.folder.text().strip(),
            papers_name=self.pattern.text().strip() or BenchSettings().papers_name,
        )

    def _printers_for(self, kind: PaperKind) -> list[str]:
        return [*self._printers, *(self.label_printers.names if kind in LABELS else [])]

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
            (_("PDF files"), self._files()),
            (_("Label printers"), self.label_printers),
        ):
            column.addWidget(hairline())
            column.addWidget(words(title, strong=True))
            column.addWidget(part)

    def _map(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        titles = (_("Paper"), _("Printer"), _("Tray"), _("Copies"), _("PDF"))
        for place, title in enumerate(titles):
            grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, place)
        for number, row in enumerate(self.rows.values(), start=1):
            grid.addWidget(words(row.name), number, 0, Qt.AlignmentFlag.AlignVCenter)
            for place, part in enumerate((row.printer, row.tray, row.copies, row.save), start=1):
                grid.addWidget(part, number, place)
        return grid

    def _files(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        choose = IconButton("folder", _("Choose…"))
        choose.clicked.connect(self._ask_folder)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.folder, 1)
        line.addWidget(choose)
        for number, (name, field) in enumerate(
            ((_("Folder"), self.folder), (_("Name of the file"), self.pattern))
        ):
            grid.addWidget(words(name, tone=Tone.QUIET), number, 0)
            field.setAccessibleName(name)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.pattern, 1, 1)
        grid.addWidget(self._example, 2, 1)
        return holder

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Folder"), self.folder.text())
        if folder:
            self.folder.setText(folder)

    def _show_example(self) -> None:
        kind = word(PaperKind.QUOTE, spoken())
        paper = PaperNamed(kind, "2026/00118", _EXAMPLE_CUSTOMER, "2026-00057", date(2026, 11, 22))
        try:
            name = file_name(self.pattern.text() or BenchSettings().papers_name, paper)
        except BenchError as wrong:
            self._example.setText(told(wrong, spoken()))
            mark(self._example, tone=Tone.STOP)
            return
        self._example.setText(_("For example: {name}").format(name=name))
        mark(self._example, tone=Tone.QUIET)
