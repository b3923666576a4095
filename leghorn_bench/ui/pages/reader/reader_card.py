"""One reader: its name, its state, what it is, what is wrong with it and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.known import Role
from leghorn_bench.readers.registry import dialect
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.pages.reader.dress_form import DressForm
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.reader import Origin, ReaderAtWork
from leghorn_bench.ui.reading.states import STATES, advice, remedy
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.fact_grid import FactGrid
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo

_ROLE_WIDE = 160


class ReaderCard(Card):
    """Shows one reader as long as it is at work."""

    def __init__(self, reader: ReaderAtWork, readers: ReadersAtWork) -> None:
        super().__init__()
        self._reader, self._readers = reader, readers
        self._name = words("", Size.SECTION, wrap=True)
        self._state = Chip("plug-connected", "", Tone.QUIET)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        if reader.origin is Origin.REAL:
            forget = IconButton("x", part="icon", hint=_("Forget this reader"))
            forget.clicked.connect(lambda: readers.drop(reader))
            row.addWidget(forget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._advice = words("", wrap=True)
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._remedy = IdentifierLabel("")
        self._facts = FactGrid([])
        self._told: object = None
        for part in (head, self._advice, self._remedy, self._facts):
            self.add(part)
        if reader.known.dialect == "ascii" and reader.origin is Origin.REAL:
            self.add(DressForm(reader, readers))
        self.show_state()

    def show_state(self) -> None:
        """Tell the state of the reader now."""
        reader, state = self._reader, self._reader.state
        if self._told == (state, reader.known):
            return  # nothing new: a card that is repainted loses what is selected in it
        self._told = (state, reader.known)
        shown = STATES[state.condition]
        self._name.setText(reader.name)
        self._state.show_state(shown.icon, _(shown.word), shown.tone)
        self.setAccessibleName(f"{reader.name}: {_(shown.word)}")
        told = advice(state)
        self._advice.setText(told)
        self._advice.setVisible(bool(told))
        self._remedy.show_identifier(remedy(state))
        self._facts.show_facts(self._about())

    def _about(self) -> list[tuple[str, str | QWidget]]:
        known, identity = self._reader.known, self._reader.state.identity
        facts: list[tuple[str, str | QWidget]] = [
            (_("Port"), self._reader.state.port or known.address),
            (_("Dialect"), f"{_(dialect(known.dialect).label)}, {line_words(known.line)}"),
        ]
        if firmware := (identity.firmware if identity else None) or known.firmware:
            facts.append((_("Firmware"), firmware))
        if known.usb is not None:
            usb = f"{known.usb.vendor:04X}:{known.usb.product:04X}"
            facts.append((_("USB"), f"{usb} {known.usb.serial or ''}".strip()))
        if self._reader.origin is Origin.REAL:
            facts.append((_("Used for"), self._roles()))
        elif self._reader.origin is Origin.SIMULATED:
            facts.append((_("Kind"), _("simulated in this window")))
        else:
            facts.append((_("Kind"), _("a recording that is played; nothing is done with it")))
        return facts

    def _roles(self) -> QWidget:
        roles = QuietCombo()
        roles.setMinimumWidth(_ROLE_WIDE)
        roles.setAccessibleName(_("Used for"))
        for role, name in ((Role.RFID, _("tags")), (Role.BARCODE, _("barcodes"))):
            roles.addItem(name, role)
        roles.setCurrentIndex(roles.findData(self._reader.known.role))
        roles.activated.connect(lambda: self._readers.give_role(self._reader, roles.currentData()))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(roles)
        row.addStretch(1)
        return holder


def line_words(line: LineSettings) -> str:
    """The settings of a line as technicians write them, e.g. ``115200 8N1``."""
    return f"{line.baud} 8{line.parity}{line.stop_bits}"
