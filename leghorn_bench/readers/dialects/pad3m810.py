"""3M 810 library pads (ISO 15693): ``D5|D6 length(2) code data CRC(2)``, highest byte first.

The length counts what follows it; the CRC-16 (1021, FFFF, inverted) covers length, code and data.
D5 stands before what is said of the pad itself, D6 before all else. The maker's own description is
not public; the frames are those that github.com/dpavlin/Biblio-RFID recorded: the version of the
hardware (04 00 11), the tags on the pad (FE), and blocks and AFI of one tag, told as they came.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_gen2
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso15693 import FIRST, LENGTH, e0_first
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

OF_THE_PAD, OF_TAGS = 0xD5, 0xD6
VERSION, INVENTORY = b"\x04\x00\x11", b"\xfe\x00\x05"
FOUND = b"\xfe\x00\x00\x05"
"""Before the number of tags and their UIDs."""
ASKED = {VERSION: "version", INVENTORY: "inventory"}
OF_ONE_TAG = {0x02: "read_blocks", 0x04: "write_blocks", 0x09: "write_afi", 0x0A: "read_afi"}
FAILED = 0x06
"""Behind the code of a command of ``OF_ONE_TAG`` that could not be carried out."""
_SHORTEST, _LONGEST = 3, len(FOUND) + 1 + 255 * LENGTH + 2
_LONGEST_OTHER = 255
"""Bytes behind the length; only the tags on the pad can be more than this."""


def encode(body: bytes, start: int = OF_TAGS) -> bytes:
    """A frame of the pad, or for it."""
    inside = (len(body) + 2).to_bytes(2) + body
    return bytes((start,)) + inside + crc_gen2(inside).to_bytes(2)


class Pad3m810Decoder(FrameDecoder):
    """Commands and answers."""

    starts = re.compile(rb"[\xd5\xd6]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By its length and its CRC."""
        if len(wire) - at < 3:
            return UNFINISHED
        behind = wire[at + 1] << 8 | wire[at + 2]
        if not _SHORTEST <= behind <= _LONGEST:
            return NO_FRAME
        head = wire[at + 3 : at + 3 + len(FOUND)]
        if behind > _LONGEST_OTHER and not FOUND.startswith(head):
            return NO_FRAME
        frame = wire[at : at + behind + 3]
        if len(frame) < behind + 3:
            return UNFINISHED
        right = crc_gen2(frame[1:-2]) == int.from_bytes(frame[-2:])
        return len(frame) if right else NO_FRAME

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags, and what else is said."""
        body = frame[3:-2]
        if body.startswith(FOUND) and len(body) == len(FOUND) + 1 + body[4] * LENGTH:
            return _found(body[len(FOUND) + 1 :])
        if body.startswith(VERSION) and len(body) == len(VERSION) + 4:
            hardware = ".".join(map(str, body[len(VERSION) :]))
            return (Status("info", {"model": "3M 810", "hardware": hardware}),)
        return (_said(body),)


def _found(uids: bytes) -> Sequence[Event]:
    """No tag is no error."""
    if not uids:
        return (Status("no_tag"),)
    starts = range(0, len(uids), LENGTH)
    return [TagRead(uid=e0_first(uids[at : at + LENGTH])) for at in starts]


def _said(body: bytes) -> Status:
    """A command, or an answer that the bench does not ask for."""
    if body in ASKED:
        return Status("command", {"name": ASKED[body], "data": body.hex().upper()})
    facts = command_facts(OF_ONE_TAG, body[0], body[1:])
    if body[0] not in OF_ONE_TAG or len(body) == 1:
        return Status("answer", facts)
    # A command names its tag at once; an answer tells first how it went.
    return Status({FIRST: "command", FAILED: "error"}.get(body[1], "answer"), facts)


def identity(events: Sequence[Event]) -> Identity | None:
    """What it says of its hardware; of its firmware it says nothing that is known."""
    facts = told_of_itself(events)
    return Identity("3m810", f"{facts['model']} hw {facts['hardware']}") if facts else None


def _answer(said: Status) -> bytes:
    if said.facts["name"] == "version":
        return encode(VERSION + b"\x0a\x05\x00\x02", OF_THE_PAD)
    return encode(FOUND + b"\x00") if said.facts["name"] == "inventory" else b""


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    uids = [identifier_of(tag, (LENGTH,)) for tag in tags]
    return encode(FOUND + bytes((len(uids),)) + b"".join(uids))


DIALECT = Dialect(
    name="3m810",
    label="ISO 15693 3M 810",
    lines=(LineSettings(19200),),
    decoder=Pad3m810Decoder,
    simulation=lambda: SimulatedReader(Pad3m810Decoder(), _answer, _frames),
    identity=identity,
    question=encode(VERSION, OF_THE_PAD),
    poll=encode(INVENTORY),
)
