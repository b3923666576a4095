"""A text of any length on one line: it never widens the window, and is cut short by an ellipsis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.tokens import Tone


class OneLine(QLabel):
    """Shows as much as there is room for; the tooltip and a screen reader tell the whole."""

    def __init__(self, tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # From the left in any script: it follows what stands before it.
        from_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(from_left | Qt.AlignmentFlag.AlignVCenter)
        mark(self, tone=tone)

    def say(self, text: str) -> None:
        """Show ``text``."""
        self.setText(text)
        self.setToolTip(text)

    @property
    def shown(self) -> str:
        """What there is room for."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw what there is room for, in the colour that the style sheet gives."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown)
        painter.end()
