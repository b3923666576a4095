"""The devices of a case: where each stands, and what may happen to it next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.states import DEVICE_END_STATES, CaseState, DeviceState
from leghorn_bench.services.case_file import WITH_STEPS, CaseFile, DeviceInCase
from leghorn_bench.services.old_units import Swapped
from leghorn_bench.texts.screen import N_, _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.pages.bench.states import device_chip
from leghorn_bench.ui.pages.cases.rows import Rows, beside
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card

MOST_SHOWN = WITH_STEPS
"""More devices are counted, and found by scanning them or in the search."""

_NOT_HERE = frozenset({*DEVICE_END_STATES, DeviceState.EXPECTED, DeviceState.MISSING})
_BETWEEN_DEVICES = 10
"""Pixels: the name of a product takes two lines where there is little room."""
_OLD_UNITS = {
    OldUnit.KEPT: N_("The old unit is kept for analysis."),
    OldUnit.RETURNED: N_("The old unit goes back to the customer as well."),
    OldUnit.SCRAPPED: N_("The old unit is scrapped."),
}
_CONSENTED = N_("The old unit is scrapped; consented: {consent}.")


class DevicesCard(Card):
    """A line a device: number, product, state, and its legal steps in a menu."""

    device_wanted = Signal(str)
    """Serial or scanned text of a device to be put on the bench."""
    step_wanted = Signal(object, object)
    """A ``DeviceInCase``, and the ``DeviceStep`` that it shall take."""
    announce_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Devices"))
        self._announce = IconButton("plus", _("Announce devices…"), part="link", pixels=16)
        self._announce.clicked.connect(self.announce_wanted)
        self.add_to_head(self._announce)
        self._rows = Rows(
            _("No device: the matter is handled remotely, or none is announced."),
            self._announce,
            _BETWEEN_DEVICES,
        )
        self.add(self._rows)
        self._shown: tuple[CaseState, tuple[DeviceInCase, ...]] | None = None

    def show_file(self, file: CaseFile) -> None:
        """Show the devices of a case."""
        over = file.state in {CaseState.CLOSED, CaseState.REJECTED}
        self._announce.setVisible(not over)
        shown = (file.state, file.devices)
        if shown == self._shown:
            return  # a deed on the case seldom touches them, and sixty rows take their time
        self._shown = shown
        rows: list[QWidget] = []
        if any(is_left_behind(file, one) for one in file.devices):
            told = _("The request was rejected: what is here goes back to the customer as it came.")
            rows.append(words(told, tone=Tone.STOP, wrap=True))
        rows += [self._row(file, one) for one in file.devices[:MOST_SHOWN]]
        hidden = len(file.devices) - MOST_SHOWN
        if hidden > 0:
            told = ngettext(
                "{count} more device: scan it to open it.",
                "{count} more devices: scan them to open them.",
                hidden,
            )
            rows.append(words(told.format(count=hidden), tone=Tone.QUIET))
        self._rows.show_rows(rows)

    def begin(self) -> None:
        """Put the keyboard on the first device."""
        first = self._rows.findChild(IconButton)
        if first is not None:
            first.setFocus()

    def _row(self, file: CaseFile, one: DeviceInCase) -> QWidget:
        serial = mark(IconButton("", one.serial, part="link"), mono=True)
        serial.setAccessibleName(_("Open {serial}").format(serial=one.serial))
        serial.clicked.connect(lambda: self.device_wanted.emit(one.serial))
        product = one.product_en if spoken() == "en" else one.product
        about = words(product or _("Not identified"), tone=Tone.QUIET, wrap=True)
        chip = Chip(*device_chip(DeviceState(one.device.state)))
        more = IconButton("dots-vertical", part="icon", hint=_("Next steps"))
        more.setAccessibleName(_("Next steps of {serial}").format(serial=one.serial))
        more.setMenu(self._menu(one, more))
        is_over = file.state in {CaseState.CLOSED, CaseState.REJECTED}
        more.setEnabled(bool(one.steps) and (not is_over or is_left_behind(file, one)))
        line = beside(serial, about, chip, more, stretch=1)
        return self._with_newer(line, one.swapped) if one.swapped is not None else line

    def _with_newer(self, line: QWidget, swapped: Swapped) -> QWidget:
        """The line of a device, and below it what took its place and what becomes of it."""
        told = _("Replaced by {serial}").format(serial=swapped.serial)
        newer = IconButton("replace", told, part="link", pixels=16)
        newer.clicked.connect(lambda: self.device_wanted.emit(swapped.serial))
        stays = words(_stays(swapped), tone=Tone.QUIET, wrap=True)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(beside(newer, stays, stretch=1))
        return both

    def _menu(self, one: DeviceInCase, owner: QWidget) -> QMenu:
        menu = QMenu(owner)
        menu.aboutToShow.connect(lambda: self._fill(menu, one))
        return menu

    def _fill(self, menu: QMenu, one: DeviceInCase) -> None:
        """Only once it is opened: of sixty devices hardly one is."""
        menu.clear()
        for step in one.steps:
            action = QAction(word(step, spoken()), menu)
            action.triggered.connect(lambda _=False, step=step: self.step_wanted.emit(one, step))
            menu.addAction(action)


def _stays(swapped: Swapped) -> str:
    """What becomes of the unit that was replaced."""
    if swapped.old_unit is None:
        return ""
    if swapped.old_unit is OldUnit.SCRAPPED and swapped.consent:
        return _(_CONSENTED).format(consent=swapped.consent.rstrip(" ."))
    return _(_OLD_UNITS[swapped.old_unit])


def is_left_behind(file: CaseFile, one: DeviceInCase) -> bool:
    """Whether a device is still in the house although its case was rejected."""
    return file.state is CaseState.REJECTED and one.device.state not in _NOT_HERE
