"""How strongly a tag is heard, against the strength from which on it counts."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.tokens import DARK, LIGHT, Tone

_HIGH, _BAR = 34, 8
STRONGEST_SIGNAL = 255
"""A signal is a byte; its scale is the reader's own."""


class StrengthBar(QWidget):
    """A bar from ``weakest`` to ``strongest`` dBm, a notch at the limit, the figure beside it."""

    def __init__(self, weakest: int, strongest: int) -> None:
        super().__init__()
        self._weakest, self._strongest = weakest, strongest
        self._rssi: int | None = None
        self._signal: int | None = None
        self._limit: int | None = None
        self._signal_limit: int | None = None
        self.setMinimumHeight(_HIGH)
        self.show_strength(None)

    def show_strength(self, rssi_dbm: int | None, signal: int | None = None) -> None:
        """Show how strongly the tag is heard, in dBm or else in the reader's own unit."""
        self._rssi, self._signal = rssi_dbm, signal
        self.setAccessibleName(self._words())
        self.update()

    def show_limit(self, weakest_dbm: int | None, weakest_signal: int | None = None) -> None:
        """Show from which strength on a tag counts, in either unit."""
        self._limit, self._signal_limit = weakest_dbm, weakest_signal
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and its figure."""
        return QSize(200, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, notch and figure."""
        dark = self.palette().base().color().lightness() < 128  # noqa: PLR2004 - half
        tokens = DARK if dark else LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = self._words()
        figures = max("-100 dBm", text, key=painter.fontMetrics().horizontalAdvance)
        wide = self.width() - painter.fontMetrics().horizontalAdvance(figures) - 12
        middle = self.height() / 2
        whole = QRectF(0, middle - _BAR / 2, wide, _BAR)
        _fill(painter, whole, tokens.line)
        strength, limit = self._told()
        if strength is not None:
            counts = limit is None or strength >= limit
            ink = tokens.tint(Tone.OK if counts else Tone.PAY).ink
            part = QRectF(whole)
            part.setWidth(max(_BAR, wide * self._share(strength)))
            _fill(painter, part, ink)
        if limit is not None:
            notch = QRectF(wide * self._share(limit) - 1, middle - _BAR, 2, 2 * _BAR)
            painter.fillRect(notch, QColor(tokens.text))
        painter.setPen(QColor(tokens.text if strength is not None else tokens.quiet))
        painter.drawText(
            QRectF(wide + 12, 0, self.width() - wide - 12, self.height()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            text,
        )
        painter.end()

    def _told(self) -> tuple[int | None, int | None]:
        """Strength and limit, in the unit of the reader that told it."""
        if self._in_signal:
            return self._signal, self._signal_limit
        return self._rssi, self._limit

    @property
    def _in_signal(self) -> bool:
        return self._rssi is None and self._signal is not None

    def _share(self, strength: int) -> float:
        ends = (0, STRONGEST_SIGNAL) if self._in_signal else (self._weakest, self._strongest)
        return min(1.0, max(0.0, (strength - ends[0]) / (ends[1] - ends[0])))

    def _words(self) -> str:
        if self._rssi is not None:
            return _("{rssi} dBm").format(rssi=self._rssi)
        return "— dBm" if self._signal is None else _("signal {figure}").format(figure=self._signal)


def _fill(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
