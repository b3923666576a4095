"""The parcel on the table: at the left what it is and how far, at the right what was in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.goods_lines import finding_of, is_held
from leghorn_bench.services.parcels import Reconciliation
from leghorn_bench.services.receiving import Finding
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.pages.receiving.box_photos import BoxPhotos
from leghorn_bench.ui.pages.receiving.care import Care, care_told
from leghorn_bench.ui.pages.receiving.findings import line_icon, line_tone, odd
from leghorn_bench.ui.pages.receiving.parcel_form import ParcelForm
from leghorn_bench.ui.pages.receiving.tally import Difference, Tally, counts, difference_of
from leghorn_bench.ui.tokens import TALL_ROW, Tone
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.card import scrolling_form
from leghorn_bench.ui.widgets.customer_edit import CustomerFile
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.widgets.verdict_band import VerdictBand, VerdictShown

LEFT_WIDTH, LEFT_NARROW = 344, 304
_NARROW = 900
"""Pixels of the page below which the list needs the room of the left side, and of the product."""
_PRODUCT = 2
_WIDEST, _WIDEST_NARROW = {0: 190, 1: 196}, {0: 190, 1: 156}
"""Width in pixels up to which a column takes what it needs; the last scan is told whole above."""


class ParcelView(QWidget):
    """Shows one parcel; it is told everything and decides nothing."""

    care_noted = Signal(object, object, str)
    """The ``GoodsLine``, its accessories, its condition."""

    def __init__(self, customers: CustomerFile) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # A and C work before the first line
        self.setAccessibleName(_("Parcel on the table"))
        self._parcel = Parcel(direction="in")
        self._lines: Sequence[GoodsLine] = ()
        self._awaited: Sequence[GoodsLine] = ()
        self._elsewhere: Sequence[GoodsLine] = ()
        self.counter = BigCounter()
        self.form = ParcelForm(customers)
        self.photos = BoxPhotos()
        self.band = VerdictBand(VerdictShown("", "", Tone.PLAIN, ""))
        self.tally = Tally()
        self.table: PagedTable[GoodsLine] = PagedTable(
            self._page_after,
            self._columns(),
            _("Devices in the parcel"),
            EmptyWords(
                _("Nothing scanned yet"),
                _("What you scan appears here, the newest on top."),
                "scan",
            ),
            TALL_ROW,
            named=lambda line: line.device.id,
        )
        self.care = Care(self)
        self.care.noted.connect(self._note)
        self.table.row_chosen.connect(lambda _row: self._show_care())
        self.tally.filtered.connect(lambda _key: self._reload())
        self._assemble()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the list tells the product of the last scan alone, above it."""
        super().resizeEvent(event)
        narrow = self._is_narrow
        self._left.setFixedWidth(LEFT_NARROW if narrow else LEFT_WIDTH)
        self.table.view.setColumnHidden(_PRODUCT, narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW

    def show_parcel(
        self,
        parcel: Parcel,
        lines: Sequence[GoodsLine],
        awaited: Sequence[GoodsLine],
        elsewhere: Sequence[GoodsLine],
        held: Reconciliation,
    ) -> None:
        """Show a parcel as it stands; the current line stays where it is."""
        self._parcel, self._lines = parcel, lines
        self._awaited, self._elsewhere = awaited, elsewhere
        closed = parcel.closed_at is not None
        self.form.follow(parcel)
        found = len(held.found) - (len(held.extra) if held.expected else 0)
        self.counter.show_count(found, held.expected or None, self._told(held), _count_tone(held))
        self.tally.show_counts(counts(held, lines, parcel), closed=closed)
        self._reload()

    def say(self, verdict: VerdictShown) -> None:
        """Say something large above the list."""
        self.band.show_verdict(verdict)

    def to_top(self) -> None:
        """Go to the line of the last scan, whatever was filtered."""
        if self.tally.key:
            self.tally.clear()
            self._reload()
        self.table.view.selectRow(0)
        self.table.view.scrollToTop()
        if not self.form.isAncestorOf(self.focusWidget()):
            self.table.view.setFocus()

    @property
    def current(self) -> GoodsLine | None:
        """The line on which the person is."""
        return self.table.current_row

    @property
    def listed(self) -> list[str]:
        """The serials in the list, as it is filtered now."""
        return [line.serial for line in self._shown()]

    def _told(self, held: Reconciliation) -> str:
        """What the figure counts, what it does not count, and what else there is to know."""
        if self._parcel.customer_id is None and not any(map(is_held, self._lines)):
            return _("The first device tells whose parcel it is.")
        told = [_counted_words(held)]
        if any(map(is_held, self._lines)):
            told.append(_("Held: the case is not authorised yet."))
        if labelled := sum(line.device.labelled_at is not None for line in self._lines):
            labels = ngettext("{n} label confirmed", "{n} labels confirmed", labelled)
            told.append(labels.format(n=labelled))
        return "\n".join(told)

    def _shown(self) -> Sequence[GoodsLine]:
        match self.tally.key:
            case None:
                return self._lines
            case Difference.MISSING:
                return self._awaited
            case Difference.ELSEWHERE:
                return self._elsewhere
            case Difference.NOTICE:
                return [one for one in self._lines if one.notices]
            case odd:
                return [one for one in self._lines if difference_of(one, self._parcel) is odd]

    def _page_after(self, last: GoodsLine | None, size: int) -> Sequence[GoodsLine]:
        lines = self._shown()
        start = 0 if last is None else lines.index(last) + 1
        return lines[start : start + size]

    def _reload(self) -> None:
        self.table.reload()
        for column, widest in (_WIDEST_NARROW if self._is_narrow else _WIDEST).items():
            wide = self.table.view.columnWidth(column)
            self.table.view.setColumnWidth(column, min(wide, widest))
        self._show_care()

    def _show_care(self) -> None:
        not_here = {Difference.MISSING, Difference.ELSEWHERE}
        line = self.current if self.tally.key not in not_here else None
        self.care.show_line(line)

    def _note(self, accessories: tuple[str, ...], condition: str) -> None:
        line = self.current
        if line is not None:
            self.care_noted.emit(line, accessories, condition)

    def _finding(self, line: GoodsLine) -> Finding | None:
        """What a line is; None for what was announced and has not come."""
        if line in self._elsewhere:
            return Finding.IN_ANOTHER_CASE
        if line.device.parcel_in_id is None:
            return None
        return finding_of(line, self._parcel)

    def _columns(self) -> tuple[Column[GoodsLine], ...]:
        def tone(line: GoodsLine) -> Tone:
            finding = self._finding(line)
            return Tone.PAY if finding is None else line_tone(line, finding)

        def icon(line: GoodsLine) -> str:
            finding = self._finding(line)
            return "circle-dashed" if finding is None else line_icon(line, finding)

        def what(line: GoodsLine) -> str:
            finding = self._finding(line)
            if finding is None:
                return word(DeviceState(line.device.state), spoken())
            return odd(line, finding)

        def label_icon(line: GoodsLine) -> str:
            return "tag" if line.device.labelled_at is not None else ""

        return (
            Column(_("Serial number"), lambda line: line.serial, mono=True, tone=tone, icon=icon),
            Column(_("Finding"), what, tone=tone),
            Column(_("Product"), product_of, stretch=True),
            Column(
                _("On arrival"),
                care_told,
                tone=lambda _line: Tone.QUIET,
                stretch=True,
            ),
            Column(
                _("Label"),
                lambda line: _("yes") if line.device.labelled_at is not None else "",
                icon=label_icon,
                tone=lambda _line: Tone.OK,
            ),
        )

    def _assemble(self) -> None:
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.counter)
        left.addWidget(self.form)
        left.addWidget(self.photos)
        left.addStretch(1)
        self._left = area = scrolling_form(content)
        area.setFixedWidth(LEFT_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.band)
        right.addWidget(self.care)
        right.addWidget(self.table, 1)
        right.addWidget(self.tally)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(16)
        row.addWidget(area)
        row.addLayout(right, 1)


def product_of(line: GoodsLine) -> str:
    """The product of a line in the language of the screens."""
    return (line.product_en or line.product) if spoken() == "en" else line.product


def _counted_words(held: Reconciliation) -> str:
    if not held.expected:
        return _("Nothing was announced.")
    if not held.extra:
        return _("announced devices found")
    told = ngettext(
        "announced devices found, and {n} that nobody announced",
        "announced devices found, and {n} that nobody announced",
        len(held.extra),
    )
    return told.format(n=len(held.extra))


def _count_tone(held: Reconciliation) -> Tone:
    whole = held.expected and not held.missing and not held.extra
    return Tone.OK if whole else Tone.PLAIN
