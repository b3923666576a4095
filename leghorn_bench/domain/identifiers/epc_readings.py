"""EPCs among the readings of a scan: coded to GS1, as an address, or any content of the bank."""

from functools import lru_cache

from leghorn_bench.domain.identifiers.chips import GEN2, hexadecimal_of, shape
from leghorn_bench.domain.identifiers.epc import Epc, epc_of_hex
from leghorn_bench.domain.identifiers.epc_keys import element_string_of, gtin_of
from leghorn_bench.domain.identifiers.epc_plus import PLUS_SCHEMES, PlusEpc, plus_epc_of_hex
from leghorn_bench.domain.identifiers.epc_uri import epc_of_pure_uri, epc_of_tag_uri
from leghorn_bench.domain.identifiers.errors import IdentifierRefused, NotHexadecimal, shown
from leghorn_bench.domain.identifiers.gs1 import digital_link
from leghorn_bench.domain.identifiers.makers import maker_of
from leghorn_bench.domain.identifiers.reading import Doubt, Form, Key, Kind, Reading, Weight
from leghorn_bench.domain.identifiers.scan import Scan

_BANK_DIGITS = range(16, 125, 4)
"""Whole words, from the 64 bits of old tags to the 496 that a control word can announce."""
_USUAL_DIGITS = 24
_SGTIN_96, _SGTIN_96_DIGITS, _SERIAL_BITS = "30", 24, 38
_SERIAL_MASK = (1 << _SERIAL_BITS) - 1
_NAMING = frozenset({"00", "01", "21", "253", "254", "414", "8003", "8004", "8017", "8018"})
"""Application identifiers that belong to an identity; the date of a DSGTIN+ does not."""


def read_epc(scan: Scan) -> Reading:
    """The memory of a tag that was coded to GS1.

    Raises:
        IdentifierRefused: another header, length, or forbidden content.
    """
    digits = hexadecimal_of(scan)
    if int(digits[:2], 16) in PLUS_SCHEMES:
        return _plus_reading(plus_epc_of_hex(digits), digits)
    return _reading(Form.EPC, epc_of_hex(digits), digits)


def read_epc_uri(scan: Scan) -> Reading:
    """``urn:epc:tag:…`` or ``urn:epc:id:…``.

    Raises:
        NotEpcUri: another text, or an address that no tag can hold.
    """
    if scan.text[:12].lower() == "urn:epc:tag:":
        epc = epc_of_tag_uri(scan.text)
        return _reading(Form.EPC_URI, epc, epc.hexadecimal)
    return _reading(Form.EPC_URI, epc_of_pure_uri(scan.text), None)


def read_epc_bank(scan: Scan) -> Reading:
    """Any whole words, as customers write them who do not follow GS1.

    Raises:
        NotHexadecimal: other characters, or no length that the bank can have.
    """
    digits = hexadecimal_of(scan)
    if len(digits) not in _BANK_DIGITS:
        raise NotHexadecimal(found=shown(scan.text))
    return bank_reading(digits)


def bank_reading(digits: str) -> Reading:
    """``digits`` as the content of an EPC bank, whatever they mean."""
    likely = Weight.SHAPED if len(digits) >= _USUAL_DIGITS else shape(digits)
    factory = digits.startswith(GEN2) and maker_of(bytes.fromhex(digits)) is not None
    return Reading(
        form=Form.EPC_BANK,
        kind=Kind.EPC,
        value=digits,
        keys=((Kind.EPC.value, digits),),
        weight=likely,
        doubts=(Doubt.FACTORY_EPC,) if factory else (),
    )


def keys_of_memory(digits: str) -> tuple[Key, ...]:
    """The keys of a tag's memory: itself, and the GS1 identity when it is coded to one.

    As those of ``read_epc``, without the rest of the reading: a register has millions.
    """
    itself = (Kind.EPC.value, digits)
    try:
        if len(digits) == _SGTIN_96_DIGITS and digits.startswith(_SGTIN_96):
            value = int(digits, 16)
            gtin = _gtin_of_sgtin_96(value >> _SERIAL_BITS)
            return itself, (Kind.GTIN_SERIAL.value, f"{gtin}|{value & _SERIAL_MASK}")
        if int(digits[:2], 16) in PLUS_SCHEMES:
            return _plus_reading(plus_epc_of_hex(digits), digits).keys
        return (itself, *epc_keys(epc_of_hex(digits)))
    except IdentifierRefused:
        return (itself,)


@lru_cache(maxsize=4_096)
def _gtin_of_sgtin_96(article: int) -> str | None:
    """The GTIN of all SGTIN-96 that are ``article`` above their serial number."""
    return gtin_of(epc_of_hex(f"{article << _SERIAL_BITS:0{_SGTIN_96_DIGITS}X}"))


def identity_of(digits: str) -> Key:
    """What a tag's memory stands for, the same whatever its scheme and filter; else itself."""
    return keys_of_memory(digits)[-1]


def epc_keys(epc: Epc) -> tuple[Key, ...]:
    """The GS1 identity of ``epc``, as labels and registers have it."""
    gtin = gtin_of(epc)
    if gtin is not None:
        return ((Kind.GTIN_SERIAL.value, f"{gtin}|{epc.parts[2]}"),)
    printed = element_string_of(epc)
    return ((Kind.GS1.value, printed),) if printed else ()


def _plus_reading(epc: PlusEpc, digits: str) -> Reading:
    facts = dict(epc.elements)
    gtin, serial = facts.get("01"), facts.get("21")
    printed = f"({epc.elements[0][0]}){epc.elements[0][1]}"
    if "254" in facts:
        printed += f"(254){facts['254']}"
    identity = (Kind.GTIN_SERIAL.value, f"{gtin}|{serial}") if gtin else (Kind.GS1.value, printed)
    return Reading(
        form=Form.EPC,
        kind=Kind.EPC,
        value=digits,
        keys=((Kind.EPC.value, digits), identity),
        uri=digital_link(one for one in epc.elements if one[0] in _NAMING),
        gtin=gtin,
        serial=serial,
        facts={
            "element_string": epc.element_string,
            "scheme": epc.scheme,
            "filter": epc.filter,
        },
    )


def _reading(form: Form, epc: Epc, digits: str | None) -> Reading:
    in_memory: tuple[Key, ...] = ((Kind.EPC.value, digits),) if digits else ()
    printed = element_string_of(epc)
    facts: dict[str, str | int | bool] = {"element_string": printed} if printed else {}
    if digits:
        facts |= {"scheme": epc.scheme.name.upper(), "tag_uri": epc.tag_uri}
        facts |= {"filter": epc.filter} if epc.scheme.partitioned else {}
    return Reading(
        form=form,
        kind=Kind.EPC,
        value=digits or epc.uri,
        keys=(*in_memory, *epc_keys(epc)) or ((Kind.EPC.value, epc.uri),),
        uri=epc.uri,
        gtin=gtin_of(epc),
        serial=epc.parts[2] if gtin_of(epc) else None,
        facts=facts,
    )
