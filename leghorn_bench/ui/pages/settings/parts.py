"""The small stock of parts, and the spare units that wait to replace others."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.records.work import Part
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.repairing import keep_part, parts_in_stock
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.money_edit import MoneyEdit, write_money
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.workplace import Workplace

_MOST = 99_999


class PartsSection(Section):
    """A line a part: how many there are, and on which shelf."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(
            _("Parts"),
            _("What a repair takes is counted off here."),
            page,
            workplace,
        )
        new = IconButton("plus", _("Add a part…"), part="link", pixels=16)
        new.clicked.connect(lambda: self.edit(Part(code="", name="")))
        self.add_to_head(new)
        self._rows = Rows(_("No part is in stock yet."))
        self.add(self._rows)
        self.add_space()

    def refresh(self) -> None:
        """Show the stock."""
        self._rows.show_rows([self._row(part) for part in parts_in_stock(self.bench)])

    def edit(self, part: Part) -> None:
        """Open the dialog of a part."""
        dialog = PartDialog(self.bench, part, self.window())
        dialog.kept.connect(self._kept)
        dialog.open()

    def _row(self, part: Part) -> QWidget:
        count = ngettext("{count} piece", "{count} pieces", part.quantity).format(
            count=part.quantity
        )
        change = IconButton("pencil", part="icon", hint=_("Change"), pixels=16)
        change.setAccessibleName(_("Change {name}").format(name=part.name))
        change.clicked.connect(lambda: self.edit(part))
        place = part.shelf or _("no shelf")
        return beside(
            IconLabel("tool", 18, Tone.QUIET if part.quantity else Tone.PAY),
            words(f"{part.code} · {part.name}", strong=True),
            words(count, tone=Tone.PLAIN if part.quantity else Tone.PAY),
            words(place, tone=Tone.QUIET),
            words(f"{write_money(Money(part.price_cents), spoken())} €"),
            change,
            stretch=1,
        )

    def _kept(self, part: Part) -> None:
        self.refresh()
        self.say(_("{name} is on file.").format(name=part.name))


class PartDialog(FormDialog):
    """Code, name, price, number and shelf of one part."""

    kept = Signal(object)
    """The ``Part``."""

    def __init__(self, bench: Bench, part: Part, parent: QWidget | None) -> None:
        super().__init__(part.name or _("New part"), parent, "tool")
        self._bench, self._part = bench, part
        self._code, self._name = QLineEdit(part.code), QLineEdit(part.name)
        self._price = MoneyEdit(Money(part.price_cents), _("Price"))
        self._count = NumberEdit()
        self._count.setRange(0, _MOST)
        self._count.setValue(part.quantity)
        self._shelf = QLineEdit(part.shelf)
        self.add(
            FieldGrid(
                (_("Code"), self._code),
                (_("Name"), self._name),
                (_("Price"), self._price),
                (_("Pieces"), self._count),
                (_("Shelf"), self._shelf),
            )
        )
        self.end_with(_("Keep"), self._keep)

    def _keep(self) -> None:
        if not self._price.is_valid:
            self.refuse(_("Write an amount in euro, such as 12.50."))
            return
        changed = replace(
            self._part,
            code=self._code.text().strip(),
            name=self._name.text().strip(),
            price_cents=(self._price.money or NOTHING).cents,
            quantity=self._count.value(),
            shelf=self._shelf.text().strip(),
        )
        kept = self.attempt(lambda: keep_part(self._bench, changed))
        if kept is not None:
            self.kept.emit(kept)
            self.accept()
