"""The desk of the bench page: verdict, device card, and at its right the work on its case."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Kind, interpret, interpret_tag
from leghorn_bench.domain.identifiers.comparison import Numbers
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.services.chip_doubts import doubts_about
from leghorn_bench.services.chips import check_chip
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.old_units import old_unit_of
from leghorn_bench.services.on_bench import work_on
from leghorn_bench.services.opening import operator_of_badge
from leghorn_bench.services.places import may_be_taken
from leghorn_bench.services.register import DeviceCard, card_of, look_up_interpreted
from leghorn_bench.services.replacing import replaced_later
from leghorn_bench.services.unit_story import device_way_back, unit_story
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.pages.bench import verdicts
from leghorn_bench.ui.pages.bench.chips import ChipsSeen, doubt_words, suspicion_words
from leghorn_bench.ui.pages.bench.choices_card import ChoicesCard
from leghorn_bench.ui.pages.bench.device_card import UnitCard
from leghorn_bench.ui.pages.bench.facts import product_name
from leghorn_bench.ui.pages.bench.handling import Draft, Handling
from leghorn_bench.ui.pages.bench.house_labels import HouseLabels
from leghorn_bench.ui.pages.bench.pointed_out import pointed_out
from leghorn_bench.ui.pages.bench.subject import is_replaced_here
from leghorn_bench.ui.pages.bench.unit_history import history
from leghorn_bench.ui.pages.bench.welcome import Recent
from leghorn_bench.ui.pages.cases.last_step import LastStep
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.timeline import Happening
from leghorn_bench.ui.widgets.verdict_band import VerdictBand, VerdictShown
from leghorn_bench.ui.workplace import Workplace

_DEVICES = frozenset(
    {
        Kind.SERIAL, Kind.EPC, Kind.TID, Kind.UID, Kind.GTIN_SERIAL, Kind.GTIN, Kind.GS1,
        Kind.CARD, Kind.DEVICE,
    }
)  # fmt: skip
"""Kinds of scan that mean a device; the other labels of the house open other pages."""


_MINUTE_MS = 60_000


class Desk(QWidget):
    """Shows one card at a time; the widgets stay, a scan repaints them."""

    shown = Signal(object)
    """Something is on the desk: a ``Recent`` to remember, or None."""

    def __init__(self, workplace: Workplace, page: Page, primary: QAction, beside: QAction) -> None:
        super().__init__()
        self._workplace = workplace
        self._page = page
        self._card: DeviceCard | None = None
        self._chips = ChipsSeen()
        self._band = VerdictBand(VerdictShown("", "", Tone.PLAIN, ""))
        self._unit = UnitCard()
        self._choices = ChoicesCard()
        self._unit.serial_wanted.connect(self.look_up)
        self._choices.device_chosen.connect(self._choose)
        self._choices.import_wanted.connect(lambda: page.asked_for.emit("settings", "import"))
        self._unit.case_wanted.connect(lambda case: page.asked_for.emit("cases", case.case_id))
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QWidget()
        stacked = QVBoxLayout(left)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(self._unit)
        stacked.addWidget(self._choices)
        self._left = scrolling(left)
        row.addWidget(self._left, 10)
        self._handling = Handling(page, workplace.bench, primary, beside)
        self._handling.doer.done.connect(self.refresh)
        self._handling.device_wanted.connect(self.show_in_case)
        self._handling.packing_wanted.connect(
            lambda label: page.asked_for.emit("shipping", Scan(label, ScanSource.FIELD))
        )
        self._last_step = LastStep(page, workplace.bench, self._handling.doer)
        self._unit.way_back_taken.connect(self._last_step.take)
        self._choices.left_undecided.connect(self._handling.side.show)
        self._unit.extension_wanted.connect(self._handling.dialogs.accept_extension)
        self._labels = HouseLabels(workplace, page, self._handling)
        self._labels.device_wanted.connect(self.show_in_case)
        self._labels.spare_shelved.connect(self.show_device)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._handling.tick)
        self._minute.start()
        self._unit.hand_wanted.connect(self._labels.take_in_hand)
        row.addWidget(self._handling.side, 11)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(16)
        column.addWidget(self._band)
        column.addWidget(columns, 1)

    @property
    def card(self) -> DeviceCard | None:
        """What is on the desk."""
        return self._card

    @property
    def is_of_today(self) -> bool:
        """Whether its lists are still those of the house."""
        return catalogues_of(self._workplace.bench.store) == self._handling.lists

    def take_scan(self, scan: Scan, *, in_sight: bool = True) -> bool:
        """Show the scanned device; False when the scan names something else than a device.

        ``in_sight``: the desk was in front when it was scanned.
        """
        try:
            tag = scan.tag
            if tag is not None:
                meant = interpret_tag(epc=tag.epc, tid=tag.tid, uid=tag.uid)
            else:
                meant = interpret(scan.text)
            bench = self._workplace.bench
            if meant.kind not in _DEVICES:
                if meant.kind is Kind.SHELF:
                    seen = self._card if in_sight and self.isVisible() else None
                    self._labels.put_on_shelf(meant.best.value, seen)
                    return True
                return self._labels.open(meant, in_sight=in_sight)
            card = look_up_interpreted(bench.store, meant, today=bench.today())
            if not card.units and operator_of_badge(bench.store, scan.text) is not None:
                self._workplace.badge_read.emit(scan.text)
            else:
                self.show_card(card)
        except BenchError as error:
            self._refuse(error)
        else:
            self.take_chip(scan)
        return True

    def take_chip(self, scan: Scan) -> None:
        """Compare the chip of the tag on the desk with what is on file, once the reader tells it.

        What is being written about the device stays, unless the chip is another unit's.
        """
        card, tag = self._card, scan.tag
        if card is None or tag is None or tag.epc is None or tag.tid is None:
            return
        if card.interpretation.text != interpret_tag(epc=tag.epc).text:
            return  # another tag is on the desk by now
        read = Numbers(epc=tag.epc.hex().upper(), tid=tag.tid.hex().upper())
        before = self._chips.before(scan.text, tag.tid.hex().upper())
        told, check = check_chip(self._workplace.bench.store, card, read, before)
        if len(told.units) != len(card.units):
            self.show_card(told)
        if told.unit is None:
            if check.suspicion is not None and not told.units:  # nobody's code, and on two chips
                reason = " ".join((suspicion_words(check), *doubt_words(check)))
                self._band.show_verdict(replace(self._verdict(told), reason=reason))
            return
        self._card = told
        shown = self._verdict(told)
        if check.suspicion is not None:
            shown = replace(shown, reason=suspicion_words(check))
        self._band.show_verdict(shown)
        self._unit.show_card(told, self._history(told.unit))
        self._unit.tell_chip(check)
        self._tell_doubts(told.unit)

    def _tell_doubts(self, unit: UnitOnFile) -> None:
        """What spoke against the tag when its parcel was unpacked."""
        for doubt in doubts_about(self._workplace.bench, unit.device.id):
            self._unit.tell_doubt(doubt)

    def look_up(self, text: str) -> None:
        """Show the device that ``text`` names."""
        try:
            bench = self._workplace.bench
            self.show_card(look_up_interpreted(bench.store, interpret(text), today=bench.today()))
        except BenchError as error:
            self._refuse(error)

    def show_device(self, device_id: int) -> None:
        """Show a unit that is known, as chosen among several."""
        bench = self._workplace.bench
        self.show_card(card_of(bench.store, device_id, today=bench.today()))

    def show_card(self, card: DeviceCard) -> None:
        """Repaint the desk with ``card``."""
        if self._card is not None and _same(card) != _same(self._card):
            self._page.said.emit(Said(""))  # what was done with one device says nothing of another
            self._handling.side.to_top()
            self._left.verticalScrollBar().setValue(0)
        self._card = card
        unit = card.unit
        self._unit.setVisible(unit is not None)
        self._choices.setVisible(unit is None)
        if unit is None:
            self._choices.show_card(card)
        else:
            self._unit.show_card(card, self._history(unit))
        self._handling.show_card(card)
        self._band.show_verdict(self._verdict(card))
        if unit is not None:
            work = self._handling.work
            device = work.device if work is not None else None
            self._unit.point_out(pointed_out(self._workplace.bench, unit.device, device))
            self._tell_doubts(unit)
            if unit.replaced_by is not None:
                self._unit.show_later(replaced_later(self._workplace.bench, unit.device.id))
            if device is not None and may_be_taken(self._workplace.bench, device):
                self._unit.offer_hand()
        # Units side by side need the whole width; who can tell them apart opens a case after that.
        undecided = len(card.units) > 1 and self._handling.work is None
        self._handling.side.setVisible(not undecided)
        self.shown.emit(_recent(card))

    def undo_last(self) -> None:
        """Ctrl+Z: take back the last step of the device on the desk, or say why not."""
        card, work = self._card, self._handling.work
        way = None
        if card is not None and card.unit is not None:
            way = unit_story(self._workplace.bench, card.unit).way_back
        elif work is not None:
            way = device_way_back(self._workplace.bench, work.device.id)
        self._last_step.by_key(way)

    def _history(self, unit: UnitOnFile) -> list[Happening]:
        return history(unit, unit_story(self._workplace.bench, unit))

    def _verdict(self, card: DeviceCard) -> VerdictShown:
        """The verdict; a unit that this very case has replaced is here rightly."""
        work, unit = self._handling.work, card.unit
        if work is not None and unit is not None and unit.replaced_by and is_replaced_here(work):
            old_unit = old_unit_of(self._workplace.bench, work.device)
            return verdicts.replaced_here(unit.replaced_by, old_unit)
        return verdicts.shown(card.verdict, self._workplace.bench.today())

    def clear(self) -> None:
        """Take the device off the desk."""
        self._handling.clear()
        self._card = None

    def refresh(self) -> None:
        """Read again what is on file of the device on the desk."""
        card = self._card
        if card is None:
            return
        if card.unit is not None and len(card.units) == 1:
            self.show_device(card.unit.device.id)
        else:
            self.look_up(card.interpretation.text)

    def kept_drafts(self) -> dict[str, Draft]:
        """What is written and not on file yet."""
        self._handling.keep_draft()
        return self._handling.drafts

    def put_back(self, drafts: dict[str, Draft]) -> None:
        """Take over what was written in the window before."""
        self._handling.drafts.update(drafts)

    @property
    def handling(self) -> Handling:
        """The work on the device's case."""
        return self._handling

    def _choose(self, device_id: int) -> None:
        """A person says which unit it is: of a device on hold that is put on record."""
        if not self._handling.identify_as(device_id):
            self.show_device(device_id)

    def show_in_case(self, case_device_id: int) -> None:
        """Show a device of a case, identified or not."""
        device = work_on(self._workplace.bench, case_device_id).device
        if device.device_id is not None:
            self.show_device(device.device_id)
        else:
            self.look_up(device.scanned)

    def _refuse(self, error: BenchError) -> None:
        self._page.said.emit(Said(told(error, spoken()), tone=Tone.STOP))


def _same(card: DeviceCard) -> object:
    return card.unit.device.id if card.unit is not None else card.interpretation.text


def _recent(card: DeviceCard) -> Recent | None:
    unit = card.unit
    if unit is None or card.verdict.coverage is Coverage.UNKNOWN:
        return None
    about = f"{product_name(unit.product)} · {word(card.verdict.coverage, spoken())}"
    return Recent(unit.device.serial, about, verdicts.ICONS[card.verdict.coverage])
