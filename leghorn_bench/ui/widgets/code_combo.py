"""A choice out of a catalogue, searched by typing any part of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a catalogue: its code, and its words in the person's language."""

    code: str
    words: str


class CodeCombo(QComboBox):
    """Holds one code of ``choices``, or none; what is typed and fits nothing is put back."""

    code_chosen = Signal(str)
    """The code chosen; empty when the choice was emptied."""

    def __init__(
        self, choices: Sequence[Choice], placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = ""
        self._line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self._line.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.show_choices(choices)
        self.activated.connect(self._tell)
        self._line.editingFinished.connect(self._settle)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; none is chosen."""
        self.clear()
        for choice in choices:
            self.addItem(choice.words, choice.code)
        self.setCurrentIndex(-1)
        self._told = ""

    @property
    def code(self) -> str:
        """The code chosen; empty for none."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose ``code`` without telling; an unknown or empty code chooses none."""
        self.setCurrentIndex(self.findData(code) if code else -1)
        if self.currentIndex() < 0:
            self.setEditText("")
        self._line.setCursorPosition(0)  # of a long name the beginning tells
        self._told = self.code

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel must never change an assessment by accident."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the words, so that typing begins a new search."""
        super().focusInEvent(event)
        self._line.selectAll()

    def _settle(self) -> None:
        text = self._line.text().strip()
        found = self.findText(text, Qt.MatchFlag.MatchFixedString) if text else -1
        if text and found < 0:
            found = self.findData(self._told) if self._told else -1
        self.setCurrentIndex(found)
        self.setEditText(self.itemText(found) if found >= 0 else "")
        self._tell()

    def _tell(self) -> None:
        if self.code != self._told:
            self._told = self.code
            self.code_chosen.emit(self._told)
