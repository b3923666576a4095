"""Tell of an error of the world that nobody on the page caught, in its own sentence."""

from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone


class MessageDialog(HouseDialog):
    """One sentence that has to be read before going on."""

    def __init__(self, sentence: str, parent: QWidget | None) -> None:
        super().__init__(_("This could not be done"), parent, "alert-triangle", Tone.PAY)
        self.add(words(sentence, wrap=True))
        self.add_verb(_("Understood"), "primary").clicked.connect(self.accept)
