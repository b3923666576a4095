"""Keeps what crosses a link's wire, the last hours of it, ready to be saved or mailed."""

import threading
from collections import deque

from leghorn_bench.readers.heard import Direction
from leghorn_bench.readers.recording import Heading, Piece, Recording

MOST_BYTES = 16_000_000
"""About ten minutes of a 115,200 baud line that never rests, or hours of one that is asked ten
times a second and has nothing to tell."""
PIECE_BYTES = 100
"""What a piece takes in memory beside its bytes."""


class Recorder:
    """A wiretap for ``Link``. Any thread may ask for the recording at any time."""

    def __init__(self, heading: Heading, most_bytes: int = MOST_BYTES) -> None:
        self._heading, self._most_bytes = heading, most_bytes
        self._pieces: deque[Piece] = deque()
        self._bytes = 0
        self._lock = threading.Lock()

    def __call__(self, at_s: float, direction: Direction, data: bytes) -> None:
        """Take a piece; the oldest go when there are too many."""
        with self._lock:
            self._pieces.append(Piece(at_s, direction, data))
            self._bytes += len(data) + PIECE_BYTES
            while self._bytes > self._most_bytes and len(self._pieces) > 1:
                self._bytes -= len(self._pieces.popleft().data) + PIECE_BYTES

    def recording(self) -> Recording:
        """What was kept so far; its times begin at its first piece."""
        with self._lock:
            kept = tuple(self._pieces)
        begin = kept[0].at_s if kept else 0.0
        return Recording(
            self._heading,
            tuple(Piece(piece.at_s - begin, piece.direction, piece.data) for piece in kept),
        )

    def follow(self, heading: Heading) -> None:
        """The reader is read otherwise from now on."""
        with self._lock:
            self._heading = heading

    def clear(self) -> None:
        """Begin anew."""
        with self._lock:
            self._pieces.clear()
            self._bytes = 0
