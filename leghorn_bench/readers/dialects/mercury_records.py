"""One tag read of a ThingMagic module, with the metadata that its flags announce."""

from dataclasses import dataclass

from leghorn_bench.readers.checksums import crc_gen2
from leghorn_bench.readers.events import TagRead

COUNT, RSSI, ANTENNA, FREQUENCY, TIME, PHASE, PROTOCOL, MEMORY, GPIO = (
    1 << bit for bit in range(9)
)
_LENGTHS = {
    COUNT: 1, RSSI: 1, ANTENNA: 1, FREQUENCY: 3, TIME: 4, PHASE: 2, PROTOCOL: 1, MEMORY: 2, GPIO: 1,
}  # fmt: skip
"""Bytes of each, in the order of the wire; MEMORY is a length in bits, its words follow."""

_METADATA = 0x10
"""Set in the option of an answer that tells metadata."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A tag read and where its record ends."""

    tag: TagRead
    end: int


def record_at(data: bytes, flags_at: int, at: int) -> Reading | None:
    """The record at ``at``, by the metadata flags at ``flags_at``; None when it does not fit.

    The stream says option, search flags(2), flags(2), count; the buffer flags(2), option, count.
    """
    flags = int.from_bytes(data[flags_at : flags_at + 2], "big")
    rssi: int | None = None
    antenna: int | None = None
    words = b""
    for flag, length in _LENGTHS.items():
        if not flags & flag:
            continue
        value = data[at : at + length]
        at += length
        if flag == RSSI:
            rssi = int.from_bytes(value, "big", signed=True)
        elif flag == ANTENNA:
            antenna = int.from_bytes(value, "big") >> 4 or None
        elif flag == MEMORY:
            size = int.from_bytes(value, "big") // 8
            words = data[at : at + size]
            at += size
    size = int.from_bytes(data[at : at + 2], "big") // 8
    memory = data[at + 2 : at + 2 + size]
    if size < 6 or len(memory) < size:
        return None
    return Reading(_tag(memory, words, rssi, antenna), at + 2 + size)


def words_read(data: bytes) -> bytes:
    """The words in the answer to a memory read: option, metadata where it says so, words."""
    at = 1
    if data[:1] and data[0] & _METADATA:
        flags, at = int.from_bytes(data[1:3], "big"), 3
        at += sum(length for flag, length in _LENGTHS.items() if flags & flag)
    return data[at:]


def _tag(memory: bytes, words: bytes, rssi: int | None, antenna: int | None) -> TagRead:
    """``memory`` is PC, EPC and CRC; ``words`` were read beside, and are a TID if they begin so."""
    right = crc_gen2(memory[:-2]) == int.from_bytes(memory[-2:], "big")
    tid = words if words[:1] in (b"\xe2", b"\xe0") else None
    return TagRead(epc=memory[2:-2], tid=tid, rssi_dbm=rssi, antenna=antenna, crc_ok=right)
