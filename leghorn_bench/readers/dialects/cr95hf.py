"""ST CR95HF set to ISO 15693: ``code length data``, without any checksum of its own.

Only what can be told from garbage is taken: the few exact commands and answers that the bench
uses, the chip's name, and tag data whose ISO 15693 CRC is right. Where the last bytes of an answer
were lost, the first ones of the next must not pass for them.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_x25
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso15693 import FIRST, LENGTH, e0_first
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

IDN, SELECT, INVENTORY = b"\x01\x00", b"\x02\x02\x01\x09", b"\x04\x03\x26\x01\x00"
FIELD_OFF = b"\x02\x02\x00\x00"
COMMANDS = {IDN: "identify", SELECT: "select_iso15693", INVENTORY: "inventory", FIELD_OFF: "off"}
DONE, NO_TAG = b"\x00\x00", b"\x87\x00"
ERRORS = {
    0x82: "wrong command length", 0x83: "wrong protocol", 0x86: "communication error",
    0x88: "wrong frame start", 0x89: "receive overflow", 0x8A: "framing error",
    0x8C: "field lost", 0x8D: "no field", 0x8E: "reception error", 0x8F: "wrong byte",
}  # fmt: skip
_EXACT = (*COMMANDS, DONE, NO_TAG, *(bytes((code, 0)) for code in ERRORS))
TAG_DATA = 0x80
_SHORTEST, _LONGEST = 5, 64
"""Bytes after the length: flags, an error, the CRC and a status; a few blocks."""
_STATUS = range(4)
"""Of the tag data: a collision, a wrong CRC; its other bits are not used."""
_NAME = re.compile(rb"NFC[ -~]*\0*")
_NAME_LENGTHS = range(6, 33)
_ROM_CRC = 2


class Cr95hfDecoder(FrameDecoder):
    """Answers of the chip, and the bench's own commands."""

    starts = re.compile(rb"[\x00-\x02\x04\x80-\x8f]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """An exact frame, the chip's name, or tag data with a right CRC."""
        head = wire[at : at + 5]
        for exact in _EXACT:
            if head.startswith(exact):
                return len(exact)
            if exact.startswith(head):
                return UNFINISHED
        if len(head) == 1:
            return UNFINISHED if head[0] == TAG_DATA else NO_FRAME
        frame = wire[at : at + head[1] + 2]
        fits = _is_name if head[0] == 0 else _is_tag_data
        if not fits(frame):
            return NO_FRAME
        if len(frame) < head[1] + 2:
            return UNFINISHED
        return len(frame) if head[0] else self._name_length(wire, at, len(frame), ended=ended)

    def _name_length(self, wire: bytes, at: int, length: int, *, ended: bool) -> int:
        """The name at ``at``, unless its last bytes are the first ones of a tag."""
        for start in range(at + length - _ROM_CRC, at + length):
            if wire[start] == TAG_DATA:
                tag = self.frame_at(wire, start, ended=ended)
                if tag > 0:
                    return NO_FRAME
                if tag == UNFINISHED and not ended:
                    return UNFINISHED
        return length

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags, and what else is said."""
        if frame in COMMANDS:
            return (Status("command", {"name": COMMANDS[frame], "data": frame.hex().upper()}),)
        if frame == DONE:
            return (Status("ack"),)
        if frame == NO_TAG:
            return (Status("no_tag", {"error": "87"}),)
        if frame[0] in ERRORS:
            return (Status("error", {"error": f"{frame[0]:02X}", "text": ERRORS[frame[0]]}),)
        if frame[0] == 0:
            text = frame[2:-_ROM_CRC].split(b"\0")[0].decode("ascii", "replace")
            return (Status("info", {"text": text, "rom_crc": frame[-2:].hex().upper()}),)
        return (_tag_data(frame),)


def _is_name(frame: bytes) -> bool:
    """Whether this is, or may become, the answer to the identification."""
    if frame[1] not in _NAME_LENGTHS or not b"NFC".startswith(frame[2:5]):
        return False
    return len(frame) < frame[1] + 2 or _NAME.fullmatch(frame[2:-_ROM_CRC]) is not None


def _is_tag_data(frame: bytes) -> bool:
    """``80 length flags ... crc(2, low first) status``; the CRC is looked at when all is there."""
    if frame[0] != TAG_DATA or not _SHORTEST <= frame[1] <= _LONGEST:
        return False
    if len(frame) < frame[1] + 2:
        return True
    told = int.from_bytes(frame[-3:-1], "little")
    return frame[-1] in _STATUS and crc_x25(frame[2:-3]) == told


def _tag_data(frame: bytes) -> Event:
    """Flags, DSFID, UID low byte first; the status byte tells of collisions."""
    flags, uid, status = frame[2], frame[4:-3], frame[-1]
    facts = {"data": frame[2:].hex().upper()}
    if status:
        return Status("error", facts | {"text": "collision"})
    if flags == 0 and len(uid) == LENGTH and uid[-1] == FIRST:
        return TagRead(uid=e0_first(uid))
    return Status("error" if flags & 1 else "answer", facts)


def identity(events: Sequence[Event]) -> Identity | None:
    """The chip's own name, e.g. NFC FS2JAST4."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity("cr95hf", "CR95HF", f"{facts['text']}")


def _answer(said: Status) -> bytes:
    if said.facts["name"] == "identify":
        return b"\x00\x0fNFC FS2JAST4\x00\x2a\xce"
    return NO_TAG if said.facts["name"] == "inventory" else DONE


def _frame(tag: TagRead | str) -> bytes:
    inside = b"\x00\x00" + identifier_of(tag, (LENGTH,))[::-1]
    inside += crc_x25(inside).to_bytes(2, "little") + b"\x00"
    return bytes((TAG_DATA, len(inside))) + inside


DIALECT = Dialect(
    name="cr95hf",
    label="ISO 15693 ST CR95HF",
    lines=(LineSettings(57600, stop_bits=2),),
    decoder=Cr95hfDecoder,
    simulation=lambda: SimulatedReader(
        Cr95hfDecoder(), _answer, lambda tags: b"".join(map(_frame, tags))
    ),
    identity=identity,
    question=IDN,
    start=SELECT,
    stop=FIELD_OFF,
    poll=INVENTORY,
)
