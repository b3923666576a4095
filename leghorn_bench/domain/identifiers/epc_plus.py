"""EPCs of the newer kind: GS1 keys digit by digit on the tag (EPC Tag Data Standard 2.0 to 2.3).

Read only. Of the ``++`` schemes the web host that follows the key, and of any scheme further data
behind the EPC, are left alone: they are no part of the identity.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType

from leghorn_bench.domain.identifiers.check_digit import check_digit
from leghorn_bench.domain.identifiers.epc_fields import is_serial_text
from leghorn_bench.domain.identifiers.errors import NotCanonicalEpc


@dataclass(frozen=True, slots=True)
class PlusEpc:
    """What such a tag says."""

    scheme: str
    """``SGTIN+``."""
    filter: int
    elements: tuple[tuple[str, str], ...]
    """Application identifiers and values, the key first."""

    @property
    def element_string(self) -> str:
        """As a label prints it: ``(01)79521141123453(21)32a/b``."""
        return "".join(f"({identifier}){value}" for identifier, value in self.elements)


@dataclass(frozen=True, slots=True)
class PlusScheme:
    """One scheme: a key of fixed digits, and perhaps a serial part."""

    name: str
    key: str
    """Application identifier of the key."""
    digits: int
    """Of the key; 0 = digits up to a delimiter, then text (GIAI)."""
    serial: str | None = None
    """Application identifier of the serial part; that of the key when it belongs to it."""
    dated: bool = False


_SCHEMES = (
    (0xF7, 0xFD, PlusScheme("SGTIN+", "01", 14, "21")),
    (0xFB, 0xFC, PlusScheme("DSGTIN+", "01", 14, "21", dated=True)),
    (0xF9, 0xEF, PlusScheme("SSCC+", "00", 18)),
    (0xF2, 0xE9, PlusScheme("SGLN+", "414", 13, "254")),
    (0xF1, 0xEB, PlusScheme("GRAI+", "8003", 14, "8003")),
    (0xFA, 0xEE, PlusScheme("GIAI+", "8004", 0)),
    (0xF4, 0xE7, PlusScheme("GSRN+", "8018", 18)),
    (0xF5, 0xE8, PlusScheme("GSRNP+", "8017", 18)),
    (0xF6, 0xEA, PlusScheme("GDTI+", "253", 13, "253")),
)

PLUS_SCHEMES = MappingProxyType(
    {header: scheme for header, _, scheme in _SCHEMES}
    | {header: replace(scheme, name=f"{scheme.name}+") for _, header, scheme in _SCHEMES}
)
"""By header."""

UNREAD_SCHEMES = MappingProxyType({
    0x2F: "USDOD-96", 0x3A: "GDTI-113", 0x3B: "ADI-var", 0x3C: "CPI-96", 0x3D: "CPI-var",
    0x3F: "SGCN-96", 0x40: "ITIP-110", 0x41: "ITIP-212", 0xF0: "CPI+", 0xF3: "ITIP+",
    0xF8: "SGCN+", 0xE6: "CPI++", 0xEC: "SGCN++", 0xED: "ITIP++",
})  # fmt: skip
"""Schemes for coupons, car parts and arms: named, and not read."""

_DATES = ("11", "13", "15", "16", "17", "7006", "7007")
_DELIMITER, _TERMINATOR = 0xE, 0xF
_LONGEST = 30
_SHORTEST = 64
"""Bits: the EPC bank of the smallest tags."""
_BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_CODE_40 = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ-.:0123456789"
_WORD = 16


class _Bits:
    """The bits of a tag's memory, taken from the left."""

    def __init__(self, digits: str, scheme: str) -> None:
        self._value, self.left, self._scheme = int(digits, 16), len(digits) * 4, scheme

    def take(self, count: int) -> int:
        """The next ``count`` bits."""
        self.left -= count
        if self.left < 0:
            raise self.wrong("-")
        return self._value >> self.left & (1 << count) - 1

    def wrong(self, found: str) -> NotCanonicalEpc:
        """The refusal that quotes ``found``."""
        return NotCanonicalEpc(scheme=self._scheme, found=found, part=1)


