"""A choice for long pages: the wheel scrolls the page."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

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
