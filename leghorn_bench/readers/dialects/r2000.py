"""UHF readers with the Impinj R2000 or Indy: ``A0 length address command data check``.

Inventory answers carry no type: tags, ends and statuses are told apart by the packet's length,
and a tag's length must be the one that its own PC says. Firmwares V2.2 and V3 end differently.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_gen2, negated_sum
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts, told_of_itself
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import (
    EPC_LENGTHS,
    USUAL_RSSI,
    AskedReader,
    TagsNear,
    identifier_of,
    pc_of,
)

HEADER, BROADCAST = 0xA0, 0xFF
FIRMWARE, TEMPERATURE, READ, MATCH = 0x72, 0x7B, 0x81, 0x85
REAL_TIME, FAST_SWITCH, SESSION = 0x89, 0x8A, 0x8B
INVENTORIES = (REAL_TIME, FAST_SWITCH, SESSION)
COMMANDS = {
    0x62: "set_antenna_detector", 0x63: "antenna_detector", 0x70: "reset", 0x71: "set_baud",
    FIRMWARE: "firmware", 0x74: "set_antenna", 0x75: "antenna", 0x76: "set_power", 0x77: "power",
    0x78: "set_region", 0x79: "region", TEMPERATURE: "temperature", 0x7E: "return_loss",
    0x80: "buffer_inventory", READ: "read_memory", 0x82: "write_memory", 0x83: "lock",
    0x84: "kill", MATCH: "set_epc_match", 0x86: "epc_match", REAL_TIME: "real_time_inventory",
    FAST_SWITCH: "fast_switch_inventory", SESSION: "session_inventory", 0x90: "buffer",
    0x91: "buffer_and_reset", 0x92: "buffer_count", 0x93: "reset_buffer",
}  # fmt: skip
_TAKING = {0x62, 0x71, 0x74, 0x76, 0x78, 0x82, 0x83, 0x84, MATCH, *INVENTORIES}
"""Commands that take parameters and are answered by a status or by packets of known length."""

SUCCESS, ANTENNA_MISSING = 0x10, 0x22
NO_TAG_CODES = (0x36, 0x38)
STATUSES = {
    SUCCESS: "done", 0x11: "failed", 0x20: "controller reset", 0x21: "carrier could not be set",
    ANTENNA_MISSING: "antenna missing", 0x23: "flash could not be written",
    0x24: "flash could not be read", 0x25: "power could not be set", 0x31: "inventory failed",
    0x32: "read failed", 0x33: "write failed", 0x34: "lock failed", 0x35: "kill failed",
    0x36: "no tag", 0x37: "tag seen but not reached", 0x38: "buffer empty",
    0x40: "wrong access password",
} | dict.fromkeys(range(0x41, 0x57), "wrong parameter")  # fmt: skip


def encode(command: int, data: bytes = b"", address: int = BROADCAST) -> bytes:
    """One frame."""
    frame = bytes((HEADER, len(data) + 3, address, command)) + data
    return frame + bytes((negated_sum(frame),))


def dbm(raw: int) -> int:
    """The RSSI of a tag packet without its antenna bit (V2.2: the table leaves out -40)."""
    return raw - 129 if raw >= 90 else raw - 130


def raw_rssi(level: int) -> int:
    """The seven bits that say ``level``, as near as they can."""
    return max(0, min(0x7F, level + 129 if level >= -39 else level + 130))


def tag_packet(tag: TagRead | str) -> bytes:
    """What a real-time inventory tells of one tag."""
    epc = identifier_of(tag, EPC_LENGTHS)
    seen = tag if isinstance(tag, TagRead) else TagRead(epc=epc)
    antenna = seen.antenna or 0
    rssi = raw_rssi(USUAL_RSSI if seen.rssi_dbm is None else seen.rssi_dbm)
    rssi |= 0x80 if antenna > 3 else 0
    data = bytes((6 << 2 | antenna & 3,)) + pc_of(epc) + epc + bytes((rssi,))
    return encode(REAL_TIME, data, address=1)


class R2000Decoder(FrameDecoder):
    """Frames of all firmwares, in both directions."""

    starts = re.compile(rb"\xa0")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """By length and check, which is a sum: it knows no order.

        A frame that lost an A0 takes the next frame's for its check, and bears another number.
        """
        size = _size_at(wire, at)
        check = at + size - 1
        if size <= 0 or wire[check] != HEADER:
            return size
        following = wire[check + 1 : check + 2]
        if not following or following[0] == HEADER:
            return size if following or ended else UNFINISHED
        late = _size_at(wire, check)
        if late == UNFINISHED and not ended:
            return UNFINISHED
        return at - check if late > 0 else size

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags from inventories, and what else is said."""
        command, data = frame[3], frame[4:-1]
        if command in INVENTORIES and (event := _inventory(command, data)):
            return (event,)
        if len(data) == 1 and data[0] in STATUSES:
            return (_status(command, data[0]),)
        if not data or command in _TAKING:
            return (Status("command", command_facts(COMMANDS, command, data)),)
        if command == READ:
            return _memory(data) or (Status("command", command_facts(COMMANDS, command, data)),)
        return (_answered(command, data),)


def _size_at(wire: bytes, at: int) -> int:
    if len(wire) - at < 2:
        return UNFINISHED
    size = wire[at + 1] + 2
    if size < 5:
        return NO_FRAME
    if len(wire) - at < size:
        return UNFINISHED
    return NO_FRAME if negated_sum(wire[at : at + size]) else size


