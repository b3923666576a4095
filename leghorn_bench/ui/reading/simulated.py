"""A simulated reader in the window: a real port, whose far end the person holds."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from leghorn_bench.readers.disturbance import Disturbance
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Shown, Simulator
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.reader import Origin, ReaderAtWork


class SimulatedReader(QObject):
    """At most one at a time; the tags on its antenna stay there until they are lifted."""

    changed = Signal()
    """It began, ended, or other tags lie on it."""

    def __init__(self, readers: ReadersAtWork) -> None:
        super().__init__(readers)
        self._readers = readers
        self._reader: ReaderAtWork | None = None
        self.simulator: Simulator | None = None
        self.dialect = ""
        """Name of its dialect; empty while there is none."""
        self.lying: tuple[Shown, ...] = ()
        readers.closing.connect(self._close)

    def begin(self, dialect_name: str) -> None:
        """Plug a simulated reader in, in place of the one before. Raises EndRefused."""
        self.end()
        spoken = dialect(dialect_name)
        self.simulator = Simulator(spoken, local_end())
        self.simulator.start()
        self.dialect = dialect_name
        role = Role.BARCODE if dialect_name == "ascii" else Role.RFID
        known = KnownReader(dialect_name, self.simulator.port, spoken.lines[0], role)
        self._reader = self._readers.add(known, Origin.SIMULATED)
        self.changed.emit()

    def end(self) -> None:
        """Unplug it."""
        if self.simulator is None:
            return
        if self._reader is not None and self._reader in self._readers.readers:
            self._readers.drop(self._reader)
        self._reader = None
        self.simulator.close()
        self.simulator, self.dialect, self.lying = None, "", ()
        self.changed.emit()

    def lay(self, things: Sequence[Shown]) -> None:
        """Leave exactly these on the antenna. Raises UnshowableTag."""
        assert self.simulator is not None
        self.simulator.lay(*things)
        self.lying = tuple(things)
        self.changed.emit()

    def show(self, thing: Shown) -> None:
        """Hold something before it once. Raises UnshowableTag."""
        assert self.simulator is not None
        self.simulator.show(thing)

    def disturb(self, disturbance: Disturbance) -> None:
        """Make its line worse or better."""
        if self.simulator is not None:
            self.simulator.set_disturbance(disturbance)

    def _close(self) -> None:
        """The window closes: nobody is told any more."""
        if self.simulator is not None:
            self.simulator.close()


def local_end() -> str:
    """A port of this computer's own: a pty, or a socket where the system has none."""
    return "socket://127.0.0.1:0" if sys.platform == "win32" else "pty"
