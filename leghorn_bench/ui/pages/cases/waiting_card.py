"""How long a case has waited, and for whom."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leghorn_bench.domain.records.worklist import WaitsFor
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.cases.clock import span_text
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.pages.cases.signs import TURN_ICONS, turn_word
from leghorn_bench.ui.tokens import DARK, LIGHT, Tone
from leghorn_bench.ui.widgets.card import Card

_TONES = {WaitsFor.US: Tone.ACCENT, WaitsFor.REP: Tone.PAY, WaitsFor.CUSTOMER: Tone.NOTE}


class _Shares(QWidget):
    """One bar, cut into the three waiting times."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[Tone, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(8)

    def sizeHint(self) -> QSize:
        return QSize(160, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = DARK if self.palette().base().color().lightness() < 128 else LIGHT  # noqa: PLR2004 - half
        left = 0.0
        for tone, share in self.parts:
            wide = self.width() * share
            painter.fillRect(QRectF(left, 0, max(wide - 2, 1), 8), QColor(tokens.tint(tone).ink))
            left += wide
        painter.end()


class WaitingCard(Card):
    """The time since the report, split into ours, the rep's and the customer's."""

    def __init__(self) -> None:
        super().__init__(_("Waiting times"))
        self._shares = _Shares()
        self._rows = Rows("")
        self.add(self._shares)
        self.add(self._rows)

    def show_file(self, file: CaseFile) -> None:
        """Show the times of a case."""
        whole = sum(file.waited.values(), timedelta()) or timedelta(seconds=1)
        turns = (WaitsFor.US, WaitsFor.REP, WaitsFor.CUSTOMER)
        self._shares.parts = [(_TONES[turn], file.waited[turn] / whole) for turn in turns]
        self._shares.setAccessibleName(
            ", ".join(f"{turn_word(turn)} {span_text(file.waited[turn])}" for turn in turns)
        )
        self._shares.update()
        self._rows.show_rows(
            [
                beside(
                    IconLabel(TURN_ICONS[turn], 18, _TONES[turn]),
                    words(turn_word(turn)),
                    words(span_text(file.waited[turn]), tone=Tone.QUIET),
                    stretch=1,
                )
                for turn in turns
            ]
        )
