"""The chips of a filter line: any of them on, all off means everything."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.widgets.radio_choice import Option


class FilterChips(QWidget):
    """Chips that are switched on and off by click or Space."""

    keys_changed = Signal(object)
    """The tuple of the keys that are on."""

    def __init__(self, options: Sequence[Option], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for option in options:
            chip = mark(QPushButton(option.words), part="chip")
            chip.setCheckable(True)
            chip.setToolTip(option.help)
            chip.clicked.connect(lambda: self.keys_changed.emit(self.keys))
            self._chips[option.key] = chip
            row.addWidget(chip)
        row.addStretch(1)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are on."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def switch_on(self, keys: Sequence[str]) -> None:
        """Have exactly ``keys`` on, without telling."""
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)

    def show_words(self, key: str, text: str) -> None:
        """Word a chip anew, e.g. with the count of what it holds."""
        self._chips[key].setText(text)
