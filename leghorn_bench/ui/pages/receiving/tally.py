"""The line under the list: how many are missing, extra, unknown; each shows its own on a click."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.services.parcels import Reconciliation
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.tokens import Tone

MISSING, EXTRA, UNKNOWN = "missing", "extra", "unknown"
_ICONS = {MISSING: "circle-dashed", EXTRA: "plus", UNKNOWN: "help-octagon"}


class Tally(QWidget):
    """Three counts with icon, word and colour; at most one of them filters the list."""

    filtered = Signal(str)
    """``missing``, ``extra``, ``unknown``, or empty for all that is in the parcel."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Differences from what was announced"))
        self._buttons: dict[str, IconButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, icon in _ICONS.items():
            button = mark(IconButton(icon, "", part="chip"), tall=True)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, chosen=key: self._choose(chosen))
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)

    @property
    def key(self) -> str:
        """What the list is filtered by; empty for nothing."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def show_counts(self, held: Reconciliation, *, closed: bool) -> None:
        """Show how a parcel stands; what misses is a fact once it is closed."""
        missing, extra, unknown = counts(held)
        gone = Tone.STOP if closed else Tone.PAY
        for key, count, tone, words in (
            (MISSING, missing, gone, ngettext("{n} missing", "{n} missing", missing)),
            (EXTRA, extra, Tone.PAY, ngettext("{n} extra", "{n} extra", extra)),
            (UNKNOWN, unknown, Tone.STOP, ngettext("{n} unknown", "{n} unknown", unknown)),
        ):
            button = self._buttons[key]
            button.setText(words.format(n=count))
            button.setAccessibleName(words.format(n=count))
            mark(button, tone=tone if count else Tone.QUIET)
            button.setEnabled(bool(count))
            if not count and button.isChecked():
                button.setChecked(False)
                self.filtered.emit("")

    def clear(self) -> None:
        """Filter by nothing, without telling."""
        for button in self._buttons.values():
            button.setChecked(False)

    def _choose(self, key: str) -> None:
        for name, button in self._buttons.items():
            if name != key:
                button.setChecked(False)
        self.filtered.emit(self.key)


def counts(held: Reconciliation) -> tuple[int, int, int]:
    """How many are missing, known but not announced, and unknown."""
    unannounced = sum(device.device_id is not None for device in held.extra)
    return len(held.missing), unannounced, len(held.unknown)
