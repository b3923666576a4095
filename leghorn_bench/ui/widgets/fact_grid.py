"""Labels and their values, in two calm columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone

Fact = tuple[str, "str | QWidget"]
"""A label, and its value as words or as a widget."""


class FactGrid(QWidget):
    """Facts about one thing; values wrap and can be selected.

    Args:
        facts: top to bottom.
        label_width: the same in every grid of a page, so that their values stand in one line.
    """

    def __init__(
        self, facts: Sequence[Fact], label_width: int = 112, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts in place of these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (label, value) in enumerate(facts):
            name = words(label, tone=Tone.QUIET, wrap=True)
            shown = value if isinstance(value, QWidget) else _value(value)
            shown.setAccessibleName(f"{label}: {shown.accessibleName() or value}")
            beside = isinstance(value, QWidget)
            middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, row, 0, middle if beside else top)
            if isinstance(shown, QAbstractButton):
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
                self._grid.addWidget(shown, row, 1, side)
            else:
                self._grid.addWidget(shown, row, 1)


def _value(text: str) -> QWidget:
    label = words(text or "—", wrap=True)
    label.setContentsMargins(3, 0, 0, 0)  # in line with the buttons of other values
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
