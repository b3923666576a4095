"""125 kHz push readers EM-18: twelve hex digits and nothing around them."""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import xor_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.dialects.rdm6300 import CARD_LENGTH, digits
from leghorn_bench.readers.events import Event, TagRead
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of, mute

_FRAME = re.compile(rb"[0-9A-F]{12}")
_BEGUN = re.compile(rb"[0-9A-F]{1,11}\Z")


class Em18Decoder(FrameDecoder):
    """Cards without frame: the XOR alone tells where one begins, and silence after each."""

    starts = re.compile(rb"[0-9A-F]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """Twelve digits whose bytes cancel out."""
        frame = _FRAME.match(wire, at)
        if frame is None:
            return UNFINISHED if _BEGUN.match(wire, at) else NO_FRAME
        return NO_FRAME if xor_byte(bytes.fromhex(frame[0].decode())) else len(frame[0])

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """The five bytes of the card, as on the wire."""
        return (TagRead(uid=bytes.fromhex(frame[:10].decode())),)


def identity(events: Sequence[Event]) -> Identity | None:
    """It answers no question, but a card with a right checksum makes it known."""
    known = any(isinstance(event, TagRead) for event in events)
    return Identity("em18") if known else None


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    return b"".join(digits(identifier_of(tag, (CARD_LENGTH,))) for tag in tags)


DIALECT = Dialect(
    name="em18",
    label="125 kHz EM-18",
    lines=(LineSettings(9600),),
    decoder=Em18Decoder,
    simulation=lambda: SimulatedReader(Em18Decoder(), mute, _frames),
    identity=identity,
    speaks_unasked=True,
)
