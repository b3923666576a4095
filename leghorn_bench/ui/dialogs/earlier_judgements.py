"""Every revision of a judgement side by side; what differs from the one before stands out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.card import scrolling

Column = tuple[str, dict[str, str]]
"""The title of a revision, and its values by their label."""
_NARROWEST = 200


class EarlierJudgements(HouseDialog):
    """The newest at the left; nothing in it can be changed."""

    def __init__(self, title: str, columns: Sequence[Column], parent: QWidget | None) -> None:
        super().__init__(title, parent, "history")
        self.add(scrolling(_sheet(columns)), 1)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
        self.resize(min(960, 200 + len(columns) * 300), 520)


def _sheet(columns: Sequence[Column]) -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    labels = list(dict.fromkeys(label for _title, values in columns for label in values))
    for place, (title, values) in enumerate(columns, start=1):
        grid.setColumnStretch(place, 1)
        grid.setColumnMinimumWidth(place, _NARROWEST)
        grid.addWidget(words(title, Size.SECTION), 0, place)
        before = columns[place][1] if place < len(columns) else None
        for row, label in enumerate(labels, start=1):
            value = values.get(label, "")
            differs = before is not None and before.get(label, "") != value
            told = words(value or "—", strong=differs, wrap=True)
            told.setAccessibleName(f"{title}, {label}: {value or '—'}")
            grid.addWidget(told, row, place, Qt.AlignmentFlag.AlignTop)
    for row, label in enumerate(labels, start=1):
        grid.addWidget(words(label, tone=Tone.QUIET), row, 0, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(labels) + 1, 1)
    return sheet
