"""What every section of the settings is: a card that reads again when it comes to the front."""

from collections.abc import Callable
from typing import TypeVar

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.page import Page, Said
from leghorn_bench.ui.taking_back import attempt
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.workplace import Workplace

T = TypeVar("T")


class Section(Card):
    """One section; what it does is told at the foot of the window."""

    def __init__(self, title: str, help_text: str, page: Page, workplace: Workplace) -> None:
        super().__init__(title)
        self._page, self._workplace = page, workplace
        if help_text:
            self.add(words(help_text, tone=Tone.QUIET, wrap=True))

    @property
    def bench(self) -> Bench:
        """Where it works."""
        return self._workplace.bench

    def refresh(self) -> None:
        """Read again what others may have changed."""

    def say(self, text: str, tone: Tone = Tone.OK) -> None:
        """Tell something at the foot."""
        self._page.said.emit(Said(text, tone=tone))

    def refuse(self, error: BenchError) -> None:
        """Tell why something was not done."""
        self.say(told(error, spoken()), Tone.STOP)

    def attempt(self, act: Callable[[], object], done: str) -> bool:
        """Do something and tell it; False when the world refused."""
        return attempt(self._page, self.bench, act, done, self.refresh)

    def save_button(self, act: Callable[[], None]) -> IconButton:
        """The button that keeps what is written in this section."""
        button = IconButton("check", _("Keep"), "primary")
        button.clicked.connect(act)
        return button
