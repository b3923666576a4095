"""The thread that carries a reader's read loop; the loop itself is plain Python in readers/."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal

from leghorn_bench.ui.workers.let_go import PATIENCE_MS, let_go


class RunsAndStops(Protocol):
    """A read loop: ``readers.link`` has the real one."""

    def run(self, emit: Callable[[object], None]) -> None:
        """Read until stopped, telling every event to ``emit``."""
        ...

    def stop(self) -> None:
        """Make ``run`` return soon; may be called from any thread, and before ``run``."""
        ...


class ReaderThread(QThread):
    """Runs one link. Who starts it closes it.

    What ``run`` raises is our bug (a lost port is an event): it reaches ``sys.excepthook``.
    """

    heard = Signal(object)
    """An event or a state of the link, delivered on the GUI thread."""

    def __init__(
        self, link: RunsAndStops, parent: QObject | None = None, patience_ms: int = PATIENCE_MS
    ) -> None:
        super().__init__(parent)
        self._link, self._patience_ms = link, patience_ms

    def run(self) -> None:
        """Read until stopped. Runs on the worker thread: emits, never touches widgets."""
        self._link.run(self.heard.emit)

    def close(self) -> bool:
        """Stop the loop and wait for it; False when it did not stop in time (``let_go``)."""
        self._link.stop()
        return let_go(self, self._patience_ms)
