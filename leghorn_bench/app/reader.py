"""The demo's reader: a simulated one on a port of its own, heard through the real link."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Outcome, Sighting
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition, Heard, LinkState
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.texts.screen import N_, _
from leghorn_bench.ui.frame.top_bar import ReaderShown
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow
from leghorn_bench.ui.workers.reader_thread import ReaderThread

_WORDS = {
    Condition.CONNECTING: (N_("connecting"), Tone.QUIET),
    Condition.READY: (N_("ready"), Tone.OK),
    Condition.SILENT: (N_("does not answer"), Tone.PAY),
    Condition.WRONG_SPEED: (N_("wrong speed"), Tone.PAY),
    Condition.ABSENT: (N_("not plugged in"), Tone.PAY),
    Condition.LOST: (N_("unplugged"), Tone.STOP),
    Condition.DENIED: (N_("port forbidden"), Tone.STOP),
    Condition.TAKEN: (N_("port in use"), Tone.STOP),
    Condition.REFUSED: (N_("port refused"), Tone.STOP),
    Condition.STOPPED: (N_("stopped"), Tone.QUIET),
}


class ReaderAtWork(QObject):
    """One link on its thread; its scans and its state go to the window in front."""

    def __init__(self, port: str, dialect_name: str, window: Callable[[], BenchWindow]) -> None:
        super().__init__()
        self._window = window
        spoken_by = dialect(dialect_name)
        self._name = spoken_by.label
        self._state: LinkState | None = None
        self._thread = ReaderThread(Link(port, spoken_by, antenna=Antenna(AntennaSettings())), self)
        self._thread.heard.connect(self._hear)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def close(self) -> None:
        """Stop, and wait until it has."""
        self._thread.close()

    def tell_again(self) -> None:
        """Tell the state to a window that has just been made."""
        if self._state is not None:
            self._tell(self._state)

    def _tell(self, state: LinkState) -> None:
        self._state = state
        word, tone = _WORDS[state.condition]
        self._window().show_reader(ReaderShown(self._name, _(word), tone))

    def _hear(self, heard: Heard) -> None:
        match heard.what:
            case LinkState() as state:
                self._tell(state)
            case Sighting(scan=TagRead() as tag, outcome=Outcome.ACCEPTED):
                self._window().submit_scan(Scan.of_tag(tag, self._name))
            case Sighting(scan=line, outcome=Outcome.ACCEPTED) if not isinstance(line, TagRead):
                self._window().submit_scan(Scan(line.text, ScanSource.READER, reader=self._name))
            case _:
                pass


def demo_simulator() -> Simulator:
    """A simulated UHF reader on a pty, or on a socket where the system has none."""
    return Simulator(dialect("m100"), "socket://127.0.0.1:0" if sys.platform == "win32" else "pty")
