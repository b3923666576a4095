"""Cards and their sections: one surface, parted by space first and a hairline second."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leghorn_bench.ui.marks import hairline, mark, words
from leghorn_bench.ui.tokens import Size


class Card(QFrame):
    """A surface that holds parts, top to bottom; ``title`` may be empty."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, part="card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(12)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._title = words(title, Size.SECTION)
        self._head.addWidget(self._title, 1)
        self._column.addLayout(self._head)
        self.show_title(title)

    def show_title(self, title: str) -> None:
        """Show another title; without one the card begins with its first part."""
        self._title.setText(title)
        self._title.setHidden(not title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a part below the others."""
        self._column.addWidget(widget, stretch)

    def add_to_head(self, widget: QWidget) -> None:
        """Add a part at the right of the title, e.g. a ``Chip``."""
        self._head.addWidget(widget)

    def add_section(self, title: str = "") -> None:
        """Begin another section of the same card: a hairline, and its title."""
        self._column.addWidget(hairline())
        if title:
            self._column.addWidget(words(title, strong=True))

    def add_space(self) -> None:
        """Let what comes after stand at the lower end."""
        self._column.addStretch(1)


def scrolling(content: QWidget) -> QScrollArea:
    """``content`` in an area that scrolls when the window is too low for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    mark(content, part="plain")
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    return area


def scrolling_form(form: QWidget) -> QScrollArea:
    """Fields in an area that scrolls; Tab goes to the fields, which bring themselves in sight."""
    area = scrolling(form)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
