"""The choices of this computer: language, look, sounds, scanner, database."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.choices import Choices
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.pages.settings.section import Section
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.form_fields import FieldGrid
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice
from leghorn_bench.ui.workplace import Workplace


class LookSection(Section):
    """Language and look change at once; what is on the pages stays."""

    def __init__(self, page: Page, workplace: Workplace, choices: Choices) -> None:
        super().__init__(_("Language and look"), "", page, workplace)
        self._choices = choices
        language = RadioChoice([Option("it", "Italiano"), Option("en", "English")], _("Language"))
        language.choose(spoken())
        language.key_chosen.connect(lambda key: choices.speak("it" if key == "it" else "en"))
        look = RadioChoice(
            [
                Option("system", _("Look of the computer")),
                Option("light", _("Light look")),
                Option("dark", _("Dark look")),
            ],
            _("Look"),
        )
        look.choose(choices.settings.theme)
        look.key_chosen.connect(self._wear)
        self._sounds = QCheckBox(_("Sounds: accepted, repeated, refused"))
        self._sounds.setChecked(choices.settings.sounds)
        self._sounds.toggled.connect(self._keep_sounds)
        self.add(words(_("Language"), strong=True))
        self.add(language)
        self.add(words(_("Look"), strong=True))
        self.add(look)
        self.add(words(_("Sounds"), strong=True))
        self.add(self._sounds)
        self.add_space()

    def _wear(self, key: str) -> None:
        if key == "light":
            self._choices.wear("light")
        elif key == "dark":
            self._choices.wear("dark")
        else:
            self._choices.wear("system")

    def _keep_sounds(self, on: bool) -> None:
        self._choices.keep(replace(self._choices.settings, sounds=on))


class ScannerSection(Section):
    """How a scanner that types is told from a person."""

    def __init__(self, page: Page, workplace: Workplace, choices: Choices) -> None:
        super().__init__(
            _("Scanner that types"),
            _(
                "A scanner set as a keyboard is recognised by its prefix, or by its pace. With a"
                " prefix nothing that a person types is ever mistaken."
            ),
            page,
            workplace,
        )
        self._choices = choices
        wedge = choices.settings.wedge
        self._enabled = QCheckBox(_("Listen to a scanner that types"))
        self._enabled.setChecked(wedge.enabled)
        self._prefix = mark(QLineEdit(wedge.prefix), mono=True)
        self._prefix.setMaxLength(8)
        self._gap, self._least = _spin(5, 200, " ms"), _spin(3, 40, "")
        self._gap.setValue(wedge.longest_gap_ms)
        self._least.setValue(wedge.fewest_characters)
        self.add(self._enabled)
        self.add(
            FieldGrid(
                (_("Prefix"), self._prefix),
                (_("Longest gap"), self._gap),
                (_("Fewest characters"), self._least),
            )
        )
        self.add(beside(QWidget(), self.save_button(self._save), stretch=0))
        self.add_space()

    def _save(self) -> None:
        wedge = WedgeSettings(
            enabled=self._enabled.isChecked(),
            prefix=self._prefix.text(),
            longest_gap_ms=self._gap.value(),
            fewest_characters=self._least.value(),
        )
        self._choices.keep(replace(self._choices.settings, wedge=wedge))
        self.say(_("Kept. The scanner is heard in this way from now on."))


class DatabaseSection(Section):
    """Where the data are."""

    def __init__(self, page: Page, workplace: Workplace, choices: Choices) -> None:
        super().__init__(
            _("Database"),
            _(
                "Empty: a file in your own folder. Several benches share a server:"
                " postgresql://person@server/name"
            ),
            page,
            workplace,
        )
        self._choices = choices
        self._url = mark(QLineEdit(choices.settings.database or ""), mono=True)
        self._url.setPlaceholderText("sqlite:///…   postgresql://…")
        self._now = words("", Size.SMALL, Tone.QUIET, wrap=True)
        self.add(FieldGrid((_("Address"), self._url)))
        self.add(self._now)
        self.add(beside(QWidget(), self.save_button(self._save), stretch=0))
        self.add_space()

    def refresh(self) -> None:
        """Tell which database is open now."""
        self._now.setText(_("Open now: {name}").format(name=self.bench.store.name))

    def _save(self) -> None:
        self._choices.keep(
            replace(self._choices.settings, database=self._url.text().strip() or None)
        )
        self.say(_("Kept. The database is opened at the next start."))


def _spin(least: int, most: int, suffix: str) -> QSpinBox:
    spin = NumberEdit()
    spin.setRange(least, most)
    spin.setSuffix(suffix)
    spin.setFixedWidth(120)
    return spin
