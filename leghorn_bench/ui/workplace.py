"""The place that every page works at: who is at the bench, on which store, once it is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leghorn_bench.ui.workers.executor import DatabaseExecutor

if TYPE_CHECKING:
    from leghorn_bench.services.bench import Bench


class Workplace(QObject):
    """Holds the bench; the window is shown before the store is open, so that it comes later."""

    bench_changed = Signal()
    """The store has been opened, or somebody else sat down at it."""
    badge_read = Signal(str)
    """Somebody held a badge to the reader, or scanned its label."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench: Bench | None = None
        self.executor = DatabaseExecutor(self)

    @property
    def is_open(self) -> bool:
        """Whether the store is open and somebody is at the bench."""
        return self._bench is not None

    @property
    def bench(self) -> "Bench":
        """The bench; only once ``is_open``."""
        assert self._bench is not None
        return self._bench

    def take(self, bench: "Bench") -> None:
        """Work at ``bench`` from now on."""
        self._bench = bench
        self.bench_changed.emit()

    def close(self) -> None:
        """Let the store go; nothing is asked of it any more."""
        store = self._bench.store if self._bench is not None else None
        self.executor.close(store.close if store is not None else None)
        if store is not None:
            store.close()
            self._bench = None
