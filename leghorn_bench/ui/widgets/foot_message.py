"""The message at the foot: what was just done, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.announce import announce
from leghorn_bench.ui.icons import IconButton, IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import TALL_TARGET, Tone

_ICONS = {Tone.OK: "circle-check", Tone.PAY: "alert-triangle", Tone.STOP: "alert-octagon"}

_ICON, _GAP = 18, 8
_LEAST = 160
"""Width that a sentence keeps when the page's buttons are many: it goes on over more lines."""


class FootMessage(QWidget):
    """One sentence with its undo; the next one takes its place, nothing blinks away by itself."""

    undone = Signal(str)
    """The sentence whose deed was taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._said: Said | None = None
        self._icon = IconLabel("check", _ICON, Tone.QUIET)
        self._text = words("", wrap=True)
        self._undo = IconButton("arrow-back-up", _("Undo (Ctrl+Z)"), part="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addStretch()
        self._whole = self._undo.sizeHint().width()
        self._undo.setToolTip(self._undo.text())
        self._undo.clicked.connect(self.undo)
        self.clear()

    def make_tall(self, *, tall: bool) -> None:
        """Let the way back be hit with gloves, on the pages used standing up."""
        mark(self._undo, tall=tall)
        self._undo.setMinimumHeight(TALL_TARGET if tall else 0)

    @property
    def least(self) -> int:
        """Width that a sentence and its undo need, whether or not one stands here now."""
        short = self._whole - self._undo.fontMetrics().horizontalAdvance(_("Undo (Ctrl+Z)"))
        return (
            _ICON
            + _LEAST
            + short
            + self._undo.fontMetrics().horizontalAdvance(_("Undo"))
            + 3 * _GAP
        )

    def say(self, said: Said) -> None:
        """Show a sentence, and tell it to screen readers."""
        self._said = said
        self._text.setText(said.text)
        wide = self._text.fontMetrics().horizontalAdvance(said.text) + 4
        self._text.setMinimumWidth(min(wide, _LEAST))
        self._text.setMaximumWidth(wide)
        mark(self._text, tone=said.tone)
        self._icon.show_icon(_ICONS.get(said.tone, "check"), said.tone)
        self._icon.setVisible(bool(said.text))
        self._undo.setVisible(said.undo is not None)
        if said.text:
            announce(self, said.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the way back is told without its keys, so that it touches nothing."""
        super().resizeEvent(event)
        needed = _ICON + _LEAST + self._whole + 3 * _GAP
        self._undo.setText(_("Undo (Ctrl+Z)") if self.width() >= needed else _("Undo"))

    def clear(self) -> None:
        """Say nothing."""
        self.say(Said(""))
        self._said = None

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    @property
    def can_undo(self) -> bool:
        """Whether the last deed can be taken back."""
        return self._said is not None and self._said.undo is not None

    def undo(self) -> None:
        """Take back what was done last, once."""
        said = self._said
        if said is None or said.undo is None:
            return
        self.clear()
        said.undo()
        self.undone.emit(said.text)
