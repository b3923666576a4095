"""What every dialog of the house has in common: sign, title, content, verbs at the bottom right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import TARGET, Size, Tone

_PART_OF_SCREEN = 0.9


class HouseDialog(QDialog):
    """A dialog that is freed when it closes; open it with ``open()`` and listen to its signals.

    Enter does the primary verb (Ctrl+Enter in a field of several lines), Esc closes and changes
    nothing; a form in which something is written asks for a second one.
    """

    def __init__(
        self, title: str, parent: QWidget | None, icon: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        head = QHBoxLayout()
        head.setSpacing(12)
        if icon:
            head.addWidget(IconLabel(icon, 28, tone), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(title, Size.TITLE, tone, wrap=True), 1)
        self._content = QVBoxLayout()
        self._content.setSpacing(12)
        self._verbs = QHBoxLayout()
        self._verbs.setSpacing(8)
        self._verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self._content, 1)
        column.addLayout(self._verbs)

    def resize_within_screen(self, width: int, height: int) -> None:
        """Take this size, or what a small screen (or a large scale) leaves of it."""
        room = self.screen().availableSize()
        least = self.minimumWidth()
        self.resize(
            max(least, min(width, int(room.width() * _PART_OF_SCREEN))),
            min(height, int(room.height() * _PART_OF_SCREEN)),
        )

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a part of the content."""
        self._content.addWidget(widget, stretch)

    def add_verb(self, text: str, part: str = "plain", icon: str = "") -> IconButton:
        """Add a button; the last one added stands rightmost and ought to be the primary one."""
        button = IconButton(icon, text, part)
        button.setMinimumHeight(TARGET)
        button.setAutoDefault(part != "danger")  # Enter on it; never on what destroys
        button.setDefault(part == "primary")
        self._verbs.addWidget(button)
        if part == "primary":
            for keys in ("Ctrl+Return", "Ctrl+Enter"):  # out of fields in which Enter is a new line
                QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return button
