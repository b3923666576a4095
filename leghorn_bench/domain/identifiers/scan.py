"""A scanned text made safe: blanks cut, unreadable characters refused, AIM identifier apart."""

import re
import unicodedata
from dataclasses import dataclass

from leghorn_bench.domain.identifiers.errors import (
    EmptySymbol,
    NotHexadecimal,
    NothingScanned,
    TooLong,
    UnknownSymbology,
    UnreadableCharacter,
    shown,
)

LONGEST = 512
"""Characters; the longest GS1 symbols hold fewer."""

GS = "\x1d"
"""Group separator: how scanners send the FNC1 of a GS1 symbol."""

_AIM = re.compile(r"\](?P<code>[A-HI-VXZb-ehjo-sz])(?P<modifier>[0-9A-C])")
"""ISO/IEC 15424: a code character and a modifier."""

_HEX = re.compile(r"[0-9A-F]+")
_PAIRS = re.compile(r"[0-9A-F]{2}(?:([:. -])[0-9A-F]{2})(?:\1[0-9A-F]{2})*")
_WORDS = re.compile(r"[0-9A-F]{4}(?: [0-9A-F]{4})+|[0-9A-F]{8}(?: [0-9A-F]{8})+")


@dataclass(frozen=True, slots=True)
class Scan:
    """One scanned text, ready to be tried in every form."""

    text: str
    """Printable, and GS; without the AIM identifier."""
    aim: str | None = None
    hexadecimal: str | None = None
    """The whole text as upper-case pairs of digits, when it is that."""


def scanned(text: str) -> Scan:
    """``text`` as a safe :class:`Scan`.

    Raises:
        IdentifierRefused: empty, too long, unreadable, or an unknown symbology identifier.
    """
    if len(text) > LONGEST:
        raise TooLong(limit=LONGEST, length=len(text))
    clean = text.strip(" \t\r\n")
    if not (clean.isascii() and clean.isprintable()):
        clean = _readable(clean)
    if not clean:
        raise NothingScanned
    if clean[0] != "]":
        return Scan(clean, None, hexadecimal(clean))
    if not (found := _AIM.match(clean)):
        raise UnknownSymbology(found=shown(clean[:3]))
    rest = clean[3:].strip(f" {GS}")
    if not rest:
        raise EmptySymbol(aim=clean[:3])
    return Scan(rest, found.group(), hexadecimal(rest))


def hexadecimal(text: str) -> str | None:
    """``text`` as upper-case pairs of hexadecimal digits, or None when it is something else.

    Blanks, colons, dashes and points between the bytes, and a leading ``0x``, are dropped.

    >>> hexadecimal("3074 257b f719 4e40 0000 1a85")
    '3074257BF7194E4000001A85'
    """
    if not text.isascii():
        return None
    digits = text.upper().removeprefix("0X")
    if not _HEX.fullmatch(digits):
        if not (_PAIRS.fullmatch(digits) or _WORDS.fullmatch(digits)):
            return None
        digits = re.sub("[:. -]", "", digits)
    return digits if len(digits) % 2 == 0 else None


def needed_hexadecimal(text: str) -> str:
    """As :func:`hexadecimal`.

    Raises:
        NotHexadecimal: it is something else.
    """
    digits = hexadecimal(text.strip())
    if digits is None:
        raise NotHexadecimal(found=shown(text))
    return digits


def plain(text: str) -> str:
    """Normal form of a serial number or label: trimmed, single blanks, upper case.

    >>> plain("  lg-24  0117 ")
    'LG-24 0117'
    """
    return unicodedata.normalize("NFC", " ".join(text.split()).upper())


def _readable(text: str) -> str:
    """``text`` without invisible characters around it; blanks of any kind become plain ones."""
    invisible = "".join({c for c in text if unicodedata.category(c) in {"Cf", "Zs"}})
    clean = text.strip(f"{invisible}\r\n\t ")
    for position, character in enumerate(clean, start=1):
        category = unicodedata.category(character)
        if category[0] == "C" and character != GS:
            raise UnreadableCharacter(found=f"U+{ord(character):04X}", position=position)
    return "".join(" " if unicodedata.category(c)[0] == "Z" else c for c in clean)
