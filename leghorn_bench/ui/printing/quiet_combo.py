"""Choices for long pages: the wheel scrolls the page, and trays are asked for when wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from leghorn_bench.texts.screen import _

_ROOM = 24


class QuietCombo(QComboBox):
    """A choice that the wheel does not change while the page scrolls; cut off, its hint says it."""

    def __init__(self) -> None:
        super().__init__()
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:
        """Let the list be as wide as its words, also where the field is narrower."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _ROOM)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class TrayCombo(QuietCombo):
    """The trays of a printer, asked for when the list is opened; any name can be typed."""

    def __init__(self, tray: str, trays: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._trays = trays
        self.setEditable(True)
        self.setEditText(tray)
        line = self.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("usual tray"))

    def showPopup(self) -> None:
        """Ask the system first."""
        typed = self.currentText()
        self.clear()
        self.addItems(["", *self._trays()])
        self.setEditText(typed)
        super().showPopup()
