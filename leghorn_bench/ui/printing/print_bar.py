"""Printer, copies and the verb that prints, for every dialog: it orders, and the queue prints."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.printing.job_watch import JobWatch
from leghorn_bench.ui.tokens import TARGET, Tone
from leghorn_bench.ui.widgets.number_edit import NumberEdit

_MOST_COPIES = 9
Order = Callable[[PrinterChoice], PrintJob]
"""Puts what is shown into the queue, for that printer, tray and so many copies."""


class PrintBar(QWidget):
    """Proposes the printer of the map; hidden where there is none at all.

    Args:
        bench: whose queue it is.
        kind: of the paper or labels.
        printers: names to choose from, the usual one first.
        order: what the verb does.
        verb: its words.
        parent: the dialog.
    """

    said = Signal(str, object)
    """What becomes of it: a sentence and its ``Tone``."""
    ordered = Signal(object)
    """The ``PrintJob``."""
    printer_chosen = Signal(str)

    def __init__(
        self,
        bench: Bench,
        kind: PaperKind,
        printers: Sequence[str],
        order: Order,
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._mapped = bench.settings().printers.get(kind.value, PrinterChoice())
        self._watch = JobWatch(bench, self)
        self._watch.told.connect(self.said)
        self.printer = QComboBox()
        self.printer.setAccessibleName(_("Printer"))
        self.printer.setMinimumWidth(180)
        self.printer.addItems(list(printers))
        self.printer.setCurrentIndex(max(0, self.printer.findText(self._mapped.printer)))
        self.printer.currentTextChanged.connect(self.printer_chosen)
        self.copies = NumberEdit()
        self.copies.setAccessibleName(_("Copies"))
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setFixedWidth(52)
        self.go = IconButton("printer", verb)
        self.go.setMinimumHeight(TARGET)
        self.go.clicked.connect(self.print_it)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.printer, self.copies, words(_("copies"), tone=Tone.QUIET), self.go):
            row.addWidget(part)
        self.setVisible(bool(printers))

    @property
    def choice(self) -> PrinterChoice:
        """What is chosen; the tray is the map's where the printer is."""
        name = self.printer.currentText()
        tray = self._mapped.tray if name == self._mapped.printer else ""
        return PrinterChoice(name, tray, self.copies.value(), stock=self._mapped.stock)

    def print_it(self) -> None:
        """Queue it, and tell what becomes of it."""
        try:
            job = self._order(self.choice)
        except BenchError as error:
            self.said.emit(told(error, spoken()), Tone.STOP)
            return
        self._watch.follow(job)
        self.ordered.emit(job)
