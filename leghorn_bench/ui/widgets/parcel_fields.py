"""Fields of a parcel that several stations may complete at once: kept when left, or told apart."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.clash import Clash, Facts, merged

Told = TypeVar("Told")
"""A frozen dataclass: all that the fields tell of the parcel."""
_LONGEST = 120


class ParcelFields(Card, Generic[Told]):
    """What is common to a parcel that comes in and one that goes out; subclasses have the fields.

    Args:
        direction: ``in`` or ``out``.
        nothing: what is told while nothing is written.
    """

    written_changed = Signal(object)
    """All that is written now."""

    def __init__(self, direction: str, nothing: Told) -> None:
        super().__init__()
        self._parcel = Parcel(direction=direction)
        self._told = self._on_file = nothing
        self._waybill = mark(line_edit(), mono=True)
        self._clash = Clash()
        self._clash.mine_wanted.connect(self._keep_mine)
        self._clash.theirs_wanted.connect(lambda: self.show_parcel(self._parcel))

    @property
    def written(self) -> Told:
        """All that is written."""
        raise NotImplementedError

    @property
    def is_undecided(self) -> bool:
        """Whether two versions wait for a person to choose."""
        return not self._clash.isHidden()

    def show_parcel(self, parcel: Parcel) -> None:
        """Show what is on file; a closed parcel can only be read."""
        self._clash.hide()
        self._parcel, self._on_file = parcel, self._known(parcel)
        self._write(self._on_file)
        self.setEnabled(parcel.closed_at is None)
        self._told = self.written

    def follow(self, parcel: Parcel) -> None:
        """Show what is on file now; while two versions clash, what was written here stays."""
        if self.is_undecided and parcel.id == self._parcel.id and parcel.closed_at is None:
            self._merge(self.written, parcel)
        else:
            self.show_parcel(parcel)

    def show_clash(self, mine: Told, parcel: Parcel) -> None:
        """Tell what another station changed meanwhile; what was written here stays in its field."""
        self._clash.begin(self._on_file, mine)
        if not self._merge(mine, parcel):
            self._keep_mine()

    def finish(self) -> None:
        """Record what is being written: who scans has left the field, wherever the cursor is."""
        self._tell()

    def write_waybill(self, text: str) -> None:
        """Take a scanned waybill."""
        self._waybill.setText(text)
        self._tell()

    def _tell(self) -> None:
        """A field was left."""
        if self._is_readable() and self.written != self._told and not self.is_undecided:
            self._told = self.written
            self.written_changed.emit(self._told)

    def _known(self, parcel: Parcel) -> Told:
        """What is on file of ``parcel``."""
        raise NotImplementedError

    def _facts(self) -> Facts:
        """What the fields are called, and how their values are worded."""
        raise NotImplementedError

    def _write(self, known: Told) -> None:
        """Put it into the fields."""
        raise NotImplementedError

    def _is_readable(self) -> bool:
        """Whether every field holds what it can hold; one that does not is marked."""
        raise NotImplementedError

    def _merge(self, mine: Told, parcel: Parcel) -> bool:
        """Write both versions into the fields; tells whether there was anything to tell."""
        facts, theirs = self._facts(), self._known(parcel)
        self._write(merged(facts, self._on_file, mine, theirs))
        self._parcel, self._on_file = parcel, theirs
        return self._clash.tell(facts, theirs)

    def _keep_mine(self) -> None:
        self._clash.hide()
        self._told = self.written
        self.written_changed.emit(self._told)


def line_edit() -> QLineEdit:
    """A field for one line of a parcel's data."""
    line = QLineEdit()
    line.setMaxLength(_LONGEST)
    return line
