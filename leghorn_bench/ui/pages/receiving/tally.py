"""The line under the list: what differs from what was announced; each shows its own on a click."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.services.goods_lines import finding_of
from leghorn_bench.services.parcels import Reconciliation
from leghorn_bench.services.receiving import Finding
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.flow import FlowLayout


class Difference(StrEnum):
    """In what a parcel is not as it was announced."""

    MISSING = "missing"
    EXTRA = "extra"
    """The sender's, and not announced."""
    UNKNOWN = "unknown"
    SOLD_TO_ANOTHER = "sold_to_another"
    ELSEWHERE = "elsewhere"
    """Here already in another open case: not received."""
    NOTICE = "notice"
    """The house has a notice on it, whatever else it is."""


_ICONS = {
    Difference.MISSING: "circle-dashed",
    Difference.EXTRA: "plus",
    Difference.UNKNOWN: "help-octagon",
    Difference.SOLD_TO_ANOTHER: "users",
    Difference.ELSEWHERE: "folders",
    Difference.NOTICE: "alert-octagon",
}
ALWAYS_TOLD = frozenset({Difference.MISSING, Difference.EXTRA, Difference.UNKNOWN})
"""Told with a nought, too; the others only when there are any."""
_FINDINGS = {
    Finding.UNANNOUNCED: Difference.EXTRA,
    Finding.UNKNOWN: Difference.UNKNOWN,
    Finding.SOLD_TO_ANOTHER: Difference.SOLD_TO_ANOTHER,
}
Counts = Mapping[Difference, int]


def difference_of(line: GoodsLine, parcel: Parcel) -> Difference | None:
    """What is odd about a received device; None when it is as announced."""
    return _FINDINGS.get(finding_of(line, parcel))


def counts(held: Reconciliation, lines: Sequence[GoodsLine], parcel: Parcel) -> Counts:
    """How many there are of each difference."""
    found = Counter(difference_of(line, parcel) for line in lines)
    of_parcel = {
        Difference.MISSING: len(held.missing),
        Difference.ELSEWHERE: len(held.elsewhere),
        Difference.NOTICE: sum(bool(line.notices) for line in lines),
    }
    return {key: of_parcel.get(key, found[key]) for key in Difference}


def count_words(key: Difference, count: int) -> str:
    """A count in words, e.g. *2 missing*."""
    match key:
        case Difference.MISSING:
            told = ngettext("{n} missing", "{n} missing", count)
        case Difference.EXTRA:
            told = ngettext("{n} extra", "{n} extra", count)
        case Difference.UNKNOWN:
            told = ngettext("{n} unknown", "{n} unknown", count)
        case Difference.SOLD_TO_ANOTHER:
            told = ngettext("{n} sold to others", "{n} sold to others", count)
        case Difference.ELSEWHERE:
            told = ngettext("{n} in another case", "{n} in other cases", count)
        case Difference.NOTICE:
            told = ngettext("{n} with a notice", "{n} with a notice", count)
    return told.format(n=count)


class Tally(QWidget):
    """Counts with icon, word and colour; at most one of them filters the list."""

    filtered = Signal(str)
    """A ``Difference``, or empty for all that is in the parcel."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Differences from what was announced"))
        self._buttons: dict[Difference, IconButton] = {}
        row = FlowLayout(8)
        self.setLayout(row)
        for key in Difference:
            button = mark(IconButton(_ICONS[key], "", part="chip"), tall=True)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, chosen=key: self._choose(chosen))
            self._buttons[key] = button
            row.addWidget(button)

    @property
    def key(self) -> Difference | None:
        """What the list is filtered by; None for nothing."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), None)

    def show_counts(self, counted: Counts, *, closed: bool) -> None:
        """Show how a parcel stands; what misses is a fact once it is closed."""
        for key, button in self._buttons.items():
            count = counted[key]
            told = count_words(key, count)
            button.setText(told)
            button.setAccessibleName(told)
            mark(button, tone=_tone(key, closed=closed) if count else Tone.QUIET)
            button.setEnabled(bool(count))
            button.setVisible(bool(count) or key in ALWAYS_TOLD)
            if not count and button.isChecked():
                button.setChecked(False)
                self.filtered.emit("")

    def clear(self) -> None:
        """Filter by nothing, without telling."""
        for button in self._buttons.values():
            button.setChecked(False)

    def _choose(self, key: Difference) -> None:
        for name, button in self._buttons.items():
            if name != key:
                button.setChecked(False)
        self.filtered.emit(self.key or "")


def _tone(key: Difference, *, closed: bool) -> Tone:
    if key is Difference.MISSING:
        return Tone.STOP if closed else Tone.PAY
    return Tone.PAY if key is Difference.EXTRA else Tone.STOP
