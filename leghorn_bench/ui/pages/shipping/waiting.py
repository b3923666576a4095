"""What waits to leave, by customer, and the parcels that are being packed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.services.leaving_goods import Waiting
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.pages.cases.naming import some_of
from leghorn_bench.ui.tokens import TALL_ROW, Size, Tone
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable

MOST = 4


class WaitingGoods(QWidget):
    """One row a customer; Enter, a double click or a scanned device begins its parcel."""

    customer_wanted = Signal(int)
    parcel_wanted = Signal(int)

    def __init__(self, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self.rows: Sequence[Waiting] = ()
        self.table: PagedTable[Waiting] = PagedTable(
            self._page_after,
            self._columns(),
            _("Devices that wait to leave"),
            EmptyWords(
                _("Nothing waits to be shipped"),
                _("Devices appear here as soon as they are ready."),
                "truck-delivery",
            ),
            TALL_ROW,
            named=lambda row: row.customer_id,
        )
        self.table.row_opened.connect(lambda row: self.customer_wanted.emit(row.customer_id))
        self._title = words(_("Parcels that are being packed"), Size.SMALL, Tone.QUIET)
        self._open = QWidget()
        self._lines = QVBoxLayout(self._open)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addWidget(
            words(_("Scan a device that is ready: its parcel begins"), Size.TITLE, wrap=True)
        )
        column.addWidget(self._open)
        column.addWidget(self.table, 1)

    def show_goods(
        self, rows: Sequence[Waiting], parcels: Sequence[tuple[Parcel, str, int]]
    ) -> None:
        """Show what waits, and the open parcels with their customer and count."""
        self.rows = rows
        self.table.reload()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._title:
                widget.hide()
                widget.deleteLater()
        self._open.setVisible(bool(parcels))
        self._lines.addWidget(self._title)
        for parcel, customer, count in parcels[:MOST]:
            self._lines.addWidget(self._opener(parcel, customer, count))

    def _opener(self, parcel: Parcel, customer: str, count: int) -> IconButton:
        told = _("Parcel {number} · {customer} · {count} packed").format(
            number=parcel.id, customer=customer, count=count
        )
        button = mark(IconButton("package", told), tall=True)
        button.clicked.connect(lambda: self.parcel_wanted.emit(parcel.id))
        return button

    def _page_after(self, last: Waiting | None, size: int) -> Sequence[Waiting]:
        start = 0 if last is None else self.rows.index(last) + 1
        return self.rows[start : start + size]

    def _columns(self) -> tuple[Column[Waiting], ...]:
        return (
            Column(
                _("Customer"),
                lambda row: self._name_of(row.customer_id),
                icon=lambda _row: "user",
                stretch=True,
            ),
            Column(_("Ready"), lambda row: str(row.ready or ""), numeric=True),
            Column(
                _("To check against the intake"),
                lambda row: str(row.to_check or ""),
                numeric=True,
                tone=lambda _row: Tone.PAY,
            ),
            Column(_("Cases"), lambda row: some_of(row.cases, 2), tone=lambda _row: Tone.QUIET),
        )
