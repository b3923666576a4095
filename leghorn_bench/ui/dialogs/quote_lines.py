"""The lines of a quote while it is written, as many as it needs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.services.quoting import Line
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.quote_row import QuoteRow
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.code_combo import Choice
from leghorn_bench.ui.widgets.tab_order import walk_through

_DEVICE = 128
_BELOW = 5
"""Columns that the reason of a free line spans, below its description and figures."""


class QuoteLines(QWidget):
    """Rows of a quote; tells when anything of them changes."""

    changed = Signal()

    def __init__(self, devices: Sequence[Choice]) -> None:
        super().__init__()
        self._devices = devices
        self._rows: list[QuoteRow] = []
        self._grid = QGridLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _DEVICE)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        for column, title, side in (
            (0, _("Device"), left),
            (1, _("Description"), left),
            (2, _("Quantity"), right),
            (4, _("Price"), right),
            (5, _("Less %"), right),
            (6, _("Amount"), right),
        ):
            self._grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, column, side)

    @property
    def lines(self) -> tuple[Line, ...] | None:
        """The lines as written; None while a figure of one is none."""
        written = [row.line for row in self._rows]
        whole = tuple(line for line in written if line is not None)
        return whole if len(whole) == len(written) else None

    def add_line(self, line: Line) -> QuoteRow:
        """Add a line below the others."""
        row = self._put(line)
        self._tell()
        return row

    def _put(self, line: Line) -> QuoteRow:
        row = QuoteRow(line, self._devices, self)
        place = self._grid.rowCount()
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, place, column)
        self._grid.addWidget(row.reason, place + 1, 1, 1, _BELOW)
        row.changed.connect(self._tell)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        return row

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines in place of these; their sums are made once, when all are there."""
        for row in tuple(self._rows):
            self._drop(row)
        for line in lines:
            self._put(line)
        self._tell()

    def begin(self) -> None:
        """Begin at the first line: Enter must not issue what nobody has looked at."""
        if self._rows:
            self._rows[0].focus()

    def walk(self, before: QWidget) -> None:
        """Let Tab go through the rows, and then to ``before``."""
        fields = [one for row in self._rows for one in row.in_tab_order]
        if fields:
            walk_through((*fields[1:], before), fields[0])

    def fill_prices(self, prices: Mapping[str, Money]) -> None:
        """Price the lines that could not be priced before, by the code of their tariff item."""
        for row in self._rows:
            row.fill_price(prices)
        self._tell()

    def _remove(self, row: QuoteRow) -> None:
        self._drop(row)
        self._tell()

    def _drop(self, row: QuoteRow) -> None:
        self._rows.remove(row)
        for widget in (*row.widgets, row.reason):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()

    def _tell(self) -> None:
        for row in self._rows:
            row.show_net()
        self.changed.emit()
