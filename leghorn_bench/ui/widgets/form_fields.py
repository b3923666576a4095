"""Fields with their labels, as the forms of the bench stand them in line."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QGridLayout, QPlainTextEdit, QWidget

from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone

LABEL_WIDTH = 112
_LINE = 20


class WordsEdit(QPlainTextEdit):
    """Some lines of words; Tab goes on to the next field."""

    def __init__(self, name: str, lines: int = 2) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * _LINE + 18)

    @property
    def words(self) -> str:
        """What is written."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is the page's primary action, not a line break."""
        if (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return
        super().keyPressEvent(event)


class DayEdit(QDateEdit):
    """A day, not after ``latest``."""

    def __init__(self, name: str, day: date, latest: date) -> None:
        super().__init__(_qdate(day))
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setMaximumDate(_qdate(latest))
        self.setDisplayFormat("dd/MM/yyyy" if spoken() == "it" else "d MMM yyyy")
        self.setFixedWidth(150)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: the day of a report decides on the warranty."""
        event.ignore()

    @property
    def day(self) -> date:
        """The day chosen."""
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def show_from(self, earliest: date) -> None:
        """Offer no day before ``earliest``."""
        self.setMinimumDate(_qdate(earliest))

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(_qdate(day))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


class FieldGrid(QWidget):
    """Fields below each other, their labels in one line at the left."""

    def __init__(self, *fields: tuple[str, QWidget]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        for name, field in fields:
            self.add_field(name, field)

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a field below the others."""
        label = words(name, tone=Tone.QUIET, wrap=True)
        label.setBuddy(field)
        label.setContentsMargins(0, 8, 0, 0)
        label.setMaximumWidth(LABEL_WIDTH)
        if not field.accessibleName():
            field.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
