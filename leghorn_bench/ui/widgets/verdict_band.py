"""The verdict band: the first thing the eye meets, readable from two metres."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from leghorn_bench.ui.announce import announce
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone

_ICON = 44


@dataclass(frozen=True, slots=True)
class VerdictShown:
    """What the band says, in the person's words."""

    icon: str
    word: str
    """E.g. *In garanzia*."""
    tone: Tone
    reason: str
    """Why, in one sentence; it wraps and is never cut."""
    aside: str = ""
    """The fact that goes with the word, e.g. *fino al 14/03/2027, ancora 112 giorni*."""


class VerdictBand(QFrame):
    """Icon and word in 34 px on the ground of its tone, the reason below; told aloud as well."""

    def __init__(self, verdict: VerdictShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(verdict.icon, _ICON, verdict.tone)
        self._word = words("", Size.VERDICT, wrap=True)
        self._aside = words("", Size.SECTION, wrap=True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = words("", wrap=True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(20, 12, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._icon, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._word, 0, 1)
        grid.addWidget(self._aside, 0, 2)
        grid.addWidget(self._reason, 1, 1, 1, 2)
        grid.setColumnStretch(1, 3)
        mark(self, part="band")
        self.show_verdict(verdict)

    def show_verdict(self, verdict: VerdictShown) -> None:
        """Show another verdict, and tell it to screen readers."""
        self._icon.show_icon(verdict.icon, verdict.tone)
        for label, text in (
            (self._word, verdict.word),
            (self._aside, verdict.aside),
            (self._reason, verdict.reason),
        ):
            label.setText(text)
            mark(label, tone=verdict.tone)
        self._aside.setVisible(bool(verdict.aside))
        self._grid.setColumnStretch(2, 2 if verdict.aside else 0)  # alone, the word has all room
        self._reason.setVisible(bool(verdict.reason))
        mark(self, tone=verdict.tone)
        told = ". ".join(part for part in (verdict.word, verdict.aside, verdict.reason) if part)
        self.setAccessibleName(told)
        announce(self, told)
