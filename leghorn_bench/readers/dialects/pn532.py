"""NXP PN532 on a serial line (ISO 14443A): ``00 00 FF LEN LCS TFI data DCS 00``.

LEN and LCS, and TFI, data and DCS, add up to zero; a longer frame says FF FF and a length of two
bytes. It does not read ISO 15693.
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
FIRMWARE, SAM, CONFIGURE, LIST = 0x02, 0x14, 0x32, 0x4A
COMMANDS = {
    FIRMWARE: "firmware", SAM: "sam_configuration", CONFIGURE: "rf_configuration",
    0x40: "exchange", LIST: "list_targets", 0x52: "release", 0x60: "auto_poll",
}  # fmt: skip
LONGEST = 265
"""Bytes from TFI on; 255 in a short frame."""
_AWAKE = re.compile(rb"\x55\x55\x00{2,32}\xff")
_AWAKING = re.compile(rb"\x55(?:\x55\x00{0,32})?\Z")
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

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By start, length, both checks and the zero after."""
        if wire[at] != 0x55:
            return _frame_at(wire, at)
        awake = _AWAKE.match(wire, at)
        if awake is None:
            return UNFINISHED if _AWAKING.match(wire, at) else NO_FRAME
        begin = awake.end() - len(START)
        length = _frame_at(wire, begin)
        return begin - at + length if length > 0 else length

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Targets, and what else is said."""
        if frame[0] == 0x55:
            begin = frame.index(b"\xff") - 2
            return (Status("command", {"name": "wake_up"}), *_meaning(frame[begin:]))
        return _meaning(frame)


def _frame_at(wire: bytes, at: int) -> int:
    head = wire[at : at + 8]
    if not head.startswith(START):
        return UNFINISHED if START.startswith(head) else NO_FRAME
    if head[:6] in (ACK, NACK):
        return 6
    if len(head) < 6 or (head[3:5] == b"\xff\xff" and len(head) < 8):
        return UNFINISHED
    begin, size = _inside(head)
    end = begin + size + 2
    if not 0 < size <= LONGEST or wire[at + end - 1 : at + end] > b"\0":
        return NO_FRAME
    if len(wire) - at < end:
        return UNFINISHED
    return NO_FRAME if negated_sum(wire[at + begin : at + end - 1]) else end


def _meaning(frame: bytes) -> Sequence[Event]:
    if frame in (ACK, NACK):
        return (Status("ack", {"text": "ACK" if frame == ACK else "NACK"}),)
    begin, _ = _inside(frame)
    direction, code, data = frame[begin], frame[begin + 1], frame[begin + 2 : -2]
    if direction == FAULT:
        return (Status("error", {"text": "command not understood"}),)
    if direction == TO_READER:
        return (Status("command", command_facts(COMMANDS, code, data)),)
    return _answered(code - 1 & 0xFF, data)


def _inside(head: bytes) -> tuple[int, int]:
    """Where TFI stands, and how many bytes from there to DCS; 0 when LCS is wrong."""
    if head[3:5] == b"\xff\xff":
        return 8, 0 if negated_sum(head[5:8]) else head[5] << 8 | head[6]
    return 5, 0 if negated_sum(head[3:5]) else head[3]


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
