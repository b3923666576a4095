"""Our own printed labels: a typed prefix, so that scanning any of our papers opens that thing."""

import re
from types import MappingProxyType

from leghorn_bench.domain.identifiers.errors import NotLabel, shown
from leghorn_bench.domain.identifiers.reading import Form, Kind, Reading
from leghorn_bench.domain.identifiers.scan import GS, Scan, plain

LETTERS = MappingProxyType(
    {
        "C": Kind.CASE,
        "D": Kind.DEVICE,
        "P": Kind.PARCEL,
        "Q": Kind.QUOTE,
        "S": Kind.SHELF,
        "O": Kind.OPERATOR,
    }
)
"""The letter between the colons, and what it opens."""

_LABEL = re.compile(r"LB:(?P<letter>[A-Z]):(?P<value>.+)", re.IGNORECASE)
_LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}


def label_text(kind: Kind, value: str) -> str:
    """What the label of a thing carries.

    >>> label_text(Kind.CASE, "2026/0012")
    'LB:C:2026/0012'
    """
    return f"LB:{_LETTER_OF[kind]}:{value}"


def read_label(scan: Scan) -> Reading:
    """One of our labels; a device's is looked up by its serial number as well.

    Raises:
        NotLabel: another text, or a letter that opens nothing.
    """
    found = _LABEL.fullmatch(scan.text)
    kind = LETTERS.get(found["letter"].upper()) if found else None
    value = plain(found["value"]) if found else ""
    if kind is None or not value or GS in scan.text:
        raise NotLabel(found=shown(scan.text))
    serial = ((Kind.SERIAL.value, value),) if kind is Kind.DEVICE else ()
    return Reading(Form.LABEL, kind, value, ((kind.value, value), *serial))
