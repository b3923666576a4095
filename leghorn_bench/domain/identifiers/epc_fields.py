"""The fields of an EPC between bits and text (EPC Tag Data Standard 1.x, §14)."""

import re

from leghorn_bench.domain.identifiers.epc_schemes import Content, Field

_ALLOWED = re.compile(r"[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+")
"""GS1 character set 82: all that a serial may be made of."""

_DECIMAL = re.compile(r"0|[1-9][0-9]*")
_DIGITS = re.compile(r"[0-9]*")
_ESCAPED = str.maketrans({c: f"%{ord(c):02X}" for c in '"%&/<>?'})
_ESCAPE = re.compile(r"%(22|25|26|2F|3C|3E|3F)", re.IGNORECASE)
_WELL_ESCAPED = re.compile(rf"(?:[^\"%&/<>?]|{_ESCAPE.pattern})*", re.IGNORECASE)


def read_field(field: Field, bits: int) -> str | None:
    """The text of ``bits``; None when the standard forbids them."""
    match field.content:
        case Content.NUMBER:
            return str(bits)
        case Content.PADDED:
            text = str(bits).zfill(field.digits) if field.digits or bits else ""
            return text if len(text) == field.digits else None
        case Content.TEXT:
            return _read_text(field, bits)
        case _:  # reserved
            return None if bits else ""


def written_field(field: Field, text: str) -> int | None:
    """The bits of ``text``; None when it does not fit."""
    match field.content:
        case Content.NUMBER:
            fits = _DECIMAL.fullmatch(text) is not None and len(text) <= field.bits
        case Content.PADDED:
            fits = _DIGITS.fullmatch(text) is not None and len(text) == field.digits
        case Content.TEXT:
            return _written_text(field, text)
        case _:  # reserved
            return 0
    bits = int(text or "0") if fits else 1 << field.bits
    return bits if bits < 1 << field.bits else None


def is_serial_text(text: str) -> bool:
    """Whether ``text`` is made of what GS1 allows in a serial number, and not empty."""
    return _ALLOWED.fullmatch(text) is not None


def uri_text(text: str) -> str:
    """``text`` with the seven characters escaped that a URI reserves."""
    return text.translate(_ESCAPED)


def plain_text(escaped: str) -> str | None:
    """What :func:`uri_text` made ``escaped`` of; None when something else did."""
    if not _WELL_ESCAPED.fullmatch(escaped):
        return None
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), escaped)


def _read_text(field: Field, bits: int) -> str | None:
    count, spare = divmod(field.bits, 7)
    whole = bits >> spare
    codes = [whole >> 7 * (count - 1 - place) & 0x7F for place in range(count)]
    text = "".join(map(chr, codes)).rstrip("\0")
    return text if _ALLOWED.fullmatch(text) and not bits & (1 << spare) - 1 else None


def _written_text(field: Field, text: str) -> int | None:
    count, spare = divmod(field.bits, 7)
    if not _ALLOWED.fullmatch(text) or len(text) > count:
        return None
    whole = 0
    for character in text.ljust(count, "\0"):
        whole = whole << 7 | ord(character)
    return whole << spare
