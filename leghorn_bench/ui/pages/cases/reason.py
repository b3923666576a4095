"""Ask for some words before something is recorded: a reason, a note, who consented."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.widgets.form_fields import WordsEdit


class WordsDialog(FormDialog):
    """One field of words, what they are for, and the verb that records them."""

    recorded = Signal()

    def __init__(
        self,
        title: str,
        help_text: str,
        field: str,
        verb: str,
        record: Callable[[str], object],
        parent: QWidget | None,
        icon: str = "",
        written: str = "",
    ) -> None:
        super().__init__(title, parent, icon)
        self._record = record
        if help_text:
            self.add(words(help_text, wrap=True))
        self._words = WordsEdit(field, 4)
        self._words.setPlaceholderText(field)
        self._words.setPlainText(written)
        self.add(self._words)
        self.end_with(verb, self._go)
        self._words.setFocus()

    def _go(self) -> None:
        done: list[object] = []
        self.attempt(lambda: done.append(self._record(self._words.words)))
        if done:
            self.recorded.emit()
            self.accept()
