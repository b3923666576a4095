"""Which cells of a customer's table name devices: by a header, else by what is on file."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_LOOKED_AT = 50
"""Rows that tell which sign stands between columns, where the header is, what a column holds."""
_HEADS = frozenset(
    {
        "serial", "serial number", "serial no", "serial no.", "s/n", "sn", "device", "epc", "uid",
        "matricola", "matricole", "numero di serie", "seriale", "n. serie", "dispositivo",
        "identificativo", "numéro de série", "seriennummer", "número de serie",
    }
)  # fmt: skip
_MARKS = ";\t,"
_EXCEL = "sep="
"""How Excel is told which sign stands between columns."""


@dataclass(frozen=True, slots=True)
class ListedNumbers:
    """The identifiers that a table lists, and what of it lists none."""

    numbers: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()
    """Numbers of the rows, the first being 1, that say something and name no device."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        return self.cells[place] if place < len(self.cells) else ""

    @property
    def heads(self) -> list[int]:
        """The places of cells that may be the header of the devices."""
        return [place for place, cell in enumerate(self.cells) if cell.casefold() in _HEADS]


def numbers_in_table(text: str, known: Callable[[str], bool]) -> ListedNumbers | None:
    """The identifiers that ``text`` lists, in its order; None when no column can be told.

    Args:
        text: lines, or a table as spreadsheets write it.
        known: whether a text names a unit on file; finds the columns where no header does.
    """
    rows = _rows(text)
    if len(rows) == 1:
        cells = rows[0].cells
        return ListedNumbers(tuple(one for one in cells if one and one.casefold() not in _HEADS))
    if (header := _header(rows, known)) is not None:  # what stands above a header is its title
        place, column = header
        return _column(rows[place + 1 :], column)
    if all(len(row.cells) == 1 for row in rows):
        return _column(rows, 0)
    return _known_cells(rows, known)


def columns_in(text: str) -> int:
    """How many columns a table has."""
    return max((len(row.cells) for row in _rows(text)), default=0)


def as_list(text: str, known: Callable[[str], bool]) -> str:
    """What is pasted, one number a line where it is a table that came from a spreadsheet."""
    rows = _rows(text)
    header = _header(rows, known)
    has_head = header is not None and len(rows[header[0]].cells) > 1
    is_sheet = sum("\t" in line for line in text.splitlines()) > 1
    listed = numbers_in_table(text, known) if has_head or is_sheet else None
    return text if listed is None else "\n".join(listed.numbers)


def _header(rows: Sequence[_Row], known: Callable[[str], bool]) -> tuple[int, int] | None:
    """Where the row of headers is, and which of its columns is the devices'.

    A column that says "device" in one row after the other is none, nor is a row with a unit.
    """
    for place, row in enumerate(rows[:_LOOKED_AT]):
        beside = {column for one in _neighbours(rows, place) for column in one.heads}
        column = next((one for one in row.heads if one not in beside), None)
        if column is not None and not any(map(known, row.cells)):
            return place, column
    return None


def _neighbours(rows: Sequence[_Row], place: int) -> Sequence[_Row]:
    return [*rows[max(place - 1, 0) : place], *rows[place + 1 : place + 2]]


def _column(rows: Sequence[_Row], place: int) -> ListedNumbers:
    return ListedNumbers(
        tuple(row.cell(place) for row in rows if row.cell(place)),
        tuple(row.number for row in rows if not row.cell(place)),
    )


def _known_cells(rows: Sequence[_Row], known: Callable[[str], bool]) -> ListedNumbers | None:
    """The column that names most units on file, and what other columns name of them."""
    places = range(max(len(row.cells) for row in rows))
    hits = [sum(known(row.cell(place)) for row in rows[:_LOOKED_AT]) for place in places]
    if not any(hits):
        return None
    likeliest = hits.index(max(hits))
    columns = [place for place in places if hits[place]]
    found = {
        row.number: [
            cell
            for place in columns
            if (cell := row.cell(place)) and (place == likeliest or known(cell))
        ]
        for row in rows
    }
    return ListedNumbers(
        tuple(cell for cells in found.values() for cell in cells),
        tuple(number for number, cells in found.items() if not cells),
    )


def _rows(text: str) -> list[_Row]:
    lines = text.splitlines(keepends=True)
    skipped = 1 if lines and lines[0].casefold().startswith(_EXCEL) else 0
    mark = lines[0][len(_EXCEL) :].strip() or "\t" if skipped else _mark_in(lines)
    rows: list[_Row] = []
    try:
        reader = csv.reader(lines[skipped:], delimiter=mark[0], strict=True)
        rows.extend(_Row(reader.line_num + skipped, tuple(map(str.strip, row))) for row in reader)
    except csv.Error:  # no quotes, then: an inch mark must not swallow lines
        cut = (line.split(mark[0]) for line in lines[skipped:])
        rows = [
            _Row(number, tuple(map(str.strip, cells)))
            for number, cells in enumerate(cut, start=1 + skipped)
        ]
    return [row for row in rows if any(row.cells)]


def _mark_in(lines: Sequence[str]) -> str:
    """The sign that stands in most lines."""
    seen = [line for line in lines if line.strip()][:_LOOKED_AT]
    return max(_MARKS, key=lambda mark: sum(mark in line for line in seen))
