"""Receiving before a parcel is on the table: what to scan, and the parcels begun before."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.empty_state import EmptyState

MOST = 6


class Start(EmptyState):
    """Says *Scan the waybill*; the parcels that are open go on by a click."""

    parcel_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            "package-import",
            _("Scan the waybill, or the first device"),
            _("Either begins a new parcel; what lacks is written while you scan."),
        )
        self._title = words(_("Parcels that are still open"), Size.SMALL, Tone.QUIET)
        self._open = QWidget()
        self._lines = QVBoxLayout(self._open)
        self._lines.setContentsMargins(0, 16, 0, 0)
        self._lines.setSpacing(4)
        self.add_below(self._open)

    def show_parcels(self, parcels: Sequence[tuple[Parcel, str]]) -> None:
        """Offer parcels, each with the name of its customer, the newest first."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._title:
                widget.hide()
                widget.deleteLater()
        self._open.setVisible(bool(parcels))
        self._lines.addWidget(self._title)
        for parcel, customer in parcels[:MOST]:
            self._lines.addWidget(self._opener(parcel, customer))

    def _opener(self, parcel: Parcel, customer: str) -> IconButton:
        told = parcel_told(parcel, customer)
        button = mark(IconButton("package", told, part="quiet"), tall=True)
        button.clicked.connect(lambda: self.parcel_wanted.emit(parcel.id))
        return button


def parcel_told(parcel: Parcel, customer: str) -> str:
    """A parcel in one line: waybill or number, from whom, since when."""
    begun = day_text(_day(parcel.moved_at), spoken()) if parcel.moved_at else ""
    name = parcel.waybill or _("Parcel {number}").format(number=parcel.id)
    return " · ".join(part for part in (name, customer or parcel.sender, begun) if part)


def _day(moment: datetime) -> datetime:
    return moment.astimezone()
