"""What a link tells while it runs: decoder events and states of the line, each with its time."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.dialect import Identity
from leghorn_bench.readers.events import Event
from leghorn_bench.readers.troubles import PortTrouble


class Condition(Enum):
    """How the line to a reader is."""

    CONNECTING = "connecting"
    READY = "ready"
    SILENT = "silent"
    """The port is open and the reader does not answer: asleep, unpowered, or another speed."""
    WRONG_SPEED = "wrong_speed"
    """Bytes come and none of them makes a frame."""
    ABSENT = "absent"
    """Nothing is plugged in under the port's name."""
    LOST = "lost"
    """Unplugged, or the connection broke, a moment ago."""
    DENIED = "denied"
    """The operating system forbids the port to this user."""
    TAKEN = "taken"
    """Another program has the port open."""
    REFUSED = "refused"
    """The name or the settings of the port are not possible."""
    STOPPED = "stopped"
    """The bench itself let the port go."""


@dataclass(frozen=True, slots=True)
class LinkState:
    """The state of one line from now on."""

    condition: Condition
    port: str
    """The port's name today; empty while a remembered reader is plugged in nowhere."""
    trouble: PortTrouble | None = None
    """What is wrong, in a sentence for the person, where there is more to say."""
    identity: Identity | None = None
    """What the reader said of itself, once it did."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that a link tells."""

    at_s: float
    """Seconds of a monotonic clock, when the last byte of it arrived."""
    what: Event | LinkState | Sighting


Emit = Callable[[Heard], None]


class Direction(Enum):
    """Which way bytes went."""

    RECEIVED = "<"
    """From the reader to the bench."""
    SENT = ">"


Wiretap = Callable[[float, Direction, bytes], None]
"""Told of every piece of bytes that crosses the wire, with the monotonic time in seconds."""
