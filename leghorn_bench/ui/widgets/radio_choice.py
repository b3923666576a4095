"""One of a few, all visible, each with its words and its help (the origin of a fault)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone


@dataclass(frozen=True, slots=True)
class Option:
    """One of the few: its key, its words, and what it means."""

    key: str
    words: str
    help: str = ""


class RadioChoice(QWidget):
    """Holds one key of ``options``, or none at first; arrows walk."""

    key_chosen = Signal(str)

    def __init__(self, options: Sequence[Option], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for option in options:
            button = QRadioButton(option.words)
            button.setAccessibleDescription(option.help)
            self._group.addButton(button)
            self._buttons[option.key] = button
            column.addWidget(button)
            if option.help:
                told = words(option.help, Size.SMALL, Tone.QUIET, wrap=True)
                told.setContentsMargins(30, 0, 0, 4)
                column.addWidget(told)
            button.clicked.connect(lambda _=False, key=option.key: self.key_chosen.emit(key))

    @property
    def key(self) -> str:
        """The key chosen; empty for none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    @property
    def last_button(self) -> QRadioButton:
        """The lowest one, behind which Tab goes on."""
        return list(self._buttons.values())[-1]

    def choose(self, key: str) -> None:
        """Choose ``key`` without telling; empty chooses none."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def allow(self, key: str, *, allowed: bool, why: str = "") -> None:
        """Let ``key`` be chosen or not; ``why`` not is its tooltip."""
        self._buttons[key].setEnabled(allowed)
        self._buttons[key].setToolTip("" if allowed else why)
