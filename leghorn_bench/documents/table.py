"""Tables that go on overleaf with their head, and rows that may be longer than a sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.strips import Strip, baseline, hairline, right_aligned
from leghorn_bench.documents.text import (
    BODY,
    LABEL,
    Line,
    Style,
    draw_line,
    fitted,
    one_line,
    wrapped,
)

GAP = 8.0
"""Points between two columns."""
_PADDING = 3.0
_LINES_OF_A_STRIP = 24
"""A row of more lines is cut, so that no row is higher than a sheet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and its width in points without the gap."""

    title: str
    width: float
    right: bool = False
    """Figures stand at the right, under each other."""
    style: Style = BODY


Cell = str | Sequence[tuple[str, Style]]
"""A text in the column's style, or several, each in its own."""
_SetCell = list[tuple[Line, Style]]


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> list[Strip]:
    """The strips of a table, its head first; without rows the head alone."""
    titles = [_set(column.title, column, LABEL) for column in columns]
    head = _strip(columns, titles, ruled=True, keep=True)
    strips = [head]
    for row in rows:
        cells = [_set(cell, column) for cell, column in zip(row, columns, strict=True)]
        strips.extend(_row(columns, cells, head))
    return strips


def _set(cell: Cell, column: Column, style: Style | None = None) -> _SetCell:
    if column.right and isinstance(cell, str) and style is None:
        return _figure(cell, column)
    parts = [(cell, style or column.style)] if isinstance(cell, str) else cell
    return [(line, face) for text, face in parts for line in wrapped(text, face, column.width)]


def _figure(figure: str, column: Column) -> _SetCell:
    """A figure is never broken: one too wide for its column is set smaller."""
    style = fitted(figure, column.style, column.width)
    return [(one_line(figure, style.face), style)] if figure else []


def _row(columns: Sequence[Column], cells: list[_SetCell], head: Strip) -> Iterable[Strip]:
    longest = max((len(cell) for cell in cells), default=0)
    if longest <= _LINES_OF_A_STRIP:
        yield _strip(columns, cells, head=head)
        return
    for start in range(0, longest, _LINES_OF_A_STRIP):
        end = start + _LINES_OF_A_STRIP
        part = [cell[start:end] for cell in cells]
        yield _strip(columns, part, head=head, ruled=end >= longest)


def _strip(
    columns: Sequence[Column],
    cells: list[_SetCell],
    *,
    head: Strip | None = None,
    ruled: bool = True,
    keep: bool = False,
) -> Strip:
    height = max((sum(style.leading for _, style in cell) for cell in cells), default=0)
    height += 2 * _PADDING

    def draw(canvas: Canvas, x: float, top: float) -> None:
        left = x
        for column, cell in zip(columns, cells, strict=True):
            y = top - _PADDING
            for line, style in cell:
                if column.right:
                    right_aligned(canvas, line, style, left + column.width, y - baseline(style))
                else:
                    draw_line(canvas, line, style, left, y - baseline(style))
                y -= style.leading
            left += column.width + GAP
        if ruled:
            hairline(canvas, x, top - height, left - GAP - x, 0.9 if keep else 0.4)

    return Strip(height, draw, keep=keep, head=head)


def widths(total: float, *fixed: float) -> float:
    """What is left of ``total`` for the one column that takes the rest."""
    return total - sum(fixed) - GAP * len(fixed)
