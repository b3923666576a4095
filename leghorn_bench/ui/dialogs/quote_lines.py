"""The lines of a quote while it is written: what, how much, at which price, for which device."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.quote import QuoteLine
from leghorn_bench.services.quoting import Line
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.code_combo import Choice
from leghorn_bench.ui.widgets.money_edit import MoneyEdit, read_money, write_money

UNITS = {
    "h": N_("h"),
    "pc": N_("pc"),
    "km": N_("km"),
    "day": N_("day"),
    "half_day": N_("half day"),
}
"""Units of a line as text keys."""
_FIGURES = 96


class _Row:
    """The fields of one line."""

    def __init__(self, line: Line, devices: Sequence[Choice]) -> None:
        self._line = line
        self.device = QComboBox()
        self.device.setAccessibleName(_("Device"))
        self.device.addItem(_("whole quote"), "")
        for choice in devices:
            self.device.addItem(choice.words, choice.code)
        self.device.setCurrentIndex(max(0, self.device.findData(str(line.case_device_id or ""))))
        self.description = QLineEdit(line.description)
        self.description.setAccessibleName(_("Description"))
        self.description.setCursorPosition(0)
        self.quantity = QLineEdit(_plain(line.quantity))
        self.quantity.setAccessibleName(_("Quantity"))
        self.quantity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.quantity.setFixedWidth(64)
        self.unit = words(_(UNITS.get(line.unit, line.unit)), tone=Tone.QUIET)
        self.price = MoneyEdit(Money.of(line.unit_price), _("Price"))
        self.price.setFixedWidth(_FIGURES)
        self.net = words("")
        self.net.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.net.setMinimumWidth(_FIGURES)
        self.remove = IconButton("x", part="icon", hint=_("Remove this line"), pixels=16)
        self.remove.setAutoDefault(False)

    @property
    def widgets(
        self,
    ) -> tuple[QComboBox, QLineEdit, QLineEdit, QLabel, MoneyEdit, QLabel, IconButton]:
        return (
            self.device,
            self.description,
            self.quantity,
            self.unit,
            self.price,
            self.net,
            self.remove,
        )

    @property
    def line(self) -> Line | None:
        """The line as written; None while a figure is none."""
        quantity, price = read_money(self.quantity.text(), spoken()), self.price.money
        mark(self.quantity, wrong=quantity is None)
        if quantity is None or price is None:
            return None
        code = str(self.device.currentData() or "")
        return Line(
            kind=self._line.kind,
            description=self.description.text().strip(),
            quantity=quantity.amount.normalize() if quantity else Decimal(0),
            unit=self._line.unit,
            unit_price=price.amount,
            discount=self._line.discount,
            code=self._line.code,
            case_device_id=int(code) if code else None,
            goodwill=self._line.goodwill,
        )

    def fill_price(self, prices: Mapping[str, Money]) -> None:
        """Take the price of the line's tariff item when it has none yet."""
        if self._line.code in prices and not self.price.money:
            self.price.show_money(prices[self._line.code])

    def show_net(self, line: Line | None) -> None:
        """Show what the line comes to."""
        if line is None:
            self.net.setText("—")
            return
        sum_ = QuoteLine(
            line.kind, "", line.quantity, line.unit, line.unit_price, line.discount
        ).net
        self.net.setText(write_money(sum_, spoken()))


class QuoteLines(QWidget):
    """Rows of a quote, as many as it needs; tells when anything of them changes."""

    changed = Signal()

    def __init__(self, devices: Sequence[Choice]) -> None:
        super().__init__()
        self._devices = devices
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, 132)
        right = Qt.AlignmentFlag.AlignRight
        for column, title, side in (
            (0, _("Device"), Qt.AlignmentFlag.AlignLeft),
            (1, _("Description"), Qt.AlignmentFlag.AlignLeft),
            (2, _("Quantity"), right),
            (4, _("Price"), right),
            (5, _("Amount"), right),
        ):
            self._grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, column, side)

    @property
    def lines(self) -> tuple[Line, ...] | None:
        """The lines as written; None while a figure of one is none."""
        written = [row.line for row in self._rows]
        whole = tuple(line for line in written if line is not None)
        return whole if len(whole) == len(written) else None

    def add_line(self, line: Line) -> None:
        """Add a line below the others."""
        row = _Row(line, self._devices)
        place = self._grid.rowCount()
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, place, column)
        for field in (row.description, row.quantity, row.price):
            field.textChanged.connect(self._tell)
        row.device.currentIndexChanged.connect(self._tell)
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._tell()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines in place of these."""
        for row in tuple(self._rows):
            self._drop(row)
        for line in lines:
            self.add_line(line)

    def fill_prices(self, prices: Mapping[str, Money]) -> None:
        """Price the lines that could not be priced before, by the code of their tariff item."""
        for row in self._rows:
            row.fill_price(prices)
        self._tell()

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        self._tell()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _tell(self) -> None:
        for row in self._rows:
            row.show_net(row.line)
        self.changed.emit()


def _plain(quantity: Decimal) -> str:
    text = f"{quantity.normalize():f}"
    return text.replace(".", ",") if spoken() == "it" else text
