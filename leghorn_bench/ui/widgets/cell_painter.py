"""How a table cell is drawn: icon, bar of age and words in their tone."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any
from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from leghorn_bench.ui.icons import stamp_icon
from leghorn_bench.ui.models.paged import ROW_ROLE, Column
from leghorn_bench.ui.tokens import DARK, LIGHT, MONO, Tokens, Tone
from leghorn_bench.ui.widgets.age_bar import age_tone, paint_age

_PAD = 12
_ICON = 18
_BAR = 56
_FROM_RIGHT, _END = "\u202b", "\u202c"


class CellPainter(QStyledItemDelegate):
    """Draws cells flat and calm: hairline below, no grid, whole-row selection."""

    def __init__(self, columns: Sequence[Column[Any]], row_height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._height = row_height

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for all that the cell holds."""
        view: Any = option
        row = index.data(ROW_ROLE)
        rows = [] if row is None else [row]
        return QSize(self.widest(index.column(), rows, view.font), self._height)

    def widest(self, number: int, rows: Iterable[Any], base: QFont) -> int:
        """Width in pixels that the column needs for all of ``rows``, asked without the view."""
        column = self._columns[number]
        font = _font(base, column).key()
        signs = 2 * _PAD + (_BAR + 8 if column.share is not None else 0)
        iconed = column.icon
        return max(
            (
                _advance(font, column.text(row) or "")
                + signs
                + (_ICON + 8 if iconed is not None and iconed(row) else 0)
                for row in rows
            ),
            default=0,
        )

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        view: Any = option
        palette: QPalette = view.palette
        tokens = DARK if palette.base().color().lightness() < 128 else LIGHT  # noqa: PLR2004 - half
        box = QRectF(view.rect)
        painter.save()
        self._ground(painter, box, view, tokens)
        row = index.data(ROW_ROLE)  # asked once: each question crosses from Qt and back
        if row is not None:
            column = self._columns[index.column()]
            painter.setFont(_font(view.font, column))
            self._content(painter, box.adjusted(_PAD, 0, -_PAD, 0), column, row, tokens)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole of what was cut."""
        style: Any = option
        told = str(index.data() or "")
        cut = self.sizeHint(option, index).width() > style.rect.width()
        QToolTip.showText(event.globalPos(), told if cut else "", view)
        return True

    @staticmethod
    def _ground(painter: QPainter, box: QRectF, view: Any, tokens: Tokens) -> None:
        if view.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.accent_ground))
        elif view.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.hover))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))

    @staticmethod
    def _content(
        painter: QPainter, inner: QRectF, column: Column[Any], row: Any, tokens: Tokens
    ) -> None:
        inner = _signs(painter, inner, column, row, tokens)
        painter.setPen(_ink(_tone(column, row), dark=tokens.dark))
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        lines = _lines(painter.fontMetrics(), column.text(row) or "", inner)
        text = "\n".join(map(_as_written, lines))
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)


def _signs(
    painter: QPainter, inner: QRectF, column: Column[Any], row: Any, tokens: Tokens
) -> QRectF:
    """Draw icon and bar; gives the room that is left for the words."""
    middle = inner.center().y()
    name = column.icon(row) if column.icon is not None else ""
    if name:
        place = QRectF(inner.left(), middle - _ICON / 2, _ICON, _ICON)
        stamp_icon(painter, place, name, _ink(_tone(column, row), dark=tokens.dark))
        inner = inner.adjusted(_ICON + 8, 0, 0, 0)
    share = column.share(row) if column.share is not None else None
    if share is not None:
        bar = QRectF(inner.left(), middle - 3, _BAR, 6)
        ink = _ink(age_tone(share), dark=tokens.dark)
        paint_age(painter, bar, share, ink, QColor(tokens.line))
        inner = inner.adjusted(_BAR + 8, 0, 0, 0)
    return inner


def _lines(metrics: QFontMetrics, text: str, room: QRectF) -> list[str]:
    """``text``, in two lines where it is too long for one and the row is tall; cut at the end."""
    width, cut = int(room.width()) + 1, Qt.TextElideMode.ElideRight
    elided = metrics.elidedText(text, cut, width)
    if elided == text or room.height() < 2 * metrics.lineSpacing() + _PAD:
        return [elided]
    words = text.split(" ")
    fitting = [
        count
        for count in range(1, len(words))
        if metrics.horizontalAdvance(" ".join(words[:count])) <= width
    ]
    if not fitting:
        return [elided]
    rest = " ".join(words[fitting[-1] :])
    return [" ".join(words[: fitting[-1]]), metrics.elidedText(rest, cut, width)]


def _tone(column: Column[Any], row: Any) -> Tone:
    return (column.tone(row) if column.tone is not None else None) or Tone.PLAIN


@cache
def _ink(tone: Tone, *, dark: bool) -> QColor:
    return QColor((DARK if dark else LIGHT).tint(tone).ink)


def _as_written(text: str) -> str:
    """An Arabic or Hebrew text runs from the right, so that its dots stand at its end."""
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return text if strong == "L" else f"{_FROM_RIGHT}{text}{_END}"


def _font(base: QFont, column: Column[Any]) -> QFont:
    font = QFont(base)
    if column.mono:
        font.setFamily(MONO)
    return font


@lru_cache(maxsize=20_000)
def _advance(font: str, text: str) -> int:
    """Pixels that ``text`` takes; a list that is read again shows mostly what it showed before."""
    shaped = QFont()
    shaped.fromString(font)
    return QFontMetrics(shaped).horizontalAdvance(text)
