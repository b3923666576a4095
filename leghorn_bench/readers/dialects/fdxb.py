"""134.2 kHz push modules for animal tags (longrfid FDX-B): ``AA 0F 08 00 tag XOR BB``.

The tag's seven bytes stand on the wire as ``iso11784`` keeps them. Neither a command nor any other
frame is described by the maker, so that nothing else is taken; the XOR covers all between AA and
itself. http://longrfid.com/?FDX-A/B-Card-Reader-Module/46.html
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import xor_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, TagRead
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso11784 import LENGTH, AnimalCode
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of, mute

_HEAD = b"\xaa\x0f\x08\x00"
_END = 0xBB
_SIZE = len(_HEAD) + LENGTH + 2


class FdxbDecoder(FrameDecoder):
    """Tags pushed while they lie on the coil."""

    starts = re.compile(rb"\xaa")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By its head, its end and its XOR."""
        frame = wire[at : at + _SIZE]
        if not frame.startswith(_HEAD[: len(frame)]):
            return NO_FRAME
        if len(frame) < _SIZE:
            return UNFINISHED
        return NO_FRAME if xor_byte(frame[1:-1]) or frame[-1] != _END else _SIZE

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """The tag as on the wire, and what is printed on it."""
        uid = frame[len(_HEAD) : -2]
        return (TagRead(uid=uid, names_maker=False), AnimalCode.of_uid(uid).told)


def identity(events: Sequence[Event]) -> Identity | None:
    """It answers no question, but a tag with a right checksum makes it known."""
    known = any(isinstance(event, TagRead) for event in events)
    return Identity("fdxb") if known else None


def _frame(tag: TagRead | str) -> bytes:
    inside = _HEAD[1:] + identifier_of(tag, (LENGTH,))
    return bytes((_HEAD[0], *inside, xor_byte(inside), _END))


DIALECT = Dialect(
    name="fdxb",
    label="134.2 kHz FDX-B (longrfid)",
    lines=(LineSettings(9600),),
    decoder=FdxbDecoder,
    simulation=lambda: SimulatedReader(
        FdxbDecoder(), mute, lambda tags: b"".join(map(_frame, tags))
    ),
    identity=identity,
    speaks_unasked=True,
)
