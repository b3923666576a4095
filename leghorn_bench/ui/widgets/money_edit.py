"""A field for an amount in euro, read and written as the person's language does."""

import re
from decimal import Decimal

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.marks import mark

_PLAIN = re.compile(r"-?\d+\.?\d{0,2}")
_LONGEST = 14


def read_money(text: str, language: str) -> Money | None:
    """The amount that a person means by ``text``; None when it is no amount.

    A single separator followed by one or two digits is the decimal one in any language: nobody
    writes thousands like that.

    >>> read_money("1.234,5", "it"), read_money("12.5", "it"), read_money("1.234", "it")
    (Money(cents=123450), Money(cents=1250), Money(cents=123400))
    """
    kept = text.replace("€", "").replace("\u00a0", "").replace("'", "").replace(" ", "")
    decimal, thousands = (",", ".") if language != "en" else (".", ",")
    seldom = re.fullmatch(rf"-?\d+\{thousands}\d{{1,2}}", kept)
    if not seldom:
        groups = rf"-?\d{{1,3}}(\{thousands}\d{{3}})+(\{decimal}\d*)?"
        if thousands in kept and not re.fullmatch(groups, kept):
            return None
        kept = kept.replace(thousands, "").replace(decimal, ".")
    plain = kept.replace(thousands, ".")
    return Money.of(Decimal(plain)) if _PLAIN.fullmatch(plain) else None


def write_money(money: Money, language: str) -> str:
    """``money`` with two decimals and thousands, without a currency sign.

    >>> write_money(Money(123450), "it"), write_money(Money(123450), "en")
    ('1.234,50', '1,234.50')
    """
    plain = f"{money.amount:,.2f}"
    return plain if language == "en" else plain.translate(str.maketrans(",.", ".,"))


class MoneyEdit(QLineEdit):
    """An amount, or nothing; what is no amount is marked and told, never silently changed.

    Args:
        money: what it begins with.
        name: what it is called.
        parent: as Qt has it.
        signed: whether less than nothing can be meant.
    """

    money_changed = Signal(object)
    """The ``Money`` entered, or None when the field is empty."""

    def __init__(
        self, money: Money | None, name: str, parent: QWidget | None = None, *, signed: bool = False
    ) -> None:
        super().__init__(parent)
        self._signed = signed
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setLocale(QLocale(spoken()))
        self._told = money
        self.textChanged.connect(self._judge)
        self.editingFinished.connect(self._settle)
        self.show_money(money)

    @property
    def money(self) -> Money | None:
        """The amount; None when empty or not an amount (see ``is_valid``)."""
        money = read_money(self.text(), spoken())
        return money if money is None or self._signed or money >= NOTHING else None

    @property
    def is_valid(self) -> bool:
        """Whether the field is empty or holds an amount."""
        return not self.text().strip() or self.money is not None

    def show_money(self, money: Money | None) -> None:
        """Show an amount without telling."""
        self._told = money
        self.setText("" if money is None else write_money(money, spoken()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all, so that typing replaces."""
        super().focusInEvent(event)
        self.selectAll()

    def _judge(self) -> None:
        mark(self, wrong=not self.is_valid)
        self.setToolTip("" if self.is_valid else _("Write an amount in euro, such as 12.50."))

    def _settle(self) -> None:
        if not self.is_valid:
            return
        money = self.money
        if money is not None:
            self.setText(write_money(money, spoken()))
        if money != self._told:
            self._told = money
            self.money_changed.emit(money)
