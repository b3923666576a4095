"""The database cannot be opened: why, that nothing was changed, and the copies that are there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import TALL_TARGET, Tone

_MOST = 5


class DatabaseDialog(HouseDialog):
    """Offers to go on with a fresh copy of a backup; the damaged file stays where it is."""

    backup_chosen = Signal(object)
    """``Path`` of the copy to go on with."""
    retried = Signal()

    def __init__(self, sentence: str, backups: Sequence[Path], parent: QWidget | None) -> None:
        super().__init__(_("The data cannot be opened"), parent, "database-x", Tone.STOP)
        self.setMinimumWidth(560)
        self.add(words(sentence, wrap=True))
        if backups:
            told = _("Go on with a copy of a backup; the file above stays as it is:")
            self.add(words(told, tone=Tone.QUIET, wrap=True))
        for path in backups[:_MOST]:
            self.add(self._button(path))
        again = self.add_verb(_("Try again"), "primary", "refresh")
        again.clicked.connect(self._retry)

    def _button(self, path: Path) -> IconButton:
        button = IconButton("history", path.name)
        button.setToolTip(str(path))
        button.setMinimumHeight(TALL_TARGET)
        button.clicked.connect(lambda: self._choose(path))
        return button

    def _choose(self, path: Path) -> None:
        self.backup_chosen.emit(path)
        self.accept()

    def _retry(self) -> None:
        self.retried.emit()
        self.accept()
