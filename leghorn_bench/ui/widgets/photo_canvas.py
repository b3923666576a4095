"""A photo that is drawn on, with the mouse or with the arrow keys and Space."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.widgets.photo_marks import Mark, MarkKind, draw_marks, part_of

_STEP, _LONG_STEP = 0.02, 0.1
"""Parts of the picture that an arrow key moves by; the long one with Shift."""
_MOVES = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_CROSS = 10
"""Half of the keyboard's crosshair, in pixels."""


class PhotoCanvas(QWidget):
    """Draws marks of one ``kind`` at a time; Ctrl+Z takes back the last, Esc the one begun."""

    marks_changed = Signal()

    def __init__(self, picture: QImage, name: str) -> None:
        super().__init__()
        self._picture = picture
        self.kind: MarkKind | None = None
        self._marks: list[Mark] = []
        self._begun: Mark | None = None
        self._cursor: QPointF | None = None
        self.setAccessibleName(name)
        self.setFixedSize(self._size.toSize())

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that are finished, in the order in which they were drawn."""
        return tuple(self._marks)

    def choose(self, kind: MarkKind) -> None:
        """Draw marks of ``kind`` from now on."""
        self.kind = kind
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleDescription(
            _("Arrow keys move, Space begins and ends a mark, Ctrl+Z takes the last one back.")
        )

    def undo(self) -> None:
        """Take back the mark under way, or the last one."""
        if self._begun is not None:
            self._begun = None
        elif self._marks:
            self._marks.pop()
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a mark."""
        if self.kind is not None and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = None
            self._begin(part_of(event.position(), self._size))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it on."""
        self._draw_to(part_of(event.position(), self._size))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, begin, end, take back."""
        move = _MOVES.get(Qt.Key(event.key()))
        if self.kind is None:
            super().keyPressEvent(event)
        elif move is not None:
            long = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move(move * (_LONG_STEP if long else _STEP))
        elif event.key() == Qt.Key.Key_Space and self._begun is not None:
            self._finish()
        elif event.key() == Qt.Key.Key_Space:
            self._begin(self._cursor or QPointF(0.5, 0.5))
        elif event.matches(QKeySequence.StandardKey.Undo) or (
            event.key() == Qt.Key.Key_Escape and self._begun is not None
        ):
            self.undo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo, its marks, and where the keyboard stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        painter.drawImage(box, self._picture)
        draw_marks(
            painter, self._marks if self._begun is None else [*self._marks, self._begun], box
        )
        if self._cursor is not None and self.hasFocus():
            at = QPointF(self._cursor.x() * self.width(), self._cursor.y() * self.height())
            self._draw_cross(painter, at)
        painter.end()

    @property
    def _size(self) -> QSizeF:
        return QSizeF(QSize(self._picture.deviceIndependentSize().toSize()))

    def _draw_cross(self, painter: QPainter, at: QPointF) -> None:
        across, down = QPointF(_CROSS, 0), QPointF(0, _CROSS)
        for colour, width in ((QColor("#FFFFFF"), 4), (QColor("#000000"), 2)):
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidth(width)
            painter.setPen(pen)
            painter.drawLine(at - across, at + across)
            painter.drawLine(at - down, at + down)

    def _move(self, by: QPointF) -> None:
        self._cursor = part_of((self._cursor or QPointF(0.5, 0.5)) + by, QSizeF(1, 1))
        self._draw_to(self._cursor)
        self.update()

    def _begin(self, at: QPointF) -> None:
        assert self.kind is not None
        self._begun = Mark(self.kind, (at,))
        self.update()

    def _draw_to(self, at: QPointF) -> None:
        if self._begun is not None:
            self._begun = self._begun.to(at)
            self.update()

    def _finish(self) -> None:
        if self._begun is not None and self._begun.is_seen:
            self._marks.append(self._begun)
        self._begun = None
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.marks_changed.emit()
