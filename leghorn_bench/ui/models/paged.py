"""A table model over any number of rows: pages fetched by key, few of them kept."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from leghorn_bench.ui.tokens import Tone

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[["Row | None", int], Sequence[Row]]
"""Gives at most so many rows after the row given (from the top when None), in a fixed order."""

PAGE = 200
_KEPT_PAGES = 20

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The row itself."""
TONE_ROLE = ROW_ROLE + 1
"""The ``Tone`` of a cell; None for plain."""
ICON_ROLE = ROW_ROLE + 2
"""The icon's name of a cell; empty or None for none."""
SHARE_ROLE = ROW_ROLE + 3
"""How much of its limit a thing has used up (a bar is drawn), or None."""


# No slots: Python 3.11 cannot make a generic slotted dataclass by Column[Row](...).
@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title and what it shows of a row."""

    title: str
    text: Callable[[Row], str]
    numeric: bool = False
    """Right-aligned."""
    mono: bool = False
    """An identifier."""
    tone: Callable[[Row], Tone] | None = None
    icon: Callable[[Row], str] | None = None
    share: Callable[[Row], float | None] | None = None
    stretch: bool = False
    """Takes the width that is left."""
    spare: bool = False
    """Gives way in a narrow window, where something else on the row says the same."""


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows as ``fetch`` tells them, a page at a time.

    The last row of each page is kept, so that any page seen before can be fetched again and memory
    stays flat however far one scrolls. Paging by key is right while other stations insert.
    """

    def __init__(
        self,
        fetch: Fetch[Row],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        named: Callable[[Row], object] = lambda row: row,
    ) -> None:
        """``named`` tells what stays of a row when something on it changes, e.g. its id."""
        super().__init__(parent)
        self._fetch, self._named = fetch, named
        self._columns = tuple(columns)
        self._starts: list[Row | None] = [None]
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._count = 0
        self._exhausted = False

    def reload(self, fetch: Fetch[Row] | None = None, past: int = 0) -> None:
        """Begin again from the top, with another source when one is given.

        As far down as row ``past`` is known again at once (at most as many pages as are kept).
        """
        source = fetch or self._fetch
        pages = [source(None, PAGE)]  # before anything changes: a failure leaves it as it was
        while len(pages[-1]) == PAGE and len(pages) <= min(past // PAGE, _KEPT_PAGES - 1):
            pages.append(source(pages[-1][-1], PAGE))
        self.beginResetModel()
        self._fetch = source
        self._starts = [None]
        self._pages.clear()
        self._count = 0
        for rows in pages:
            self._take(rows)
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row at ``number``; None when another station has taken it away meanwhile."""
        page, at = divmod(number, PAGE)
        rows = self._page(page)
        return rows[at] if at < len(rows) else None

    def number_of(self, row: Row) -> int | None:
        """Where ``row`` stands among the pages kept; None when it is not among them."""
        name = self._named(row)
        for page, rows in self._pages.items():
            for at, one in enumerate(rows):
                if self._named(one) == name:
                    return page * PAGE + at
        return None

    @property
    def first_page(self) -> Sequence[Row]:
        """The rows at the top."""
        return self._page(0) if self._count else ()

    @property
    def exhausted(self) -> bool:
        """Whether all rows are known."""
        return self._exhausted

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are known so far."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be rows beyond those known."""
        return not parent.isValid() and not self._exhausted

    def fetchMore(self, parent: Index) -> None:
        """Learn the next page."""
        if parent.isValid() or self._exhausted:
            return
        rows = self._next_page()
        if rows:
            self.beginInsertRows(QModelIndex(), self._count, self._count + len(rows) - 1)
            self._take(rows)
            self.endInsertRows()
        else:
            self._exhausted = True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(self._columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or not 0 <= index.row() < self._count:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        return self._cell(row, self._columns[index.column()], role)

    def _cell(self, row: Row, column: Column[Row], role: int) -> Any:
        tell = {
            Qt.ItemDataRole.DisplayRole: column.text,
            Qt.ItemDataRole.AccessibleTextRole: column.text,
            Qt.ItemDataRole.TextAlignmentRole: lambda _: self._side(column),
            ROW_ROLE: lambda row: row,
            TONE_ROLE: column.tone,
            ICON_ROLE: column.icon,
            SHARE_ROLE: column.share,
        }.get(role)
        return tell(row) if tell is not None else None

    @staticmethod
    def _side(column: Column[Row]) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _next_page(self) -> Sequence[Row]:
        return self._fetch(self._starts[-1], PAGE)

    def _take(self, rows: Sequence[Row]) -> None:
        self._exhausted = len(rows) < PAGE
        if not rows:
            return
        self._keep(len(self._starts) - 1, rows)
        self._starts.append(rows[-1])
        self._count += len(rows)

    def _page(self, page: int) -> Sequence[Row]:
        if page in self._pages:
            self._pages.move_to_end(page)
            return self._pages[page]
        rows = self._fetch(self._starts[page], PAGE)
        self._keep(page, rows)
        return rows

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        self._pages[page] = rows
        if len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
