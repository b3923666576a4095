"""Everything that a scanned text may mean."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from leghorn_bench.domain.identifiers.cards import read_card
from leghorn_bench.domain.identifiers.check_digit import checked_gtin
from leghorn_bench.domain.identifiers.chips import read_tid, read_uid
from leghorn_bench.domain.identifiers.epc_readings import read_epc, read_epc_bank, read_epc_uri
from leghorn_bench.domain.identifiers.errors import IdentifierRefused, NotSerial, shown
from leghorn_bench.domain.identifiers.gs1 import AIMS, read_digital_link, read_element_string
from leghorn_bench.domain.identifiers.labels import read_label
from leghorn_bench.domain.identifiers.layout import layout_undone, looks_mistyped
from leghorn_bench.domain.identifiers.reading import (
    Doubt,
    Failure,
    Form,
    Interpretation,
    Kind,
    Reading,
    Weight,
)
from leghorn_bench.domain.identifiers.scan import GS, Scan, plain, scanned

LONGEST_SERIAL = 80
"""Characters."""

GTIN_AIMS = frozenset({"]E0", "]E3", "]E4"})
"""Symbols that hold nothing but a GTIN (EAN and UPC)."""

_WITH_ADD_ON = "]E3"
_EAN_13 = 13

Recogniser = Callable[[Scan], Reading]


def read_gtin(scan: Scan) -> Reading:
    """A bare article number.

    Raises:
        IdentifierRefused: another length, or a wrong check digit.
    """
    gtin = checked_gtin(scan.text[:_EAN_13] if scan.aim == _WITH_ADD_ON else scan.text)
    keys = ((Kind.GTIN.value, gtin.zfill(14)),)
    return Reading(Form.GTIN, Kind.GTIN, gtin, keys, gtin=gtin)


def read_serial(scan: Scan) -> Reading:
    """Any printable text, as a serial number.

    Raises:
        NotSerial: longer than one can be, or with GS in it.
    """
    if len(scan.text) > LONGEST_SERIAL or GS in scan.text:
        raise NotSerial(limit=LONGEST_SERIAL, found=shown(scan.text))
    value = plain(scan.text)
    keys = ((Kind.SERIAL.value, value),)
    return Reading(Form.SERIAL, Kind.SERIAL, value, keys, Weight.PLAIN, serial=scan.text)


FORMS: tuple[tuple[Form, Recogniser], ...] = (
    (Form.LABEL, read_label),
    (Form.EPC_URI, read_epc_uri),
    (Form.DIGITAL_LINK, read_digital_link),
    (Form.EPC, read_epc),
    (Form.UID, read_uid),
    (Form.TID, read_tid),
    (Form.GS1, read_element_string),
    (Form.GTIN, read_gtin),
    (Form.CARD, read_card),
    (Form.EPC_BANK, read_epc_bank),
    (Form.SERIAL, read_serial),
)
"""Every form, the likelier first among readings of one weight."""

_GS1_ONLY = tuple(form for form in FORMS if form[0] is Form.GS1)
_GTIN_ONLY = tuple(form for form in FORMS if form[0] is Form.GTIN)


def interpret(text: str) -> Interpretation:
    """What ``text`` (scanned, typed or pasted) means.

    A symbol of GS1 or EAN by its AIM identifier is read as that or refused. Where nothing but a
    serial number fits and the text shows an Italian keyboard layout at work, it is read as the
    scanner meant it too.

    Raises:
        IdentifierRefused: empty, too long, unreadable, or a symbol that holds no such thing.
    """
    if looks_mistyped(text.strip()):
        mended = _mended(text)
        if mended is not None:
            return mended
    return _interpreted(scanned(text))


def _interpreted(scan: Scan) -> Interpretation:
    if scan.aim in AIMS:
        forms = _GS1_ONLY
    elif scan.aim in GTIN_AIMS:
        forms = _GTIN_ONLY
    else:
        forms = FORMS
    return tried(scan, forms)


def tried(scan: Scan, forms: Sequence[tuple[Form, Recogniser]]) -> Interpretation:
    """``scan`` in each of ``forms``.

    Raises:
        IdentifierRefused: none holds; the last one's reason.
    """
    readings, failures = [], []
    for form, read in forms:
        try:
            readings.append(read(scan))
        except IdentifierRefused as why:
            failures.append(Failure(form, why))
    if not readings:
        raise failures[-1].why
    readings.sort(key=_weight)
    return Interpretation(scan.text, tuple(readings), tuple(failures), scan.aim)


def _weight(reading: Reading) -> int:
    return reading.weight


def _mended(text: str) -> Interpretation | None:
    """The reading of ``text`` with the layout undone, the text as typed kept as the last one."""
    try:
        meant = _interpreted(scanned(layout_undone(text)))
    except IdentifierRefused:
        return None
    readings = [replace(one, doubts=(*one.doubts, Doubt.LAYOUT_UNDONE)) for one in meant.readings]
    with suppress(IdentifierRefused):
        readings.append(read_serial(scanned(text)))
    return replace(meant, readings=tuple(readings))
