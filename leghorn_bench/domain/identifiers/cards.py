"""125 kHz cards: five bytes on the wire, and the decimal numbers that are printed on them."""

import re

from leghorn_bench.domain.identifiers.chips import shape
from leghorn_bench.domain.identifiers.errors import NotCard, shown
from leghorn_bench.domain.identifiers.reading import Form, Key, Kind, Reading, Weight
from leghorn_bench.domain.identifiers.scan import Scan

CARD_BYTES = 5
_CARD_DIGITS = 2 * CARD_BYTES
_PRINTED = re.compile(
    r"(?P<whole>[0-9]{10})(?:\s+(?P<both>[0-9]{3},[0-9]{5}))?"
    r"|(?P<short>[0-9]{8})"
    r"|(?P<pair>[0-9]{1,3}[,/ ][0-9]{5})"
)
_LOW_THREE_BYTES = 0xFFFFFF


def card_keys(digits: str) -> tuple[Key, ...]:
    """Under what a card of five bytes is found: as read, and as printed in either way.

    >>> card_keys("4500C5D1E9")
    (('uid', '4500C5D1E9'), ('card', '0012964329'), ('card', '197,53737'))
    """
    number = int.from_bytes(bytes.fromhex(digits)[1:])
    return (Kind.UID.value, digits), (Kind.CARD.value, f"{number:010d}"), _pair(number)


def read_card(scan: Scan) -> Reading:
    """A card number in hexadecimal (10 digits), or as printed: 10 or 8 digits, or ``197,53737``.

    Raises:
        NotCard: none of these.
    """
    printed = _PRINTED.fullmatch(scan.text)
    if scan.hexadecimal and len(scan.hexadecimal) == _CARD_DIGITS and not scan.text.isdecimal():
        digits = scan.hexadecimal
        return _reading(digits, card_keys(digits), shape(digits))
    if printed is None:
        raise NotCard(found=shown(scan.text))
    if whole := printed["whole"]:
        return _whole(scan, whole, printed["both"])
    if short := printed["short"]:
        if int(short) > _LOW_THREE_BYTES:
            raise NotCard(found=short)
        key = _pair(int(short))
        return _reading(key[1], (key,), Weight.POSSIBLE)
    facility, number = (int(part) for part in re.split("[,/ ]", printed["pair"]))
    if facility > 0xFF or number > 0xFFFF:  # noqa: PLR2004 - one byte and two
        raise NotCard(found=shown(scan.text))
    key = _pair(facility << 16 | number)
    return _reading(key[1], (key,), Weight.SHAPED)


def read_card_bytes(number: bytes) -> Reading:
    """A card as its reader tells it: five bytes."""
    digits = number.hex().upper()
    return _reading(digits, card_keys(digits), Weight.PROVEN)


def _whole(scan: Scan, whole: str, both: str | None) -> Reading:
    """Ten decimal digits: the low four bytes as printed, or five bytes that hold no letter."""
    number = int(whole)
    as_bytes = (Kind.UID.value, whole)
    if number > 0xFFFFFFFF:  # noqa: PLR2004 - four bytes
        return _reading(whole, (as_bytes, *card_keys(whole)[1:]), Weight.POSSIBLE)
    if both and both != _pair(number)[1]:
        raise NotCard(found=shown(scan.text))
    weight = Weight.SHAPED if whole.startswith("0") else Weight.POSSIBLE
    return _reading(whole, ((Kind.CARD.value, whole), as_bytes), Weight.PROVEN if both else weight)


def _pair(number: int) -> Key:
    low = number & _LOW_THREE_BYTES
    return Kind.CARD.value, f"{low >> 16:03d},{low & 0xFFFF:05d}"


def _reading(value: str, keys: tuple[Key, ...], weight: Weight) -> Reading:
    return Reading(Form.CARD, Kind.CARD, value, keys, weight)
