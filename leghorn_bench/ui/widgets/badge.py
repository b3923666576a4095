"""Small counted and worded signs: the badge of the rail, and the chip that names a state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone

_MOST = 999


class Badge(QLabel):
    """How many things wait; nothing waits: nothing is shown."""

    def __init__(
        self, count: int = 0, tone: Tone = Tone.ACCENT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(18)
        mark(self, part="badge")
        self.show_count(count, tone)

    def show_count(self, count: int, tone: Tone = Tone.ACCENT) -> None:
        """Show another number; late things come in the tone ``stop``."""
        self.setText(str(count) if count <= _MOST else f"{_MOST}+")
        self.setVisible(count > 0)
        mark(self, tone=tone)


class Chip(QFrame):
    """A state in icon, word and colour, e.g. clock, *in attesa*, amber."""

    def __init__(self, icon: str, text: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, 16, tone)
        self._text = words(text, tone=tone, strong=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        mark(self, part="chip", tone=tone)
        self.setAccessibleName(text)

    def show_state(self, icon: str, text: str, tone: Tone) -> None:
        """Show another state."""
        self._icon.show_icon(icon, tone)
        self._text.setText(text)
        mark(self._text, tone=tone)
        mark(self, tone=tone)
        self.setAccessibleName(text)
