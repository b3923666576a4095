"""The marks that are drawn on a photo: an arrow, a circle, a free line."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_INK, _HALO = QColor("#D6001C"), QColor("#FFFFFF")
"""Part of the picture, not of the theme: red on white is seen on dark plastic and bright steel."""
_THICKNESS = 1 / 160
"""Of the picture's longer side."""
_HEAD = 6
"""Length of an arrow's head, in thicknesses."""
_OPEN = pi / 7


class MarkKind(StrEnum):
    """What is drawn from the first point to the last."""

    ARROW = "arrow"
    CIRCLE = "circle"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; its points are parts of the picture's width and height, from 0 to 1."""

    kind: MarkKind
    points: tuple[QPointF, ...]

    def to(self, point: QPointF) -> "Mark":
        """The mark drawn on to ``point``: a free line grows, the others are stretched."""
        kept = self.points if self.kind is MarkKind.LINE else self.points[:1]
        return Mark(self.kind, (*kept, point))

    @property
    def is_seen(self) -> bool:
        """Whether it is more than a slip of the hand: it leads somewhere."""
        ends = self.points[0]
        return any((point - ends).manhattanLength() > _THICKNESS for point in self.points)


def draw_marks(painter: QPainter, marks: Iterable[Mark], box: QRectF) -> None:
    """Draw ``marks`` on the picture that fills ``box``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    thick = max(box.width(), box.height()) * _THICKNESS
    for mark in marks:
        path = _path(mark, box, thick)
        for colour, width in ((_HALO, thick * 2), (_INK, thick)):
            painter.setPen(
                QPen(
                    colour,
                    width,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            painter.drawPath(path)


def _path(mark: Mark, box: QRectF, thick: float) -> QPainterPath:
    points = [_placed(point, box) for point in mark.points]
    if mark.kind is MarkKind.CIRCLE:
        path = QPainterPath()
        path.addEllipse(QRectF(points[0], points[-1]).normalized())
        return path
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    if mark.kind is MarkKind.ARROW:
        _add_head(path, points[0], points[-1], thick * _HEAD)
    return path


def _add_head(path: QPainterPath, begin: QPointF, end: QPointF, length: float) -> None:
    back = atan2(begin.y() - end.y(), begin.x() - end.x())
    for turn in (_OPEN, -_OPEN):
        path.moveTo(end)
        path.lineTo(end + QPointF(cos(back + turn), sin(back + turn)) * length)


def _placed(point: QPointF, box: QRectF) -> QPointF:
    return box.topLeft() + QPointF(point.x() * box.width(), point.y() * box.height())


def part_of(point: QPointF, size: QSizeF) -> QPointF:
    """A point on a picture shown at ``size``, as parts of it; never outside of it."""
    return QPointF(
        min(1.0, max(0.0, point.x() / size.width())),
        min(1.0, max(0.0, point.y() / size.height())),
    )