def _inventory(command: int, data: bytes) -> Event | None:
    """A tag if the packet is as long as its PC says (two bytes more with phase), or an end.

    The one length that could be both, eight bytes, is a fast-switch end unless its PC counts two
    words (or one, with phase): for an end that would be more than half a million reads.
    """
    size = len(data)
    if size >= 6:
        end = 3 + (data[1] >> 3) * 2
        if end > 3 and size in (end + 1, end + 3):
            raw = data[end]
            antenna = (data[0] & 3) + (4 if raw & 0x80 else 0)
            return TagRead(epc=data[3:end], rssi_dbm=dbm(raw & 0x7F), antenna=antenna)
    if command == FAST_SWITCH:
        return _fast_switch_end(data)
    if size in (5, 7):
        facts: dict[str, object] = {"command": f"{command:02X}", "antenna": data[0]}
        if size == 7:
            facts["read_rate"] = int.from_bytes(data[1:3], "big")
        return Status("end", facts | {"total": int.from_bytes(data[-4:], "big")})
    return None


def _fast_switch_end(data: bytes) -> Event | None:
    facts: dict[str, object] = {"command": f"{FAST_SWITCH:02X}"}
    if len(data) == 2 and data[1] in STATUSES:
        facts |= {"antenna": data[0], "error": f"{data[1]:02X}", "text": STATUSES[data[1]]}
        return Status("error", facts)
    if len(data) in (7, 8):
        total, milliseconds = data[:-4], data[-4:]
        facts["total"] = int.from_bytes(total, "big")
        return Status("end", facts | {"milliseconds": int.from_bytes(milliseconds, "big")})
    return None


def _answered(command: int, data: bytes) -> Status:
    facts = command_facts(COMMANDS, command, data)
    if command == FIRMWARE and len(data) == 2:
        return Status("info", facts | {"version": f"{data[0]}.{data[1]}"})
    if command == TEMPERATURE and len(data) == 2:
        return Status("answer", facts | {"celsius": data[1] if data[0] else -data[1]})
    return Status("answer", facts)


def _status(command: int, code: int) -> Status:
    facts = {"command": f"{command:02X}", "text": STATUSES[code]}
    if code == SUCCESS:
        return Status("ack", facts)
    return Status("no_tag" if code in NO_TAG_CODES else "error", facts | {"error": f"{code:02X}"})


def _memory(data: bytes) -> tuple[Event, ...]:
    """The words read of one tag: count(2), length, PC EPC CRC words, length of words, antenna.

    The answer does not name the bank; the bench reads only TIDs, which begin with E2 or E0.
    """
    if len(data) < 10 or len(data) != 3 + data[2] + 3:
        return ()
    end = 5 + (data[3] >> 3) * 2
    epc, words, length = data[5:end], data[end + 2 : -3], data[-3]
    if not epc or len(words) != length or words[0] not in (0xE2, 0xE0):
        return ()
    return (TagRead(epc=epc, tid=words, antenna=data[-2] & 3),)


def identity(events: Sequence[Event]) -> Identity | None:
    """The firmware's version is all that this family tells."""
    facts = told_of_itself(events)
    if facts is None:
        return None
    return Identity("r2000", None, f"{facts['version']}")


class _Hearing(R2000Decoder):
    """What the reader hears are commands."""

    def events_of(self, frame: bytes) -> Iterable[Event]:
        return (Status("command", command_facts(COMMANDS, frame[3], frame[4:-1])),)


def _answer(said: Status, near: TagsNear) -> bytes:
    command, data = int(f"{said.facts['command']}", 16), bytes.fromhex(f"{said.facts['data']}")
    if command == MATCH:
        near.selected = data[2:] if data[0] == 0 else None
    elif command == READ and (chip := near.answer()):
        return _memory_packet(*chip)
    elif command == FIRMWARE:
        return encode(FIRMWARE, b"\x03\x08", address=1)
    if command in (REAL_TIME, SESSION):
        return encode(command, bytes(7), address=1)
    if command == FAST_SWITCH:
        return encode(command, bytes(8), address=1)
    return encode(command, b"\x36" if command == READ else b"\x10", address=1)


def _memory_packet(epc: bytes, tid: bytes) -> bytes:
    """What a reading of one tag answers: one tag, its memory, how many bytes were read of it."""
    memory = pc_of(epc) + epc
    memory += crc_gen2(memory).to_bytes(2, "big") + tid
    return encode(READ, bytes((0, 1, len(memory))) + memory + bytes((len(tid), 1, 1)), address=1)


def ask_tid(epc: bytes) -> tuple[bytes, ...]:
    """Let only the tag with this EPC answer a reading, and read its TID, six words."""
    match = bytes((0, len(epc))) + epc
    return encode(MATCH, match), encode(READ, b"\x02\x00\x06\x00\x00\x00\x00")


DIALECT = Dialect(
    name="r2000",
    label="UHF Impinj R2000 (A0)",
    lines=(LineSettings(115200), LineSettings(38400), LineSettings(9600)),
    decoder=R2000Decoder,
    simulation=lambda: AskedReader(
        _Hearing(), _answer, lambda tags: b"".join(map(tag_packet, tags))
    ),
    identity=identity,
    question=encode(FIRMWARE),
    poll=encode(REAL_TIME, b"\x01"),
    ask_tid=ask_tid,
    heed_all=encode(MATCH, b"\x01"),
)
