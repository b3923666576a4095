"""Labels and their values, in two calm columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QWidget

from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel


class Number(str):
    """An identifier: the value is shown as an ``IdentifierLabel``."""

    __slots__ = ()


Fact = tuple[str, "str | Number | QWidget"]
"""A label, and its value as words, as an identifier or as a widget."""


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
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts in place of these; rows of the same kind stay, with other words.

        Making the widgets of a card anew would cost a scan 4 ms of its frame.
        """
        for row, (label, value) in enumerate(facts):
            if row < len(self._rows) and _takes(self._rows[row][1], value):
                name, shown = self._rows[row]
                name.setText(label)
            else:
                self._drop_from(row)
                name, shown = self._added(row, label, value)
            shown.setAccessibleName(f"{label}: {_spoken(shown, value)}")
        self._drop_from(len(facts))

    def _added(
        self, row: int, label: str, value: "str | Number | QWidget"
    ) -> tuple[QLabel, QWidget]:
        name, shown = words(label, tone=Tone.QUIET, wrap=True), _shown(value)
        in_line = Qt.AlignmentFlag.AlignTop
        if not isinstance(shown, QLabel):
            in_line = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(name, row, 0, in_line)
        if isinstance(shown, QAbstractButton):
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            self._grid.addWidget(shown, row, 1, side)
        else:
            self._grid.addWidget(shown, row, 1)
        self._rows.append((name, shown))
        return name, shown

    def _drop_from(self, row: int) -> None:
        for pair in self._rows[row:]:
            for widget in pair:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        del self._rows[row:]


class _Words(QLabel):
    """A value in words, which can be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        from_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(from_left | Qt.AlignmentFlag.AlignVCenter)  # Arabic, too: by its label
        self.setContentsMargins(3, 0, 0, 0)  # in line with the buttons of other values
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


def _takes(shown: QWidget, value: "str | Number | QWidget") -> bool:
    """Show ``value`` in the widget of the row, if it is one for such values."""
    if isinstance(value, Number) and isinstance(shown, IdentifierLabel):
        shown.show_identifier(value)
        return True
    if isinstance(value, str) and not isinstance(value, Number) and isinstance(shown, _Words):
        shown.setText(value or "—")
        return True
    return False


def _shown(value: "str | Number | QWidget") -> QWidget:
    if isinstance(value, QWidget):
        return value
    if isinstance(value, Number):
        return IdentifierLabel(value)
    label = _Words()
    label.setText(value or "—")
    return label


def _spoken(shown: QWidget, value: "str | Number | QWidget") -> str:
    return value if isinstance(value, str) else shown.accessibleName()
