"""What crossed the wires and what it meant, the last of it, for the diagnostics page."""

import threading
from collections import deque
from dataclasses import dataclass, field

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.events import Event, Noise, Status, TagRead
from leghorn_bench.readers.heard import Direction, Heard, LinkState

MOST_LINES = 5000
"""Lines kept; older ones make room."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """A piece that crossed the wire."""

    direction: Direction
    data: bytes


@dataclass(frozen=True, slots=True)
class LogLine:
    """One thing that happened on one line."""

    number: int
    """Counted from 0, without gaps."""
    at_s: float
    """Monotonic seconds."""
    reader: str
    what: Bytes | Event | LinkState | Sighting


@dataclass(slots=True)
class Counts:
    """How much there was since the program started or the log was cleared."""

    received: int = 0
    """Bytes."""
    sent: int = 0
    frames: int = 0
    tags: int = 0
    noise: int = 0
    """Bytes that made no frame."""
    errors: int = 0


@dataclass(slots=True)
class WireLog:
    """Any thread may add; lines come out in the order in which they went in."""

    counts: Counts = field(default_factory=Counts)
    _lines: deque[LogLine] = field(default_factory=lambda: deque(maxlen=MOST_LINES))
    _next: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def piece(self, at_s: float, reader: str, direction: Direction, data: bytes) -> None:
        """Bytes crossed the wire of ``reader``."""
        with self._lock:
            if direction is Direction.SENT:
                self.counts.sent += len(data)
            else:
                self.counts.received += len(data)
            self._add(at_s, reader, Bytes(direction, data))

    def hear(self, reader: str, heard: Heard) -> None:
        """``reader`` told something."""
        with self._lock:
            self._count(heard.what)
            self._add(heard.at_s, reader, heard.what)

    def since(self, number: int) -> list[LogLine]:
        """The lines from ``number`` on, as far as they are still kept."""
        with self._lock:
            if not self._lines or self._lines[-1].number < number:
                return []
            new = self._next - max(number, self._lines[0].number)
            return [self._lines[-at] for at in range(new, 0, -1)]

    def clear(self) -> None:
        """Begin anew; the numbers go on."""
        with self._lock:
            self._lines.clear()
            self.counts = Counts()

    def _add(self, at_s: float, reader: str, what: Bytes | Event | LinkState | Sighting) -> None:
        self._lines.append(LogLine(self._next, at_s, reader, what))
        self._next += 1

    def _count(self, what: Event | LinkState | Sighting) -> None:
        counts = self.counts
        match what:
            case Noise(data=data):
                counts.noise += len(data)
            case LinkState() | Sighting():
                pass
            case _:
                counts.frames += 1
                counts.tags += isinstance(what, TagRead)
                counts.errors += isinstance(what, Status) and what.kind == "error"
