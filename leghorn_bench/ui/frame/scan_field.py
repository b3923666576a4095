"""The scan field: takes typing and pasting for the scan bus, and offers what it finds."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import paint_icon
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.scan_bus import Scan, ScanSource

LONGEST = 4096
"""Longest text that the field takes; what a scanner sends is shorter by far."""


class ScanField(QLineEdit):
    """One line: Enter hands its text to the bus."""

    scan_entered = Signal(object)
    """A ``Scan`` typed or pasted, and confirmed by Enter."""
    first_painted = Signal()
    """The window is on the screen and takes a scan: what may come later can come now."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Scan or search"))
        self.setAccessibleName(_("Scan or search"))
        self.setMaxLength(LONGEST)
        mark(self, part="scan")
        self._painted = False
        self._keys = mark(QLabel("Ctrl+K", self), part="key")
        self.textChanged.connect(lambda text: self._keys.setVisible(not text))
        self.returnPressed.connect(self._enter)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while there is nothing here to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scan icon before the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(11, (self.height() - 18) / 2, 18, 18)
        paint_icon(painter, box, "scan", self.palette().placeholderText().color())
        painter.end()
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint of the keys at the right end."""
        super().resizeEvent(event)
        size = self._keys.sizeHint()
        self._keys.setGeometry(
            self.width() - size.width() - 12,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def _enter(self) -> None:
        text = self.text().strip()
        if text:
            self.setText("")  # what was handed over is no longer the field's to take back
            self.scan_entered.emit(Scan(text, ScanSource.FIELD))
