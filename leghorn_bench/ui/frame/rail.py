"""The rail on the left: one line a page, with its icon, its word and what waits there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.page import PageEntry
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Badge

_BADGE_ROOM = 40


class RailButton(IconButton):
    """One line of the rail."""

    def __init__(self, entry: PageEntry) -> None:
        super().__init__(entry.icon, f"\N{EN SPACE}{_(entry.word)}", part="rail", pixels=20)
        self.setAccessibleName(_(entry.word))
        self.setCheckable(True)
        self._badge = Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Room for the word and the badge."""
        hint = super().sizeHint()
        return QSize(hint.width() + _BADGE_ROOM, hint.height())

    def show_waiting(self, count: int, tone: Tone, hint: str) -> None:
        """Show how many things wait on this page; ``hint`` says it in words."""
        self._badge.show_count(count, tone)
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)


class Rail(QWidget):
    """All pages, one of them in front; arrows walk, Enter and Space open."""

    page_chosen = Signal(str)
    """The key of the page that the person wants."""

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setMinimumWidth(184)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Pages"))
        self._buttons = {entry.key: RailButton(entry) for entry in entries}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(4)
        column.addWidget(_company_mark())
        column.addSpacing(12)
        for at_foot in (False, True):
            for entry in entries:
                if entry.at_foot is at_foot:
                    column.addWidget(self._prepared(entry.key))
            if not at_foot:
                column.addStretch()

    def choose(self, key: str) -> None:
        """Mark the page ``key`` as the one in front."""
        self._buttons[key].setChecked(True)

    def show_waiting(self, key: str, count: int, tone: Tone, hint: str) -> None:
        """Show how many things wait on the page ``key``."""
        self._buttons[key].show_waiting(count, tone, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page."""
        buttons = self._group.buttons()
        if event.key() == Qt.Key.Key_Home:
            buttons[0].setFocus()
        elif event.key() == Qt.Key.Key_End:
            buttons[-1].setFocus()
        else:
            super().keyPressEvent(event)

    def _prepared(self, key: str) -> RailButton:
        button = self._buttons[key]
        self._group.addButton(button)
        button.clicked.connect(lambda: self.page_chosen.emit(key))
        return button


def _company_mark() -> QWidget:
    mark_label = mark(QLabel("LB"), part="mark")
    mark_label.setFixedSize(36, 36)
    mark_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(mark_label)
    row.addWidget(words("Leghorn Bench", Size.BODY, strong=True))
    row.addStretch()
    return holder
