"""UHF modules M100, QM100, YRM100, JRD-4035 and R200: BB ... 7E, or AA ... DD with the same inside.

``header type command length(2) parameters sum end``; cut by length, since both the headers and the
ends occur inside EPCs.
"""

import re
from collections.abc import Iterable, Sequence

from leghorn_bench.readers.checksums import crc_gen2, sum_byte
from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts
from leghorn_bench.readers.framing import NO_FRAME, UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import (
    EPC_LENGTHS,
    USUAL_RSSI,
    AskedReader,
    TagsNear,
    identifier_of,
    pc_of,
)

HEADERS = {0xBB: 0x7E, 0xAA: 0xDD}
"""The first byte of a frame, and the last that belongs to it."""
LONGEST_PARAMETERS = 640
"""Bytes; a full EPC and 255 words of memory need less than 600, what readers send 200."""
COMMAND, RESPONSE, NOTIFICATION = 0, 1, 2
ERROR = 0xFF
READ_FAILED, NO_TAG = 0x09, 0x15
_OVERHEAD = 7

SELECT, SELECTION_MODE, READ = 0x0C, 0x12, 0x39
WHEN_READING, NEVER = b"\x02", b"\x01"
"""When only the selected tag answers; polling always reaches all in these two modes."""
LONGEST_MASK = 12
"""Bytes of an EPC that a selection compares; a longer EPC is selected by its beginning."""

COMMANDS = {
    0x03: "module_info", 0x07: "set_region", 0x08: "region", 0x0B: "selection", SELECT: "select",
    0x0D: "query", 0x0E: "set_query", 0x11: "set_baud", SELECTION_MODE: "selection_mode",
    0x22: "single_inventory", 0x27: "multi_inventory", 0x28: "stop_inventory",
    READ: "read_memory", 0x49: "write_memory", 0x65: "kill", 0x82: "lock",
    0xAA: "channel", 0xAB: "set_channel", 0xAD: "hopping", 0xB6: "set_power", 0xB7: "power",
}  # fmt: skip
REGIONS = {1: "China 900", 2: "US", 3: "Europe", 4: "China 800", 6: "Korea"}
INFO = {0: "hardware", 1: "software", 2: "maker"}
ERRORS = {
    0x09: "read failed: no tag", 0x10: "write failed: no tag", 0x12: "kill failed",
    0x13: "lock failed", 0x14: "block lock failed", 0x15: "no tag", 0x16: "wrong access password",
    0x17: "unknown command", 0x20: "no free channel",
}  # fmt: skip


def encode(kind: int, command: int, parameters: bytes = b"", header: int = 0xBB) -> bytes:
    """One frame."""
    inside = bytes((kind, command)) + len(parameters).to_bytes(2, "big") + parameters
    return bytes((header, *inside, sum_byte(inside), HEADERS[header]))


def command(code: int, parameters: bytes = b"") -> bytes:
    """A command in both forms: a module hears the one with its own header, the other is noise."""
    return encode(COMMAND, code, parameters, 0xAA) + encode(COMMAND, code, parameters, 0xBB)


def tag_frame(tag: TagRead | str, header: int = 0xBB) -> bytes:
    """The notification of one tag."""
    epc = identifier_of(tag, EPC_LENGTHS)
    rssi = tag.rssi_dbm if isinstance(tag, TagRead) and tag.rssi_dbm is not None else USUAL_RSSI
    memory = pc_of(epc) + epc
    parameters = bytes((rssi & 0xFF,)) + memory + crc_gen2(memory).to_bytes(2, "big")
    return encode(NOTIFICATION, 0x22, parameters, header)