def plus_epc_of_hex(digits: str) -> PlusEpc:
    """The EPC of a memory (upper-case digits) whose header is one of ``PLUS_SCHEMES``.

    Raises:
        NotCanonicalEpc: content that the standard forbids.
    """
    scheme = PLUS_SCHEMES[int(digits[:2], 16)]
    bits = _Bits(digits, scheme.name)
    if bits.left < _SHORTEST:
        raise bits.wrong(digits)
    bits.take(8)
    more = bits.take(1) or scheme.name.endswith("++")
    filter_value = bits.take(3)
    dates = (_date(bits),) if scheme.dated else ()
    key = _digits(bits, scheme.digits) if scheme.digits else _delimited(bits)
    parts = [(scheme.key, key)]
    if scheme.serial:
        serial = _text(bits)
        joined = scheme.serial == scheme.key
        parts = [(scheme.key, key + serial)] if joined else [*parts, (scheme.serial, serial)]
    if not more and (bits.left >= _WORD or bits.take(bits.left)):
        raise bits.wrong(digits[-4:])
    return PlusEpc(scheme.name, filter_value, (*parts, *dates))


def _digits(bits: _Bits, count: int) -> str:
    """``count`` decimal digits of four bits each, the check digit right."""
    text = "".join(f"{bits.take(4):X}" for _ in range(count))
    if not text.isdecimal() or check_digit(text[:-1]) != text[-1]:
        raise bits.wrong(text)
    return text


def _delimited(bits: _Bits) -> str:
    """Digits up to a terminator, or up to a delimiter and then text (§14.5.5)."""
    text = ""
    while (digit := bits.take(4)) < _DELIMITER:
        text += f"{digit:X}"
        if not text.isdecimal() or len(text) > _LONGEST:
            raise bits.wrong(text)
    return text if digit == _TERMINATOR else text + _text(bits)


def _date(bits: _Bits) -> tuple[str, str]:
    """What kind of date, and YYMMDD (§14.5.3)."""
    kind = bits.take(4)
    if kind >= len(_DATES):
        raise bits.wrong(f"{kind:X}")
    return _DATES[kind], f"{bits.take(7):02d}{bits.take(4):02d}{bits.take(5):02d}"


def _text(bits: _Bits) -> str:
    """Three bits of method, five of length, and the characters (§14.5.6)."""
    method, length = bits.take(3), bits.take(5)
    if method >= len(_METHODS) or length == 0:
        raise bits.wrong(f"{method:X}")
    text = _METHODS[method](bits, length)
    if not is_serial_text(text) or len(text) != length:
        raise bits.wrong(text)
    return text


def _number(bits: _Bits, length: int) -> str:
    return str(bits.take((10**length - 1).bit_length())).zfill(length)


def _coded(width: int, character: Callable[[int], str]) -> Callable[[_Bits, int], str]:
    """A method with ``width`` bits a character."""
    return lambda bits, length: "".join(character(bits.take(width)) for _ in range(length))


def _code_40(bits: _Bits, length: int) -> str:
    """Sixteen bits for three characters."""
    text = ""
    for _ in range(-(-length // 3)):
        value = bits.take(16) - 1
        if not 0 <= value < 40**3:
            raise bits.wrong(f"{value + 1:X}")
        text += _CODE_40[value // 1600] + _CODE_40[value // 40 % 40] + _CODE_40[value % 40]
    return text.rstrip("\0")


_METHODS: tuple[Callable[[_Bits, int], str], ...] = (
    _number,
    _coded(4, "{:X}".format),
    _coded(4, "{:x}".format),
    _coded(6, _BASE_64.__getitem__),
    _coded(7, chr),
    _code_40,
)
