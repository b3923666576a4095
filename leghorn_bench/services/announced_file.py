"""A customer's list of devices as a file: plain lines, or a CSV whose column is found."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from leghorn_bench.domain.case_errors import (
    AnnouncedFileNoColumn,
    AnnouncedFileNoText,
    AnnouncedFileTooLarge,
    AnnouncedFileUnreadable,
)

_MOST_MB = 4
_LOOKED_AT = 50
"""Rows of a file without header that tell which column names devices."""
_HEADS = frozenset(
    {
        "serial", "serial number", "serial no", "serial no.", "s/n", "sn", "device", "epc", "uid",
        "matricola", "matricole", "numero di serie", "seriale", "n. serie", "dispositivo",
        "identificativo", "numéro de série", "seriennummer", "número de serie",
    }
)  # fmt: skip
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How workbooks, PDFs and old office files begin."""


def numbers_in_file(path: Path, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The identifiers that the file lists, in its order.

    Args:
        path: the file.
        known: whether a text names a unit on file; finds the column where no header does.

    Raises:
        AnnouncedFileRefused: it cannot be read, or is no list.
    """
    rows = _rows(_text(path))
    if len(rows) == 1:
        return tuple(cell for cell in rows[0] if cell and cell.casefold() not in _HEADS)
    head = [cell.casefold() for cell in rows[0]] if rows else []
    named = next((place for place, cell in enumerate(head) if cell in _HEADS), None)
    if named is not None:
        rows = rows[1:]
    column = named if named is not None else _likeliest(path, rows, known)
    cells = (row[column] for row in rows if len(row) > column)
    return tuple(cell for cell in cells if cell)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read((_MOST_MB << 20) + 1)
    except OSError as refusal:
        raise AnnouncedFileUnreadable(path=path, reason=refusal.strerror) from refusal
    if len(content) > _MOST_MB << 20:
        raise AnnouncedFileTooLarge(path=path, most=_MOST_MB)
    try:
        if content.startswith(_UTF16):
            return content.decode("utf-16")
        if content.startswith(_NO_TEXT) or b"\0" in content:
            raise AnnouncedFileNoText(path=path)
        return _decoded(content)
    except UnicodeDecodeError:
        raise AnnouncedFileNoText(path=path) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")  # what Excel on Windows calls CSV


def _rows(text: str) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(";\t,", key=first.count)
    # Without quotes in the first line nothing is quoted: an inch mark must not swallow lines.
    lines = text.splitlines()
    rows = (
        csv.reader(lines, delimiter=mark)
        if '"' in first
        else csv.reader(lines, delimiter=mark, quoting=csv.QUOTE_NONE)
    )
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _likeliest(path: Path, rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> int:
    """The column that names most units on file; the only one where there is no other."""
    columns = max((len(row) for row in rows), default=1)
    if columns == 1:
        return 0
    hits = [
        sum(1 for row in rows[:_LOOKED_AT] if len(row) > place and known(row[place]))
        for place in range(columns)
    ]
    if not any(hits):
        raise AnnouncedFileNoColumn(path=path, columns=columns)
    return hits.index(max(hits))
