"""Rows of a card: made anew when what they show has changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone


class Rows(QWidget):
    """Widgets below each other; without any, the words for none."""

    def __init__(self, none: str, after: QWidget | None = None, spacing: int = 4) -> None:
        """``after`` is where the Tab key comes from; rows made later would come last otherwise."""
        super().__init__()
        self._none, self._after = none, after
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows in place of these."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows or (words(self._none, tone=Tone.QUIET, wrap=True),):
            self._column.addWidget(row)
        self._chain(rows)

    def _chain(self, rows: Sequence[QWidget]) -> None:
        if self._after is None:
            return
        by_tab = [
            widget
            for row in rows
            for widget in (row, *row.findChildren(QWidget))
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for widget in reversed(by_tab):  # the other way round Qt walks through the whole window
            QWidget.setTabOrder(self._after, widget)


def beside(*widgets: QWidget, stretch: int = -1) -> QWidget:
    """``widgets`` in one line; the one at ``stretch`` takes the room that is left."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        if place == stretch:
            row.addWidget(widget, 1)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    if stretch < 0:
        row.addStretch(1)
    return line


def fit(dialog: QDialog) -> None:
    """As high as its content asks for; by itself Qt stops at two thirds of the screen."""
    dialog.ensurePolished()
    dialog.resize(dialog.sizeHint().boundedTo(dialog.screen().availableSize()))
