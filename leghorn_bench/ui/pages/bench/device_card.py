"""The card of one unit: what it is, when it was sold and to whom, and what became of it before."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.doubts import ChipDoubt
from leghorn_bench.domain.records.goods import Sale
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.services.chips import ChipCheck
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.texts import verdicts
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.identifiers import scan_words
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.bench.chips import chip_words, doubt_words, kept_words
from leghorn_bench.ui.pages.bench.facts import (
    product_name,
    unit_facts,
    waits_for_acceptance,
)
from leghorn_bench.ui.pages.bench.history_part import HistoryPart
from leghorn_bench.ui.pages.bench.pointed_out import Pointed
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.fact_grid import FactGrid
from leghorn_bench.ui.widgets.timeline import Happening


class UnitCard(Card):
    """Shows a ``DeviceCard`` whose unit is certain; one widget, repainted by every scan."""

    serial_wanted = Signal(str)
    """Another unit of the chain of replacements."""
    case_wanted = Signal(object)
    """A ``CaseOfDevice`` of the history."""
    way_back_taken = Signal(object)
    """The ``WayBack`` that is offered beside the newest step."""
    hand_wanted = Signal()
    """The person takes the device from its place."""
    extension_wanted = Signal(object)
    """A ``Sale`` whose late extension a person wants to count."""

    def __init__(self) -> None:
        super().__init__()
        self._name = words("", Size.SECTION, wrap=True)
        self._code = mark(words("", tone=Tone.QUIET), mono=True)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._code)
        self._pointed = _Lines()
        self._facts = FactGrid([])
        self._notes = _Lines()
        self._chain = _Lines()
        self._history = HistoryPart()
        self._history.case_wanted.connect(self.case_wanted)
        self._history.way_back_taken.connect(self.way_back_taken)
        for widget in (
            head,
            self._pointed,
            self._facts,
            self._notes,
            self._chain,
            self._history,
        ):
            self.add(widget)
        self.add_space()

    def show_card(self, card: DeviceCard, happened: Sequence[Happening]) -> None:
        """Show what is on file of the unit of ``card``, and its history."""
        unit = card.unit
        assert unit is not None
        name = product_name(unit.product)
        self._name.setText(name)
        self._code.setText(unit.product.code)
        self.setAccessibleName(name)
        self._facts.show_facts(unit_facts(unit, card.sale, card.verdict))
        self._notes.clear()
        for doubt in card.interpretation.best.doubts:
            self._notes.tell("alert-triangle", scan_words(doubt, spoken()), Tone.PAY)
        for note in verdicts.notes(card.verdict, spoken()):
            self._notes.tell("alert-triangle", note, Tone.PAY)
        if card.sale is not None and waits_for_acceptance(card.sale):
            self._offer_extension(card.sale.sale)
        self._show_chain(unit)
        self._history.show_history(unit.device.id, happened)

    def point_out(self, pointed: Iterable[Pointed]) -> None:
        """Say above everything else what should be known before the unit is touched."""
        self._pointed.clear()
        for one in pointed:
            self._pointed.tell(one.icon, one.text, one.tone)

    def show_later(self, later: Sequence[str]) -> None:
        """Tell the units that came after the one that replaced this: a chain is seen whole."""
        for older, newer in pairwise(later):
            told = _("{older} in turn was replaced by {newer}").format(older=older, newer=newer)
            self._chain.link("replace", told, Tone.STOP, self._opener(newer))

    def offer_hand(self) -> None:
        """Offer to take the device from its place; behind what is pointed out."""
        button = IconButton("user", _("Take it in hand"), part="link", pixels=16)
        button.clicked.connect(self.hand_wanted)
        self._pointed.offer(button)

    def tell_chip(self, check: ChipCheck) -> None:
        """Tell what is to be said of the chip in the tag."""
        for doubt in doubt_words(check):
            self._notes.tell("copy-x", doubt, Tone.STOP)
        if check.suspicion is None:
            told, tone = chip_words(check)
            self._notes.tell("cpu", told, tone)

    def tell_doubt(self, doubt: ChipDoubt) -> None:
        """Tell what spoke against the tag when its parcel was unpacked."""
        told = _("Doubted in its parcel: {what}")
        self._notes.tell("copy-x", told.format(what=" ".join(kept_words(doubt))), Tone.STOP)

    def _offer_extension(self, sale: Sale) -> None:
        button = IconButton("shield-check", _("Count the extension…"), part="link", pixels=16)
        button.clicked.connect(lambda: self.extension_wanted.emit(sale))
        self._notes.offer(button)

    def _show_chain(self, unit: UnitOnFile) -> None:
        self._chain.clear()
        if unit.replaced_by is not None:
            told = _("Replaced by {serial}").format(serial=unit.replaced_by)
            self._chain.link("replace", told, Tone.STOP, self._opener(unit.replaced_by))
        newer = unit
        while newer.replaces is not None:
            older = newer.replaces
            when = newer.replaced_on
            told = _("Replaces {serial}").format(serial=older.device.serial)
            if when is not None:
                told = _("Replaces {serial} since {day}").format(
                    serial=older.device.serial, day=day_text(when, spoken())
                )
            self._chain.link("replace", told, Tone.NOTE, self._opener(older.device.serial))
            newer = older

    def _opener(self, serial: str) -> IconButton:
        button = IconButton("chevron-right", part="icon", hint=_("Open it"), pixels=16)
        button.setAccessibleName(_("Open {serial}").format(serial=serial))
        button.clicked.connect(lambda: self.serial_wanted.emit(serial))
        return button


class _Lines(QWidget):
    """Signs with a sentence each; none shown, no room taken."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def tell(self, icon: str, text: str, tone: Tone) -> QHBoxLayout:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, 18, tone))
        row.addWidget(words(text, tone=tone, wrap=True), 1)
        self._column.addWidget(line)
        self.show()
        return row

    def offer(self, button: QWidget) -> None:
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def link(self, icon: str, text: str, tone: Tone, opener: QWidget) -> None:
        self.tell(icon, text, tone).addWidget(opener)
