"""All labels of a parcel in one gesture: one preview, one print job or one PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QProgressBar, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import LabelStock
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import Progress
from leghorn_bench.services.print_jobs import label_printer
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.printing.print_bar import PrintBar
from leghorn_bench.ui.printing.printers import printer_names
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from leghorn_bench.ui.workers.executor import DatabaseExecutor

SHOWN = 24
"""Labels in the preview: a sheet of them; a thousand would be waited for."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What is to be labelled."""

    title: str
    kind: PaperKind
    total: int
    draw: Callable[[LabelStock, int, int | None, Progress | None], bytes]
    """The PDF on a stock, so many places of its first sheet left out, so many labels of it."""
    order: Callable[[PrinterChoice, int], PrintJob]
    """Puts all of them into the print queue, so many places left out."""


class LabelsDialog(HouseDialog):
    """Shows the first labels as they will be printed; another stock makes them anew.

    Args:
        bench: whose printers are offered.
        labels: what is labelled.
        stocks: what can be printed on.
        chosen: code of the stock that is proposed.
        parent: the window.
    """

    printed = Signal(str)
    """Where the labels went: a printer or a file."""
    _drawn = Signal(int, int)

    def __init__(
        self,
        bench: Bench,
        labels: Labels,
        stocks: Sequence[LabelStock],
        chosen: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(labels.title, parent, "tag")
        self.resize_within_screen(760, 640)
        self.bench, self._labels, self._stocks = bench, labels, tuple(stocks)
        self._stopped = Event()
        self._executor = DatabaseExecutor(self)
        self._stock = QComboBox()
        self._stock.setAccessibleName(_("Label stock"))
        for stock in self._stocks:
            self._stock.addItem(stock.name, stock.code)
        self._stock.setCurrentIndex(max(0, self._stock.findData(chosen)))
        self._skip = NumberEdit()
        self._skip.setAccessibleName(_("Labels of the first sheet used before"))
        self._preview = PdfPreview(self._first_ones(), labels.title)
        self._told = words("", wrap=True)
        self._told.hide()
        self.add(self._tools())
        self.add(words(_how_many(labels.total), Size.SMALL, Tone.QUIET))
        self.add(self._preview, 1)
        self.add(self._drawing())
        self.add(self._told)
        self._end()
        self._stock.currentIndexChanged.connect(self._again)
        self._skip.valueChanged.connect(self._again)
        self._drawn.connect(self._show_progress)
        self.finished.connect(self._let_go)
        self._fit()

    @property
    def stock(self) -> LabelStock:
        """What the labels are printed on."""
        return self._stocks[self._stock.currentIndex()]

    def save_to(self, path: Path) -> None:
        """Draw all labels and write them; the dialog closes when they are there."""
        self._stopped.clear()
        self._show_progress(0, self._labels.total)
        stock, skip = self.stock, self._skip.value()

        def work() -> OSError | bytes:
            """Runs on a thread: emits, never touches widgets."""
            try:
                pdf = self._labels.draw(stock, skip, None, self._progress)
                if pdf:
                    path.write_bytes(pdf)
            except OSError as error:
                return error
            finally:
                self.bench.store.close()  # the connection of this thread
            return pdf

        self._executor.submit(
            self,
            work,
            lambda result: self._saved(path, result),
            lambda error: self._tell(told(error, spoken()), Tone.STOP),
        )

    def print_them(self) -> None:
        """Queue all labels for the printer chosen, as one job."""
        self.bar.print_it()

    def _saved(self, path: Path, result: OSError | bytes) -> None:
        if isinstance(result, OSError):
            failed = _("The paper could not be saved to {path}: {why}. Choose another folder.")
            self._tell(failed.format(path=path, why=_(result.strerror or "")), Tone.STOP)
        elif not result:
            self._tell(_("Stopped: nothing was saved."), Tone.PAY)
        else:
            self.printed.emit(str(path))
            self.accept()

    def _progress(self, done: int, of: int) -> bool:
        self._drawn.emit(done, of)
        return not self._stopped.is_set()

    def _let_go(self) -> None:
        self._stopped.set()
        self._executor.close()

    def _first_ones(self) -> bytes:
        return self._labels.draw(self.stock, self._skip.value(), SHOWN, None)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(words(_("Label stock"), tone=Tone.QUIET))
        row.addWidget(self._stock, 1)
        self._used = words(_("already used"), tone=Tone.QUIET)
        row.addWidget(self._used)
        row.addWidget(self._skip)
        return tools

    def _drawing(self) -> QWidget:
        self._under_way = QWidget()
        row = QHBoxLayout(self._under_way)
        row.setContentsMargins(0, 0, 0, 0)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._count = words("", tone=Tone.QUIET)
        stop = IconButton("player-stop", _("Stop"))
        stop.clicked.connect(self._stopped.set)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(stop)
        self._under_way.hide()
        return self._under_way

    def _show_progress(self, done: int, of: int) -> None:
        text = _("{sent} of {all} labels").format(sent=done, all=of)
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.setAccessibleName(text)
        self._count.setText(text)
        self._under_way.show()
        self._told.hide()

    def _end(self) -> None:
        own = [printer.name for printer in self.bench.settings().label_printers]
        names = [*own, *printer_names()]
        self.bar = PrintBar(self.bench, self._labels.kind, names, self._order, _("Print all"), self)
        self.bar.said.connect(self._tell)
        self.bar.ordered.connect(self._ordered)
        self.bar.printer_chosen.connect(lambda _name: self._fit())
        self._verbs.insertWidget(0, self.bar)
        self.add_verb(_("Close")).clicked.connect(self.reject)
        save = self.add_verb(
            _("Save the PDF…"), "plain" if self.bar.printer.count() else "primary", "download"
        )
        save.clicked.connect(self._ask_where)
        if self.bar.printer.count():  # the one primary verb, at the bottom right
            mark(self.bar.go, part="primary")
            self._verbs.addWidget(self.bar.go)

    def _order(self, choice: PrinterChoice) -> PrintJob:
        return self._labels.order(replace(choice, stock=self.stock.code), self._skip.value())

    def _ordered(self, job: PrintJob) -> None:
        self.printed.emit(job.printer)
        self.accept()

    def _fit(self) -> None:
        """Sheets ask how many of their labels are gone; a label printer has its own labels."""
        own = label_printer(self.bench.settings(), self.bar.printer.currentText())
        if own is not None:
            self._stock.setCurrentIndex(max(0, self._stock.findData(own.stock)))
        self._stock.setEnabled(own is None)
        on_sheets = self.stock.a_page > 1
        self._skip.setRange(0, self.stock.a_page - 1)
        for widget in (self._used, self._skip):
            widget.setVisible(on_sheets)

    def _again(self) -> None:
        self._fit()
        self._preview.show_pdf(self._first_ones())

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the PDF…"), "labels.pdf", "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def _tell(self, text: str, tone: Tone) -> None:
        self._under_way.hide()
        self._told.setText(text)
        mark(self._told, tone=tone)
        self._told.show()


def _how_many(total: int) -> str:
    if total > SHOWN:
        return _("{total} labels in all; the first {shown} are shown.").format(
            total=total, shown=SHOWN
        )
    return ngettext("{n} label", "{n} labels", total).format(n=total)
