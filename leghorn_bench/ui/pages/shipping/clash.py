"""Two stations wrote about one parcel: what the other changed, and whose word stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.money import Money
from leghorn_bench.services.shipping import Departure
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.shipping.weights import write_weight
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.money_edit import write_money

NAMES = {
    "carrier": N_("Carrier"),
    "waybill": N_("Tracking number"),
    "weight_g": N_("Weight, kg"),
    "packages": N_("Packages"),
    "cost": N_("Cost, €"),
    "note": N_("Note"),
    "by_air": N_("Goes by air"),
}
"""What each fact of a departure is called on its form."""


def merged(before: Departure, mine: Departure, theirs: Departure) -> Departure:
    """What a person wrote over what is on file now; what they left alone follows the file.

    >>> seen = Departure(carrier="Corriere")
    >>> mine, theirs = replace(seen, note="fragile"), replace(seen, weight_g=900)
    >>> told = merged(seen, mine, theirs)
    >>> told.note, told.weight_g, told.carrier
    ('fragile', 900, 'Corriere')
    """
    written = {
        name: getattr(mine, name) for name in NAMES if getattr(mine, name) != getattr(before, name)
    }
    return replace(theirs, **written)


def changes(before: Departure, mine: Departure, theirs: Departure) -> Iterator[str]:
    """What the other station changed, in words, beside what was written here."""
    for one in fields(Departure):
        old, own, new = (getattr(told, one.name) for told in (before, mine, theirs))
        if new in (old, own):
            continue
        sentence = _("{field}: {theirs}") if own == old else _("{field}: {theirs}; yours: {mine}")
        yield sentence.format(
            field=_(NAMES[one.name]), theirs=_shown(one.name, new), mine=_shown(one.name, own)
        )


def _shown(name: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Money):
        return write_money(value, spoken())
    told = write_weight(value, spoken()) if name == "weight_g" and isinstance(value, int) else value
    return str(told or "—")


class Clash(QWidget):
    """Hidden while nobody else has written; nothing is recorded before the person chooses."""

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
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

    def show_changes(self, told: Iterable[str]) -> None:
        """Tell what the other station changed."""
        head = _("Another station has changed this parcel meanwhile. On file now:")
        kept = _("What you wrote is still in its field, and not on file yet.")
        self._told.setText("\n".join([head, *(f"– {one}" for one in told), kept]))
        self.show()


def _button(icon: str, verb: str, act: Callable[[], None]) -> IconButton:
    button = mark(IconButton(icon, verb), tall=True)
    button.clicked.connect(act)
    return button
