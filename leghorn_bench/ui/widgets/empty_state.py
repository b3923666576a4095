"""What a page or a list says when it has nothing to show: its own words, never a blank."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone


class EmptyState(QWidget):
    """A large sign, a title, and what to do now."""

    def __init__(
        self,
        icon: str,
        title: str,
        help_text: str = "",
        tone: Tone = Tone.QUIET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, 56, tone)
        self._title = words(title, Size.TITLE, wrap=True)
        self._help = words(help_text, tone=Tone.QUIET, wrap=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 32, 32, 32)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        self._column.addWidget(self._icon, 0, middle)
        for label in (self._title, self._help):
            label.setAlignment(middle)
            self._column.addWidget(label)
        self._column.addStretch(3)
        self.say(icon, title, help_text, tone)

    def say(self, icon: str, title: str, help_text: str = "", tone: Tone = Tone.QUIET) -> None:
        """Say something else."""
        self._icon.show_icon(icon, tone)
        self._title.setText(title)
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self.setAccessibleName(f"{title} {help_text}".strip())

    def add_below(self, widget: QWidget) -> None:
        """Put something under the words: a button, the last devices."""
        self._column.insertWidget(
            self._column.count() - 1, widget, 0, Qt.AlignmentFlag.AlignHCenter
        )
