"""The measures of a sheet, named once, and the grid of labels and what they say."""

from collections.abc import Iterable

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from leghorn_bench.documents.strips import Strip, paragraph, side_by_side, together
from leghorn_bench.documents.text import BODY, LABEL, Style

WIDTH, HEIGHT = A4
LEFT = 20 * mm
RIGHT = 20 * mm
CONTENT = WIDTH - LEFT - RIGHT
"""Width of what a paper says."""
TITLE_TOP = HEIGHT - 16 * mm
TITLE_WIDTH = 88 * mm
TITLE_GAP = 7 * mm
"""Between the title and the letterhead."""
WINDOW_LEFT = 115 * mm
"""Where the window of an Italian DL envelope shows the recipient; the letterhead begins there."""
WINDOW_TOP = HEIGHT - 52 * mm
WINDOW_WIDTH = WIDTH - RIGHT - WINDOW_LEFT
BODY_TOP = HEIGHT - 86 * mm
"""Where the text begins at the latest on a first sheet whose facts are few."""
LATER_TOP = HEIGHT - 27 * mm
FOOT = 24 * mm
"""Height of the hairline above the foot."""
BOTTOM = FOOT + 3 * mm
FACT_LABEL = 37 * mm
FACT_LABEL_TWICE = 46 * mm
"""For labels that are said in two languages."""
LOGO_HEIGHT = 14 * mm
BAR_MODULE = 0.25 * mm
BAR_HEIGHT = 7 * mm

Fact = tuple[str, str]
"""A label and what it says; a fact that says nothing is left out."""


def content_width(*, landscape: bool = False) -> float:
    """The width of what a paper says, in points."""
    return HEIGHT - LEFT - RIGHT if landscape else CONTENT


def fact_grid(facts: Iterable[Fact], width: float, label_width: float = FACT_LABEL) -> Strip:
    """Labels and what they say, one under the other, never cut."""
    return together(fact_rows(facts, width, label_width))


def fact_rows(facts: Iterable[Fact], width: float, label_width: float = FACT_LABEL) -> list[Strip]:
    """Labels and what they say, one under the other; a long text goes on overleaf."""
    return [
        strip
        for label, said in facts
        if said
        for strip in side_by_side([
            (0, paragraph(label, _FACT, label_width - 6)),
            (label_width, paragraph(said, BODY, width - label_width)),
        ])
    ]  # fmt: skip


_FACT = Style(size=8, leading=13, colour=LABEL.colour)
