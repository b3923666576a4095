"""GS1 element strings and Digital Links, read with biip, and what they identify.

biip takes 60 to 100 ms to load, so it is loaded by the first GS1 scan, or before it by ``warm_up``.
Kept from biip's hands (READERS §11): AIM identifiers, Digital Links behind one, DotCode.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from leghorn_bench.domain.identifiers.check_digit import check_digit
from leghorn_bench.domain.identifiers.errors import (
    NoPrimaryElement,
    NotDigitalLink,
    NotElementString,
    WrongCheckDigit,
    shown,
)
from leghorn_bench.domain.identifiers.reading import Doubt, Form, Key, Kind, Reading
from leghorn_bench.domain.identifiers.scan import GS, Scan, plain

Elements = tuple[tuple[str, str], ...]
"""Application identifiers and their values, in the order of the symbol."""

AIMS = frozenset({"]C1", "]d2", "]Q3", "]e0", "]e1", "]e2", "]J1"})
"""Symbols whose content is a GS1 element string."""

_KEYED = re.compile(r"(?:00|01|02)[0-9]{14}|(?:8003|8006|8010|8017|8018)[0-9]{12}|8004[0-9]{6}")
"""Beginnings that are taken for GS1 without an AIM identifier."""

_PRINTED = re.compile(r"\([0-9]{2,4}\)[^()]")
_LOT = "10"
_SERIAL = "21"
_SWALLOWED = re.compile(
    r"(?=(?:(?P<date>1[1-7][0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01]))(?:$|10|21)"
    r"|(?P<ai>10|21)(?P<rest>.{3,20})$))"
)


def warm_up() -> None:
    """Load biip now, when nobody waits for a scan."""
    _parsers()


def read_element_string(scan: Scan) -> Reading:
    """A GS1 element string: behind its AIM identifier, with GS, as printed, or bare.

    Raises:
        IdentifierRefused: nothing that GS1 knows, or a wrong check digit.
    """
    text = scan.text
    if _PRINTED.match(text):
        found = elements_as_printed(text)
        return reading_of(Form.GS1, found)
    bare = scan.aim not in AIMS and GS not in text
    if bare and not _KEYED.match(text):
        raise NoPrimaryElement(found=shown(text))
    found = elements(text.lstrip(GS))
    return reading_of(Form.GS1, found, separated=GS in text)


def elements(text: str) -> Elements:
    """The elements of ``text``, in which GS stands for FNC1.

    Raises:
        NotElementString: at some place no application identifier fits.
        WrongCheckDigit: a key was misread.
    """
    parser, _, config, refused = _parsers()
    found, rest = [], text
    while rest:
        try:
            element = parser.extract(rest, config=config)
        except refused:
            raise NotElementString(found=shown(rest)) from None
        found.append(_verified(element))
        rest = rest[len(element) :].lstrip(GS)
    if not found:
        raise NotElementString(found=shown(text))
    return tuple(found)


def elements_as_printed(text: str) -> Elements:
    """The elements of the line under a symbol, ``(01)…(21)…``.

    Raises:
        NotElementString: at some place no application identifier fits.
        WrongCheckDigit: a key was misread.
    """
    parser, _, config, refused = _parsers()
    pieces = re.split(r"\(([0-9]{2,4})\)", text)
    found = []
    for identifier, value in zip(pieces[1::2], pieces[2::2], strict=True):
        try:
            element = parser.parse(identifier + value.strip(), config=config)
        except refused:
            raise NotElementString(found=shown(f"({identifier}){value}")) from None
        if element.ai.ai != identifier:
            raise NotElementString(found=shown(f"({identifier}){value}"))
        found.append(_verified(element))
    return tuple(found)


def read_digital_link(scan: Scan) -> Reading:
    """A GS1 Digital Link, with or without an AIM identifier before it.

    Raises:
        NotDigitalLink: another text, or an address without a GS1 key.
        WrongCheckDigit: its key was misread.
    """
    if scan.text[:4].lower() != "http":
        raise NotDigitalLink(found=shown(scan.text))
    _, links, config, refused = _parsers()
    try:
        link = links.parse(scan.text, config=config)
    except (refused, ValueError):
        raise NotDigitalLink(found=shown(scan.text)) from None
    return reading_of(Form.DIGITAL_LINK, tuple(_verified(one) for one in link.element_strings))


def reading_of(form: Form, found: Elements, *, separated: bool = True) -> Reading:
    """What ``found`` identifies; not ``separated`` = it came without any GS."""
    facts = dict(reversed(found))
    gtin, serial, lot = facts.get("01"), facts.get(_SERIAL), facts.get(_LOT)
    printed = "".join(f"({identifier}){value}" for identifier, value in found)
    guesses = () if separated or gtin is None else tuple(_swallowed(found, gtin))
    if gtin and serial:
        kind, value, keys = Kind.GTIN_SERIAL, f"{gtin}|{serial}", [("serial", plain(serial))]
    elif gtin:
        kind, value, keys = Kind.GTIN, gtin, []
    elif serial:
        kind, value, keys = Kind.SERIAL, plain(serial), []
    else:
        identifier, value = found[0]
        kind, value, keys = Kind.GS1, f"({identifier}){value}", []
    doubted = (Doubt.SEPARATOR_MISSING,) if guesses else ()
    return Reading(
        form=form,
        kind=kind,
        value=value,
        keys=((kind.value, value), *keys, *(key for guess in guesses for key in guess)),
        uri=digital_link((("01", gtin), (_LOT, lot), (_SERIAL, serial))) if gtin else None,
        gtin=gtin,
        serial=serial,
        lot=lot,
        facts={"element_string": printed},
        doubts=doubted,
    )


def digital_link(parts: Iterable[tuple[str, str | None]]) -> str:
    """The canonical address at GS1's resolver of a key and its qualifiers, in their order."""
    from urllib.parse import quote  # noqa: PLC0415 - biip loads it too; others do without

    path = (f"/{identifier}/{quote(value, safe='')}" for identifier, value in parts if value)
    return f"https://id.gs1.org{''.join(path)}"


def _swallowed(found: Elements, gtin: str) -> Iterator[tuple[Key, ...]]:
    """For each place where the last value may hide a further element: the keys if it did."""
    identifier, value = found[-1]
    if identifier not in {_LOT, _SERIAL}:
        return
    for place in _SWALLOWED.finditer(value, 1):
        if place["date"] or {place["ai"], identifier} == {_LOT, _SERIAL}:
            head = value[: place.start()]
            serial = head if identifier == _SERIAL else place["rest"]
            yield (("gtin_serial", f"{gtin}|{serial}"),) if serial else ()


def _verified(element: Any) -> tuple[str, str]:
    """Identifier and value, once the check digit of a key is right."""
    identifier, value = str(element.ai.ai), str(element.value)
    if not value.isascii():
        raise NotElementString(found=shown(value))
    if any((element.gtin_error, element.sscc_error, element.gln_error)):
        raise WrongCheckDigit(expected=check_digit(value[:-1]), found=value)
    return identifier, value


def _parsers() -> tuple[Any, Any, Any, type[Exception]]:
    """Biip's element string, its Digital Link, how it shall read, and its error."""
    from biip import ParseConfig, ParseError  # noqa: PLC0415 - 60 to 100 ms, see above
    from biip.gs1_digital_link_uris import GS1DigitalLinkURI  # noqa: PLC0415
    from biip.gs1_element_strings import GS1ElementString  # noqa: PLC0415

    lenient = ParseConfig(gs1_element_strings_verify_date=False)
    return GS1ElementString, GS1DigitalLinkURI, lenient, ParseError
