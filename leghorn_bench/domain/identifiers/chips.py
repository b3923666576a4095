"""Numbers that a chip was born with: ISO 15693 and 14443 UIDs, and Gen2 TIDs."""

from leghorn_bench.domain.identifiers.errors import NotHexadecimal, NotTid, NotUid, shown
from leghorn_bench.domain.identifiers.makers import IC_MAKERS, maker_of, mask_designer
from leghorn_bench.domain.identifiers.reading import Doubt, Form, Kind, Reading, Weight
from leghorn_bench.domain.identifiers.scan import Scan

VICINITY = "E0"
"""First byte of every ISO 15693 UID."""
GEN2 = "E2"
"""First byte of a TID that follows GS1."""

LEAST_TID_DIGITS = 16
"""A shorter TID names the model of the chip and not the chip."""

_PROXIMITY_DIGITS = (8, 14, 20)
_VICINITY_DIGITS = 16
_TID_DIGITS = range(8, 97, 4)
_RANDOM = "08"
"""First byte of a four-byte UID that the chip makes up at every read (ISO 14443-3)."""


def hexadecimal_of(scan: Scan) -> str:
    """The digits of a scan that is nothing but hexadecimal.

    Raises:
        NotHexadecimal: it holds something else.
    """
    if scan.hexadecimal is None:
        raise NotHexadecimal(found=shown(scan.text))
    return scan.hexadecimal


def shape(digits: str) -> Weight:
    """Pairs of digits without a letter are likelier a serial number."""
    return Weight.POSSIBLE if digits.isdecimal() else Weight.SHAPED


def read_uid(scan: Scan) -> Reading:
    """A UID; one of ISO 15693 is turned E0 first, whatever order it was read in.

    Raises:
        IdentifierRefused: no hexadecimal, or no length of a UID.
    """
    digits = hexadecimal_of(scan)
    if len(digits) == _VICINITY_DIGITS:
        return _vicinity(digits)
    if len(digits) not in _PROXIMITY_DIGITS:
        raise NotUid(found=shown(scan.text))
    return Reading(
        form=Form.UID,
        kind=Kind.UID,
        value=digits,
        keys=((Kind.UID.value, digits),),
        weight=shape(digits),
        maker=maker_of(bytes.fromhex(digits)),
        facts={"standard": "ISO 14443"},
        doubts=(Doubt.RANDOM_UID,) if is_random_uid(digits) else (),
    )


def is_random_uid(digits: str) -> bool:
    """Whether the chip made this UID up for one read (ISO 14443-3)."""
    return len(digits) == _PROXIMITY_DIGITS[0] and digits.startswith(_RANDOM)


def vicinity_uid(digits: str) -> str | None:
    """``digits`` (16 of them) as an ISO 15693 UID, E0 first; None when neither end is E0.

    With E0 at both ends the order whose maker is registered wins, as read when both are.
    """
    turned = bytes.fromhex(digits)[::-1].hex().upper()
    ways = [way for way in (digits, turned) if way.startswith(VICINITY)]
    known = [way for way in ways if int(way[2:4], 16) in IC_MAKERS]
    return next(iter(known or ways), None)


def _vicinity(digits: str) -> Reading:
    uid = vicinity_uid(digits)
    if uid is None:
        raise NotUid(found=digits)
    maker = maker_of(bytes.fromhex(uid))
    return Reading(
        form=Form.UID,
        kind=Kind.UID,
        value=uid,
        keys=((Kind.UID.value, uid),),
        weight=Weight.PROVEN if maker else shape(digits),
        maker=maker,
        facts={"standard": "ISO 15693"},
        doubts=() if uid == digits else (Doubt.BYTES_REVERSED,),
    )


def read_tid(scan: Scan) -> Reading:
    """A Gen2 TID: maker, model and extension bit (EPC TDS §16); one without serial has no key.

    Raises:
        IdentifierRefused: no hexadecimal, not E2 first, or not whole words.
    """
    digits = hexadecimal_of(scan)
    if not digits.startswith(GEN2) or len(digits) not in _TID_DIGITS:
        raise NotTid(found=shown(scan.text))
    number = bytes.fromhex(digits)
    maker = mask_designer(number)
    return Reading(
        form=Form.TID,
        kind=Kind.TID,
        value=digits,
        keys=((Kind.TID.value, digits),) if len(digits) >= LEAST_TID_DIGITS else (),
        weight=Weight.PROVEN if maker else shape(digits),
        maker=maker,
        facts={
            "designer": f"{(number[1] & 0x1F) << 4 | number[2] >> 4:03X}",
            "model": f"{(number[2] & 0x0F) << 8 | number[3]:03X}",
            "extended": bool(number[1] & 0x80),
        },
    )
