"""The Chafon UHFReader family: ``length address command [status] data crc``, two inventory layouts.

Nothing in an inventory answer says which layout it has, so the bench does not guess. Before the
reader has told of itself, the layout is the one of the dialect that was chosen (chafon18 or
chafon288). An answer to the information question then decides by its type byte; a type that is not
listed, by the length of that answer, which is short in the old family and long in the new one.
An answer that the layout does not consume to the last byte is told as plain data, never as tags.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from leghorn_bench.readers.checksums import crc_8408, is_whole_8408
from leghorn_bench.readers.dialect import Identity
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, tid_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder

Layout = Literal["chafon18", "chafon288"]

BROADCAST = 0xFF
INVENTORY, READ, INFO, SINGLE, PUSHED = 0x01, 0x02, 0x21, 0x0F, 0xEE
MODELS: dict[int, tuple[str, Layout]] = {
    0x03: ("RRU9803M", "chafon18"), 0x08: ("RRU9803M", "chafon18"),
    0x09: ("UHFReader18", "chafon18"), 0x0C: ("UHFReader288M", "chafon288"),
    0x0F: ("UHFReader86", "chafon288"), 0x10: ("UHFReader86", "chafon288"),
    0x16: ("RRU9883M", "chafon288"), 0x20: ("UHFReader288MP", "chafon288"),
}  # fmt: skip
SHORT_INFO = 8
"""Bytes that a reader of the old family tells of itself; the new one tells more."""
BANDS = {1: "China", 2: "US", 3: "Korea", 4: "EU"}

MORE, NO_TAG, STATISTICS, HEARTBEAT = 0x03, 0xFB, 0x26, 0x28
ENDS = {0x01: "complete", 0x02: "out of time", MORE: "more follows", 0x04: "memory full"}
ERRORS = {
    0xF8: "antenna error", 0xF9: "command failed", 0xFA: "tag hardly reached", 0xFC: "tag error",
    0xFD: "wrong length", 0xFE: "unknown command", 0xFF: "wrong parameter",
}  # fmt: skip
COMMANDS = {
    INVENTORY: "inventory", READ: "read_memory", SINGLE: "single_inventory", INFO: "reader_info",
    0x22: "set_frequency", 0x24: "set_address", 0x25: "set_scan_time", 0x28: "set_baud",
    0x2F: "set_power", 0x33: "set_light", 0x35: "set_work_mode", 0x36: "work_mode",
    0x40: "set_buzzer", 0x4C: "serial_number", 0x76: "set_work_mode",
}  # fmt: skip
_ANSWERED_BARELY = {0x22, 0x24, 0x25, 0x28, 0x2F, 0x33, 0x35, 0x40, 0x76}
"""Commands whose answer is a status alone: with data, it is the command."""
_TOLD = {INVENTORY, SINGLE, INFO, PUSHED}
"""Commands whose answers are told apart otherwise."""
_WX_HEARTBEAT = b"\x56\0\0\0\0\0"
"""What HW-VX readers send now and then, without checksum; command 00 does not exist."""
_AFTER_EPC = 7
"""Bytes of a reading command after the EPC: bank, first word, count, password."""
_TID_LENGTH = 12
_FAST_ID = 0x80
"""Set in a tag's length when its TID follows the EPC."""


def encode(command: int, data: bytes = b"", address: int = BROADCAST) -> bytes:
    """One command."""
    frame = bytes((len(data) + 4, address, command)) + data
    return frame + crc_8408(frame).to_bytes(2, "little")


def answer(command: int, status: int, data: bytes = b"") -> bytes:
    """What a reader with the usual address answers."""
    return encode(command, bytes((status,)) + data, address=0)


