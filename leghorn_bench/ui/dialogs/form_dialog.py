"""A dialog with fields: what is refused is told inside it, and what was written stays."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone

T = TypeVar("T")


class FormDialog(HouseDialog):
    """Ends in two verbs: leave without recording, and the one that records."""

    def __init__(self, title: str, parent: QWidget | None, icon: str = "") -> None:
        super().__init__(title, parent, icon, Tone.PLAIN)
        self._told = words("", tone=Tone.STOP, wrap=True)
        self._told.hide()

    def end_with(self, verb: str, act: Callable[[], None], icon: str = "") -> IconButton:
        """Add the line for refusals and the two verbs below the fields; gives the one that acts."""
        self.add(self._told)
        self.add_verb(_("Close without recording")).clicked.connect(self.reject)
        button = self.add_verb(verb, "primary", icon)
        button.clicked.connect(act)
        return button

    def refuse(self, sentence: str, tone: Tone = Tone.STOP) -> None:
        """Tell why it cannot be recorded; an empty sentence takes it away."""
        self._told.setText(sentence)
        mark(self._told, tone=tone)
        self._told.setVisible(bool(sentence))

    def attempt(self, act: Callable[[], T]) -> T | None:
        """The result of ``act``; None when the world refused, which is told."""
        try:
            result = act()
        except BenchError as error:
            self.refuse(told(error, spoken()))
            return None
        self.refuse("")
        return result
