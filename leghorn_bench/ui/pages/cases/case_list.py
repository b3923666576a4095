"""The list of cases: chips by state, text and period above a table that the urgent ones lead."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.worklist import CaseFilter, CaseRow
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_list import Age, age_of, case_counts, list_cases, untouched_limit
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.pages.cases.clock import age_icon, age_text, tone_of
from leghorn_bench.ui.pages.cases.signs import STATES, TURN_ICONS, turn_word
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.filter_chips import FilterChips
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable
from leghorn_bench.ui.widgets.radio_choice import Option
from leghorn_bench.ui.workplace import Workplace

_MARGIN = 16
_NARROW = 980
"""Pixels: all filters and columns side by side take as much."""
_WHERE_WIDE = (3, 4)
"""The columns of the reported problem and of the number of devices."""
RUNNING = ("reported", "authorised", "open")
_PERIODS = (
    (N_("Reported at any time"), None),
    (N_("Reported in the last 7 days"), 7),
    (N_("Reported in the last 30 days"), 30),
    (N_("Reported in the last year"), 365),
)


class CaseList(QWidget):
    """Shows the cases that the filter line asks for; Enter opens one."""

    case_opened = Signal(int)
    """Id of the case that the person wants."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._untouched = timedelta(days=1)
        self._chips = FilterChips(
            [Option(state.value, word(state, spoken())) for state in CaseState], _("State")
        )
        self._chips.switch_on(RUNNING)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._states, self._narrowing = QHBoxLayout(), QHBoxLayout()
        self._text = _SearchEdit()
        self._period = QComboBox()
        self._period.setAccessibleName(_("Period"))
        for told, days in _PERIODS:
            self._period.addItem(_(told), days)
        self.table: PagedTable[CaseRow] = PagedTable(
            self._fetch,
            self._columns(),
            _("Cases"),
            EmptyWords(
                _("No case here"),
                _("Choose other states or another period, or open a new case."),
                "folders",
            ),
        )
        self._assemble()
        self._chips.keys_changed.connect(lambda _keys: self.table.reload())
        self._text.textChanged.connect(lambda _text: self.table.reload())
        self._text.down_pressed.connect(self.table.view.setFocus)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._text.setFocus)
        self._period.currentIndexChanged.connect(lambda _index: self.table.reload())
        self.table.row_opened.connect(lambda row: self.case_opened.emit(row.id))

    def _assemble(self) -> None:
        states, narrowing = self._states, self._narrowing
        for line in (states, narrowing, self._line):
            line.setSpacing(12)
        states.addWidget(words(_("Cases"), Size.TITLE))
        states.addSpacing(12)
        states.addWidget(self._chips, 1)
        narrowing.addStretch(1)
        narrowing.addWidget(self._period)
        narrowing.addWidget(self._text)
        self._line.addLayout(states, 1)
        self._line.addLayout(narrowing)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        column.setSpacing(12)
        column.addLayout(self._line)
        column.addWidget(self.table, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow, the filters take two lines, and what the case itself tells is left out."""
        super().resizeEvent(event)
        self._break_line()
        for column in _WHERE_WIDE:
            self.table.view.setColumnHidden(column, event.size().width() < _NARROW)

    def _break_line(self) -> None:
        """Two lines of filters where one has no room for all their words and counts."""
        needed = self._states.sizeHint().width() + self._narrowing.sizeHint().width() + 12
        directions = QBoxLayout.Direction
        narrow = needed > self.contentsRect().width() - 2 * _MARGIN
        self._line.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def refresh(self) -> None:
        """Read the list again; the row that one was on stays the current one."""
        if not self._workplace.is_open:
            self.table.show_loading()
            return
        try:
            self._untouched = untouched_limit(self._workplace.bench)
            counts = case_counts(self._workplace.bench)
        except BenchError as error:
            self.table.show_failed(error)
            return
        self.table.reload()
        for state in CaseState:
            told = f"{word(state, spoken())}  {counts.get(state.value, 0)}"
            self._chips.show_words(state.value, told)
        self._break_line()

    def search(self, text: str) -> None:
        """List what ``text`` finds in any state."""
        self._chips.switch_on(())
        self._text.setText(text)

    @property
    def wanted(self) -> CaseFilter:
        """What the filter line asks for."""
        days = self._period.currentData()
        since: date | None = None
        if days is not None and self._workplace.is_open:
            since = self._workplace.bench.today() - timedelta(days=int(days))
        return CaseFilter(states=self._chips.keys, text=self._text.text(), since=since)

    def _fetch(self, after: CaseRow | None, size: int) -> Sequence[CaseRow]:
        if not self._workplace.is_open:
            return ()
        return list_cases(self._workplace.bench, self.wanted, after, size)

    def _columns(self) -> list[Column[CaseRow]]:
        def age(row: CaseRow) -> Age | None:
            return age_of(row, self._workplace.bench.clock(), self._untouched)

        def share(row: CaseRow) -> float | None:
            spent = age(row)
            return spent.share if spent is not None else None

        return [
            Column(_("Number"), lambda row: row.number or "—", mono=True),
            Column(
                _("State"),
                lambda row: word(CaseState(row.state), spoken()),
                tone=lambda row: STATES[CaseState(row.state)][1],
                icon=lambda row: STATES[CaseState(row.state)][0],
            ),
            Column(_("Customer"), lambda row: row.customer or "—", stretch=True),
            Column(
                _("Reported problem"),
                lambda row: row.report.partition("\n")[0],
                tone=lambda _row: Tone.QUIET,
                stretch=True,
            ),
            Column(
                _("Devices"), lambda row: str(row.devices) if row.devices else "—", numeric=True
            ),
            Column(
                _("Waits for"),
                lambda row: turn_word(row.waits_for),
                icon=lambda row: TURN_ICONS[row.waits_for],
            ),
            Column(
                _("Contact, or last touch"),
                lambda row: age_text(age(row)),
                tone=lambda row: tone_of(age(row)),
                icon=lambda row: age_icon(age(row)),
                share=share,
            ),
        ]


class _SearchEdit(QLineEdit):
    """Text to search; the arrow down goes into the table."""

    down_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Search (Ctrl+F)"))
        self.setAccessibleName(_("Search the cases"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(80)
        self.setMinimumWidth(160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go on to the rows found."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)
