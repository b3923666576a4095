"""FEIG OBID readers (also Siemens RF290R): ``length address command [status] data crc``.

The longer form begins with 02 and a length of two bytes; both lengths count the whole frame.
Nothing marks a direction: what fits an answer is one, all else is a command.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_8408, is_whole_8408
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.iso15693 import e0_first
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of

BROADCAST, STX = 0xFF, 0x02
LONGEST = 1024
"""Bytes of a frame in the longer form; a hundred tags fit."""
BAUD, SOFTWARE, DETAILS, RESET, HOST = 0x52, 0x65, 0x66, 0x69, 0xB0
COMMANDS = {
    BAUD: "baud_detect", 0x63: "reset", SOFTWARE: "software_version", DETAILS: "reader_info",
    RESET: "rf_reset", HOST: "host_command",
}  # fmt: skip
INVENTORY = b"\x01\x00"
NO_TAG, MORE, TAG_ERROR = 0x01, 0x94, 0x95
STATUSES = {
    0x00: "done", NO_TAG: "no tag", 0x02: "data false", 0x03: "write error",
    0x80: "unknown command", 0x81: "wrong length", 0x82: "not available", 0x83: "RF error",
    MORE: "more data", TAG_ERROR: "ISO 15693 error",
}  # fmt: skip
ISO15693, ISO14443A = 0x03, 0x04
_UID_LENGTHS = {ISO15693: (1, (8,)), ISO14443A: (2, (4, 7, 10))}
"""Of each type of tag: bytes between its type and its UID, and how long that can be."""


def encode(command: int, data: bytes = b"", address: int = BROADCAST) -> bytes:
    """One frame, in the short form."""
    frame = bytes((len(data) + 5, address, command)) + data
    return frame + crc_8408(frame).to_bytes(2, "little")


class FeigDecoder(FrameDecoder):
    """Frames of both forms, in both directions."""

    starts = re.compile(rb"[\x02\x05-\xff]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By length and checksum."""
        have = len(wire) - at
        size = wire[at]
        if size == STX:
            if have < 3:
                return UNFINISHED
            size = wire[at + 1] << 8 | wire[at + 2]
            if not 7 <= size <= LONGEST:
                return NO_FRAME
        if have < size:
            return UNFINISHED
        return size if is_whole_8408(wire[at : at + size]) else NO_FRAME

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags, and what else is said."""
        begin = 4 if frame[0] == STX else 2
        command, rest = frame[begin], frame[begin + 1 : -2]
        if not rest or rest[0] not in STATUSES:
            return (Status("command", command_facts(COMMANDS, command, rest)),)
        status, data = rest[0], rest[1:]
        if command == HOST and (tags := _inventory(status, data)):
            return tags
        if (status == NO_TAG and data) or (command == HOST and status == 0 and data):
            return (Status("command", command_facts(COMMANDS, command, rest)),)
        return (_answered(command, status, data),)


def _inventory(status: int, data: bytes) -> list[TagRead]:
    """The count of tags, then each; none when they do not fit in exactly one way.

    Only ISO 14443A leaves the length of its UID open: a reading is right when it alone uses up
    all bytes.
    """
    if status not in (0, MORE) or not data or data[0] == 0:
        return []
    readings = _readings(data[1:], data[0])
    return [TagRead(uid=uid) for uid in readings[0]] if len(readings) == 1 else []


def _readings(data: bytes, count: int) -> list[list[bytes]]:
    """Each way to read ``data`` as ``count`` tags; at most two are looked for."""
    partial: list[tuple[int, list[bytes]]] = [(0, [])]
    for _ in range(count):
        grown: dict[int, tuple[int, list[bytes]]] = {}
        for at, uids in partial:
            between, lengths = _UID_LENGTHS.get(data[at] if at < len(data) else 0, (0, ()))
            for length in lengths:
                end = at + 1 + between + length
                if end <= len(data):
                    uid = data[end - length : end]
                    found = e0_first(uid) if data[at] == ISO15693 else uid
                    if end in grown:
                        # Two ways lead here: none of them is sure.
                        return []
                    grown[end] = (end, [*uids, found])
        partial = list(grown.values())
    return [uids for at, uids in partial if at == len(data)]


def _answered(command: int, status: int, data: bytes) -> Status:
    facts = command_facts(COMMANDS, command, data)
    if status == NO_TAG:
        return Status("no_tag", facts)
    if status:
        return Status("error", facts | {"error": f"{status:02X}", "text": STATUSES[status]})
    if command == SOFTWARE and len(data) >= 5:
        facts |= {"firmware": f"{data[0]:X}.{data[1]:02X}", "model": f"type {data[4]:02X}"}
        return Status("info", facts)
    return Status("answer" if data else "ack", facts)


def identity(events: Sequence[Event]) -> Identity | None:
    """Firmware and type, from the software version."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity("feig", f"OBID {facts['model']}", f"{facts['firmware']}")


class _Hearing(FeigDecoder):
    """What the reader hears are commands."""

    def events_of(self, frame: bytes) -> Iterable[Event]:
        begin = 4 if frame[0] == STX else 2
        return (Status("command", command_facts(COMMANDS, frame[begin], frame[begin + 1 : -2])),)


def _answer(said: Status) -> bytes:
    command = int(f"{said.facts['command']}", 16)
    if command == SOFTWARE:
        return encode(command, bytes.fromhex("00 0301 00 30 54 0008"), address=0)
    return encode(command, b"\x01" if command == HOST else b"\x00", address=0)


def _dataset(tag: TagRead | str) -> bytes:
    uid = identifier_of(tag, (4, 7, 8, 10))
    return (b"\x03\x00" if len(uid) == 8 else b"\x04\x00\x00") + uid


DIALECT = Dialect(
    name="feig",
    label="ISO 15693 FEIG OBID",
    lines=(LineSettings(38400, parity="E"), LineSettings(9600, parity="E"),
           LineSettings(115200, parity="E")),
    decoder=FeigDecoder,
    simulation=lambda: SimulatedReader(
        _Hearing(),
        _answer,
        lambda tags: b"".join(encode(HOST, b"\x00\x01" + _dataset(tag), 0) for tag in tags),
    ),
    identity=identity,
    question=encode(SOFTWARE),
    poll=encode(HOST, INVENTORY),
)  # fmt: skip
