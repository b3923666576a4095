"""Who is on an open port: what it says by itself, and what it answers to one question."""

import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leghorn_bench.readers.dialect import Decoder, Dialect, Identity
from leghorn_bench.readers.events import Event, LineRead, Noise
from leghorn_bench.readers.wire import Wire

GLANCE_S = 0.05
QUIET_S = 0.08
"""No byte for so long: whoever spoke has finished."""
SHORTEST_LINE = 3
"""Characters that a line of text needs to be taken for a scan."""
MOST_BYTES = 8192
MOST_EVENTS, MOST_NOISES = 1000, 100
"""An ear remembers no more; a port may babble for minutes."""


class _Ear:
    """Listens in one dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.noise = 0
        self.events: list[Event] = []
        self._decoder: Decoder = dialect.decoder()

    def feed(self, data: bytes) -> None:
        self._take(self._decoder.feed(data))

    def silence(self) -> None:
        self._take(self._decoder.silence())

    def identity(self) -> Identity | None:
        """Who speaks so; lines of text are a scanner's when every byte of them was text."""
        if self.dialect.name != "ascii":
            return self.dialect.identity(self.events)
        lines = [event.text for event in self.events if isinstance(event, LineRead)]
        if self.noise == 0 and any(len(line) >= SHORTEST_LINE for line in lines):
            return Identity("ascii")
        return None

    def _take(self, events: Iterable[Event]) -> None:
        for event in events:
            most = MOST_EVENTS
            if isinstance(event, Noise):
                self.noise += len(event.data)
                most = MOST_NOISES
            if len(self.events) < most:
                self.events.append(event)


class Ears:
    """Listens in several dialects at once, without a word."""

    def __init__(self, dialects: Sequence[Dialect]) -> None:
        self._ears = [_Ear(dialect) for dialect in dialects]
        self._heard = 0

    @property
    def noisy(self) -> bool:
        """Whether something was heard that nobody understands."""
        return self._heard > 0 and self.recognised() is None

    def listen(self, wire: Wire, until: float, cancelled: threading.Event) -> None:
        """Listen to ``until`` (monotonic seconds), or until what was said is over."""
        last = None
        while not cancelled.is_set() and (now := time.monotonic()) < until:
            if data := wire.read(min(GLANCE_S, until - now)):
                last = time.monotonic()
                self._feed(data)
            elif last is not None:
                quiet_s = time.monotonic() - last
                if quiet_s >= QUIET_S:
                    break
                self._pause(quiet_s)
        self._pause()

    def overhear(self, data: bytes) -> None:
        """Take what came while somebody else was asked, and was followed by silence."""
        self._feed(data)
        self._pause()

    def recognised(self) -> Identity | None:
        """Who it was: a dialect that proves its frames before plain text, the purest first."""
        known = [
            (ear.dialect.name == "ascii", ear.noise, identity)
            for ear in self._ears
            if (identity := ear.identity()) is not None
        ]
        return min(known, key=lambda one: one[:2])[2] if known else None

    def _feed(self, data: bytes) -> None:
        self._heard += len(data)
        for ear in self._ears:
            ear.feed(data)

    def _pause(self, quiet_s: float = QUIET_S) -> None:
        for ear in self._ears:
            if quiet_s >= ear.dialect.pause_s:
                ear.silence()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back to a question."""

    identity: Identity | None
    """None: nobody of that dialect answered."""
    heard: bytes
    """All that came, its last thousands of bytes; it may be somebody who was not asked."""


def ask(wire: Wire, dialect: Dialect, within_s: float, cancelled: threading.Event) -> Answer:
    """Ask in one dialect who is there."""
    decoder = dialect.decoder()
    if dialect.stop:
        wire.write(dialect.stop)
    wire.write(dialect.question)
    events: list[Event] = []
    heard = b""
    until = time.monotonic() + within_s
    while not cancelled.is_set() and (now := time.monotonic()) < until:
        data = wire.read(min(GLANCE_S, until - now))
        heard = (heard + data)[-MOST_BYTES:]
        events = [*events, *decoder.feed(data)][-MOST_EVENTS:]
        if data and dialect.identity(events) is not None:
            until = min(until, time.monotonic() + QUIET_S)  # let it finish its sentence
    return Answer(dialect.identity([*events, *decoder.silence()]), heard)
