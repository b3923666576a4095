"""ThingMagic UHF modules (M5e, M6e, Nano, M7e) and their kin: ``FF length op [status] data crc``.

Commands and answers look alike but for the two status bytes that answers have, which the length
does not count. An answer is tried first, since that is what a reader sends.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_gen2, crc_mercury
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.dialects.mercury_records import Reading, record_at, words_read
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, tid_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import (
    EPC_LENGTHS,
    AskedReader,
    TagsNear,
    identifier_of,
    pc_of,
)

VERSION, BOOT, READ_SINGLE, READ_MULTIPLE, READ_MEMORY, BUFFER = 0x03, 0x04, 0x21, 0x22, 0x28, 0x29
CLEAR = 0x2A
COMMANDS = {
    VERSION: "version", BOOT: "boot_firmware", 0x06: "set_baud", 0x0C: "running_program",
    READ_SINGLE: "read_single", READ_MULTIPLE: "read_multiple", 0x24: "write_memory",
    READ_MEMORY: "read_memory", BUFFER: "tag_buffer", CLEAR: "clear_tag_buffer",
    0x2F: "continuous_read",
    0x61: "antennas", 0x62: "read_power", 0x63: "tag_protocol", 0x68: "power_mode",
    0x6A: "configuration", 0x91: "set_antennas", 0x92: "set_read_power",
    0x93: "set_tag_protocol", 0x97: "set_region", 0x9A: "set_configuration",
}  # fmt: skip
NO_TAGS = 0x0400
STATUSES = {
    0x0100: "wrong data length", 0x0101: "unknown command", 0x0105: "wrong value",
    NO_TAGS: "no tags", 0x0401: "no protocol", 0x040A: "tag error",
    0x0503: "antenna not connected", 0x0504: "too hot", 0x0505: "high return loss",
    0x0600: "tag buffer error",
}  # fmt: skip
_COUNTED = (4, 7)
"""Bytes of the answer to a round: option, flags, and a count of one byte or of four."""
MOST_DATA = 248
"""Bytes of data: a packet fits into 255."""
_HARDWARE = {0x38: "M7e Hecto"}
"""The hardware byte that a capture gives a name to."""


def encode(op: int, data: bytes = b"") -> bytes:
    """One command."""
    inside = bytes((len(data), op)) + data
    return b"\xff" + inside + crc_mercury(inside).to_bytes(2, "big")


def answer(op: int, data: bytes = b"", status: int = 0) -> bytes:
    """What a module answers."""
    inside = bytes((len(data), op)) + status.to_bytes(2, "big") + data
    return b"\xff" + inside + crc_mercury(inside).to_bytes(2, "big")


class MercuryDecoder(FrameDecoder):
    """Answers, the continuous stream, and commands."""

    starts = re.compile(rb"\xff")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """An answer by length and checksum, else a command."""
        have = len(wire) - at
        if have < 2:
            return UNFINISHED
        size = wire[at + 1] + 7
        if size > MOST_DATA + 7:
            return NO_FRAME
        if have < size and not ended:
            return UNFINISHED
        for length in (size, size - 2):
            if length <= have and _is_whole(wire[at : at + length]):
                return length
        return NO_FRAME

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags, and what else is said."""
        op = frame[2]
        if len(frame) == frame[1] + 5:
            return (Status("command", command_facts(COMMANDS, op, frame[3:-2])),)
        status, data = frame[3] << 8 | frame[4], frame[5:-2]
        if status:
            return (_failure(op, status),)
        facts = command_facts(COMMANDS, op, data)
        if tags := _tags(op, data):
            end = (Status("answer", facts | {"count": len(tags)}),) if op == BUFFER else ()
            return (*tags, *end)
        if op == READ_MULTIPLE and len(data) in _COUNTED:
            facts["count"] = int.from_bytes(data[3:], "big")
        if op in (VERSION, BOOT) and len(data) >= 16:
            return (Status("info", facts | _version(data)),)
        if op == READ_MEMORY:
            facts |= tid_facts(words_read(data))
        return (Status("answer" if data else "ack", facts),)


def _tags(op: int, data: bytes) -> Sequence[TagRead]:
    """The tags of an answer to a reading; none when it is another, or does not fit."""
    if op == READ_SINGLE:
        tag = _single(data)
        return (tag,) if tag else ()
    if op == READ_MULTIPLE:
        reading = record_at(data, 3, 6)
        return (reading.tag,) if reading and reading.end == len(data) else ()
    return _buffer(data) if op == BUFFER else ()


def _is_whole(frame: bytes) -> bool:
    return crc_mercury(frame[1:-2]) == int.from_bytes(frame[-2:], "big")


def _single(data: bytes) -> TagRead | None:
    """EPC and tag CRC; an odd length has the echo of the option in front."""
    if len(data) % 2:
        if data[0]:
            return None
        data = data[1:]
    epc = data[:-2]
    if len(epc) not in EPC_LENGTHS:
        return None
    # The PC is not told; all that matters of it here is the length.
    right = crc_gen2(pc_of(epc) + epc) == int.from_bytes(data[-2:], "big")
    return TagRead(epc=epc, crc_ok=right or None)