class M100Decoder(FrameDecoder):
    """Frames of both forms, in both directions."""

    starts = re.compile(rb"[\xaa\xbb]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:  # noqa: ARG002
        """By length, end byte and sum; a length that no module sends is no frame."""
        have = len(wire) - at
        if have < 5:  # header, type, command, length
            return NO_FRAME if have > 1 and wire[at + 1] > NOTIFICATION else UNFINISHED
        size = (wire[at + 3] << 8 | wire[at + 4]) + _OVERHEAD
        if wire[at + 1] > NOTIFICATION or size > LONGEST_PARAMETERS + _OVERHEAD:
            return NO_FRAME
        if have < size:
            return UNFINISHED
        last = at + size - 1
        if wire[last] != HEADERS[wire[at]] or wire[last - 1] != sum_byte(wire[at + 1 : last - 1]):
            return NO_FRAME
        return size

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """Tags from notifications, and what else is said."""
        kind, code, parameters = frame[1], frame[2], frame[5:-2]
        if kind == NOTIFICATION and (tag := _tag(parameters)):
            return (tag,)
        if kind == RESPONSE and code == ERROR and parameters:
            return _failure(parameters)
        if kind == RESPONSE and code == READ and (events := _memory(parameters)):
            return events
        facts = _facts(code, parameters)
        if kind == COMMAND:
            return (Status("command", facts),)
        if kind == RESPONSE and code == 0x03 and parameters:
            return (Status("info", facts | _info(parameters)),)
        return (Status("ack" if parameters == b"\0" else "answer", facts),)


def _tag(parameters: bytes) -> TagRead | None:
    """RSSI, PC, EPC (as long as the PC says), CRC; None when they do not fit together."""
    if len(parameters) < 5:  # RSSI, PC and CRC
        return None
    end = 3 + (parameters[1] >> 3) * 2
    if end == 3 or len(parameters) != end + 2:  # no EPC at all
        return None
    rssi = parameters[0]
    return TagRead(
        epc=parameters[3:end],
        rssi_dbm=rssi - 256 if rssi > 127 else rssi,  # a signed byte
        crc_ok=crc_gen2(parameters[1:end]) == int.from_bytes(parameters[end:], "big"),
    )


def _failure(parameters: bytes) -> tuple[Event, ...]:
    """An error: its code, then for tag errors the PC and EPC of the tag (a length byte first)."""
    code = parameters[0]
    facts: dict[str, object] = {"error": f"{code:02X}", "text": ERRORS.get(code, "tag error")}
    if code in (READ_FAILED, NO_TAG):
        return (Status("no_tag", facts),)
    if len(parameters) > 4:  # code, length, PC
        facts["epc"] = parameters[4 : 2 + parameters[1]].hex().upper()
    return (Status("error", facts),)


def _memory(parameters: bytes) -> tuple[Event, ...]:
    """The answer to a memory read: PC and EPC of the tag, then the words.

    The answer does not name the bank; the bench reads only TIDs, and each TID begins with its
    allocation class E2 (Gen2) or E0, so anything else is told as plain data.
    """
    end = 1 + parameters[0] if parameters else 0
    if not 3 < end < len(parameters):  # length, PC, then an EPC
        return ()
    epc, words = parameters[3:end], parameters[end:]
    if words[0] in (0xE2, 0xE0) and len(words) >= 4:  # maker and model
        return (TagRead(epc=epc, tid=words),)
    facts = {"command": f"{READ:02X}", "epc": epc.hex().upper(), "data": words.hex().upper()}
    return TagRead(epc=epc), Status("answer", facts)


def _facts(code: int, parameters: bytes) -> dict[str, object]:
    facts = command_facts(COMMANDS, code, parameters)
    if code in (0x07, 0x08) and parameters and parameters[0] in REGIONS:
        facts["region"] = REGIONS[parameters[0]]
    return facts


def _info(parameters: bytes) -> dict[str, object]:
    about = INFO.get(parameters[0], f"{parameters[0]}")
    return {"about": about, "text": parameters[1:].decode("ascii", "replace").strip("\0 ")}


def identity(events: Sequence[Event]) -> Identity | None:
    """Hardware and software version, from module information with a right checksum.

    A leading BB is not enough: Phychips modules start so too, but end otherwise.
    """
    told = {
        event.facts["about"]: f"{event.facts['text']}"
        for event in events
        if isinstance(event, Status) and event.kind == "info"
    }
    return Identity("m100", told.get("hardware"), told.get("software")) if told else None


_NAMES = {b"\0": b"M100 V1.00", b"\1": b"V2.3.1", b"\2": b"Leghorn simulated"}


def _answer(said: Status) -> bytes:
    code, parameters = int(f"{said.facts['command']}", 16), bytes.fromhex(f"{said.facts['data']}")
    if code == 0x03 and parameters in _NAMES:
        return encode(RESPONSE, code, parameters + _NAMES[parameters])
    if code in (0x22, READ):
        return encode(RESPONSE, ERROR, bytes((NO_TAG if code == 0x22 else READ_FAILED,)))
    if code == 0x27:
        return b""
    return encode(RESPONSE, code, b"\0") if code in COMMANDS else encode(RESPONSE, ERROR, b"\x17")


class _BbDecoder(M100Decoder):
    """The simulated module has the usual header and does not hear the other."""

    starts = re.compile(rb"\xbb")


def _asked(said: Status, near: TagsNear) -> bytes:
    """The answer of a module that may select a tag and read its memory."""
    code, parameters = int(f"{said.facts['command']}", 16), bytes.fromhex(f"{said.facts['data']}")
    if code == SELECT:
        near.selected = parameters[7:]
    elif code == READ and (chip := near.answer()):
        memory = pc_of(chip[0]) + chip[0]
        return encode(RESPONSE, READ, bytes((len(memory),)) + memory + chip[1])
    return _answer(said)


def ask_tid(epc: bytes) -> tuple[bytes, ...]:
    """Select the tag by its EPC, which begins at bit 32 of its bank; read its TID, six words."""
    mask = epc[:LONGEST_MASK]
    selection = b"\x01" + (32).to_bytes(4, "big") + bytes((len(mask) * 8, 0)) + mask
    return (
        command(SELECTION_MODE, WHEN_READING),
        command(SELECT, selection),
        command(READ, bytes.fromhex("000000000200000006")),
    )


DIALECT = Dialect(
    name="m100",
    label="UHF M100 / R200",
    lines=(LineSettings(115200),),
    decoder=M100Decoder,
    simulation=lambda: AskedReader(
        _BbDecoder(), _asked, lambda tags: b"".join(map(tag_frame, tags))
    ),
    identity=identity,
    question=command(0x03, b"\0") + command(0x03, b"\1"),
    start=command(0x27, b"\x22\xff\xff"),
    stop=command(0x28),
    poll=command(0x22),
    ask_tid=ask_tid,
    heed_all=command(SELECTION_MODE, NEVER),
)
