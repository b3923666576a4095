"""All labels of a parcel in one gesture: one preview, one print job or one PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.labels import LabelStock
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.printing.printers import print_pdf, printer_names
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview

Made = Callable[[LabelStock, int], bytes]
"""Makes the labels on a stock, so many places of its first sheet left out."""


class LabelsDialog(HouseDialog):
    """Shows the labels as they will be printed; another stock makes them anew.

    Args:
        title: whose labels they are.
        stocks: what can be printed on.
        chosen: code of the stock that is proposed.
        make: makes the labels.
        parent: the window.
    """

    printed = Signal(str)
    """Where the labels went: a printer or a file."""

    def __init__(
        self,
        title: str,
        stocks: Sequence[LabelStock],
        chosen: str,
        make: Made,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent, "tag")
        self.resize(720, 640)
        self._stocks, self._make = tuple(stocks), make
        self._stock = QComboBox()
        self._stock.setAccessibleName(_("Label stock"))
        for stock in self._stocks:
            self._stock.addItem(stock.name, stock.code)
        self._stock.setCurrentIndex(max(0, self._stock.findData(chosen)))
        self._skip = NumberEdit()
        self._skip.setAccessibleName(_("Labels of the first sheet used before"))
        self._pdf = make(self.stock, 0)
        self._preview = PdfPreview(self._pdf, title)
        self._told = words("", wrap=True)
        self._told.hide()
        self.add(self._tools())
        self.add(self._preview, 1)
        self.add(self._told)
        self._end()
        self._stock.currentIndexChanged.connect(self._again)
        self._skip.valueChanged.connect(self._again)
        self._fit()

    @property
    def stock(self) -> LabelStock:
        """What the labels are printed on."""
        return self._stocks[self._stock.currentIndex()]

    def save_to(self, path: Path) -> None:
        """Write the labels; where that fails, say why and let the person choose again."""
        try:
            path.write_bytes(self._pdf)
        except OSError as error:
            failed = _("The paper could not be saved to {path}: {why}. Choose another folder.")
            self._tell(failed.format(path=path, why=_(error.strerror or "")), Tone.STOP)
            return
        self.printed.emit(str(path))
        self.accept()

    def print_them(self) -> None:
        """Send all labels to the printer chosen, as one job."""
        try:
            print_pdf(self._pdf, self._printer.currentText())
        except BenchError as error:
            self._tell(told(error, spoken()), Tone.STOP)
            return
        self.printed.emit(self._printer.currentText())
        self.accept()

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

    def _end(self) -> None:
        self._printer = QComboBox()
        self._printer.setAccessibleName(_("Printer"))
        self._printer.addItems(printer_names())
        self._printer.setVisible(bool(self._printer.count()))
        self._verbs.insertWidget(0, self._printer)
        self.add_verb(_("Close")).clicked.connect(self.reject)
        can_print = bool(self._printer.count())
        save = self.add_verb(_("Save the PDF…"), "plain" if can_print else "primary", "download")
        save.clicked.connect(self._ask_where)
        if can_print:
            go = self.add_verb(_("Print all"), "primary", "printer")
            go.clicked.connect(self.print_them)

    def _fit(self) -> None:
        """Sheets ask how many of their labels are gone; rolls do not."""
        on_sheets = self.stock.a_page > 1
        self._skip.setRange(0, self.stock.a_page - 1)
        for widget in (self._used, self._skip):
            widget.setVisible(on_sheets)

    def _again(self) -> None:
        self._fit()
        self._pdf = self._make(self.stock, self._skip.value())
        self._preview.show_pdf(self._pdf)

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the PDF…"), "labels.pdf", "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def _tell(self, text: str, tone: Tone) -> None:
        self._told.setText(text)
        mark(self._told, tone=tone)
        self._told.show()
