"""A recording played back as a port, as fast as it was or as fast as the bench takes it."""

import threading
import time
from types import TracebackType
from typing import Self

from leghorn_bench.readers.ends import End, open_end
from leghorn_bench.readers.heard import Direction
from leghorn_bench.readers.recording import Recording

LONGEST_WAIT_S = 0.5
MARGIN = 1.5
"""A pause that must be heard as one is so many times as long: the bench may come late to hear."""


class Player:
    """Plays what a reader said; use it in a ``with``. What the bench says is not listened to.

    ``port`` is what the bench opens. ``speed``: 1 is as it was, 10 ten times faster, None without
    any pause. ``play`` may be called again; ``finished`` is set whenever it came to the end.
    """

    def __init__(
        self,
        recording: Recording,
        end: End | str = "pty",
        speed: float | None = 1.0,
        *,
        pause_s: float = 0.0,
    ) -> None:
        """Raises ``EndRefused``.

        Where a pause of ``pause_s`` seconds means something, it is kept at any speed.
        """
        if speed is not None and speed <= 0:
            raise ValueError(f"a speed is more than nothing: {speed}")
        self._recording, self._speed, self._pause_s = recording, speed, pause_s
        self._end = open_end(end) if isinstance(end, str) else end
        self._wanted, self._stopping = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="player of a recording")
        self.finished = threading.Event()

    @property
    def port(self) -> str:
        """What the bench opens."""
        return self._end.name

    def play(self) -> None:
        """Begin from the beginning. A socket waits for the bench; let it open a pty before."""
        self.finished.clear()
        self._wanted.set()
        self._end.wake()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        self._end.wake()
        self._thread.join()
        self._end.close()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._end.read(LONGEST_WAIT_S)
            if self._wanted.is_set():
                self._wanted.clear()
                self._play()

    def _play(self) -> None:
        while not self._end.attended and not self._stopping.is_set():
            self._end.read(LONGEST_WAIT_S)
        due, last_s = time.monotonic(), 0.0
        for piece in self._recording.pieces:
            if piece.direction is Direction.RECEIVED:
                due += self._played_s(max(0.0, piece.at_s - last_s))
                last_s = piece.at_s
                self._wait_until(due)
                if self._stopping.is_set():
                    return
                self._end.write(piece.data)
        self.finished.set()

    def _played_s(self, gap_s: float) -> float:
        """How long a gap of the recording takes."""
        played_s = gap_s / self._speed if self._speed else 0.0
        means_something = 0 < self._pause_s <= gap_s
        return max(played_s, self._pause_s * MARGIN) if means_something else played_s

    def _wait_until(self, due: float) -> None:
        """Wait, and let what the bench says meanwhile fall to the ground."""
        self._end.read(0)
        while not self._stopping.is_set() and (left := due - time.monotonic()) > 0:
            self._end.read(min(left, LONGEST_WAIT_S))