def _buffer(data: bytes) -> list[TagRead]:
    """The buffered reads: flags, option, count, then as many records; none if they do not fit."""
    tags: list[TagRead] = []
    at = 4
    for _ in range(data[3] if len(data) > 3 else 0):
        reading: Reading | None = record_at(data, 0, at)
        if reading is None:
            return []
        tags.append(reading.tag)
        at = reading.end
    return tags if at == len(data) else []


def _version(data: bytes) -> dict[str, object]:
    parts = {
        "bootloader": data[:4],
        "hardware": data[4:8],
        "date": data[8:12],
        "firmware": data[12:16],
    }
    facts: dict[str, object] = {name: part.hex().upper() for name, part in parts.items()}
    return facts | {"model": _HARDWARE.get(data[4], f"hardware {data[4:8].hex().upper()}")}


def _failure(op: int, status: int) -> Status:
    facts = command_facts(COMMANDS, op, b"") | {
        "error": f"{status:04X}",
        "text": STATUSES.get(status, ""),
    }
    return Status("no_tag" if status == NO_TAGS else "error", facts)


def identity(events: Sequence[Event]) -> Identity | None:
    """Hardware and firmware, from the version answer."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity("mercury", f"{facts['model']}", f"{facts['firmware']}")


class _Hearing(MercuryDecoder):
    """What the module hears are commands."""

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        have = len(wire) - at
        size = wire[at + 1] + 5 if have > 1 else 5
        if have < size:
            return UNFINISHED
        return size if _is_whole(wire[at : at + size]) else NO_FRAME


_VERSION = bytes.fromhex("2301060038000201202409130201060800000010")


_SINGLE_ROUND = encode(READ_SINGLE, b"\x00\x64")
_ROUND = encode(READ_MULTIPLE, b"\x00\x00\x00\x00\x64")
"""All tags within 100 ms into the buffer; no filter, the antenna that is set."""
_FETCH = encode(BUFFER, b"\x01\xff\x00")
"""The next tags of the buffer, with all that is known of each."""


def follow_up(event: Event) -> bytes:
    """The buffer is cleared, filled in a round, and fetched until it is empty.

    A module that knows no such round is asked for one tag at a time.
    """
    if not isinstance(event, Status):
        return b""
    command, failed = event.facts.get("command"), event.kind == "error"
    if command == f"{CLEAR:02X}":
        return _ROUND
    if command == f"{READ_MULTIPLE:02X}" and failed:
        return _SINGLE_ROUND
    return _FETCH if event.facts.get("count") and not failed else b""


def ask_tid(epc: bytes) -> tuple[bytes, ...]:
    """Read the TID, six words, of the tag with this EPC; the answer does not repeat whose it is.

    Time, option (select by EPC, 20 for a length of two bytes), bank, first word, count, password.
    """
    bits = len(epc) * 8
    option, length = (0x01, bytes((bits,))) if bits < 256 else (0x21, bits.to_bytes(2, "big"))
    where = bytes((0, 100, option, 2, 0, 0, 0, 0, 6, 0, 0, 0, 0))
    return (encode(READ_MEMORY, where + length + epc),)


def _chip(data: bytes, near: TagsNear) -> bytes:
    near.selected = data[14:] if data[2] == 0x01 else data[15:]
    chip = near.answer()
    if chip is None:
        return answer(READ_MEMORY, status=NO_TAGS)
    return answer(READ_MEMORY, data[2:3] + chip[1])


def _answer(said: Status, near: TagsNear) -> bytes:
    op = int(f"{said.facts['command']}", 16)
    if op == READ_MEMORY:
        return _chip(bytes.fromhex(f"{said.facts['data']}"), near)
    if op == VERSION:
        return answer(op, _VERSION)
    return answer(op, status=NO_TAGS if op in (READ_SINGLE, READ_MULTIPLE) else 0)


def _frame(tag: TagRead | str) -> bytes:
    """One record of the continuous stream, with all that it can tell."""
    epc = identifier_of(tag, EPC_LENGTHS)
    seen = tag if isinstance(tag, TagRead) else TagRead(epc=epc)
    rssi = -60 if seen.rssi_dbm is None else seen.rssi_dbm
    antenna = seen.antenna or 1
    memory = pc_of(epc) + epc
    memory += crc_gen2(memory).to_bytes(2, "big")
    tid = seen.tid or b"" if seen.epc else b""
    told = b"\x01" + bytes((rssi & 0xFF, antenna << 4 | antenna)) + bytes.fromhex("0D3A7C00000127")
    told += b"\0\0\x05" + (len(tid) * 8).to_bytes(2, "big") + tid + b"\0"
    told += (len(memory) * 8).to_bytes(2, "big") + memory
    return answer(READ_MULTIPLE, b"\x10\x00\x1b\x01\xff\x01" + told)


DIALECT = Dialect(
    name="mercury",
    label="UHF ThingMagic Mercury",
    lines=(LineSettings(115200), LineSettings(9600)),
    decoder=MercuryDecoder,
    simulation=lambda: AskedReader(_Hearing(), _answer, lambda tags: b"".join(map(_frame, tags))),
    identity=identity,
    question=encode(VERSION),
    # Gen2 tags, the European band, antenna port 1; the module forgets them without power.
    start=encode(0x93, b"\x00\x05") + encode(0x97, b"\x08") + encode(0x91, b"\x01\x01"),
    poll=encode(CLEAR),
    follow_up=follow_up,
    ask_tid=ask_tid,
)
