"""A page that shows which printer and tray it came out of, and whether the edges are printed."""

from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.units import mm

from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.text import BLACK, Style, draw_line, fitted, one_line, wrapped

_A4 = (210 * mm, 297 * mm)
_EDGE = 10 * mm
"""What papers keep free; a frame there shows what a printer cuts off."""
_LEFT = 25 * mm
_TITLE = Style(Face.STRONG, 26, 32, BLACK)
_FACT = Style(Face.STRONG, 14, 20, BLACK)
_BODY = Style(Face.REGULAR, 11, 16, BLACK)


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What stands on it, in the language of the person who tests."""

    title: str
    facts: tuple[str, ...]
    """Printer, tray, paper, moment."""
    advice: str
    language: str
    printed_at: datetime


def render(page: TrialPage) -> bytes:
    """The page as a PDF."""
    day = page.printed_at.date()
    content = {"title": page.title, "facts": page.facts}
    canvas = PaperCanvas(_A4, Imprint("trial_page", page.title, "", page.language, day, content))
    width, height = _A4
    canvas.setLineWidth(0.6)
    canvas.rect(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE)
    room = width - 2 * _LEFT
    y = height - 50 * mm
    draw_line(canvas, one_line(page.title, _TITLE.face), fitted(page.title, _TITLE, room), _LEFT, y)
    y -= 10 * mm
    for fact in page.facts:
        y -= _FACT.leading
        draw_line(canvas, one_line(fact, _FACT.face), fitted(fact, _FACT, room), _LEFT, y)
    y -= 8 * mm
    for line in wrapped(page.advice, _BODY, room):
        y -= _BODY.leading
        draw_line(canvas, line, _BODY, _LEFT, y)
    canvas.showPage()
    return canvas.finished()
