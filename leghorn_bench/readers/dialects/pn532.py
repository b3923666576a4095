"""NXP PN532 on a serial line (ISO 14443A): ``00 00 FF LEN LCS TFI data DCS 00``.

LEN and LCS, and TFI, data and DCS, add up to zero; a longer frame says FF FF and a length of two
bytes. The zero in front may lack: a frame cut short takes it for its own last. It does not read
ISO 15693.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from leghorn_bench.readers.checksums import negated_sum
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

START = b"\x00\x00\xff"
ACK, NACK = b"\x00\x00\xff\x00\xff\x00", b"\x00\x00\xff\xff\x00\x00"
TO_READER, FROM_READER, FAULT = 0xD4, 0xD5, 0x7F
"""What a frame begins with inside: the direction, or that the last one was not understood."""
_INSIDE = (TO_READER, FROM_READER, FAULT)
FIRMWARE, SAM, CONFIGURE, LIST = 0x02, 0x14, 0x32, 0x4A
COMMANDS = {
    FIRMWARE: "firmware", SAM: "sam_configuration", CONFIGURE: "rf_configuration",
    0x40: "exchange", LIST: "list_targets", 0x52: "release", 0x60: "auto_poll",
}  # fmt: skip
LONGEST = 265
"""Bytes from TFI on; 255 in a short frame."""
_AWAKE = re.compile(rb"\x55\x55\x00{2,32}\xff")
_AWAKING = re.compile(rb"\x55(?:\x55\x00{0,32})?\Z")
_START = re.compile(rb"\x00{1,2}\xff")
_STARTING = re.compile(rb"\x00{1,2}\Z")
_HAS_ATS = 0x20
"""Set in SEL_RES when the tag speaks ISO 14443-4 and an ATS follows its UID."""


def encode(command: int, data: bytes = b"", direction: int = TO_READER) -> bytes:
    """One frame; a reader answers with the command's number and one."""
    inside = bytes((direction, command + (direction == FROM_READER))) + data
    size = len(inside)
    length = size.to_bytes(1 if size <= 255 else 2, "big")
    long = b"" if size <= 255 else b"\xff\xff"
    return (
        START
        + long
        + length
        + bytes((negated_sum(length),))
        + inside
        + bytes((negated_sum(inside), 0))
    )


WAKE_UP = b"\x55\x55" + bytes(14)
"""Sent before the first command: the chip sleeps until it hears its line."""


