"""Cuts a byte stream into a dialect's frames, and finds them again after garbage."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from leghorn_bench.readers.events import Event, Noise

UNFINISHED = 0
"""A frame may begin here, but its end has not come yet."""
NO_FRAME = -1
"""No frame begins at this byte."""
NOISE_BLOCK = 256
"""Noise is told in blocks of this size at most, so that a wrong speed cannot fill the memory."""


class FrameDecoder(ABC):
    """Bytes in, events out; a dialect says only where frames start, end, and what they mean.

    A frame whose end has not come holds back what follows it, however it is cut: the same wire
    gives the same events whether it comes byte by byte or at once. ``silence`` ends the waiting.
    The rest kept between calls is never longer than the longest frame of the dialect.
    """

    starts: ClassVar[re.Pattern[bytes]]
    """The bytes that a frame can start with."""

    def __init__(self) -> None:
        self._rest = b""
        self._noise = bytearray()
        self._after_noise = False
        """Whether what stands before the next frame is noise."""

    @property
    def held(self) -> int:
        """How many bytes wait for their end or for company; bounded."""
        return len(self._rest) + len(self._noise)

    def feed(self, data: bytes) -> Iterator[Event]:
        """Take ``data`` (at once, not when iterated); gives every event it completes."""
        return iter(self._cut(self._rest + data, ended=False))

    def silence(self) -> Iterator[Event]:
        """The line fell quiet: a false start is given up, and what it held back is read."""
        events = self._cut(self._rest, ended=True)
        self._end_noise(events)
        return iter(events)

    def broken_off(self) -> Iterator[Event]:
        """The wire went away: as silence, but where a dialect takes a pause for an end."""
        return self.silence()

    @abstractmethod
    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """Length of the valid frame at ``at``; UNFINISHED; or minus the bytes that are noise.

        ``ended`` says that nothing will follow ``wire``; UNFINISHED then means NO_FRAME.
        """

    @abstractmethod
    def events_of(self, frame: bytes) -> Iterable[Event]:
        """What a valid frame means."""

    def _cut(self, wire: bytes, *, ended: bool) -> list[Event]:
        events: list[Event] = []
        at = told = 0
        while (start := self.starts.search(wire, at)) is not None:
            if start.start() > at:
                self._after_noise = True
                at = start.start()
            length = self.frame_at(wire, at, ended=ended)
            if length > 0:
                self._add_noise(wire[told:at], events)
                self._end_noise(events)
                told = at + length
                events.extend(self.events_of(wire[at:told]))
            elif length == UNFINISHED and not ended:
                break
            else:
                self._after_noise = True
            at += abs(length) or 1
        else:
            at = len(wire)
        self._add_noise(wire[told:at], events)
        self._rest = wire[at:]
        return events

    def _give_up(self) -> list[Event]:
        """All that waited is noise."""
        events: list[Event] = []
        self._add_noise(self._rest, events)
        self._rest = b""
        self._end_noise(events)
        return events

    def _add_noise(self, data: bytes, events: list[Event]) -> None:
        self._noise += data
        while len(self._noise) >= NOISE_BLOCK:
            events.append(Noise(bytes(self._noise[:NOISE_BLOCK])))
            del self._noise[:NOISE_BLOCK]

    def _end_noise(self, events: list[Event]) -> None:
        self._after_noise = False
        if self._noise:
            events.append(Noise(bytes(self._noise)))
            self._noise.clear()
