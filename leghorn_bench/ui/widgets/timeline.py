"""What happened, newest on top, each thing with its day and its sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import breakable, mark, words
from leghorn_bench.ui.tokens import TARGET, Size, Tone

_NARROW = 500
"""Pixels below which a name has no column of its own: it would squeeze the sentence beside it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about one thing that happened, e.g. take it back."""

    icon: str
    word: str
    hint: str
    """The word with what it is about: accessible name and tooltip."""
    subject: object


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
    struck: bool = False
    """Whether it was taken back: it stays, crossed out."""
    remark: str = ""
    """What is said below it in quiet words, e.g. why it stays as it is."""
    offer: Offer | None = None


class Timeline(QWidget):
    """A list of happenings; those with a subject can be opened, an offer can be taken."""

    opened = Signal(object)
    """The subject that the person wants to see."""
    offer_taken = Signal(object)
    """The subject of the offer that the person takes."""

    def __init__(self, happenings: Sequence[Happening], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._named: list[tuple[Happening, QLabel, QLabel]] = []
        """Those with a name: the label of what was done, and the one of who did it."""
        self._narrow = False
        self._offered: IconButton | None = None
        self._buttons: list[IconButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self.show_happenings(happenings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the name of a person stands behind what was done."""
        super().resizeEvent(event)
        if (self.width() < _NARROW) is not self._narrow:
            self._narrow = not self._narrow
            self._name()

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show another history; who was on an offer by keyboard is then on the next one."""
        on_offer = self._offered is not None and self._offered.hasFocus()
        self._offered, self._buttons, self._named = None, [], []
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)  # the history before may have been longer
        row = 0
        for thing in happenings:
            row = self._add(thing, row)
        self._name()
        self._chain()
        if on_offer and self._offered is not None:
            self._offered.setFocus()

    def _add(self, thing: Happening, row: int) -> int:
        """Show a thing from this row on; gives the row after it."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.setRowMinimumHeight(row, TARGET)
        self._grid.addWidget(IconLabel(thing.icon, 18, thing.tone), row, 0, middle)
        self._grid.addWidget(words(thing.when, tone=Tone.QUIET), row, 1, middle)
        sentence = _sentence(thing)
        self._grid.addWidget(sentence, row, 2, middle)
        if thing.who:
            who = words(thing.who, Size.SMALL, Tone.QUIET)
            self._grid.addWidget(who, row, 3, middle)
            self._named.append((thing, sentence, who))
        if thing.subject is not None:
            self._grid.addWidget(self._opener(thing), row, 4, middle)
        below: list[QWidget] = []
        if thing.remark:
            below.append(words(thing.remark, Size.SMALL, Tone.QUIET, wrap=True))
        if thing.offer is not None:
            below.append(self._button(thing.offer))
        for widget in below:  # over the whole width: a column of its own would squeeze all lines
            row += 1
            self._grid.addWidget(widget, row, 2, 1, 3)
        return row + 1

    def _name(self) -> None:
        """Tell who did it: beside what was done, or behind it where there is little room."""
        for thing, sentence, who in self._named:
            told = f"{thing.what}  ·  {thing.who}" if self._narrow else thing.what
            sentence.setText(breakable(told))
            who.setVisible(not self._narrow)

    def _chain(self) -> None:
        """The Tab key finds the buttons here, from top to bottom; Qt puts what is new last."""
        before = self._before()
        for button in reversed(self._buttons):
            QWidget.setTabOrder(before, button)

    def _before(self) -> QWidget:
        """From where the Tab key comes here."""
        before = self.previousInFocusChain()
        while before is not None and before is not self:
            by_tab = before.focusPolicy() & Qt.FocusPolicy.TabFocus
            if by_tab and not self.isAncestorOf(before):
                return before
            before = before.previousInFocusChain()
        return self

    def _button(self, offer: Offer) -> IconButton:
        button = IconButton(offer.icon, offer.word, part="link", hint=offer.hint, pixels=16)
        button.setAccessibleName(offer.hint)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.offer_taken.emit(offer.subject))
        self._offered = button
        self._buttons.append(button)
        return button

    def _opener(self, thing: Happening) -> IconButton:
        button = IconButton("chevron-right", part="icon", hint=_("Open it"), pixels=16)
        button.setAccessibleName(thing.what)
        button.clicked.connect(lambda: self.opened.emit(thing.subject))
        self._buttons.append(button)
        return button


def _sentence(thing: Happening) -> QLabel:
    """What happened; crossed out when it was taken back."""
    tone = Tone.QUIET if thing.struck else Tone.PLAIN
    return mark(words(breakable(thing.what), tone=tone, wrap=True), struck=thing.struck)
