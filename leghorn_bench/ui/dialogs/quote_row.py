"""The fields of one line of a quote while it is written."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.quote import QuoteLine
from leghorn_bench.services.quoting import Line
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.code_combo import Choice
from leghorn_bench.ui.widgets.money_edit import MoneyEdit, read_money, write_money
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

UNITS = {
    "h": N_("h"),
    "pc": N_("pc"),
    "km": N_("km"),
    "day": N_("day"),
    "half_day": N_("half day"),
}
"""Units of a line as text keys."""
_FIGURES, _PERCENT = 92, 56
_HUNDRED = 100


class QuoteRow(QObject):
    """What, how much, at which price, for which device; free as goodwill with a reason."""

    changed = Signal()
    removed = Signal()

    def __init__(self, line: Line, devices: Sequence[Choice], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._device = QuietCombo()
        self._device.addItem(_("whole quote"), "")
        for choice in devices:
            self._device.addItem(choice.words, choice.code)
        self._device.setCurrentIndex(max(0, self._device.findData(str(line.case_device_id or ""))))
        self._description = QLineEdit(line.description)
        self._description.setCursorPosition(0)
        self._quantity = _figure(line.quantity, 60)
        self._unit = words(_(UNITS.get(line.unit, line.unit)), tone=Tone.QUIET)
        self._price = MoneyEdit(Money.of(line.unit_price), _("Price"), signed=True)
        self._price.setFixedWidth(_FIGURES)
        self._discount = _figure(line.discount, _PERCENT)
        self._net = words("")
        self._net.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._net.setMinimumWidth(_FIGURES)
        self._free = IconButton("heart-handshake", part="icon", hint=_("Free as goodwill"))
        self._free.setCheckable(True)
        self._free.setChecked(line.goodwill)
        self._remove = IconButton("x", part="icon", hint=_("Remove this line"), pixels=16)
        self.reason = QLineEdit(line.goodwill_reason)
        """Below the line while it is free."""
        self._name()
        self._connect()
        self.reason.setVisible(line.goodwill)

    def _name(self) -> None:
        for field, name in (
            (self._device, _("Device")),
            (self._description, _("Description")),
            (self._quantity, _("Quantity")),
            (self._discount, _("Discount per cent")),
            (self._free, _("Free as goodwill")),
            (self.reason, _("Reason of the goodwill")),
        ):
            field.setAccessibleName(name)
        self.reason.setPlaceholderText(_("Why is it free? The reason stands with your name."))
        for button in (self._free, self._remove):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        for field in (
            self._description, self._quantity, self._price, self._discount, self.reason,
        ):  # fmt: skip
            field.textChanged.connect(self._tell)
        self._device.currentIndexChanged.connect(self._tell)
        self._free.toggled.connect(self._made_free)
        self._remove.clicked.connect(self.removed)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return (
            self._device, self._description, self._quantity, self._unit, self._price,
            self._discount, self._net, self._free, self._remove,
        )  # fmt: skip

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """The fields as the keyboard walks: the reason behind the button that asks for it."""
        return (
            self._device, self._description, self._quantity, self._price, self._discount,
            self._free, self.reason, self._remove,
        )  # fmt: skip

    @property
    def line(self) -> Line | None:
        """The line as written; None while a figure is none."""
        quantity, price = read_money(self._quantity.text(), spoken()), self._price.money
        discount = read_money(self._discount.text() or "0", spoken())
        below = [figure is not None and figure < NOTHING for figure in (quantity, price)]
        mark(self._quantity, wrong=quantity is None or below[0])
        mark(self._price, wrong=not self._price.is_valid or below[1])
        too_much = discount is None or not 0 <= discount.amount <= _HUNDRED
        mark(self._discount, wrong=too_much)
        if quantity is None or price is None or discount is None or too_much or any(below):
            return None
        code = str(self._device.currentData() or "")
        free = self._free.isChecked()
        return Line(
            kind=self._line.kind,
            description=self._description.text().strip(),
            quantity=quantity.amount.normalize() if quantity else Decimal(0),
            unit=self._line.unit,
            unit_price=price.amount,
            discount=discount.amount.normalize() if discount else Decimal(0),
            code=self._line.code,
            case_device_id=int(code) if code else None,
            goodwill=free,
            goodwill_reason=self.reason.text().strip() if free else "",
        )

    def fill_price(self, prices: Mapping[str, Money]) -> None:
        """Take the price of the line's tariff item when it has none yet."""
        if self._line.code in prices and not self._price.money:
            self._price.show_money(prices[self._line.code])

    def focus(self) -> None:
        """Begin at what is to be named."""
        self._description.setFocus()
        self._description.selectAll()

    def show_net(self) -> None:
        """Show what the line comes to."""
        line = self.line
        if line is None:
            self._net.setText("—")
            return
        charged = QuoteLine(
            line.kind, "", line.quantity, line.unit, line.unit_price, line.discount,
            goodwill=line.goodwill,
        )  # fmt: skip
        self._net.setText(write_money(charged.net, spoken()))

    def _made_free(self, free: bool) -> None:
        self.reason.setVisible(free)
        if free:
            self.reason.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _figure(number: Decimal, width: int) -> QLineEdit:
    field = QLineEdit(plain_number(number) if number else "")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(width)
    return field


def plain_number(number: Decimal) -> str:
    """A number without needless zeros, as the person's language writes it."""
    text = f"{number.normalize():f}"
    return text.replace(".", ",") if spoken() == "it" else text
