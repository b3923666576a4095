"""One reader at work: its link on a thread, its recorder, its state."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from leghorn_bench.readers.antenna import Antenna, AntennaSettings
from leghorn_bench.readers.conversation import Count
from leghorn_bench.readers.heard import Condition, Direction, Heard, LinkState
from leghorn_bench.readers.known import Dress, KnownReader
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.recorder import Recorder
from leghorn_bench.readers.recording import Heading
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.remembered import link_to
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.reading.wire_log import WireLog
from leghorn_bench.ui.workers.reader_thread import ReaderThread


class Origin(Enum):
    """Where a reader's words come from."""

    REAL = "real"
    """A port of this computer; it is remembered."""
    SIMULATED = "simulated"
    PLAYED = "played"
    """A recording: nothing that it reads is acted on."""


class ReaderAtWork(QObject):
    """Reads from ``start`` to ``close``.

    Raises:
        UnknownDialect: the settings are of a newer program.
    """

    heard = Signal(object)
    """A ``Heard``, on the GUI thread."""

    def __init__(
        self,
        known: KnownReader,
        origin: Origin,
        log: WireLog,
        choice: AntennaSettings,
        ports: Callable[[], Sequence[PortSeen]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.known, self.origin, self._log = known, origin, log
        self.state = LinkState(Condition.CONNECTING, known.address)
        self.recorder = Recorder(self._heading)
        self._choice, self._ports = choice, ports
        self._make_link()

    def _make_link(self) -> None:
        antenna = Antenna(self._choice)
        self._link = link_to(self.known, antenna=antenna, wiretap=self._tap, ports=self._ports)
        self._thread = ReaderThread(self._link, self)
        self._thread.heard.connect(self._hear)

    @property
    def _heading(self) -> Heading:
        known = self.known
        return Heading(known.dialect, known.line, dress=known.dress)

    @property
    def name(self) -> str:
        """What the person knows it by, e.g. ``M100 ttyUSB0``."""
        identity = self.state.identity
        model = (identity.model if identity else None) or self.known.model
        return f"{model or _(dialect(self.known.dialect).label)} {self.port_name}".strip()

    @property
    def port_name(self) -> str:
        """The port it is on now, without what is the same for all."""
        return (self.state.port or self.known.address).removeprefix("/dev/")

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and wait until it has."""
        self._thread.close()

    def dress(self, dress: Dress, *, reads_on: bool = True) -> None:
        """Lines are dressed otherwise from now on; ``reads_on``: begin to read so at once."""
        if self._thread.close():
            self._thread.deleteLater()
        self.known = replace(self.known, dress=dress)
        self.recorder.follow(self._heading)
        self.state = LinkState(Condition.CONNECTING, self.known.address)
        self._make_link()
        if reads_on:
            self.start()

    def choose(self, choice: AntennaSettings) -> None:
        """Choose otherwise among the tags on the antenna."""
        self._choice = choice
        self._link.choose(choice)

    def forget(self, text: str) -> None:
        """What was scanned as ``text`` was not kept."""
        self._link.forget(text)

    def begin_parcel(self, count: Count) -> None:
        """Count for another parcel."""
        self._link.clear_antenna(count)

    def _tap(self, at_s: float, direction: Direction, data: bytes) -> None:
        """Runs on the reader's thread."""
        self.recorder(at_s, direction, data)
        self._log.piece(at_s, self.known.dialect, direction, data)

    def _hear(self, heard: Heard) -> None:
        if isinstance(heard.what, LinkState):
            if self.sender() is not self._thread:
                return  # told by the link before, heard after it was replaced
            self.state = heard.what
        self._log.hear(self.known.dialect, heard)
        self.heard.emit(heard)
