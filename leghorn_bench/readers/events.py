"""What a decoder tells of the bytes it was fed: tags, lines, reader status, and noise."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TagRead:
    """One sighting of one tag; at least one of ``epc``, ``uid``, ``tid`` is given."""

    epc: bytes | None = None
    """EPC bank of a UHF tag, without PC and CRC."""
    uid: bytes | None = None
    """HF or LF identifier: ISO 15693 with E0 first whatever the wire; 125 kHz as on the wire;
    134.2 kHz country and national number, see ``iso11784``."""
    tid: bytes | None = None
    rssi_dbm: int | None = None
    antenna: int | None = None
    """Antenna port, counted as the reader's manual counts it."""
    crc_ok: bool | None = field(default=None, compare=False)
    """Whether the tag's own CRC-16 agrees with what it sent; None where the reader keeps it."""
    signal: int | None = field(default=None, compare=False)
    """Strength in a unit of the reader's own where it tells no dBm; compares its own reads only."""
    names_maker: bool = field(default=True, compare=False)
    """Whether the number names the maker of the chip; an animal's tag bears a country instead."""


@dataclass(frozen=True, slots=True)
class LineRead:
    """One line of an ASCII scanner, terminator, prefix and suffix removed, GS (0x1D) kept."""

    text: str


@dataclass(frozen=True, slots=True)
class Status:
    """Anything else that a reader says in a valid frame: an answer, an error, the end."""

    kind: str
    """``info`` ``ack`` ``no_tag`` ``end`` ``error`` ``heartbeat`` ``answer`` ``command``.

    ``end``: the inventory is over until it is asked for again; ``no_tag`` is never an error.
    """
    facts: Mapping[str, object] = field(default_factory=dict)
    """JSON-ready details, e.g. ``{"command": "03", "text": "M100 V1.00"}``."""


@dataclass(frozen=True, slots=True)
class Noise:
    """Bytes that belong to no valid frame; kept so that nothing on the wire vanishes."""

    data: bytes


Event = TagRead | LineRead | Status | Noise
