"""134.2 kHz reader 134K-RW-USB-D1 for animal tags: ``02 reader command|status length data XOR 03``.

It is asked to read (A7) and answers once, in the form asked for: eight bytes as the tag sends them
and the tag's CRC, all 128 bits of the tag, or decimal digits. All three give the same ``uid`` (see
``iso11784``); what was on the wire is told beside it. The XOR covers all before it, also the 02.

The maker's description is public only in part: 00 is the one status it names. Any other one without
data is taken for a reading that found no tag, and what has no known form is told as it came.
https://www.yumpu.com/en/document/view/49129657/134k-rw-usb-d1-communication-protocol-rfid-shop
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_kermit, xor_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso11784 import LENGTH, AnimalCode
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

START, END = 0x02, 0x03
READER = 0x01
"""The number that a reader has when it is new."""
READ, WRITE = 0xA7, 0xA8
COMMANDS = {READ: "read", WRITE: "write"}
WITH_CRC = 2
"""Of the three forms to read in (0 decimal, 1 all bits, 2 with the CRC) the one that is checked."""
DONE, FAILED = 0x00, 0x01
_AROUND = 6
"""Bytes of a frame beside its data."""
_MOST_DATA = 32
_DECIMAL, _ALL_BITS, _CHECKED = 12, 16, 10
"""Bytes of data in each form."""
_HEADER_BITS, _HEADER = 11, 1 << 10
"""On the air: ten zeros and a one, then each byte with a one behind it, lowest bit first."""
_BYTES_ON_AIR = 13


def encode(code: int, data: bytes = b"") -> bytes:
    """A frame of the reader, or for it."""
    inside = bytes((START, READER, code, len(data))) + data
    return inside + bytes((xor_byte(inside), END))


class Animal134kDecoder(FrameDecoder):
    """Commands and answers."""

    starts = re.compile(rb"\x02")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By its length, its end and its XOR."""
        if len(wire) - at < 4:
            return UNFINISHED
        size = wire[at + 3] + _AROUND
        if size > _MOST_DATA + _AROUND:
            return NO_FRAME
        if len(wire) - at < size:
            return UNFINISHED
        frame = wire[at : at + size]
        return NO_FRAME if frame[-1] != END or xor_byte(frame[:-1]) else size

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags; a failed reading only says that there was none."""
        code, data = frame[2], frame[4:-2]
        if code in COMMANDS:
            return (Status("command", command_facts(COMMANDS, code, data)),)
        facts = {"status": f"{code:02X}", "data": data.hex().upper()}
        if code != DONE:
            return (Status("answer" if data else "no_tag", facts),)
        return _read(data) or (Status("answer", facts),)


def _read(data: bytes) -> tuple[Event, ...]:
    """The tag in whatever form it was asked for; nothing when the data have none of them."""
    if len(data) == _DECIMAL:
        return _decimal(data)
    sent = data if len(data) == _CHECKED else _off_air(data)
    if not sent:
        return ()
    if crc_kermit(sent[:8]) == int.from_bytes(sent[8:10], "little"):
        return _told(AnimalCode.of_air(sent[:8]), data, right=True)
    facts = {"text": "the CRC of the tag is wrong", "data": data.hex().upper()}
    return (Status("error", facts),)


def _decimal(data: bytes) -> tuple[Event, ...]:
    """Twelve digits of the number, four of the country, flags; two digits a byte."""
    digits = data[:8].hex()
    if not digits.isdecimal():
        return ()
    return _told(AnimalCode(int(digits[12:]), int(digits[:12])), data)


def _off_air(data: bytes) -> bytes:
    """The bytes among all bits of a tag; empty when length, header or control bits are wrong."""
    bits = int.from_bytes(data, "little")
    body = bits >> _HEADER_BITS
    groups = [body >> 9 * number & 0x1FF for number in range(_BYTES_ON_AIR)]
    begins = len(data) == _ALL_BITS and bits & (1 << _HEADER_BITS) - 1 == _HEADER
    if not begins or not all(group & 0x100 for group in groups):
        return b""
    return bytes(group & 0xFF for group in groups)


def _told(code: AnimalCode, data: bytes, *, right: bool | None = None) -> tuple[Event, ...]:
    told = code.told
    facts = {**told.facts, "data": data.hex().upper()}
    tag = TagRead(uid=code.uid, crc_ok=right, names_maker=False)
    return tag, Status(told.kind, facts)


def identity(events: Sequence[Event]) -> Identity | None:
    """Any answer to a reading is this reader's; it tells nothing of itself."""
    known = any(
        isinstance(event, TagRead) or (isinstance(event, Status) and "status" in event.facts)
        for event in events
    )
    return Identity("134k", "134K-RW-USB-D1") if known else None


def _answer(said: Status) -> bytes:
    return encode(FAILED if said.facts["command"] == f"{READ:02X}" else DONE)


def _frame(tag: TagRead | str) -> bytes:
    sent = AnimalCode.of_uid(identifier_of(tag, (LENGTH,))).air
    return encode(DONE, sent + crc_kermit(sent).to_bytes(2, "little"))


DIALECT = Dialect(
    name="134k",
    label="134.2 kHz 134K-RW-USB",
    lines=(LineSettings(9600), LineSettings(115200)),
    decoder=Animal134kDecoder,
    simulation=lambda: SimulatedReader(
        Animal134kDecoder(), _answer, lambda tags: b"".join(map(_frame, tags))
    ),
    identity=identity,
    question=encode(READ, bytes((WITH_CRC,))),
    poll=encode(READ, bytes((WITH_CRC,))),
)
