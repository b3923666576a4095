"""Cuts a stream of text lines that end with CR, for readers that answer in words or hex digits."""

import re
from abc import abstractmethod
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.events import Event
from leghorn_bench.readers.framing import UNFINISHED, FrameDecoder

LONGEST_LINE = 1024
"""Bytes; both families answer in less than half of it."""
_GLITCH = re.compile(rb"[^\x20-\x7e\r]+")


class LineDecoder(FrameDecoder):
    """Lines that mean something to the dialect; all others are noise.

    Bytes that are no text before a line are a glitch of the plug; inside a line they refuse all
    of it, since half an identifier is another one.
    """

    starts = re.compile(rb"[\x00-\xff]")

    def __init__(self) -> None:
        super().__init__()
        self._meaning: Sequence[Event] | None = None

    @abstractmethod
    def meaning(self, line: str) -> Sequence[Event] | None:
        """What ``line`` says; None when it is not of this dialect."""

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """A line with its CR; the LF that some send after it is a line of its own."""
        if wire.startswith(b"\n", at) and not self._after_noise:
            self._meaning = ()
            return 1
        end = wire.find(b"\r", at)
        length = (len(wire) if end < 0 else end) - at
        if length > LONGEST_LINE:
            return LONGEST_LINE - length
        if end < 0:
            return UNFINISHED
        line = wire[at:end]
        self._meaning = self.meaning(line.decode()) if line.isascii() else None
        return length + 1 if self._meaning is not None else -(self.glitch(line) or length + 1)

    def glitch(self, line: bytes) -> int:
        """Bytes to give up before a line of this dialect may begin; 0 to give up the line."""
        before = _GLITCH.match(line)
        return len(before[0]) if before else 0

    def events_of(self, frame: bytes) -> Iterable[Event]:  # noqa: ARG002
        """What was found when the line was judged."""
        return self._meaning or ()
