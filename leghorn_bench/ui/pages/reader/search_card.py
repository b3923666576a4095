"""The search as it goes on: every port with what is behind it and what is being asked there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from leghorn_bench.readers.discovery import (
    Asking,
    Found,
    Listening,
    NothingFound,
    Progress,
    ScanSomething,
    Unusable,
)
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.registry import dialect
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.icons import IconLabel
from leghorn_bench.ui.marks import breakable, mark, words
from leghorn_bench.ui.pages.reader.reader_card import line_words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card

_NARROWEST = 120


class SearchCard(Card):
    """One row a port; it stays when the search is over, until the next."""

    def __init__(self) -> None:
        super().__init__(_("Looking for readers"))
        self._rows: dict[str, tuple[IconLabel, QLabel]] = {}
        self._running = False
        self._advice = words(
            _(
                "No reader answered: see that it is switched on and its cable is in, then look"
                " again. A scanner that types as a keyboard does needs no port."
            ),
            wrap=True,
        )
        self._advice.hide()
        self._silent = set[str]()
        """The ports at which nobody said anything to the end."""
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Looking for readers"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        for column, share in ((1, 2), (2, 3)):  # a long name takes no room from what was found
            self._grid.setColumnStretch(column, share)
            self._grid.setColumnMinimumWidth(column, _NARROWEST)
        self.add(self._bar)
        self.add(holder)
        self.add(self._advice)

    @property
    def has_something(self) -> bool:
        """Whether there is something to show."""
        return bool(self._rows)

    def clear(self) -> None:
        """Begin anew."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.clear()
        self._silent.clear()

    def show_running(self, running: bool) -> None:
        """Whether the search goes on."""
        if self._running and not running:
            self._leave_unfinished()
        self._running = running
        self._bar.setVisible(running)
        all_silent = self.has_something and self._silent >= self._rows.keys()
        self._advice.setVisible(all_silent and not running)

    def tell(self, progress: Progress) -> None:
        """Show what happens on one port."""
        match progress:
            case Listening(port, line):
                self._say(port, _("listening at {line}").format(line=line_words(line)))
            case Asking(port, line, name):
                asks = _("asking {dialect} at {line}")
                label = _(dialect(name).label)
                self._say(port, asks.format(dialect=label, line=line_words(line)))
            case ScanSomething(port, line):
                asks = _("Scan something now: nobody answers, but a scanner may ({line})")
                self._say(port, asks.format(line=line_words(line)), Tone.ACCENT, "scan")
            case Found(reader):
                name = " ".join(
                    part
                    for part in (
                        reader.model or _(dialect(reader.dialect).label),
                        reader.firmware,
                        line_words(reader.line),
                    )
                    if part
                )
                found = _("found: {reader}").format(reader=name)
                self._say(reader.address, found, Tone.OK, "circle-check")
            case NothingFound(port, noisy=True):
                text = _("something speaks here that the bench does not understand")
                self._say(port, text, Tone.PAY, "alert-triangle")
            case NothingFound(port):
                self._silent.add(port)
                self._say(port, _("no reader"), Tone.QUIET, "minus")
            case Unusable(port, trouble):
                self._say(port, told(trouble, spoken()), Tone.STOP, "lock")

    def name_ports(self, ports: Sequence[PortSeen]) -> None:
        """Tell which device is behind each port."""
        for port in ports:
            name = " ".join(part for part in (port.maker, port.product) if part)
            self._row(port.device, name)

    def _say(self, port: str, text: str, tone: Tone = Tone.PLAIN, icon: str = "hourglass") -> None:
        sign, label = self._row(port, "")
        sign.show_icon(icon, Tone.QUIET if tone is Tone.PLAIN else tone)
        label.setText(text)
        mark(label, tone=tone)

    def _row(self, port: str, device: str) -> tuple[IconLabel, QLabel]:
        if port not in self._rows:
            number = self._grid.rowCount()
            sign, label = IconLabel("hourglass", 18, Tone.QUIET), words("", wrap=True)
            who = QWidget()
            column = QVBoxLayout(who)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(words(breakable(port.removeprefix("/dev/")), strong=True, wrap=True))
            if device:
                column.addWidget(words(breakable(device), tone=Tone.QUIET, wrap=True))
            for place, part in enumerate((sign, who, label)):
                self._grid.addWidget(part, number, place, Qt.AlignmentFlag.AlignTop)
            self._rows[port] = sign, label
        return self._rows[port]

    def _leave_unfinished(self) -> None:
        """The person stopped: what was not decided stays open."""
        for sign, label in self._rows.values():
            if label.property("tone") in {Tone.PLAIN, Tone.ACCENT}:
                sign.show_icon("minus", Tone.QUIET)
                label.setText(_("not decided"))
                mark(label, tone=Tone.QUIET)
