"""One row of a sales file: which columns there are, and what each cell may hold (issue 2 §5)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from leghorn_bench.domain.countries import COUNTRIES
from leghorn_bench.domain.identifiers.errors import IdentifierRefused, shown
from leghorn_bench.domain.identifiers.on_file import keys_on_file
from leghorn_bench.domain.identifiers.reading import Key, Kind
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.sales_errors import (
    CellMissing,
    CellTooLong,
    CellUnreadable,
    CustomerCodeMissing,
    NotACountry,
    NotADay,
    NotATag,
    NotMonths,
    RowOfOtherLength,
    RowRefused,
)
from leghorn_bench.domain.warranty import BASE_MONTHS

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "serial": "matricola",
        "epc": "epc",
        "tid": "tid",
        "uid": "uid",
        "product_code": "codice_articolo",
        "product": "descrizione",
        "lot": "lotto",
        "sold_on": "data_vendita",
        "document": "documento",
        "customer_code": "codice_cliente",
        "customer": "cliente",
        "vat_number": "partita_iva",
        "country": "paese",
        "sales_rep": "commerciale",
        "warranty_months": "garanzia_mesi",
        "extension_ordered_on": "data_estensione",
        "replaces": "sostituisce",
    }
)
"""English name of each column and its Italian one."""

REQUIRED = ("serial", "product_code")
LONGEST_MONTHS = 120
LONGEST_CODE = 80
LONGEST_TEXT = 200
_TAG_KINDS = frozenset({Kind.EPC, Kind.TID, Kind.UID, Kind.GTIN_SERIAL, Kind.CARD})

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


@dataclass(slots=True)
class SaleRow:
    """What one row says; empty text and None where it says nothing.

    Not frozen, since a million are made in one go and freezing triples the cost.
    """

    line: int
    serial: str
    identifiers: tuple[tuple[str, str], ...]
    """Kind and value of each, the serial first."""
    product_code: str
    product: str
    lot: str
    sold_on: str | None
    """ISO day, as stored."""
    document: str
    customer_code: str
    customer: str
    vat_number: str
    country: str
    sales_rep: str
    months: int
    extension_ordered_on: str | None
    replaces: str


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was not imported."""

    line: int
    """Where the row begins, the header being on line 1."""
    column: str
    """English name of the column, empty when the whole row is meant."""
    value: str
    why: RowRefused


def text_of(cell: str, limit: int) -> str:
    """Printable text, trimmed.

    Raises:
        CellUnreadable, CellTooLong: it is not.
    """
    text = cell.strip()
    if not text.isprintable():
        found = next(character for character in text if not character.isprintable())
        raise CellUnreadable(found=f"U+{ord(found):04X}")
    if len(text) > limit:
        raise CellTooLong(limit=limit, length=len(text))
    return text


def serial_of(cell: str) -> str:
    """A serial number in its normal form.

    Raises:
        CellUnreadable, CellTooLong: it is none.
    """
    return plain(text_of(cell, LONGEST_CODE))


@lru_cache(maxsize=20_000)
def day_of(cell: str) -> str | None:
    """An ISO day from ISO or dd/mm/yyyy; None from an empty cell.

    Raises:
        NotADay: another form, or no day of the calendar.
    """
    text = cell.strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    if found is None:
        raise NotADay(value=shown(text))
    iso_year, iso_month, iso_day, day, month, year = found.groups()
    try:
        return date(int(iso_year or year), int(iso_month or month), int(iso_day or day)).isoformat()
    except ValueError:
        raise NotADay(value=shown(text)) from None


@lru_cache(maxsize=1_000)
def months_of(cell: str) -> int:
    """Months of warranty in all; an empty cell means the one year that everybody has.

    Raises:
        NotMonths: no whole number from 1 to 120.
    """
    text = cell.strip()
    if not text:
        return BASE_MONTHS
    if not (text.isascii() and text.isdecimal() and len(text) < len("0000")):
        raise NotMonths(limit=LONGEST_MONTHS, value=shown(text))
    months = int(text)
    if not 1 <= months <= LONGEST_MONTHS:
        raise NotMonths(limit=LONGEST_MONTHS, value=shown(text))
    return months


@lru_cache(maxsize=1_000)
def country_of(cell: str) -> str:
    """A country code in capitals; empty when the cell is.

    Raises:
        NotACountry: no such country.
    """
    code = cell.strip().upper()
    if code and code not in COUNTRIES:
        raise NotACountry(value=shown(code))
    return code


def tag_of(kind: Kind, cell: str) -> tuple[Key, ...]:
    """The keys of a tag or chip, also the GTIN and serial of an EPC; none from an empty cell.

    Raises:
        NotATag: no such number.
    """
    text = cell.strip()
    if not text:
        return ()
    try:
        keys = keys_on_file(kind, text)
    except IdentifierRefused as why:
        raise NotATag(value=shown(text)) from why
    return tuple(key for key in keys if key[0] in _TAG_KINDS)


# Names and codes come again from row to row; only serials and tags are always new.
@lru_cache(maxsize=50_000)
def _text(cell: str) -> str:
    return text_of(cell, LONGEST_TEXT)


@lru_cache(maxsize=50_000)
def _code(cell: str) -> str:
    return text_of(cell, LONGEST_CODE)


_READ: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "serial": serial_of,
        "epc": partial(tag_of, Kind.EPC),
        "tid": partial(tag_of, Kind.TID),
        "uid": partial(tag_of, Kind.UID),
        "product_code": _code,
        "product": _text,
        "lot": _code,
        "sold_on": day_of,
        "document": _code,
        "customer_code": _code,
        "customer": _text,
        "vat_number": _code,
        "country": country_of,
        "sales_rep": _text,
        "warranty_months": months_of,
        "extension_ordered_on": day_of,
        "replaces": serial_of,
    }
)
_TAGS = ("epc", "tid", "uid")
_ABSENT: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {
    "epc": (),
    "tid": (),
    "uid": (),
    "sold_on": None,
    "extension_ordered_on": None,
    "warranty_months": BASE_MONTHS,
}


def read_row(
    line: int, columns: Sequence[str | None], cells: Sequence[str]
) -> SaleRow | RejectedRow:
    """The row that ``cells`` hold, named by ``columns``; None is a column that is passed over."""
    if len(cells) != len(columns):
        why = RowOfOtherLength(expected=len(columns), found=len(cells))
        return RejectedRow(line, "", shown(" | ".join(cells)), why)
    found = _ABSENT.copy()
    name: str | None = None
    cell = ""
    try:
        for name, cell in zip(columns, cells, strict=True):
            if cell and name is not None:
                found[name] = _READ[name](cell)
    except RowRefused as why:
        return RejectedRow(line, name or "", shown(cell), why)
    for needed in REQUIRED:
        if not found[needed]:
            return RejectedRow(line, needed, "", CellMissing())
    return _row(line, found)


def _row(line: int, found: dict[str, Any]) -> SaleRow | RejectedRow:
    if found["customer"] and not found["customer_code"]:
        why = CustomerCodeMissing(value=shown(found["customer"]))
        return RejectedRow(line, "customer_code", "", why)
    serial = found.pop("serial")
    identifiers = [("serial", serial)]
    for kind in _TAGS:
        identifiers += found.pop(kind)
    months = found.pop("warranty_months")
    return SaleRow(line=line, serial=serial, identifiers=tuple(identifiers), months=months, **found)
