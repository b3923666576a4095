"""125 kHz push readers RDM6300 and ID-12LA/20LA: STX, ten hex digits, their XOR, [CR LF], ETX."""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import xor_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, TagRead
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of, mute

CARD_LENGTH = 5
"""Bytes of an EM4100 card: its version (or customer), then the card number, highest first."""

_FRAME = re.compile(rb"\x02[0-9A-Fa-f]{12}(?:\r\n)?\x03")
_BEGUN = re.compile(rb"\x02(?:[0-9A-Fa-f]{0,12}|[0-9A-Fa-f]{12}\r\n?)\Z")


def digits(card: bytes) -> bytes:
    """The twelve digits of a card: its five bytes and their XOR."""
    return (card + bytes((xor_byte(card),))).hex().upper().encode()


class Rdm6300Decoder(FrameDecoder):
    """Cards pushed, again and again while they lie on the coil."""

    starts = re.compile(rb"\x02")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By its exact form, then by the XOR."""
        frame = _FRAME.match(wire, at)
        if frame is None:
            return UNFINISHED if _BEGUN.match(wire, at) else NO_FRAME
        return (
            NO_FRAME if xor_byte(bytes.fromhex(wire[at + 1 : at + 13].decode())) else len(frame[0])
        )

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """The five bytes of the card, as on the wire."""
        return (TagRead(uid=bytes.fromhex(frame[1:11].decode())),)


def identity(events: Sequence[Event]) -> Identity | None:
    """It answers no question, but a card with a right checksum makes it known."""
    known = any(isinstance(event, TagRead) for event in events)
    return Identity("rdm6300") if known else None


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    cards = (identifier_of(tag, (CARD_LENGTH,)) for tag in tags)
    return b"".join(b"\x02" + digits(card) + b"\x03" for card in cards)


DIALECT = Dialect(
    name="rdm6300",
    label="125 kHz RDM6300 / ID-12LA / ID-20LA",
    lines=(LineSettings(9600),),
    decoder=Rdm6300Decoder,
    simulation=lambda: SimulatedReader(Rdm6300Decoder(), mute, _frames),
    identity=identity,
    speaks_unasked=True,
)