class Pn532Decoder(FrameDecoder):
    """Frames of both directions; the wake-up belongs to the frame that it precedes."""

    starts = re.compile(rb"[\x00\x55]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """By start, length, both checks and the zero after."""
        if wire[at] != 0x55:
            return _frame_at(wire, at, ended=ended)
        awake = _AWAKE.match(wire, at)
        if awake is None:
            return UNFINISHED if _AWAKING.match(wire, at) else NO_FRAME
        begin = awake.end() - len(START)
        length = _frame_at(wire, begin, ended=ended)
        return begin - at + length if length > 0 else length

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Targets, and what else is said."""
        if frame[0] == 0x55:
            begin = frame.index(b"\xff") - 2
            return (Status("command", {"name": "wake_up"}), *_meaning(frame[begin:]))
        return _meaning(frame)


def _frame_at(wire: bytes, at: int, *, ended: bool) -> int:
    start = _START.match(wire, at)
    if start is None:
        return UNFINISHED if _STARTING.match(wire, at) else NO_FRAME
    behind = start.end()
    length = _behind(wire, behind)
    if wire.startswith(NACK[3:], behind):
        length = _nack_behind(wire, behind, ended=ended)
    return behind - at + length if length > 0 else length


def _nack_behind(wire: bytes, at: int, *, ended: bool) -> int:
    """``FF 00 00``, unless its zeros are those that a frame begins with."""
    following = wire[at + 3 : at + 4]
    if not following and not ended:
        return UNFINISHED
    frame = _behind(wire, at + 4) if following == b"\xff" else NO_FRAME
    if frame == UNFINISHED and not ended:
        return UNFINISHED
    return NO_FRAME if frame > 0 else 3


def _behind(wire: bytes, at: int) -> int:
    """What follows a start: an ACK, or length, something inside, and the zero."""
    head = wire[at : at + 5]
    if head.startswith(ACK[3:]):
        return 3
    if len(head) < 3 or (head[:2] == b"\xff\xff" and len(head) < 5):
        return UNFINISHED
    begin, size = _inside(head)
    end = begin + size + 2
    if not 0 < size <= LONGEST or wire[at + end - 1 : at + end] > b"\0":
        return NO_FRAME
    inside = wire[at + begin : at + begin + size]
    if inside and (inside[0] not in _INSIDE or (size == 1) != (inside[0] == FAULT)):
        return NO_FRAME
    if len(wire) - at < end:
        return UNFINISHED
    return NO_FRAME if negated_sum(wire[at + begin : at + end - 1]) else end


def _meaning(frame: bytes) -> Sequence[Event]:
    behind = frame[frame.index(b"\xff") + 1 :]
    if behind in (ACK[3:], NACK[3:]):
        return (Status("ack", {"text": "ACK" if behind == ACK[3:] else "NACK"}),)
    begin, _ = _inside(behind)
    direction, code, data = behind[begin], behind[begin + 1], behind[begin + 2 : -2]
    if direction == FAULT:
        return (Status("error", {"text": "command not understood"}),)
    if direction == TO_READER:
        return (Status("command", command_facts(COMMANDS, code, data)),)
    return _answered(code - 1 & 0xFF, data)


def _inside(head: bytes) -> tuple[int, int]:
    """Where TFI stands, and how many bytes from there to DCS; 0 when LCS is wrong."""
    if head[:2] == b"\xff\xff":
        return 5, 0 if negated_sum(head[2:5]) else head[2] << 8 | head[3]
    return 2, 0 if negated_sum(head[:2]) else head[0]


def _answered(command: int, data: bytes) -> tuple[Event, ...]:
    facts = command_facts(COMMANDS, command, data)
    if command == LIST and data == b"\x00":
        return (Status("no_tag", facts),)
    if command == LIST and data:
        tags = list(_targets(data))
        return (Status("answer", facts),) if None in tags else tuple(filter(None, tags))
    if command == FIRMWARE and len(data) == 4:
        facts |= {"model": f"PN5{data[0]:02X}", "version": f"{data[1]}.{data[2]}"}
        return (Status("info", facts),)
    return (Status("answer" if data else "ack", facts),)


def _targets(data: bytes) -> Iterator[TagRead | None]:
    """Number, SENS_RES(2), SEL_RES, UID length, UID, ATS; None where that does not fit."""
    at = 1
    for _ in range(data[0]):
        uid = data[at + 5 : at + 5 + data[at + 4]] if at + 4 < len(data) else b""
        if not uid or len(uid) != data[at + 4]:
            yield None
            return
        ats_at = at + 5 + len(uid)
        has_ats = data[at + 3] & _HAS_ATS and ats_at < len(data)
        at = ats_at + (data[ats_at] if has_ats else 0)
        yield TagRead(uid=uid)
    if at != len(data):
        yield None


def identity(events: Sequence[Event]) -> Identity | None:
    """The chip and its firmware."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity("pn532", f"{facts['model']}", f"{facts['version']}")


_ANSWERS = {FIRMWARE: b"\x32\x01\x06\x07", LIST: b"\x00"}


def _answer(said: Status) -> bytes:
    if "command" not in said.facts:
        return b""
    command = int(f"{said.facts['command']}", 16)
    return ACK + encode(command, _ANSWERS.get(command, b""), FROM_READER)


def _frame(tag: TagRead | str) -> bytes:
    uid = identifier_of(tag, (4, 7, 10))
    kind = b"\x00\x04\x08" if len(uid) == 4 else b"\x00\x44\x00"
    return encode(LIST, b"\x01\x01" + kind + bytes((len(uid),)) + uid, FROM_READER)


DIALECT = Dialect(
    name="pn532",
    label="NFC PN532 (ISO 14443A)",
    lines=(LineSettings(115200),),
    decoder=Pn532Decoder,
    simulation=lambda: SimulatedReader(
        Pn532Decoder(), _answer, lambda tags: b"".join(map(_frame, tags))
    ),
    identity=identity,
    question=WAKE_UP + encode(FIRMWARE),
    # Normal mode, then two tries a poll: else it would wait for a tag and answer nothing.
    start=WAKE_UP + encode(SAM, b"\x01") + encode(CONFIGURE, b"\x05\xff\x01\x02"),
    poll=encode(LIST, b"\x01\x00"),
)
