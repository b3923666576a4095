"""Ask once, clearly, before what cannot be taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone


class ConfirmDialog(HouseDialog):
    """A question with its consequence, and the verb on the button (never *Yes*).

    What destroys is asked in the tone ``stop``, and Enter then leaves things as they are.
    """

    confirmed = Signal()

    def __init__(
        self,
        question: str,
        consequence: str,
        verb: str,
        parent: QWidget | None,
        *,
        destroys: bool = False,
    ) -> None:
        icon, tone = ("alert-octagon", Tone.STOP) if destroys else ("info-circle", Tone.ACCENT)
        super().__init__(question, parent, icon, tone)
        self.add(words(consequence, wrap=True))
        back = self.add_verb(_("Leave as it is"))
        back.clicked.connect(self.reject)
        go = self.add_verb(verb, "danger" if destroys else "primary")
        go.clicked.connect(self._confirm)
        (back if destroys else go).setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
