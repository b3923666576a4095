"""The tariffs on file, their days and prices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.tariff import TariffItem
from leghorn_bench.services.tariffs import tariffs_on_file
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.tariff import TariffDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.fact_grid import FactGrid
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.workplace import Workplace

_LABELS, _AMOUNTS = 240, 80


class TariffsSection(Section):
    """The newest tariff first; a document takes the one that is valid on its day."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Tariffs"),
            _("A quote freezes the prices of its day: what is changed here alters no quote."),
            page,
            workplace,
        )
        self._new = IconButton("plus", _("Extend or enter a tariff…"), part="link", pixels=16)
        self._new.clicked.connect(self.ask)
        self.add_to_head(self._new)
        self._rows = Rows(_("No tariff is on file."))
        self.add(self._rows)
        self.add_space()

    def refresh(self) -> None:
        """Show the tariffs."""
        self._new.setEnabled(self.bench.may(Right.CHANGE_TARIFF))
        self._rows.show_rows([self._row(one) for one in tariffs_on_file(self.bench)])

    def ask(self) -> None:
        """Extend a tariff or enter another."""
        dialog = TariffDialog(self.bench, self.window())
        dialog.settled.connect(self._settled)
        dialog.open()

    def _settled(self) -> None:
        self.refresh()
        self.say(_("The tariff is in force."))

    def _row(self, one: StoredTariff) -> QWidget:
        days = _("{first} to {last}").format(
            first=day_text(one.first_day, spoken()), last=day_text(one.last_day, spoken())
        )
        today = self.bench.today()
        if one.tariff.valid_on(today):
            chip = Chip("circle-check", _("valid today"), Tone.OK)
        elif one.last_day < today:
            chip = Chip("clock-x", _("ended"), Tone.PAY)
        else:
            chip = Chip("clock", _("not begun"), Tone.NOTE)
        prices = [
            (word(TariffItem(code), spoken()), _amount(Money(cents)))
            for code, cents in one.prices.items()
        ]
        whole = Rows("")
        head = beside(words(one.name, strong=True), words(days, tone=Tone.QUIET), chip, stretch=1)
        whole.show_rows([head, FactGrid(prices, _LABELS)])
        whole.setContentsMargins(0, 4, 0, 12)
        return whole


def _amount(price: Money) -> QWidget:
    """A price, with the others of its column in line at the right."""
    told = words(f"{write_money(price, spoken())} €")
    told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    told.setFixedWidth(_AMOUNTS)
    line = beside(told)
    line.setAccessibleName(told.text())
    return line
