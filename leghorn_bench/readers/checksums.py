"""The checksums of the reader dialects, all computed at the speed of C.

>>> f"{crc_8408(bytes.fromhex('04FF21')):04X}"
'9519'
>>> f"{crc_kermit(bytes.fromhex('BE78A221DA1E0080')):04X}"
'0FD6'
>>> f"{crc_mercury(bytes.fromhex('0003')):04X}"
'1D0C'
"""

from binascii import crc_hqx
from functools import reduce
from operator import xor

_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""Each byte with its bits in the other order."""


def sum_byte(data: bytes) -> int:
    """The low byte of the sum."""
    return sum(data) & 0xFF


def negated_sum(data: bytes) -> int:
    """The byte that makes the sum of all bytes zero."""
    return -sum(data) & 0xFF


def xor_byte(data: bytes) -> int:
    """All bytes, exclusive-or."""
    return reduce(xor, data, 0)


def crc_8408(data: bytes) -> int:
    """CRC-16 with reflected polynomial 8408 and start FFFF, not inverted (Chafon, FEIG)."""
    reflected = crc_hqx(data.translate(_REVERSED), 0xFFFF)
    return _REVERSED[reflected >> 8] | _REVERSED[reflected & 0xFF] << 8


def crc_kermit(data: bytes) -> int:
    """CRC-16/KERMIT: as ``crc_8408``, but from zero (ISO 11785 on the air)."""
    reflected = crc_hqx(data.translate(_REVERSED), 0)
    return _REVERSED[reflected >> 8] | _REVERSED[reflected & 0xFF] << 8


def crc_x25(data: bytes) -> int:
    """CRC-16/X.25: as ``crc_8408``, inverted (ISO 15693 on the air)."""
    return crc_8408(data) ^ 0xFFFF


def crc_gen2(data: bytes) -> int:
    """CRC-16/GENIBUS: polynomial 1021, start FFFF, inverted (Gen2 tags, 3M pads)."""
    return crc_hqx(data, 0xFFFF) ^ 0xFFFF


def crc_mercury(data: bytes) -> int:
    """The CRC of ThingMagic modules: polynomial 1021, start FFFF, message not augmented.

    Leaving out the sixteen zero bits that CCITT appends is the same as starting from 1D0F (FFFF
    pushed sixteen bits on) and adding the last two bytes as they are. Needs two bytes at least.
    """
    return crc_hqx(data[:-2], 0x1D0F) ^ int.from_bytes(data[-2:], "big")


def is_whole_8408(frame: bytes) -> bool:
    """Whether ``frame`` ends with its own ``crc_8408``, low byte first: then all cancels out."""
    return crc_hqx(frame.translate(_REVERSED), 0xFFFF) == 0
