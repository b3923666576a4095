"""Extend the last tariff, or enter a new one: what an administrator does when it has expired."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.tariffs import enter_tariff, extend_tariff, tariffs_on_file
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.widgets.form_fields import DayEdit, FieldGrid
from leghorn_bench.ui.widgets.money_edit import MoneyEdit
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice

ITEMS = {
    TariffItem.SENIOR_HOUR: N_("Senior technician, an hour"),
    TariffItem.HALF_DAY: N_("Half a day of consulting"),
    TariffItem.DAY: N_("A day of consulting"),
    TariffItem.ONSITE_DAY: N_("A day of tests on site"),
    TariffItem.KM: N_("A kilometre"),
    TariffItem.OVERNIGHT: N_("Allowance with overnight stay, a day"),
    TariffItem.DAY_TRIP: N_("Allowance without, a day"),
}
"""The items of a tariff as text keys."""
_EXTEND, _ENTER = "extend", "enter"


class TariffDialog(FormDialog):
    """The prices of the last tariff are there to be changed."""

    settled = Signal()
    """A tariff is valid today."""

    def __init__(self, bench: Bench, parent: QWidget | None) -> None:
        super().__init__(_("Tariff"), parent, "coin")
        self._bench = bench
        today = bench.today()
        self._last = next(iter(tariffs_on_file(bench)), None)
        self._how = RadioChoice(_ways(self._last), _("Tariff"))
        self._through = DayEdit(
            _("Through"), date(today.year, 12, 31), date(today.year + 10, 12, 31)
        )
        self._name = QLineEdit(str(today.year))
        self._prices = {
            item: MoneyEdit(self._price(item), _(words)) for item, words in ITEMS.items()
        }
        self._new = FieldGrid(
            (_("Name"), self._name),
            *((_(words), self._prices[item]) for item, words in ITEMS.items()),
        )
        self.add(self._how)
        self.add(FieldGrid((_("Through"), self._through)))
        self.add(self._new)
        self.end_with(_("Put it in force"), self._settle, "check")
        self._how.key_chosen.connect(self._show_prices)
        self._how.choose(_EXTEND if self._last is not None else _ENTER)
        self._show_prices(self._how.key)

    def _price(self, item: TariffItem) -> Money | None:
        if self._last is None or item.value not in self._last.prices:
            return None
        return Money(self._last.prices[item.value])

    def _show_prices(self, key: str) -> None:
        self._new.setVisible(key == _ENTER)
        self.adjustSize()

    def _settle(self) -> None:
        if self._how.key == _EXTEND and self._last is not None:
            tariff_id, last_day = self._last.id, self._through.day
            done = self.attempt(lambda: extend_tariff(self._bench, tariff_id, last_day))
        else:
            done = self._enter()
        if done is not None:
            self.settled.emit()
            self.accept()

    def _enter(self) -> StoredTariff | None:
        if not all(edit.is_valid for edit in self._prices.values()):
            self.refuse(_("Write an amount in euro, such as 12.50."))
            return None
        prices = {item: edit.money for item, edit in self._prices.items()}
        missing = [_(ITEMS[item]) for item, price in prices.items() if price is None]
        if missing:
            self.refuse(_("A price is missing: {item}.").format(item=missing[0]))
            return None
        known = {item: price for item, price in prices.items() if price is not None}
        first, last = self._bench.today(), self._through.day
        return self.attempt(
            lambda: enter_tariff(self._bench, self._name.text(), first, last, known)
        )


def _ways(last: StoredTariff | None) -> list[Option]:
    ways = [Option(_ENTER, _("Enter a new tariff from today"))]
    if last is not None:
        told = _("Extend the tariff {name} (through {day} so far)").format(
            name=last.name, day=day_text(last.last_day, spoken())
        )
        ways.insert(0, Option(_EXTEND, told))
    return ways
