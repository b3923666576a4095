"""The thread that looks for readers, once or until one is plugged in."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QThread, Signal

from leghorn_bench.readers.discovery import Discovery, Pace
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.registry import NAMES, dialect
from leghorn_bench.ui.workers.let_go import let_go

WATCH_S = 2.0
"""How often the ports are looked at while no reader is known."""

Ports = Callable[[], Sequence[PortSeen]]


class ReaderSearch(QThread):
    """Looks at the ports that are there, or waits for others. Who starts it closes it.

    Args:
        ports: gives the ports that are there now.
        pace: how long each is listened to.
        keeps_looking: whether to wait for ports that come later, until a reader is found.
        only_new: whether the ports that are there at the beginning are passed over.
    """

    ports_looked_at = Signal(object)
    """The list of ``PortSeen`` that come next."""
    rested = Signal()
    """Every port that is there has been decided."""
    told = Signal(object)
    """A ``Progress``, on the GUI thread."""

    def __init__(
        self,
        ports: Ports,
        pace: Pace,
        *,
        keeps_looking: bool,
        only_new: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ports, self._pace, self._keeps_looking = ports, pace, keeps_looking
        self._only_new = only_new
        self._stopping = threading.Event()
        self._discovery: Discovery | None = None

    def run(self) -> None:
        """Look until all is decided. Runs on the worker thread: emits, never touches widgets."""
        dialects = [dialect(name) for name in NAMES]
        known = {port.device for port in self._ports()} if self._only_new else set()
        found = False
        while not self._stopping.is_set():
            there = {port.device: port for port in self._ports()}
            fresh = [port for device, port in there.items() if device not in known]
            known = set(there)  # a port that goes and comes back is looked at again
            if fresh:
                self.ports_looked_at.emit(fresh)
                self._discovery = Discovery(fresh, dialects, self._pace)
                if self._stopping.is_set():
                    return
                found = bool(self._discovery.run(self.told.emit)) or found
                self.rested.emit()
            if found or not self._keeps_looking:
                return
            self._stopping.wait(WATCH_S)

    def close(self) -> bool:
        """Stop and wait for it; False when it did not stop in time (``let_go``)."""
        self._stopping.set()
        if self._discovery is not None:
            self._discovery.cancel()
        return let_go(self)
