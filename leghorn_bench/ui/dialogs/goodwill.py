"""Grant goodwill: work that the policy charges is made free, with its reason on record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from leghorn_bench.services.assessing import grant_goodwill
from leghorn_bench.services.bench import Bench
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.marks import words


class GoodwillDialog(FormDialog):
    """Asks for the reason; who grants it and when is recorded with it."""

    granted = Signal(str)
    """The sentence that tells it."""

    def __init__(self, bench: Bench, case_device_id: int, parent: QWidget | None) -> None:
        super().__init__(_("Goodwill"), parent, "heart-handshake")
        self._bench, self._case_device_id = bench, case_device_id
        self.add(
            words(
                _(
                    "The work on this device becomes free although the policy charges it. Your"
                    " name, the day and the reason are recorded."
                ),
                wrap=True,
            )
        )
        self._reason = QPlainTextEdit()
        self._reason.setAccessibleName(_("Reason"))
        self._reason.setPlaceholderText(_("Reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(80)
        self.add(self._reason)
        self.end_with(_("Grant goodwill"), self._grant)

    def _grant(self) -> None:
        reason = self._reason.toPlainText()
        if self.attempt(lambda: grant_goodwill(self._bench, self._case_device_id, reason)):
            self.granted.emit(_("Goodwill is granted."))
            self.accept()
