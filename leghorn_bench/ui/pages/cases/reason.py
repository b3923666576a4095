"""Ask for some words before something is recorded: a reason, a note, who consented."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.widgets.form_fields import WordsEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsWanted:
    """What a dialog asks for."""

    title: str
    field: str
    """What the words are, e.g. *Reason*."""
    verb: str
    icon: str
    help: str = ""
    """What they are for."""
    written: str = ""
    """What is written already."""


class WordsDialog(FormDialog):
    """One field of words, what they are for, and the verb that records them."""

    recorded = Signal()

    def __init__(
        self, wanted: WordsWanted, record: Callable[[str], object], parent: QWidget | None
    ) -> None:
        super().__init__(wanted.title, parent, wanted.icon)
        self._record = record
        if wanted.help:
            self.add(words(wanted.help, wrap=True))
        self._words = WordsEdit(wanted.field, 4)
        self._words.setPlaceholderText(wanted.field)
        self._words.setPlainText(wanted.written)
        self.add(self._words)
        self.end_with(wanted.verb, self._go)
        self._words.setFocus()

    def _go(self) -> None:
        done: list[object] = []
        self.attempt(lambda: done.append(self._record(self._words.words)))
        if done:
            self.recorded.emit()
            self.accept()
