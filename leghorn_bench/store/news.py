"""Stations that share a server hear of each other's changes (LISTEN/NOTIFY), after their commit."""

from collections.abc import Callable
from threading import Event
from typing import Any

from leghorn_bench.store.engine import CHANNEL, Store

PATIENCE_S = 0.5
"""How long one wait for news lasts; ``stop`` is heard after it at the latest."""
_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 30.0


class News:
    """Listens on a connection of its own; what this station itself changed is no news."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._over = Event()

    def run(self, emit: Callable[[object], None]) -> None:
        """Tell ``emit`` the name of each station that has changed something, until stopped.

        When the server was away it is asked for again, ever more seldom; ``""`` is told once it is
        back, since changes may have been missed.
        """
        import psycopg  # noqa: PLC0415 - only stations that share a server have it

        pause = _FIRST_PAUSE_S
        lost = False
        while not self._over.is_set():
            try:
                with self._connected(psycopg) as line:
                    line.execute(f"LISTEN {CHANNEL}")
                    if lost:
                        emit("")
                    pause, lost = _FIRST_PAUSE_S, False
                    self._hear(line, emit)
            except psycopg.Error:
                lost = True
                self._over.wait(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_S)

    def stop(self) -> None:
        """Make ``run`` return soon; may be called from any thread, and before ``run``."""
        self._over.set()

    def _connected(self, psycopg: Any) -> Any:
        database = self._store.database
        return psycopg.connect(dbname=database.database, autocommit=True, **database.connect_params)

    def _hear(self, line: Any, emit: Callable[[object], None]) -> None:
        while not self._over.is_set():
            for told in line.notifies(timeout=PATIENCE_S, stop_after=1):
                if told.payload != self._store.station:
                    emit(told.payload)
