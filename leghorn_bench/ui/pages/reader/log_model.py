"""The wire's log as a table that grows at its foot and stays bounded."""

import time
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.models.paged import ROW_ROLE, Column
from leghorn_bench.ui.pages.reader.log_words import LineShown, shown
from leghorn_bench.ui.reading.wire_log import MOST_LINES, LogLine, WireLog
from leghorn_bench.ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
ShownLine = tuple[LogLine, LineShown]
"""A line, and what it says: told once, drawn often."""


def columns() -> tuple[Column[ShownLine], ...]:
    """The columns, in the language of the screens."""
    return (
        Column(_("Time"), lambda line: _on_the_wall(line[0].at_s), numeric=True),
        Column(_("Reader"), lambda line: line[0].reader),
        Column(_("What"), lambda line: line[1].word, tone=_tone, icon=_icon),
        Column(_("Content"), lambda line: line[1].content, mono=True, stretch=True),
    )


def _on_the_wall(at_s: float) -> str:
    """Monotonic seconds as a clock shows them."""
    moment = datetime.now().astimezone() - timedelta(seconds=time.monotonic() - at_s)
    return f"{moment:%H:%M:%S.%f}"[:-3]


def _tone(line: ShownLine) -> Tone:
    return line[1].tone


def _icon(line: ShownLine) -> str:
    return line[1].icon


class LogModel(QAbstractTableModel):
    """Takes what is new when told to; the oldest rows go when there are too many."""

    def __init__(self, log: WireLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._lines: deque[ShownLine] = deque()
        self._next = 0
        self.shown_columns = columns()

    def take_new(self) -> bool:
        """Show what has come since; whether anything has."""
        fresh = self._log.since(self._next)[-MOST_LINES:]
        if not fresh:
            return False
        self._next = fresh[-1].number + 1
        surplus = len(self._lines) + len(fresh) - MOST_LINES
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), 0, min(surplus, len(self._lines)) - 1)
            for _line in range(min(surplus, len(self._lines))):
                self._lines.popleft()
            self.endRemoveRows()
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
        self._lines.extend((line, shown(line.what)) for line in fresh[-MOST_LINES:])
        self.endInsertRows()
        return True

    def as_text(self) -> Iterator[str]:
        """The lines as they are shown, their cells apart by tabs."""
        yield "\t".join(column.title for column in self.shown_columns)
        for line in self._lines:
            yield "\t".join(column.text(line) for column in self.shown_columns)

    def clear(self) -> None:
        """Show nothing of what was."""
        self.beginResetModel()
        self._lines.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many lines are kept."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.shown_columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.shown_columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            numeric = self.shown_columns[section].numeric
            side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return line
        told = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return self.shown_columns[index.column()].text(line) if told else None
