"""What happened, newest on top, each thing with its day and its sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import breakable, words
from leghorn_bench.ui.tokens import TARGET, Size, Tone


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, in the person's words."""

    when: str
    what: str
    icon: str = "circle-dashed"
    tone: Tone = Tone.QUIET
    who: str = ""
    subject: object = None
    """What a click on it opens; None when there is nothing to open."""


class Timeline(QWidget):
    """A list of happenings; those with a subject can be opened."""

    opened = Signal(object)
    """The subject that the person wants to see."""

    def __init__(self, happenings: Sequence[Happening], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(2, 1)
        self.show_happenings(happenings)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show another history."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(len(happenings), self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)  # the history before may have been longer
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, thing in enumerate(happenings):
            self._grid.setRowMinimumHeight(row, TARGET)
            self._grid.addWidget(IconLabel(thing.icon, 18, thing.tone), row, 0, middle)
            self._grid.addWidget(words(thing.when, tone=Tone.QUIET), row, 1, middle)
            self._grid.addWidget(words(breakable(thing.what), wrap=True), row, 2, middle)
            if thing.who:
                self._grid.addWidget(words(thing.who, Size.SMALL, Tone.QUIET), row, 3, middle)
            if thing.subject is not None:
                self._grid.addWidget(self._opener(thing), row, 4, middle)

    def _opener(self, thing: Happening) -> IconButton:
        button = IconButton("chevron-right", part="icon", hint=_("Open it"), pixels=16)
        button.setAccessibleName(thing.what)
        button.clicked.connect(lambda: self.opened.emit(thing.subject))
        return button
