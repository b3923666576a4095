"""A reader without hardware: a dialect's simulation at the end of a pty or a socket."""

import heapq
import itertools
import queue
import threading
import time
from types import TracebackType
from typing import Self

from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.disturbance import BadLine, Disturbance
from leghorn_bench.readers.ends import End, open_end
from leghorn_bench.readers.events import TagRead

LONGEST_WAIT_S = 0.5
IDLE_GAP_S = 0.02
"""The bench silent for so long: a command that is not whole will never be."""
Shown = TagRead | str


class Simulator:
    """A simulated reader on a port of its own; use it in a ``with``, or ``start`` and ``close``.

    ``port`` is what the bench opens. ``show`` holds things before the reader once; ``lay`` leaves
    them on the antenna, where they are read again and again until they are lifted. All may be
    called by any thread.
    """

    def __init__(
        self,
        dialect: Dialect,
        end: End | str = "pty",
        disturbance: Disturbance | None = None,
        *,
        reread_s: float = 0.2,
    ) -> None:
        """Raises ``EndRefused``. ``reread_s``: seconds between reads of what lies there."""
        self._end = open_end(end) if isinstance(end, str) else end
        self._dialect = dialect
        self._simulation = dialect.simulation()
        self._disturbance = disturbance or Disturbance()
        self._line = BadLine(self._disturbance)
        self._reread_s = reread_s
        self._showings: queue.SimpleQueue[tuple[Shown, ...]] = queue.SimpleQueue()
        self._lying: tuple[Shown, ...] = ()
        self._under_way: list[tuple[float, int, bytes]] = []
        self._order = itertools.count()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"simulated {dialect.name}")

    @property
    def port(self) -> str:
        """What the bench opens."""
        return self._end.name

    def show(self, *things: Shown) -> None:
        """Hold tags or texts before the reader once.

        A text is what a person types: the digits of a tag, or what a barcode says.

        Raises:
            UnshowableTag: this kind of reader cannot see such a thing.
        """
        self._dialect.simulation().show(things)  # refused here, not on the simulator's thread
        self._showings.put(things)
        self._end.wake()

    def lay(self, *things: Shown) -> None:
        """Leave exactly these on the antenna; nothing: lift all. Raises ``UnshowableTag``."""
        self._dialect.simulation().show(things)
        self._lying = things
        self._end.wake()

    def set_disturbance(self, disturbance: Disturbance) -> None:
        """Make the line worse or better from now on."""
        self._disturbance, self._line = disturbance, BadLine(disturbance)

    def start(self) -> None:
        """Begin to listen, on a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """Unplug; a second time does nothing."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self._end.wake()
        if self._thread.ident is not None:
            self._thread.join()
        self._end.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _run(self) -> None:
        reread_at, listening = 0.0, False
        while not self._stopping.is_set():
            if heard := self._end.read(IDLE_GAP_S if listening else self._wait(reread_at)):
                self._send(self._simulation.hear(heard))
            elif listening:
                self._send(self._simulation.quiet())
            listening = bool(heard)
            while not self._showings.empty():
                self._send(self._simulation.show(self._showings.get()))
            if self._lying and time.monotonic() >= reread_at:
                reread_at = time.monotonic() + self._reread_s
                self._send(self._simulation.show(self._lying))
            self._deliver()

    def _wait(self, reread_at: float) -> float:
        dues = [LONGEST_WAIT_S]
        if self._lying:
            dues.append(reread_at - time.monotonic())
        if self._under_way:
            dues.append(self._under_way[0][0] - time.monotonic())
        return max(0.0, min(dues))

    def _send(self, data: bytes) -> None:
        """Put ``data`` on the line; it arrives after the delay."""
        if arriving := self._line.carry(data):
            due = time.monotonic() + self._disturbance.delay_s
            heapq.heappush(self._under_way, (due, next(self._order), arriving))

    def _deliver(self) -> None:
        while self._under_way and self._under_way[0][0] <= time.monotonic():
            self._end.write(heapq.heappop(self._under_way)[2])
