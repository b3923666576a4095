"""The part of the unit's card that tells its history: the newest entries, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import hairline, words
from leghorn_bench.ui.pages.cases.rows import beside
from leghorn_bench.ui.widgets.timeline import Happening, Timeline

MOST_SHOWN = 10
"""Entries that are drawn at once; each scan waits for them."""


class HistoryPart(QWidget):
    """Shows a history below a hairline; without one it takes no room."""

    case_wanted = Signal(object)
    """The ``CaseOfDevice`` of an entry."""
    way_back_taken = Signal(object)
    """The ``WayBack`` that was offered beside the newest step."""

    def __init__(self) -> None:
        super().__init__()
        self._happened: Sequence[Happening] = ()
        self._unit_id, self._whole = 0, False
        self._timeline = Timeline([])
        self._timeline.opened.connect(self.case_wanted)
        self._timeline.offer_taken.connect(self.way_back_taken)
        self._earlier = IconButton("chevron-down", "", part="link", pixels=16)
        self._earlier.clicked.connect(self._show_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            hairline(),
            words(_("History"), strong=True),
            self._timeline,
            beside(self._earlier),
        ):
            column.addWidget(widget)

    def show_history(self, unit_id: int, happened: Sequence[Happening]) -> None:
        """Show the history of a unit; what a person has unfolded stays so while it is there."""
        if unit_id != self._unit_id:
            self._unit_id, self._whole = unit_id, False
        self._happened = happened
        self.setVisible(bool(happened))
        self._show()

    def _show(self) -> None:
        hidden = 0 if self._whole else max(len(self._happened) - MOST_SHOWN, 0)
        self._timeline.show_happenings(self._happened[: len(self._happened) - hidden])
        told = ngettext("{n} earlier entry", "{n} earlier entries", hidden).format(n=hidden)
        self._earlier.setText(told)
        self._earlier.setAccessibleName(told)
        self._earlier.setVisible(hidden > 0)

    def _show_whole(self) -> None:
        self._whole = True
        self._show()
