"""The parcel counter: how many of how many, readable across the warehouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone


class BigCounter(QWidget):
    """``27 / 40`` in 72 px, with one line of words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = words("0", Size.COUNTER)
        self._of = words("", Size.VERDICT, Tone.QUIET)
        self._words = words("", Size.SECTION, Tone.QUIET, wrap=True)
        self._of.setContentsMargins(0, 0, 0, 9)  # on the base line of the large figures
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._done, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_count(
        self, done: int, expected: int | None, text: str = "", tone: Tone = Tone.PLAIN
    ) -> None:
        """Show ``done`` of ``expected`` (None when nobody knows), and ``text`` below."""
        self._done.setText(str(done))
        self._of.setText("" if expected is None else f"/ {expected}")
        self._words.setText(text)
        mark(self._done, tone=tone)
        mark(self._words, tone=Tone.QUIET if tone is Tone.PLAIN else tone)
        self.setAccessibleName(f"{done} {self._of.text()} {text}".strip())
