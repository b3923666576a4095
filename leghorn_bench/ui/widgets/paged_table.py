"""The house's table: calm rows over a paged model, with words for empty, loading and failed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QWidget,
)

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.models.paged import Column, Fetch, PagedModel
from leghorn_bench.ui.tokens import ROW, Tone
from leghorn_bench.ui.widgets.cell_painter import CellPainter
from leghorn_bench.ui.widgets.empty_state import EmptyState

Row = TypeVar("Row")
LEAST = 150
"""Width of a stretching column below which a spare one gives way."""


@dataclass(frozen=True, slots=True)
class EmptyWords:
    """What the table says when it has no rows."""

    title: str
    help: str = ""
    icon: str = "inbox"


class _View(QTableView):
    activated_row = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row; Home and End reach the first and last known row."""
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.currentIndex().isValid():
                self.activated_row.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Home:
            self.selectRow(0)
        elif event.key() == Qt.Key.Key_End:
            self.selectRow(self.model().rowCount() - 1)
        else:
            super().keyPressEvent(event)


class PagedTable(QWidget, Generic[Row]):
    """A table that opens at once over any number of rows.

    ``fetch`` runs on the GUI thread, a page (200 rows) at a time: give it queries by key, which
    take less than a frame. Slower ones belong on the database thread: ``show_loading`` first, then
    ``reload`` with a function over what came back.
    """

    row_opened = Signal(object)
    """The row on which Enter was pressed or which was double-clicked."""
    row_chosen = Signal(object)
    """The row that is now the current one, or None."""

    def __init__(
        self,
        fetch: Fetch[Row],
        columns: Sequence[Column[Row]],
        name: str,
        empty: EmptyWords,
        row_height: int = ROW,
        parent: QWidget | None = None,
        *,
        named: Callable[[Row], object] = lambda row: row,
    ) -> None:
        """``named`` tells what stays of a row that changes: the person stays on it."""
        super().__init__(parent)
        self._empty = empty
        self._columns = tuple(columns)
        self._wide: dict[int, int] = {}
        """What each column that does not stretch needs."""
        self.model: PagedModel[Row] = PagedModel(fetch, columns, self, named=named)
        self.view = _View()
        self._words = EmptyState(empty.icon, empty.title, empty.help)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.view)
        self._layers.addWidget(self._words)
        self._prepare_view(name, row_height)
        self.view.setModel(self.model)
        self._prepare_header()
        self.view.activated_row.connect(self._open)
        self.view.doubleClicked.connect(lambda index: self._open(index.row()))
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.reload()

    @property
    def current_row(self) -> Row | None:
        """The row on which the person is."""
        index = self.view.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def reload(self, fetch: Fetch[Row] | None = None) -> None:
        """Read again from the top, landing on the same row, at the same place on the screen.

        A row that is no longer listed, or is too far down, leaves the first one.
        """
        number = self.view.currentIndex().row()
        before = self.current_row if number >= 0 else None
        bar = self.view.verticalScrollBar()
        above = number - bar.value()
        try:
            self.model.reload(fetch, number + 1)
        except BenchError as error:
            self.show_failed(error)
            return
        if self.model.rowCount() == 0:
            self._say(self._empty.icon, self._empty.title, self._empty.help)
            return
        self._layers.setCurrentWidget(self.view)
        self._fit_columns()
        again = self.model.number_of(before) if before is not None else None
        self.view.selectRow(again or 0)
        if again is not None:
            bar.setValue(again - above)

    def show_loading(self) -> None:
        """Say that the rows are on their way."""
        self._say("hourglass", _("Loading"), "", Tone.QUIET)

    def show_failed(self, error: BenchError) -> None:
        """Say that the rows could not be read, and why."""
        self._say("database-x", _("The list could not be read"), told(error, spoken()))

    def _say(self, icon: str, title: str, help_text: str, tone: Tone | None = None) -> None:
        failed = icon == "database-x"
        self._words.say(icon, title, help_text, tone or (Tone.STOP if failed else Tone.QUIET))
        self._layers.setCurrentWidget(self._words)

    def _prepare_view(self, name: str, row_height: int) -> None:
        view = self.view
        view.setAccessibleName(name)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._painter = CellPainter(self._columns, row_height, view)
        view.setItemDelegate(self._painter)
        view.setMouseTracking(True)
        rows = view.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height)

    def _prepare_header(self) -> None:
        header = self.view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(ROW)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(self._columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _fit_columns(self) -> None:
        """As wide as the first page needs; measured once, so that scrolling never jumps."""
        header = self.view.horizontalHeader()
        titles = QFontMetrics(header.font())
        first = self.model.first_page
        for number, column in enumerate(self._columns):
            if not column.stretch:
                wide = self._painter.widest(number, first, self.view.font())
                title = titles.horizontalAdvance(column.title) + 32
                self._wide[number] = max(wide, title)
                self.view.setColumnWidth(number, self._wide[number])
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spare columns come and go with the room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Hide spare columns, the last first, until those that stretch can be read."""
        stretching = sum(column.stretch for column in self._columns)
        shown = dict(self._wide)
        for number in reversed([n for n, one in enumerate(self._columns) if one.spare]):
            left = self.view.viewport().width() - sum(shown.values())
            narrow = bool(stretching) and left < stretching * LEAST
            if narrow:
                shown.pop(number, None)
            self.view.setColumnHidden(number, narrow)

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.row_opened.emit(row)

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(self.model.row(current.row()) if current.isValid() else None)
