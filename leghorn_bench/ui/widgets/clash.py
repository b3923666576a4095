"""Two stations wrote about one record: what the other changed, and whose word stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.money_edit import write_money

Told = TypeVar("Told")
"""A frozen dataclass: all that a form tells of a record."""
Facts = Mapping[str, tuple[str, Callable[[Any], str]]]
"""Under each field's name: what the form calls it (a text key), and how its value is worded."""


def merged(facts: Facts, before: Told, mine: Told, theirs: Told) -> Told:
    """What a person wrote over what is on file now; what they left alone follows the file."""
    written = {
        name: getattr(mine, name) for name in facts if getattr(mine, name) != getattr(before, name)
    }
    return replace(theirs, **written)  # type: ignore[type-var]


def changes(facts: Facts, before: object, mine: object, theirs: object) -> Iterator[str]:
    """What the other station changed, in words, beside what was written here."""
    for name, (title, worded) in facts.items():
        old, own, new = (getattr(told, name) for told in (before, mine, theirs))
        if new in (old, own):
            continue
        sentence = _("{field}: {theirs}") if own == old else _("{field}: {theirs}; yours: {mine}")
        yield sentence.format(field=_(title), theirs=worded(new) or "—", mine=worded(own) or "—")


def amount(money: Money | None) -> str:
    """An amount in the words of the screen; empty for none."""
    return write_money(money, spoken()) if money is not None else ""


class Clash(QWidget):
    """Hidden while nobody else has written; nothing is recorded before the person chooses."""

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._versions: tuple[object, object] = (None, None)
        self._told = words("", Size.SMALL, Tone.STOP, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        for icon, verb, wanted in (
            ("device-floppy", _("Record mine over it"), self.mine_wanted),
            ("refresh", _("Take what is on file"), self.theirs_wanted),
        ):
            column.addWidget(_button(icon, verb, wanted.emit))
        self.hide()

    def begin(self, before: object, mine: object) -> None:
        """Two versions clash: what the person had before them, and what they then wrote."""
        self._versions = (before, mine)

    def tell(self, facts: Facts, theirs: object) -> bool:
        """Tell in what ``theirs`` is otherwise; False where it is not."""
        if told := list(changes(facts, *self._versions, theirs)):
            self._show(told)
        return bool(told)

    def _show(self, told: Iterable[str]) -> None:
        head = _("Another station has changed this parcel meanwhile. On file now:")
        kept = _("What you wrote is still in its field, and not on file yet.")
        self._told.setText("\n".join([head, *(f"– {one}" for one in told), kept]))
        self.show()


def _button(icon: str, verb: str, act: Callable[[], None]) -> IconButton:
    button = mark(IconButton(icon, verb), tall=True)
    button.clicked.connect(act)
    return button