class ChafonDecoder(FrameDecoder):
    """Frames of both layouts, in both directions."""

    starts = re.compile(rb"[\x04-\xff]")

    def __init__(self, layout: Layout) -> None:
        super().__init__()
        self.layout = layout
        """How inventory answers are read; the reader itself may say better."""

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By length and checksum."""
        if wire[at] == _WX_HEARTBEAT[0] and wire.startswith(_WX_HEARTBEAT, at):
            return len(_WX_HEARTBEAT)
        size = wire[at] + 1
        if len(wire) - at < size:
            return UNFINISHED
        return size if is_whole_8408(wire[at : at + size]) else NO_FRAME

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags from inventories and from scan mode, and what else is said."""
        command, status, data = frame[2], frame[3], frame[4:-2]
        if frame == _WX_HEARTBEAT:
            return (Status("heartbeat"),)
        if len(frame) == 5 or (command not in _TOLD and _is_command(command, status, data)):
            return (Status("command", command_facts(COMMANDS, command, frame[3:-2])),)
        if command in (INVENTORY, SINGLE):
            return self._inventory(command, status, data)
        if command == PUSHED:
            return _pushed(status, data)
        if command == INFO and status == 0 and len(data) >= SHORT_INFO:
            return (self._told(data),)
        return (_plain(command, status, data),)

    def _inventory(self, command: int, status: int, data: bytes) -> Iterable[Event]:
        if not data and status not in ENDS:
            return (_plain(command, status, data),)
        if status == STATISTICS:
            return (
                Status("end", {**command_facts(COMMANDS, command, data), "text": "statistics"}),
            )
        # Only the old family knows the single inventory.
        layout: Layout = "chafon18" if command == SINGLE else self.layout
        tags = list(_tags(data, layout)) if status in ENDS else [None]
        if None in tags:
            # No answer of this layout; short ones are commands with their parameters.
            kind = "command" if len(data) < 4 or status not in ENDS else "answer"
            return (Status(kind, command_facts(COMMANDS, command, bytes((status,)) + data)),)
        end = Status("end", {**command_facts(COMMANDS, command, b""), "text": ENDS.get(status, "")})
        read = [tag for tag in tags if tag is not None]
        return read if status == MORE and read else [*read, end]

    def _told(self, data: bytes) -> Status:
        kind = data[2]
        by_length: Layout = "chafon18" if len(data) == SHORT_INFO else "chafon288"
        model, self.layout = MODELS.get(kind, (f"type {kind:02X}", by_length))
        facts = command_facts(COMMANDS, INFO, data) | {
            "firmware": f"{data[0]}.{data[1]}", "type": f"{kind:02X}", "model": model,
            "layout": self.layout, "power_dbm": data[6], "scan_time_ms": data[7] * 100,
        }  # fmt: skip
        band = BANDS.get(data[4] >> 6 << 2 | data[5] >> 6)
        return Status("info", facts | ({"band": band} if band else {}))


def _is_command(command: int, status: int, data: bytes) -> bool:
    """Whether a frame with a status could only be a command; a reading begins with words of EPC."""
    if command == READ:
        return len(data) >= 2 * status + _AFTER_EPC > _AFTER_EPC
    return command in _ANSWERED_BARELY and bool(data)


def _tags(data: bytes, layout: Layout) -> Iterator[TagRead | None]:
    """The tags of an inventory answer; None where the layout does not fit."""
    new = layout == "chafon288"
    if len(data) < 1 + new:
        if data:
            yield None
        return
    antenna, at = (_antenna(data[0]) if new else None), 1 + new
    for _ in range(data[at - 1]):
        length = data[at] & ~_FAST_ID if at < len(data) else 0
        memory = data[at + 1 : at + 1 + length]
        tid = memory[-_TID_LENGTH:] if new and data[at : at + 1] >= b"\x80" else None
        epc = memory[:-_TID_LENGTH] if tid else memory
        at += 1 + length + new
        if len(epc) < 2 or at > len(data):
            yield None
            return
        yield TagRead(epc=epc, tid=tid, antenna=antenna, signal=data[at - 1] if new else None)
    if at != len(data):
        yield None


def _pushed(status: int, data: bytes) -> tuple[Event, ...]:
    """Scan mode: antenna, length, EPC, RSSI."""
    if status == HEARTBEAT:
        return (Status("heartbeat"),)
    if len(data) >= 5 and len(data) == data[1] + 3:
        return (TagRead(epc=data[2:-1], antenna=_antenna(data[0]), signal=data[-1]),)
    return (Status("answer", command_facts(COMMANDS, PUSHED, bytes((status,)) + data)),)


def _antenna(mask: int) -> int | None:
    """The port, counted from 1, whose bit is set; None when several share the read.

    The strength beside it has no published scale, so it is told as a signal and not as dBm.
    """
    return mask.bit_length() if mask and not mask & mask - 1 else None


def _plain(command: int, status: int, data: bytes) -> Status:
    facts = command_facts(COMMANDS, command, data)
    if status == NO_TAG:
        return Status("no_tag", facts)
    if status in ERRORS and not data:
        return Status("error", facts | {"error": f"{status:02X}", "text": ERRORS[status]})
    if status == 0:
        facts |= tid_facts(data) if command == READ else {}
        return Status("answer" if data else "ack", facts)
    return Status("answer", command_facts(COMMANDS, command, bytes((status,)) + data))


def ask_tid(epc: bytes) -> tuple[bytes, ...]:
    """Read the TID, six words, of the tag with this EPC; the answer does not repeat whose it is."""
    return (encode(READ, bytes((len(epc) // 2,)) + epc + b"\x02\x00\x06\x00\x00\x00\x00"),)


def identity(events: Sequence[Event]) -> Identity | None:
    """Model, firmware, and which of the two dialects it speaks."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity(f"{facts['layout']}", f"{facts['model']}", f"{facts['firmware']}")
