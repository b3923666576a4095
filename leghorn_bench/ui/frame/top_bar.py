"""The bar above the page: scan field, state of the reader, who works here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.frame.scan_field import ScanField
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone


@dataclass(frozen=True, slots=True)
class ReaderShown:
    """What the bar says of the reader."""

    name: str
    """E.g. ``M100 COM4``; empty when none is set up."""
    word: str
    """Its state in a word, already in the person's language, e.g. *pronto*."""
    tone: Tone
    icon: str = "antenna"


@dataclass(frozen=True, slots=True)
class OperatorShown:
    """Who works at this station."""

    name: str
    role: str

    @property
    def initials(self) -> str:
        """At most two letters, e.g. MR."""
        return "".join(part[0] for part in self.name.split()[:2]).upper() or "?"


_WIDEST_NAME = 240
"""Pixels; a longer name is cut in its middle, so that the scan field keeps its room."""


class _TwoLines(QPushButton):
    """A quiet button of a sign and two lines of words; it has the size of what it holds."""

    def __init__(self, sign: QWidget, hint: str) -> None:
        super().__init__()
        mark(self, part="quiet")
        self._hint = hint
        self.name = words("", strong=True)
        self.word = words("", Size.SMALL, Tone.QUIET)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.word)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 10, 4)
        self._row.setSpacing(10)
        self._row.addWidget(sign)
        self._row.addLayout(lines)
        for label in (sign, self.name, self.word):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, name: str, word: str) -> None:
        """Show these words; they are the accessible name as well, which is never cut."""
        self.name.ensurePolished()
        metrics = self.name.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST_NAME)
        self.name.setText(shown)
        self.setToolTip(self._hint if shown == name else f"{self._hint}: {name}")
        self.word.setText(word)
        self.name.setVisible(bool(name))
        self.setAccessibleName(f"{name}, {word}" if name else word)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As large as what it holds; a push button would ask only its (empty) text."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never smaller than its words."""
        return self._row.sizeHint()


class ReaderState(_TwoLines):
    """Sign, name and word of the reader; a click opens its page."""

    def __init__(self) -> None:
        self._sign = IconLabel("antenna", 20, Tone.QUIET)
        super().__init__(self._sign, _("Readers"))
        self.show_reader(ReaderShown("", _("no reader"), Tone.QUIET))

    def show_reader(self, reader: ReaderShown) -> None:
        """Show the reader's state."""
        self._sign.show_icon(reader.icon, reader.tone)
        self.say(reader.name, reader.word)
        mark(self.word, tone=reader.tone)


class OperatorButton(_TwoLines):
    """Who works here; the menu holds what the person can do about that."""

    def __init__(self, actions: Sequence[QAction]) -> None:
        self._initials = mark(QLabel(), part="initials")
        self._initials.setFixedSize(28, 28)
        self._initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        super().__init__(self._initials, _("Operator"))
        self._menu = QMenu(self)
        self._menu.addActions(list(actions))
        self.clicked.connect(self._open)

    def show_operator(self, operator: OperatorShown) -> None:
        """Show who works here now."""
        self._initials.setText(operator.initials)
        self.say(operator.name, operator.role)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class TopBar(QWidget):
    """Scan field in the middle of things; state and person at the right."""

    reader_clicked = Signal()

    def __init__(self, operator: OperatorShown, operator_actions: Sequence[QAction]) -> None:
        super().__init__()
        mark(self, part="bar")
        self.scan_field = ScanField()
        self.reader = ReaderState()
        self.operator = OperatorButton(operator_actions)
        self.operator.show_operator(operator)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.scan_field, 1)
        row.addSpacing(16)
        row.addWidget(self.reader)
        row.addWidget(self.operator)
        self.reader.clicked.connect(self.reader_clicked)
