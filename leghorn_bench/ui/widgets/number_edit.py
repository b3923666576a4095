"""A field for a whole number, with the same room round its words as the other fields."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

_ROOM = 8


class NumberEdit(QSpinBox):
    """A spin box without arrows: the up and down keys count, and the wheel scrolls the page."""

    def __init__(self) -> None:
        super().__init__()
        # The stylesheet's padding does not reach the field inside a spin box without arrows.
        self.lineEdit().setTextMargins(_ROOM, 0, _ROOM, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: no number may change because the pointer lay over it."""
        event.ignore()
