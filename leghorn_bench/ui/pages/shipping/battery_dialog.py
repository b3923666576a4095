"""How batteries were found that nobody has looked at: one key, since a parcel waits for it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from leghorn_bench.domain.batteries import FORBIDDEN_BY_AIR, BatteryState
from leghorn_bench.domain.case_errors import BatteryNotLookedAt
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.shipping import note_batteries
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.dialogs.form_dialog import FormDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone

_ICONS = {
    BatteryState.SOUND: "circle-check",
    BatteryState.SUSPECT: "alert-triangle",
    BatteryState.DAMAGED: "battery-exclamation",
    BatteryState.REMOVED: "minus",
}
_KEYS = "1234"
_WIDTH = 560


class BatteryDialog(FormDialog):
    """Asks it of all the devices at once; those that are not alike are noted one by one before."""

    settled = Signal()
    """It is on file."""

    def __init__(self, bench: Bench, unseen: BatteryNotLookedAt, parent: QWidget | None) -> None:
        super().__init__(_("Look at the battery"), parent, "battery-exclamation")
        devices = unseen.facts["devices"]
        assert isinstance(devices, tuple), "the error names all of them"
        self._bench, self._devices = bench, devices
        self.add(words(told(unseen, spoken()), wrap=True))
        count = len(self._devices)
        asked = ngettext(
            "How was it found?",
            "How were the {n} batteries found? Note those that differ with B, before this.",
            count,
        )
        self.add(words(asked.format(n=count), strong=True, wrap=True))
        self.add(self._choices())
        self.add(self._told)
        leave = self.add_verb(_("Close without recording"))
        leave.clicked.connect(self.reject)
        leave.setFocus()  # no stray space bar says that a battery is sound
        self.setMinimumWidth(_WIDTH)

    def record(self, state: BatteryState) -> None:
        """Note the state of all of them, and leave."""
        kept = self.attempt(lambda: note_batteries(self._bench, self._devices, state))
        if kept is not None:
            self.accept()
            self.settled.emit()

    def _choices(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for number, (key, state) in enumerate(zip(_KEYS, BatteryState, strict=True)):
            name = _("{state} ({key})").format(state=word(state, spoken()), key=key)
            tone = Tone.STOP if state in FORBIDDEN_BY_AIR else Tone.PLAIN
            button = mark(IconButton(_ICONS[state], name), tall=True, tone=tone)
            button.setShortcut(QKeySequence(key))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, found=state: self.record(found))
            grid.addWidget(button, number // 2, number % 2)
        return sheet
