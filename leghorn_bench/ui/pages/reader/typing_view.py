"""Scanners that type like a keyboard: how they are known, and a field to try them in."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.identifiers import Doubt, interpret
from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.identifiers import scan_words
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.reading.choices import Choices
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.fact_grid import FactGrid
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel
from leghorn_bench.ui.widgets.number_edit import NumberEdit


class TypingView(QWidget):
    """Changes take effect at once; what is scanned meanwhile is told at the right."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        wedge = choices.wedge
        self._enabled = QCheckBox(_("Recognise scanners that type"))
        self._enabled.setChecked(wedge.enabled)
        self._prefix = mark(QLineEdit(wedge.prefix), mono=True)
        self._prefix.setMaxLength(8)
        self._suffix = mark(QLineEdit(wedge.suffix), mono=True)
        self._suffix.setMaxLength(8)
        self._suffix.setPlaceholderText(_("Enter or Tab"))
        self._types_as_us = QCheckBox(_("It types as a US keyboard on an Italian computer"))
        self._types_as_us.setChecked(wedge.types_as_us)
        self._gap = _spin(5, 500, wedge.longest_gap_ms, _(" ms"))
        self._fewest = _spin(2, 40, wedge.fewest_characters, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._settings_card(), 1)
        row.addWidget(self._trial_card(), 1)
        self._enabled.toggled.connect(self._choose)
        self._prefix.editingFinished.connect(self._choose)
        self._suffix.editingFinished.connect(self._choose)
        self._types_as_us.toggled.connect(self._choose)
        self._gap.valueChanged.connect(self._choose)
        self._fewest.valueChanged.connect(self._choose)

    def show_scan(self, scan: Scan) -> None:
        """Tell that a scanner typed this."""
        self._sign.show_icon("circle-check", Tone.OK)
        self._word.setText(_("A scanner typed this"))
        mark(self._word, tone=Tone.OK)
        facts: list[tuple[str, str | QWidget]] = [(_("Text"), IdentifierLabel(scan.text))]
        try:
            best = interpret(scan.text).best
        except BenchError as error:
            facts.append((_("Means"), told(error, spoken())))
        else:
            facts.append((_("Means"), scan_words(best.form, spoken())))
            facts.append((_("Value"), IdentifierLabel(best.value)))
            doubts = " ".join(scan_words(doubt, spoken()) for doubt in best.doubts)
            if Doubt.LAYOUT_UNDONE in best.doubts or doubts:
                facts.append((_("Note"), doubts))
        self._facts.show_facts(facts)

    def _settings_card(self) -> Card:
        card = Card(_("How they are known"))
        card.add(
            words(
                _(
                    "Some scanners type what they read, as a keyboard would. They are known by a"
                    " prefix that the scanner is set to type first, or by their pace; their keys"
                    " never land in a field. A scanner set to a serial port (CDC) is surer still:"
                    " it keeps the separators of GS1 codes, whatever the keyboard layout."
                ),
                tone=Tone.QUIET,
                wrap=True,
            )
        )
        card.add(self._enabled)
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for name, field in (
            (_("Prefix (the surest)"), self._prefix),
            (_("Suffix"), self._suffix),
            (_("Longest pause between two keys"), self._gap),
            (_("Fewest characters"), self._fewest),
        ):
            field.setAccessibleName(name)
            form.addRow(words(name), field)
        card.add(holder)
        end = _(
            "A scan ends with the suffix, with Enter or with Tab: set the scanner to send one of"
            " them."
        )
        card.add(words(end, tone=Tone.QUIET, wrap=True))
        card.add(self._types_as_us)
        layout = _(
            "Without it, what an Italian layout changed (ç for :, ' for -) is put right where"
            " nothing else can be meant; with it, in every scan."
        )
        card.add(words(layout, tone=Tone.QUIET, wrap=True))
        card.add_space()
        return card

    def _trial_card(self) -> Card:
        card = Card(_("Try it"))
        self._sign = IconLabel("keyboard", 28, Tone.QUIET)
        self._word = words(_("Scan something"), Size.TITLE, Tone.QUIET, wrap=True)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._word, 1)
        self._facts = FactGrid([], 72)
        field = QLineEdit()
        field.setPlaceholderText(_("Type here by hand: it stays here"))
        field.setAccessibleName(_("Field to try"))
        field.textChanged.connect(self._typed)
        card.add(field)
        card.add(head)
        card.add(self._facts)
        card.add_space()
        return card

    def _typed(self, text: str) -> None:
        if text:
            self._sign.show_icon("user", Tone.NOTE)
            self._word.setText(_("A person typed this"))
            mark(self._word, tone=Tone.NOTE)
            self._facts.show_facts([(_("Text"), text)])

    def _choose(self) -> None:
        self._choices.choose_wedge(
            WedgeSettings(
                self._enabled.isChecked(),
                self._prefix.text(),
                self._gap.value(),
                self._fewest.value(),
                self._suffix.text(),
                self._types_as_us.isChecked(),
            )
        )


def _spin(least: int, most: int, value: int, suffix: str) -> QSpinBox:
    spin = NumberEdit()
    spin.setRange(least, most)
    spin.setValue(value)
    spin.setSuffix(suffix)
    return spin
