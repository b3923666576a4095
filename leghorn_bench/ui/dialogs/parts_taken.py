"""The parts that a repair takes out of the stock: chosen, counted, and taken back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.domain.records.work import Part
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo


class PartsTaken(QWidget):
    """A part chosen is taken once; choosing it again takes one more."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts = {str(part.id): part for part in parts}
        self._counts: dict[str, int] = {}
        offered = [
            Choice(key, f"{_part(part)} ({part.quantity})")
            for key, part in self._parts.items()
            if part.quantity
        ]
        self.choice = CodeCombo(offered, _("Part from the stock"))
        self.choice.code_chosen.connect(self.take)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.choice)

    @property
    def taken(self) -> tuple[tuple[int, int], ...]:
        """Id and number of each part."""
        return tuple((int(key), count) for key, count in self._counts.items())

    def take(self, key: str) -> None:
        """One more of a part."""
        if key:
            self._counts[key] = self._counts.get(key, 0) + 1
            self.choice.choose("")
            self._show()

    def take_code(self, code: str) -> bool:
        """One more of the part with this code; False when no part has it."""
        wanted = code.strip().casefold()
        for key, part in self._parts.items():
            if part.code.casefold() == wanted:
                self.take(key)
                return True
        return False

    def put_back(self, key: str) -> None:
        """None of a part."""
        self._counts.pop(key, None)
        self._show()

    def _show(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key, count in self._counts.items():
            self._column.addWidget(self._row(key, count))

    def _row(self, key: str, count: int) -> QWidget:
        part = self._parts[key]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(words(f"{count} × {_part(part)}"), 1)
        back = IconButton("x", part="icon", hint=_("Put it back"), pixels=16)
        back.setAccessibleName(_("Put {name} back").format(name=part.name))
        back.clicked.connect(lambda: self.put_back(key))
        row.addWidget(back)
        return line


def _part(part: Part) -> str:
    """Code, name, and the shelf on which it lies."""
    told = f"{part.code} · {part.name}"
    if not part.shelf:
        return told
    return _("{part}, shelf {shelf}").format(part=told, shelf=part.shelf)
