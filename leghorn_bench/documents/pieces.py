"""Pieces that several papers share: devices, notes, small print, boxes to sign."""

from collections.abc import Iterable, Sequence

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.strips import (
    Strip,
    baseline,
    beside,
    hairline,
    heading,
    paragraph,
    side_by_side,
    space,
    together,
)
from leghorn_bench.documents.table import Cell
from leghorn_bench.documents.text import (
    BODY,
    LABEL,
    LINE,
    MONO,
    SMALL,
    STRONG,
    Style,
    draw_line,
    wrapped,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.phrase import Phrase

_CELL_MONO = Style(MONO.face, size=8, leading=11)
FINE = Style(size=7.5, leading=10, colour=LABEL.colour)
_BOX_HEIGHT = 50.0
_BOX_GAP = 14.0
_COLUMN_GAP = 16.0
_DEVICE_WIDTH = 190.0


def device_block(device: PaperDevice, width: float = _DEVICE_WIDTH) -> Strip:
    """Product over serial number; code and EPC small beneath."""
    beneath = [part for part in (device.product_code, grouped(device.epc)) if part]
    return together([
        *paragraph(device.product, STRONG, width),
        *paragraph(device.serial, MONO, width),
        *(strip for part in beneath for strip in paragraph(part, FINE, width)),
    ])  # fmt: skip


def grouped(code: str) -> str:
    """A hexadecimal code in groups of four, so that people can compare it."""
    return " ".join(code[place : place + 4] for place in range(0, len(code), 4))


def device_table_cell(device: PaperDevice, remark: str) -> Cell:
    """A device in a table: product, serial number, and what is odd about it."""
    lines = [(device.product, BODY), (device.serial, _CELL_MONO), (remark, LABEL)]
    return [(text, style) for text, style in lines if text]


def labelled(facts: Sequence[tuple[str, str]], width: float) -> list[Strip]:
    """What is said, each under its label; a fact that says nothing is left out."""
    return [
        strip
        for label, text in facts
        if text
        for strip in (*paragraph(label, LABEL, width), *paragraph(text, BODY, width), space(3))
    ]


def device_facts(
    device: PaperDevice, facts: Sequence[tuple[str, str]], width: float
) -> list[Strip]:
    """A device at the left and what is said of it at the right, closed by a hairline."""
    right = width - _DEVICE_WIDTH - 16
    block = side_by_side([
        (0, [device_block(device)]),
        (_DEVICE_WIDTH + 16, labelled(facts, right)),
    ])  # fmt: skip
    return [space(5), *block, rule(width)]


def rule(width: float) -> Strip:
    """A hairline with a little air above."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        hairline(canvas, x, top - 4, width, 0.4)

    return Strip(5, draw)


def notes(text: str, words: Words, width: float) -> list[Strip]:
    """A section of free words, if there are any."""
    if not text.strip():
        return []
    return [*heading(words("Notes"), width), *paragraph(text, BODY, width)]


def batteries(phrases: Sequence[Phrase], words: Words, width: float) -> list[Strip]:
    """What carriers have to be told of batteries on board, if there are any."""
    if not phrases:
        return []
    return [*heading(words("Batteries"), width), *said_twice(phrases, SMALL, width)]


def small_print(phrases: Iterable[str | Phrase], width: float) -> list[Strip]:
    """Phrases of law, small but readable, one under the other."""
    said = [Phrase(phrase) if isinstance(phrase, str) else phrase for phrase in phrases]
    return [Strip(12, keep=True), together(said_twice(said, FINE, width))] if said else []


def said_twice(phrases: Iterable[Phrase], style: Style, width: float) -> list[Strip]:
    """Phrases under each other; those said twice have a column for each language."""
    half = (width - _COLUMN_GAP) / 2
    strips: list[Strip] = []
    for phrase in phrases:
        if phrase.other and phrase.other != phrase.text:
            first, other = (paragraph(text, style, half) for text in (phrase.text, phrase.other))
            strips += [beside([(0, first), (half + _COLUMN_GAP, other)]), space(2)]
        else:
            strips += paragraph(phrase.text, style, width)
    return strips


def signatures(titles: Sequence[str], width: float) -> list[Strip]:
    """Boxes to sign in, side by side, on one sheet with the small print under them."""
    box = (width - _BOX_GAP * (len(titles) - 1)) / len(titles)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for place, title in enumerate(titles):
            left = x + place * (box + _BOX_GAP)
            for row, line in enumerate(wrapped(title, LABEL, box)):
                y = top - row * LABEL.leading
                draw_line(canvas, line, LABEL, left, y - baseline(LABEL))
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.5)
            canvas.line(left, top - _BOX_HEIGHT, left + box, top - _BOX_HEIGHT)

    return [Strip(16, keep=True), Strip(_BOX_HEIGHT + 2, draw, keep=True)]
