"""Readers 7941E, which push ``02 length type number XOR 03``, and 7941W, which are polled.

The 7941W hears ``AB BA address command length data XOR`` and answers ``CD DC address 81|80 length
data XOR``; its XOR leaves out the header. The answer does not repeat the command.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import xor_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso15693 import e0_first
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

TYPES = {
    0x01: "Mifare 1K", 0x02: "EM4100", 0x03: "Mifare 4K", 0x10: "HID", 0x11: "T5567",
    0x21: "ISO 14443B", 0x22: "FeliCa", 0x30: "ISO 15693", 0x50: "CPU card",
}  # fmt: skip
ISO15693 = 0x30
READ_HF, READ_LF = 0x10, 0x15
"""Commands: the number of a 13.56 MHz card, of a 125 kHz card."""
COMMANDS = {READ_HF: "read_hf", READ_LF: "read_lf", 0x16: "write_lf"}
DONE, FAILED = 0x81, 0x80
_SHORTEST, _LONGEST = 9, 17
_MOST_DATA = 32
"""Bytes of a card number of 7941W; a sector of sixteen bytes fits too."""


def push(kind: int, number: bytes) -> bytes:
    """The frame of a 7941E."""
    inside = bytes((len(number) + 5, kind)) + number
    return bytes((0x02, *inside, xor_byte(inside), 0x03))


def polled(header: bytes, code: int, data: bytes = b"") -> bytes:
    """A frame of a 7941W, or for it."""
    inside = bytes((0, code, len(data))) + data
    return header + inside + bytes((xor_byte(inside),))


class Gwiot7941Decoder(FrameDecoder):
    """Frames of both models, in both directions."""

    starts = re.compile(rb"[\x02\xab\xcd]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By length, type and XOR."""
        if len(wire) - at < 2:
            return UNFINISHED
        return _push_at(wire, at) if wire[at] == 0x02 else _polled_at(wire, at)

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Cards; a failed reading only says that there was none."""
        if frame[0] == 0x02:
            number = frame[3:-2]
            return (TagRead(uid=e0_first(number) if frame[2] == ISO15693 else number),)
        code, data = frame[3], frame[5:-1]
        if frame[0] == 0xAB:
            facts = {"command": f"{code:02X}", "data": data.hex().upper()}
            return (Status("command", facts | {"name": COMMANDS.get(code, "")}),)
        if code == FAILED:
            return (Status("no_tag", {"model": "7941W"}),)
        if 4 <= len(data) <= 10:
            return (TagRead(uid=data),)
        return (Status("answer", {"model": "7941W", "data": data.hex().upper()}),)


def _push_at(wire: bytes, at: int) -> int:
    size = wire[at + 1]
    if not _SHORTEST <= size <= _LONGEST:
        return NO_FRAME
    frame = wire[at : at + size]
    if len(frame) > 2 and frame[2] not in TYPES:
        return NO_FRAME
    if len(frame) < size:
        return UNFINISHED
    return size if frame[-1] == 0x03 and not xor_byte(frame[1:-1]) else NO_FRAME


def _polled_at(wire: bytes, at: int) -> int:
    if wire[at : at + 2] not in (b"\xab\xba", b"\xcd\xdc"):
        return NO_FRAME
    if len(wire) - at < 5:
        return UNFINISHED
    size = wire[at + 4] + 6
    if size > _MOST_DATA + 6 or (wire[at] == 0xCD and wire[at + 3] not in (DONE, FAILED)):
        return NO_FRAME
    if len(wire) - at < size:
        return UNFINISHED
    return NO_FRAME if xor_byte(wire[at + 2 : at + size]) else size


def identity(events: Sequence[Event]) -> Identity | None:
    """Any answer to a reading is a 7941W's; a card pushed is a 7941E's."""
    for event in events:
        if isinstance(event, Status) and event.facts.get("model"):
            return Identity("7941", f"{event.facts['model']}")
        if isinstance(event, TagRead):
            return Identity("7941")
    return None


def _frame(number: bytes) -> bytes:
    kinds = {5: 0x02, 8: ISO15693}
    return push(kinds.get(len(number), 0x01), number)


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    return b"".join(_frame(identifier_of(tag, (4, 5, 7, 8, 10))) for tag in tags)


def _answer(said: Status) -> bytes:
    code = FAILED if said.facts["name"] in ("read_lf", "read_hf") else DONE
    return polled(b"\xcd\xdc", code)


DIALECT = Dialect(
    name="7941",
    label="125 kHz / 13.56 MHz 7941E / 7941W",
    lines=(LineSettings(9600), LineSettings(115200)),
    decoder=Gwiot7941Decoder,
    simulation=lambda: SimulatedReader(Gwiot7941Decoder(), _answer, _frames),
    identity=identity,
    speaks_unasked=True,
    question=polled(b"\xab\xba", READ_LF),
    poll=polled(b"\xab\xba", READ_LF) + polled(b"\xab\xba", READ_HF),
)
