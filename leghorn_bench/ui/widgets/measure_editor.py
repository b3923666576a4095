"""Tests and their values: rows of name, value and unit, as many as the bench needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.tab_order import walk_through

_UNIT_WIDTH = 56
"""Pixels: the longest usual unit whole, since *mbar* cut short reads *bar*."""

_UNIT = 2
"""Column of the units."""
_VALUE_WIDTH, _WIDEST_UNIT = 72, 64


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One test as written: *lettura a 1 m*, *0/10*, no unit."""

    name: str
    value: str
    unit: str = ""


class _Row:
    """The fields of one test."""

    def __init__(self, measure: MeasureShown, names: Sequence[str]) -> None:
        self.name = QLineEdit(measure.name)
        self.value = QLineEdit(measure.value)
        self.unit = QLineEdit(measure.unit)
        self.name.setCursorPosition(0)  # a name too long shows its beginning
        self.remove = IconButton("x", part="icon", hint=_("Remove this test"), pixels=16)
        self.name.setAccessibleName(_("Test"))
        self.value.setAccessibleName(_("Value"))
        # The column of the long title is the unit's: without limits it would starve the value.
        self.value.setMinimumWidth(_VALUE_WIDTH)
        self.unit.setMaximumWidth(_WIDEST_UNIT)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit.setAccessibleName(_("Unit of measure"))
        if names:
            completer = QCompleter(list(names), self.name)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.name.setCompleter(completer)

    @property
    def widgets(self) -> tuple[QLineEdit, QLineEdit, QLineEdit, IconButton]:
        return self.name, self.value, self.unit, self.remove

    @property
    def measure(self) -> MeasureShown:
        return MeasureShown(
            self.name.text().strip(), self.value.text().strip(), self.unit.text().strip()
        )


class MeasureEditor(QWidget):
    """The tests of an assessment; ``names`` are offered while typing."""

    measures_changed = Signal()

    def __init__(
        self,
        measures: Sequence[MeasureShown] = (),
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        for column, stretch in enumerate((8, 2, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setColumnMinimumWidth(_UNIT, _UNIT_WIDTH)
        for column, title in enumerate((_("Test"), _("Value"), _("Unit of measure"))):
            # The last title reaches over the sign that removes a row: it is wider than a unit.
            over = 2 if column == _UNIT else 1
            self._grid.addWidget(words(title, Size.SMALL, Tone.QUIET), 0, column, 1, over)
        self._add_button = add = IconButton("plus", _("Add a test"), part="link", pixels=16)
        add.clicked.connect(self._add_empty)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(4)
        column_layout.addLayout(self._grid)
        column_layout.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_measures(measures)

    @property
    def measures(self) -> tuple[MeasureShown, ...]:
        """The tests written so far; rows without a name and a value are left out."""
        written = (row.measure for row in self._rows)
        return tuple(measure for measure in written if measure.name or measure.value)

    @property
    def in_tab_order(self) -> tuple[QWidget, ...]:
        """The fields row by row, and at the end the button that adds one."""
        return (*(one for row in self._rows for one in row.widgets), self._add_button)

    def show_measures(self, measures: Sequence[MeasureShown]) -> None:
        """Show other tests; at least one empty row invites."""
        for row in tuple(self._rows):
            self._drop(row)
        for measure in measures or (MeasureShown("", ""),):
            self._add(measure)

    def _add_empty(self) -> None:
        self._add(MeasureShown("", "")).name.setFocus()

    def _add(self, measure: MeasureShown) -> _Row:
        row = _Row(measure, self._names)
        line = self._grid.rowCount()
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, line, column)
            if isinstance(widget, QLineEdit):
                widget.editingFinished.connect(self.measures_changed)
        row.remove.clicked.connect(lambda: self._removed(row))
        self._rows.append(row)
        walk_through(self.in_tab_order[1:], self.in_tab_order[0])
        return row

    def _removed(self, row: _Row) -> None:
        self._drop(row)
        if not self._rows:
            self._add(MeasureShown("", ""))
        self.measures_changed.emit()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
