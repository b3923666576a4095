"""The label printers that speak ZPL: their name, where they are, and the labels in them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.settings.values import LabelPrinter
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone

Stocks = Mapping[str, str]
"""Name of a label stock by its code."""
_DPI = {8: "203 dpi", 12: "300 dpi", 24: "600 dpi"}


class LabelPrinterRow(QWidget):
    """One label printer."""

    removed = Signal()
    test_asked = Signal(object)
    renamed = Signal()
    """It has another name, or other labels in it."""

    def __init__(self, printer: LabelPrinter, stocks: Stocks) -> None:
        super().__init__()
        self._printer = printer
        self.name = _field(printer.name, _("Name"))
        self.kind = _choice(
            {"zpl-socket": _("Network"), "zpl-serial": _("Serial port")}, printer.kind, _("Way")
        )
        self.address = _field(printer.address, _("Address"))
        self.stock = _choice(stocks, printer.stock, _("Labels in it"))
        self.dots = _choice(
            {str(dots): name for dots, name in _DPI.items()}, str(printer.dots_per_mm), _("Head")
        )
        test = IconButton("tag", _("Test label"))
        test.clicked.connect(lambda: self.test_asked.emit(self.printer))
        remove = IconButton("trash", "")
        remove.setAccessibleName(_("Remove {printer}").format(printer=printer.name))
        remove.setToolTip(remove.accessibleName())
        remove.clicked.connect(self.removed)
        self._assemble(test, remove)
        self.kind.currentIndexChanged.connect(self._hint)
        self.name.editingFinished.connect(self.renamed)
        self.stock.currentIndexChanged.connect(self.renamed)
        self._hint()

    @property
    def printer(self) -> LabelPrinter:
        """As it is written."""
        return LabelPrinter(
            self.name.text().strip(),
            "zpl-serial" if self.kind.currentData() == "zpl-serial" else "zpl-socket",
            self.address.text().strip(),
            str(self.stock.currentData() or self._printer.stock),
            int(self.dots.currentData() or self._printer.dots_per_mm),
            self._printer.baud,
        )

    def _assemble(self, test: QWidget, remove: QWidget) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(8)
        for place, part in enumerate((self.name, self.kind, self.address)):
            grid.addWidget(part, 0, place)
        for place, part in enumerate((self.stock, self.dots)):
            grid.addWidget(part, 1, place)
        verbs = QHBoxLayout()
        verbs.addWidget(test)
        verbs.addStretch(1)
        verbs.addWidget(remove)
        grid.addLayout(verbs, 1, 2)
        for place, share in enumerate((3, 2, 4)):
            grid.setColumnStretch(place, share)

    def _hint(self) -> None:
        serial = self.kind.currentData() == "zpl-serial"
        self.address.setPlaceholderText("COM3, /dev/ttyUSB1" if serial else "192.168.1.50:9100")


class LabelPrinters(QWidget):
    """All of them, and a button for another one."""

    test_asked = Signal(object)
    """The ``LabelPrinter`` that is to print a test label."""
    names_changed = Signal()

    def __init__(self, printers: Sequence[LabelPrinter], stocks: Stocks) -> None:
        super().__init__()
        self._stocks = stocks
        self.rows: list[LabelPrinterRow] = []
        self._none = words(
            _("None: labels are printed through the system."), tone=Tone.QUIET, wrap=True
        )
        add = IconButton("plus", _("Add a label printer"))
        add.clicked.connect(self.add_one)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._none)
        self._column.addLayout(line)
        for printer in printers:
            self._add(printer)

    @property
    def names(self) -> list[str]:
        """Of those that have one."""
        return [printer.name for printer in self.chosen()]

    def chosen(self) -> tuple[LabelPrinter, ...]:
        """Those that have a name, each name once."""
        named = {row.printer.name: row.printer for row in self.rows if row.printer.name}
        return tuple(named.values())

    def add_one(self) -> None:
        """Add a line for another printer."""
        number = len(self.rows) + 1
        name = _("Labels {number}").format(number=number)
        while name in self.names:
            number += 1
            name = _("Labels {number}").format(number=number)
        self._add(LabelPrinter(name)).name.setFocus()

    def _add(self, printer: LabelPrinter) -> LabelPrinterRow:
        row = LabelPrinterRow(printer, self._stocks)
        row.removed.connect(lambda: self._remove(row))
        row.renamed.connect(self.names_changed)
        row.test_asked.connect(self.test_asked)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self._none.setVisible(False)
        self.names_changed.emit()
        return row

    def _remove(self, row: LabelPrinterRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._none.setVisible(not self.rows)
        self.names_changed.emit()


def _field(text: str, name: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setPlaceholderText(name)
    return field


def _choice(words_of: Mapping[str, str], chosen: str, name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    # Names of label stocks are long, and the window may be narrow.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    for code, said in words_of.items():
        combo.addItem(said, code)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    return combo
