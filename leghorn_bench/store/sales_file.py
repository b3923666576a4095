"""A sales file as rows: CSV in UTF-8, comma or semicolon, header in either language."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from leghorn_bench.domain.identifiers.errors import shown
from leghorn_bench.domain.sales_errors import (
    HeaderLacks,
    HeaderTwice,
    RowBroken,
    SalesFileBroken,
    SalesFileNotUtf8,
    SalesFileUnreadable,
)
from leghorn_bench.domain.sales_rows import COLUMNS, REQUIRED, RejectedRow, SaleRow, read_row

_ENGLISH = {italian: english for english, italian in COLUMNS.items()} | {
    english: english for english in COLUMNS
}


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line says of the columns."""

    columns: tuple[str | None, ...]
    """English name of each; None where the column is not one of ours."""
    as_written: tuple[str, ...]

    def written(self, column: str) -> str:
        """A column as the file names it; unchanged when the file does not have it."""
        for name, written in zip(self.columns, self.as_written, strict=True):
            if name == column:
                return written
        return column

    @property
    def ignored(self) -> tuple[str, ...]:
        """The columns that are not ours, as written."""
        pairs = zip(self.columns, self.as_written, strict=True)
        return tuple(written for name, written in pairs if name is None)


@dataclass(frozen=True, slots=True)
class SalesFile:
    """An opened sales file; its rows can be taken once."""

    path: Path
    sha256: str
    header: Header
    rows: Iterator[SaleRow | RejectedRow]


@contextmanager
def sales_file(path: Path) -> Iterator[SalesFile]:
    """Open the file at ``path``.

    Raises:
        SalesFileRefused: it cannot be read, now or while its rows are taken.
    """
    try:
        with path.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
            stream.seek(0)
            text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            yield _opened(path, digest, text)
    except OSError as refusal:
        raise SalesFileUnreadable(path=path, reason=refusal.strerror) from refusal


def _opened(path: Path, digest: str, text: TextIOWrapper) -> SalesFile:
    with _utf8(path, 0):
        first = text.readline()
        text.seek(0)
    reader = csv.reader(text, delimiter=_delimiter(first), strict=True)
    with _utf8(path, 0):
        try:
            names = next(reader, [])
        except csv.Error:
            raise SalesFileBroken(path=path, line=1) from None
    header = _header(path, names)
    return SalesFile(path, digest, header, _rows(path, header, reader))


def _delimiter(first: str) -> str:
    return ";" if first.count(";") > first.count(",") else ","


def _header(path: Path, names: list[str]) -> Header:
    written = tuple(name.strip() for name in names)
    columns = tuple(_ENGLISH.get(name.casefold()) for name in written)
    told = shown(", ".join(written)) or "-"
    for wanted in REQUIRED:
        if wanted not in columns:
            raise HeaderLacks(path=path, wanted=f"{wanted} ({COLUMNS[wanted]})", found=told)
    for name in columns:
        if name is not None and columns.count(name) > 1:
            raise HeaderTwice(path=path, wanted=name, found=told)
    return Header(columns, written)


def _rows(path: Path, header: Header, reader: Any) -> Iterator[SaleRow | RejectedRow]:
    columns = header.columns
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except UnicodeDecodeError as wrong:
            raise _not_utf8(path, wrong, reader.line_num) from None
        except csv.Error as wrong:
            if "end of data" in str(wrong) or "larger than" in str(wrong):
                raise SalesFileBroken(path=path, line=line) from None
            yield RejectedRow(line, "", "", RowBroken())
            continue
        if cells:
            yield read_row(line, columns, cells)


@contextmanager
def _utf8(path: Path, line: int) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as wrong:
        raise _not_utf8(path, wrong, line) from None


def _not_utf8(path: Path, wrong: UnicodeDecodeError, line: int) -> SalesFileNotUtf8:
    return SalesFileNotUtf8(path=path, found=f"0x{wrong.object[wrong.start]:02X}", line=line)
