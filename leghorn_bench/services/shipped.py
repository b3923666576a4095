"""The lists that the program ships as TOML files, checked as they are read."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from leghorn_bench.domain.errors import BenchError

Value = TypeVar("Value")


class ShippedFileDamaged(BenchError):
    """A file that came with the program is not what the program wrote it to be."""

    sentence = (
        "A file that came with the program is damaged: {file}. Expected {expected}, found {found}."
        " Undo the last change made to it, or install the program again."
    )


@dataclass(frozen=True, slots=True)
class CodedWord:
    """One entry of a list: a code that is kept on file, and its words."""

    code: str
    words: Mapping[str, str]
    """Language (ISO 639-1) to the word; Italian and English are always there."""
    iris_code: str = ""
    """The code of the International Repair Information System, for those who report by it."""
    retired: bool = False
    """Put aside by the house: still worded where it stands on file, no longer offered."""

    def word(self, language: str) -> str:
        """The word in ``language``; in English where it has none."""
        return self.words.get(language) or self.words["en"]


@dataclass(frozen=True, slots=True)
class Row:
    """One ``[[table]]`` of a file, asked for its columns."""

    columns: Mapping[str, Any]
    where: str
    """File, table and place in it (the first is 1), for the error."""

    def take(self, column: str, kind: type[Value]) -> Value:
        """What stands in ``column``.

        Raises:
            ShippedFileDamaged: nothing, or something of another kind.
        """
        found = self.columns.get(column)
        # A boolean is an int in Python, and is none in these files.
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise ShippedFileDamaged(
                file=self.where,
                expected=f"{column} ({kind.__name__})",
                found="nothing" if found is None else repr(found),
            )
        return found

    def maybe(self, column: str, kind: type[Value], otherwise: Value) -> Value:
        """What stands in ``column``, or ``otherwise`` where the file leaves it out."""
        return self.take(column, kind) if column in self.columns else otherwise

    def known(self, column: str, entries: Mapping[str, Value]) -> Value:
        """The entry whose code stands in ``column``.

        Raises:
            ShippedFileDamaged: there is no such entry.
        """
        code = self.take(column, str)
        if code not in entries:
            raise ShippedFileDamaged(file=self.where, expected=tuple(entries), found=repr(code))
        return entries[code]

    def nested(self, column: str) -> list["Row"]:
        """The rows of the list in ``column``."""
        return _checked(self.take(column, list), f"{self.where}, {column}")

    def words(self, languages: tuple[str, ...]) -> dict[str, str]:
        """The columns named after ``languages``."""
        return {language: self.take(language, str) for language in languages}


def read_tables(path: Path, *tables: str) -> dict[str, list[Row]]:
    """The rows of each of the ``tables`` that a TOML file may hold.

    Raises:
        ShippedFileDamaged: the file cannot be read, or holds a table of another name.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise ShippedFileDamaged(file=path, expected="TOML", found=wrong) from None
    for table, rows in content.items():
        if table not in tables or not isinstance(rows, list):
            raise ShippedFileDamaged(file=path, expected=tables, found=table)
    return {table: _checked(content.get(table, []), f"{path}, {table}") for table in tables}


def by_code(rows: Iterable[Row], make: Callable[[Row], tuple[str, Value]]) -> dict[str, Value]:
    """What ``make`` makes of each row, by its code, in the order of the file.

    Raises:
        ShippedFileDamaged: a code stands there twice.
    """
    entries: dict[str, Value] = {}
    for row in rows:
        code, value = make(row)
        if code in entries:
            raise ShippedFileDamaged(file=row.where, expected="a code once", found=repr(code))
        entries[code] = value
    return entries


def _checked(rows: list[Any], where: str) -> list[Row]:
    checked = []
    for place, columns in enumerate(rows, start=1):
        if not isinstance(columns, dict):
            raise ShippedFileDamaged(
                file=f"{where} {place}", expected="{column = value}", found=repr(columns)
            )
        checked.append(Row(columns, f"{where} {place}"))
    return checked
