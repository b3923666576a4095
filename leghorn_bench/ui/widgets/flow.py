"""A layout that fills lines as words do: what does not fit in a line begins the next one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Puts its widgets beside each other at their own size, in as many lines as the width asks."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end (called by ``addWidget``)."""
        self._items.append(item)

    def count(self) -> int:
        """How many things are in it, the hidden ones as well."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at ``index``; None beyond the last, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the thing at ``index`` out; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it takes the room that its lines need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Whether a narrower one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width`` pixels."""
        return self._flow(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, room: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(room)
        self._flow(room, place=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gaps = max(0, len(sizes) - 1) * self.spacing()
        return QSize(
            sum(size.width() for size in sizes) + gaps,
            max((size.height() for size in sizes), default=0),
        )

    def minimumSize(self) -> QSize:
        """One in a line, so that a narrow card never has to scroll sideways."""
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least

    def _flow(self, room: QRect, *, place: bool) -> int:
        at, line = room.topLeft(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if at.x() > room.x() and at.x() + size.width() > room.x() + room.width():
                at = QPoint(room.x(), at.y() + line + self.spacing())
                line = 0
            if place:
                item.setGeometry(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line = max(line, size.height())
        return at.y() + line - room.y()
