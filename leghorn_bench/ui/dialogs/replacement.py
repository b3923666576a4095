"""Replace a unit: the spare is scanned, refused with the reason or shown, and the slip issued."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.domain.replacement_errors import ReplacementOfOtherProduct
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.notices import notices_for
from leghorn_bench.services.on_bench import WorkOnBench
from leghorn_bench.services.receiving import serial_of
from leghorn_bench.services.register import look_up
from leghorn_bench.services.replacing import (
    Spare,
    carry_rule,
    check_spare,
    replace_unit,
    term_to_come,
)
from leghorn_bench.services.spares import spares_for
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.dialogs.form_dialog import FormDialog, Remedy
from leghorn_bench.ui.dialogs.remedies import remedy_for
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice

OLD_UNITS = {
    OldUnit.KEPT: N_("Kept for analysis"),
    OldUnit.RETURNED: N_("Returned to the customer"),
    OldUnit.SCRAPPED: N_("Scrapped, with the customer’s consent"),
}
_RULES = {
    CarryRule.REMAINDER: N_("Takes over what is left of the warranty, through {day}."),
    CarryRule.FRESH: N_("Has a new year of warranty, through {day}."),
    CarryRule.LONGER: N_("Has the longer of both warranties, through {day}."),
}


class ReplacementDialog(FormDialog):
    """Takes scans: the spare is never typed when it can be scanned."""

    replaced = Signal(object)
    """The ``Replaced``."""

    def __init__(self, bench: Bench, work: WorkOnBench, parent: QWidget | None) -> None:
        super().__init__(_("Replace the unit"), parent, "replace")
        self._bench, self._work = bench, work
        self._spare: UnitOnFile | None = None
        old = serial_of(bench, work.device)
        self.add(words(_("Scan the new unit that takes the place of {serial}.").format(serial=old)))
        self._tell_spares()
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(_("Scan the spare, or type its serial number"))
        self._typed.returnPressed.connect(self._take_typed)
        self._card = Card(_("Spare"))
        self._name = words("", wrap=True)
        self._sign = Chip("scan", _("not scanned yet"), Tone.NOTE)
        self._card.add_to_head(self._sign)
        self._card.add(self._name)
        self._other = QCheckBox(_("Another product replaces it, and that is meant"))
        self._other.hide()
        self._other.toggled.connect(self._check)
        self._old_unit = RadioChoice(
            [Option(unit.value, _(text)) for unit, text in OLD_UNITS.items()], _("The old unit")
        )
        self._old_unit.choose(OldUnit.KEPT.value)
        self._old_unit.key_chosen.connect(self._ask_consent)
        self._consent = QLineEdit()
        self._consent.setPlaceholderText(_("Who consented, and when"))
        self._consent.setAccessibleName(_("Who consented, and when"))
        self._consented = FieldGrid((_("Consent"), self._consent))
        self._consented.hide()
        self.add(self._card)
        self.add(self._other)
        self.add(FieldGrid((_("Serial number"), self._typed), (_("The old unit"), self._old_unit)))
        self.add(self._consented)
        self._go = self.end_with(_("Replace and issue the slip"), self._replace, "file-check")
        self._go.setEnabled(False)
        self.setMinimumWidth(560)
        self._typed.setFocus()

    def _tell_spares(self) -> None:
        unit_id = self._work.device.device_id
        if unit_id is None:
            return
        spares = [
            f"{spare.serial} ({spare.shelf})" if spare.shelf else spare.serial
            for spare in spares_for(self._bench, unit_id)
        ]
        told = (
            _("In stock: {units}").format(units=", ".join(spares))
            if spares
            else _("No unit of this product is in stock.")
        )
        self.add(words(told, tone=Tone.QUIET, wrap=True))

    def take_scan(self, scan: Scan) -> bool:
        """Take the scanned unit as the spare."""
        self._look_up(scan.text)
        return True

    def remedy_for(self, error: BenchError) -> Remedy | None:
        """The company's data can be entered on the spot."""
        return remedy_for(error, self._bench, self, lambda: self.refuse(""))

    def _take_typed(self) -> None:
        text = self._typed.text().strip()
        if text:
            self._typed.clear()
            self._look_up(text)

    def _look_up(self, text: str) -> None:
        self._spare = None
        self._go.setEnabled(False)
        self._other.setChecked(False)
        self._other.hide()
        card = self.attempt(lambda: look_up(self._bench.store, text, today=self._bench.today()))
        if card is None:
            return
        if card.unit is None:
            several = _("{text} leads to several units: scan another label of the spare.")
            unknown = _("{text} is not on file: only a unit in the register can replace another.")
            self._show(text, several.format(text=text) if card.units else unknown.format(text=text))
            return
        self._spare = card.unit
        self._check()

    def _check(self) -> None:
        spare = self._spare
        if spare is None or self._work.device.device_id is None:
            return
        try:
            check_spare(self._bench, self._work.device.device_id, self._chosen(spare))
        except ReplacementOfOtherProduct as error:
            self._other.show()
            self.grow()
            self._show(spare.device.serial, told(error, spoken()), spare)
            return
        except BenchError as error:
            self._show(spare.device.serial, told(error, spoken()), spare)
            return
        self._show(spare.device.serial, "", spare)

    def _show(self, serial: str, refusal: str, unit: UnitOnFile | None = None) -> None:
        product = unit.product if unit is not None else None
        english = product.name_en if product is not None and spoken() == "en" else ""
        name = english or (product.name if product is not None else "")
        self._card.show_title(serial[:40])
        cover = self._cover(unit) if unit is not None and not refusal else ""
        self._name.setText("\n".join(part for part in (name, cover) if part))
        notices = "\n".join(self._notices(unit))
        if refusal:
            self._sign.show_state("x", _("refused"), Tone.STOP)
        elif notices:
            self._sign.show_state("alert-octagon", _("notice"), Tone.STOP)
        else:
            self._sign.show_state("check", _("can replace it"), Tone.OK)
        self.refuse(refusal or notices)
        self._go.setEnabled(not refusal)
        self.grow()

    def _notices(self, unit: UnitOnFile | None) -> list[str]:
        """What the house says of units like the spare: it can replace, and a person should know."""
        found = notices_for(self._bench, unit.device) if unit is not None else ()
        return [notice.text for notice in found]

    def _cover(self, unit: UnitOnFile) -> str:
        """What the warranty of the new unit will be, by the rule of the house."""
        term = term_to_come(self._bench, self._work.device, unit.device.id)
        if term is None:
            return ""
        rule = _(_RULES[carry_rule(self._bench)])
        return rule.format(day=day_text(term.last_day, spoken()))

    def _ask_consent(self, old_unit: str) -> None:
        """The old unit is the customer's: it is scrapped only when somebody of theirs agreed."""
        asked = old_unit == OldUnit.SCRAPPED.value
        self._consented.setVisible(asked)
        if asked:
            self._consent.setFocus()
        self.grow()

    def _chosen(self, unit: UnitOnFile) -> Spare:
        return Spare(
            device_id=unit.device.id,
            other_product_confirmed=self._other.isChecked(),
            old_unit=OldUnit(self._old_unit.key),
            consent=self._consent.text(),
        )

    def _replace(self) -> None:
        spare = self._spare
        if spare is None:
            return
        chosen = self._chosen(spare)
        done = self.attempt(lambda: replace_unit(self._bench, self._work.device.id, chosen))
        if done is not None:
            self.replaced.emit(done)
            self.accept()
