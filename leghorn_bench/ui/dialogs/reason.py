"""Ask why: an exception, a repair given up; nothing is recorded without its reason."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.widgets.form_fields import WordsEdit


class ReasonDialog(FormDialog):
    """Hands the reason to ``act``, which raises a ``BenchError`` when it will not do.

    Args:
        title: what is about to be done.
        explanation: what follows from it.
        verb: of the button.
        act: records it.
        parent: the window.
    """

    recorded = Signal()

    def __init__(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[str], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, parent, "pencil")
        self._act = act
        self.add(words(explanation, wrap=True))
        self._reason = WordsEdit(_("Reason"), 3)
        self._reason.setPlaceholderText(_("Reason"))
        self.add(self._reason)
        self.end_with(verb, self._record)
        self._reason.setFocus()

    def _record(self) -> None:
        if self.attempt(lambda: self._act(self._reason.words)) is not None:
            self.recorded.emit()
            self.accept()
