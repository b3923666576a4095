"""A paper's parts: strips of full width, laid one under the other until a sheet is full."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.text import (
    BODY,
    LINE,
    SECTION,
    Line,
    Style,
    cut_short,
    draw_line,
    width_of,
    wrapped,
)

_HALF_A_SHEET = 300.0
"""Points; what is not higher is kept on one sheet."""
_SOME_LINES = 66.0
"""Points that stay together of what is higher."""
Drawing = Callable[[Canvas, float, float], None]
"""Draws with its top left corner at the point given; y grows upwards, as in a PDF."""


def _nothing(_canvas: Canvas, _x: float, _top: float) -> None:
    """Leave white."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A part that is never cut: its height in points and how it is drawn."""

    height: float
    draw: Drawing = field(default=_nothing)
    keep: bool = False
    """Stays on the sheet of the strip after it: a heading is not left alone at the foot."""
    head: "Strip | None" = None
    """The table head that is drawn again when a sheet begins with this strip."""
    outline: str = ""
    """A bookmark of the document that leads here."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and the top of its place on the sheet."""

    strip: Strip
    top: float


Sheet = tuple[Placed, ...]


def space(height: float) -> Strip:
    """White space; it disappears where a sheet begins."""
    return Strip(height)


def paragraph(text: str, style: Style, width: float) -> list[Strip]:
    """The lines of a text, which may go on overleaf."""
    return [line_strip(line, style) for line in wrapped(text, style, width)]


def line_strip(line: Line, style: Style) -> Strip:
    """One set line."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        draw_line(canvas, line, style, x, top - baseline(style))

    return Strip(style.leading, draw)


def baseline(style: Style) -> float:
    """How far under the top of its line a text stands."""
    return (style.leading + style.size * 0.72) / 2


def heading(text: str, width: float) -> list[Strip]:
    """The title of a section over a hairline, kept with what it is the title of."""
    line = cut_short(text, SECTION, width)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        draw_line(canvas, line, SECTION, x, top - baseline(SECTION))
        hairline(canvas, x, top - SECTION.leading - 3, width)

    return [
        Strip(14, keep=True),
        Strip(SECTION.leading + 6, draw, keep=True, outline=text),
    ]


def hairline(canvas: Canvas, x: float, y: float, width: float, weight: float = 0.5) -> None:
    """A thin line from ``x`` to the right."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + width, y)


def right_aligned(canvas: Canvas, line: Line, style: Style, right: float, y: float) -> None:
    """Set one line with its right end at ``right``."""
    draw_line(canvas, line, style, right - width_of(line, style), y)


def beside(parts: Sequence[tuple[float, Sequence[Strip]]]) -> Strip:
    """Columns side by side as one strip; each begins at its own distance from the left."""
    height = max((sum(strip.height for strip in column) for _, column in parts), default=0)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for offset, column in parts:
            y = top
            for strip in column:
                strip.draw(canvas, x + offset, y)
                y -= strip.height

    return Strip(height, draw)


def side_by_side(parts: Sequence[tuple[float, Sequence[Strip]]]) -> list[Strip]:
    """Columns side by side that go on overleaf where they are longer than half a sheet."""
    whole = beside(parts)
    if whole.height <= _HALF_A_SHEET:
        return [whole]
    rests = [(offset, list(column)) for offset, column in parts]
    strips = []
    while any(column for _, column in rests):
        strips.append(beside([(offset, _taken(column)) for offset, column in rests]))
    return strips


def _taken(column: list[Strip]) -> list[Strip]:
    """Some lines at the head of ``column``, taken out of it."""
    taken: list[Strip] = []
    height = 0.0
    while column and (not taken or height + column[0].height <= _SOME_LINES):
        height += column[0].height
        taken.append(column.pop(0))
    return taken


def together(strips: Iterable[Strip]) -> Strip:
    """Strips under each other as one that is never cut."""
    return beside([(0, list(strips))])


def kept(strips: Sequence[Strip]) -> list[Strip]:
    """Strips that stay on one sheet, as long as one holds them."""
    return [*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:]]


def text_block(text: str, width: float, style: Style = BODY) -> Strip:
    """A short text as one strip."""
    return together(paragraph(text, style, width))


class _Filling:
    """Sheets as they fill, and how far down the last one is filled."""

    def __init__(self, first: tuple[float, float], later: float) -> None:
        self.sheets: list[list[Placed]] = [[]]
        self._y, self._bottom = first
        self._later = later

    def has_room(self, height: float) -> bool:
        """Whether ``height`` still fits; the first strip of a sheet always does."""
        return not self.sheets[-1] or self._y - height >= self._bottom

    def turn(self) -> None:
        """Go on with a new sheet."""
        self.sheets.append([])
        self._y = self._later

    def put(self, strip: Strip) -> None:
        """Lay ``strip`` down, overleaf if need be, and there under the head of its table."""
        if not self.has_room(strip.height):
            self.turn()
        if not self.sheets[-1]:
            if strip.draw is _nothing:
                return
            if strip.head is not None:
                self._lay(strip.head)
        self._lay(strip)

    def _lay(self, strip: Strip) -> None:
        self.sheets[-1].append(Placed(strip, self._y))
        self._y -= strip.height


def paged(strips: Iterable[Strip], first: tuple[float, float], later: float) -> list[Sheet]:
    """The strips on their sheets.

    Args:
        strips: what the paper says, top to bottom.
        first: top and bottom of the space on the first sheet.
        later: top of the space on the sheets after it; the bottom is the same.
    """
    filling = _Filling(first, later)
    for group in _groups(strips):
        if not filling.has_room(sum(strip.height for strip in group)):
            filling.turn()
        for strip in group:
            filling.put(strip)
    return [tuple(sheet) for sheet in filling.sheets]


def _groups(strips: Iterable[Strip]) -> Iterable[list[Strip]]:
    """Strips with those that they are kept with."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
