"""A list as CSV that opens right in the spreadsheet of an Italian office."""

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate instead of showing: a customer's name must never be run."""


def sheet(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Columns and rows with semicolons, decimal commas and days as ISO.

    Text that a spreadsheet would take for a formula gets an apostrophe before it. Written with the
    mark of UTF-8 (``encoding="utf-8-sig"``), accents come out right.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """One value as the spreadsheet reads it.

    >>> _cell(Decimal("-12.50")), _cell(date(2026, 11, 29)), _cell("=1+1"), _cell(None)
    ('-12,50', '2026-11-29', "'=1+1", '')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
