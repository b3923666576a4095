"""What every reader dialect offers: a decoder, its commands as bytes, its speeds, its question.

A dialect is a module in ``readers/dialects`` with a module-level ``DIALECT``; nothing here knows of
ports, threads or clocks. Adding a dialect is adding a module, its name in ``readers/registry.py``
and its frames.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from leghorn_bench.readers.events import Event, TagRead


class Decoder(Protocol):
    """Cuts one direction of a byte stream into events; keeps a bounded rest between calls."""

    def feed(self, data: bytes) -> Iterator[Event]:
        """Take ``data``; gives every event it completes. Never raises, whatever the bytes."""
        ...

    def silence(self) -> Iterator[Event]:
        """The line fell quiet: what is half-read will never be finished."""
        ...

    def broken_off(self) -> Iterator[Event]:
        """The wire went away in the midst: what has not ended was never said."""
        ...


class Simulation(Protocol):
    """The reader's side of a dialect: answers commands, speaks of tags put on its antenna."""

    def hear(self, data: bytes) -> bytes:
        """Take bytes from the host; gives what the reader answers."""
        ...

    def quiet(self) -> bytes:
        """The host fell silent: a command cut short is forgotten; gives what is answered now."""
        ...

    def show(self, tags: Sequence[TagRead | str]) -> bytes:
        """The bytes that the reader sends when ``tags`` (or scanned texts) are seen now.

        A polled reader sends them as if it had just been asked. A text stands for a tag by its
        hexadecimal identifier, but for the barcode scanner's. Raises UnshowableTag when this
        kind of reader cannot see such a tag.
        """
        ...


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How the serial line is set."""

    baud: int
    parity: str = "N"
    stop_bits: int = 1


@dataclass(frozen=True, slots=True)
class Identity:
    """What a reader says of itself."""

    dialect: str
    model: str | None = None
    firmware: str | None = None


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way that readers speak."""

    name: str
    """Contract: the word given to ``--dialect``."""
    label: str
    """For people, e.g. "UHF M100 / R200"."""
    lines: tuple[LineSettings, ...]
    """Usual settings of the line, the likeliest first."""
    decoder: Callable[[], Decoder]
    """A fresh decoder of what the reader sends."""
    simulation: Callable[[], Simulation]
    """A fresh simulated reader."""
    identity: Callable[[Sequence[Event]], Identity | None]
    """What the answers to ``question`` say the reader is; None when it is another dialect."""
    question: bytes = b""
    """A harmless identification command; empty when the reader only pushes."""
    speaks_unasked: bool = False
    """Whether some of its readers only send what they read, and know no question."""
    pause_s: float = 0.08
    """Quiet for so many seconds: what was begun is never finished."""
    ends_by_pause: bool = False
    """Whether a pause is what ends a frame, be it for want of another end."""
    start: bytes = b""
    """Starts an inventory; empty when the reader pushes by itself or only answers ``poll``."""
    stop: bytes = b""
    """Ends what ``start`` began."""
    poll: bytes = b""
    """Asks for one read, where inventory is by polling; else empty."""
    follow_up: Callable[[Event], bytes] | None = None
    """What to say next in a round, after an answer to ``poll`` or to this; empty: it is over."""
    ask_tid: Callable[[bytes], tuple[bytes, ...]] | None = None
    """The commands that ask the one UHF tag with this EPC for its TID, each to be sent when the
    one before was answered; None where the reader cannot."""
    heed_all: bytes = b""
    """Lets all tags answer again, where those commands silence the others; else empty."""
