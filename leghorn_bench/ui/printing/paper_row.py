"""Where one kind of paper goes when its event happens: printer, tray or labels, copies, PDF."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.print_orders import USUAL_STOCK
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.printing.map_words import EACH_SCAN, EVENTS, LABELS
from leghorn_bench.ui.printing.tray_combo import TrayCombo
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

_MOST_COPIES = 9
_LEAST = 100
"""Width of a choice where the window is narrow, e.g. at 200 % on a laptop."""


class PaperRow(QObject):
    """The fields of one line of the map.

    Args:
        kind: of the paper.
        choice: as it is.
        trays: the trays of a printer of the system.
        stocks: code and name of every label stock.
        own_stock: code of the labels in a label printer; empty for one of the system.
    """

    test_asked = Signal(object, object)
    """A test print of this kind is wanted: the ``PaperKind`` and the ``PrinterChoice``."""

    def __init__(
        self,
        kind: PaperKind,
        choice: PrinterChoice,
        trays: Callable[[str], Sequence[str]],
        stocks: Mapping[str, str],
        own_stock: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.kind, self._choice, self._own_stock = kind, choice, own_stock
        self.name = word(kind, spoken())
        self.printer = QuietCombo()
        self.printer.setMinimumWidth(_LEAST)
        self.tray = TrayCombo(choice.tray, lambda: trays(self.chosen_printer))
        self.stock = QuietCombo()
        for code, name in stocks.items():
            self.stock.addItem(name, code)
        self._show_stock(choice.stock or USUAL_STOCK.get(kind, ""))
        for part in (self.tray, self.stock):
            part.setMinimumWidth(_LEAST)
            part.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.copies = NumberEdit()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setValue(choice.copies)
        self.copies.setFixedWidth(46)
        self.copies.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.save = QCheckBox()
        self.save.setChecked(choice.save)
        self.save.setVisible(kind not in LABELS)
        self.test = IconButton("printer", part="icon", hint=_("Print a test"), pixels=18)
        self.test.clicked.connect(lambda: self.test_asked.emit(self.kind, self.choice))
        self.head = self._head()
        self._name_them()
        self.printer.currentIndexChanged.connect(self._follow)

    @property
    def second(self) -> QWidget:
        """What stands beside the printer."""
        return self.stock if self.kind in LABELS else self.tray

    @property
    def chosen_printer(self) -> str:
        """Its name; empty for none."""
        return str(self.printer.currentData() or "")

    @property
    def choice(self) -> PrinterChoice:
        """What is chosen."""
        return PrinterChoice(
            self.chosen_printer,
            self.tray.currentText().strip() if self.kind not in LABELS else "",
            self.copies.value(),
            save=self.save.isChecked(),
            stock=self._chosen_stock,
            at_once=self.when is not None and bool(self.when.currentData()),
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

    @property
    def _chosen_stock(self) -> str:
        """Of a printer of the system; what is usual stays unsaid."""
        if self.kind not in LABELS or self._own_stock(self.chosen_printer):
            return self._choice.stock
        code = str(self.stock.currentData())
        return code if self._choice.stock or code != USUAL_STOCK[self.kind] else ""

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2 if self.kind is PaperKind.DEVICE_LABEL else 0)
        column.addWidget(words(self.name))
        self.when = QuietCombo() if self.kind is PaperKind.DEVICE_LABEL else None
        """Only labels of devices have two events to choose from."""
        if self.when is None:
            column.addWidget(words(_(EVENTS[self.kind]), Size.SMALL, Tone.QUIET))
            return head
        self.when.addItem(_(EVENTS[self.kind]), "")
        self.when.addItem(_(EACH_SCAN), "each")
        self.when.setCurrentIndex(int(self._choice.at_once))
        self.when.setAccessibleName(_("When {paper} come out").format(paper=self.name))
        column.addWidget(self.when)
        return head

    def _show_stock(self, code: str) -> None:
        self.stock.setCurrentIndex(max(0, self.stock.findData(code)))

    def _follow(self) -> None:
        """A label printer has its own labels; without a printer there is nothing to choose."""
        named = bool(self.chosen_printer)
        own = self._own_stock(self.chosen_printer)
        if own:
            self._show_stock(own)
        for part in (self.tray, self.copies, self.when):
            if part is not None:
                part.setEnabled(named)
        self.stock.setEnabled(named and not own)
        self.test.setEnabled(named and not own)
        self.test.setToolTip(
            _("Its test label is below, beside the label printer.") if own else _("Print a test")
        )

    def _name_them(self) -> None:
        for part, name in (
            (self.printer, _("Printer of {paper}")),
            (self.tray, _("Tray of {paper}")),
            (self.stock, _("Labels for {paper}")),
            (self.copies, _("Copies of {paper}")),
            (self.save, _("Save {paper} as PDF")),
            (self.test, _("Test print of {paper}")),
        ):
            part.setAccessibleName(name.format(paper=self.name))
