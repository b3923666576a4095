"""The age of a thing as a small bar against its limit, with the words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone

_NEAR = 0.8


def age_tone(share: float) -> Tone:
    """In time, running out (from 80 % of the limit), late (beyond it)."""
    if share > 1:
        return Tone.STOP
    return Tone.PAY if share >= _NEAR else Tone.OK


def paint_age(painter: QPainter, box: QRectF, share: float, ink: QColor, ground: QColor) -> None:
    """Draw the bar: ``share`` of the limit is used up."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(ground)
    painter.drawRoundedRect(box, radius, radius)
    filled = QRectF(box)
    filled.setWidth(max(box.height(), box.width() * min(max(share, 0.0), 1.0)))
    painter.setBrush(ink)
    painter.drawRoundedRect(filled, radius, radius)


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(72, 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        ink = palette.windowText().color()
        ground = palette.color(QPalette.ColorRole.Mid)
        paint_age(painter, QRectF(self.rect()), self.share, ink, ground)
        painter.end()


class AgeBar(QWidget):
    """Bar and words, e.g. half a bar and *12 di 25 giorni*."""

    def __init__(self, share: float, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = _Bar()
        self._text = words("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._text)
        row.addStretch(1)
        self.show_age(share, text)

    def show_age(self, share: float, text: str) -> None:
        """Show that ``share`` of the limit is used up (1.0 is the limit itself)."""
        self._bar.share = share
        self._text.setText(text)
        tone = age_tone(share)
        mark(self._bar, tone=tone)
        mark(self._text, tone=tone if tone is not Tone.OK else Tone.PLAIN)
        self._bar.update()
        self.setAccessibleName(text)
