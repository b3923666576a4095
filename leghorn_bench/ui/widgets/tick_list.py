"""Things to check, one below the other, each ticked when it is in order."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from leghorn_bench.ui.widgets.radio_choice import Option


class TickList(QWidget):
    """Ticked by click or Space; nothing ticked means nothing said, never that it is broken."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order in which they stand."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """The boxes, top to bottom."""
        return tuple(self._boxes.values())

    def offer(self, options: Sequence[Option]) -> None:
        """Offer other things to check, none of them ticked."""
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for option in options:
            box = QCheckBox(option.words)
            box.setAccessibleName(option.words)
            box.clicked.connect(self.ticks_changed)
            self._boxes[option.key] = box
            self._column.addWidget(box)

    def tick(self, keys: Iterable[str]) -> None:
        """Have exactly ``keys`` ticked, without telling."""
        wanted = set(keys)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)
