"""How a shelf's label or a badge is set out: one arrangement for PDF and for label printers.

All measures are in millimetres from the label's top left corner.
"""

from dataclasses import dataclass

from reportlab.lib.units import mm

from leghorn_bench.documents.barcodes import Matrix, code128, qr
from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.text import (
    BLACK,
    Line,
    Style,
    cleaned,
    cut_short,
    one_line,
    width_of,
    wrapped,
)
from leghorn_bench.domain.papers.labels import LabelStock, SignLabel

DESIGNED = (62.0, 29.0)
"""The label is drawn for this size; on larger ones everything is larger."""
LEAST_MODULE = 0.25
"""Finer modules do not scan reliably."""
_QUIET_OF_QR = 4
_QUIET_AT_EDGE = 3
"""Modules kept white towards the edge: a label's backing, and what it is stuck on, may be dark."""
_LEAST_QUIET = 3
"""Modules kept white at each end of bars on a narrow label; its backing goes on white."""
_MOST_BAR_MODULE = 0.5
_MOST_LINES = 2
_LEAST_NAME = 8.0
"""Points under which nobody reads a name from a step away: it is cut instead."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a label."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SignLayout:
    """Where the parts of one sign lie."""

    matrix: Matrix
    matrix_at: Box
    module: float
    """Width of a module of the QR code."""
    caption: Box
    name: Box
    bars: Box | None
    """None where the label is too narrow for them; as wide as the bars are."""
    bar_module: float


def laid_out(label: SignLabel, stock: LabelStock, dots_per_mm: float) -> SignLayout:
    """The parts of ``label``, all modules whole dots of the printer's head."""
    width, height = stock.label
    scale = max(1.0, min(width / DESIGNED[0], height / DESIGNED[1]))
    margin = 2.0 * scale
    bars, bar_module = _bars(label.code, (width, height), scale, dots_per_mm)
    foot = height - margin if bars is None else bars.top - 1.5 * scale
    matrix = qr(label.code)
    upright = height > width
    rows = len(matrix)
    most = 0.45 * height / (rows + _QUIET_OF_QR) if upright else foot / (rows + _QUIET_OF_QR)
    module = max(min(most, (0.8 if upright else 0.4) * width / rows), LEAST_MODULE)
    module = int(module * dots_per_mm + 1e-6) / dots_per_mm
    side = module * rows
    gap = module * _QUIET_OF_QR
    edge = max(margin, module * _QUIET_AT_EDGE)
    caption_height = 3.2 * scale
    if upright:
        matrix_at = Box((width - side) / 2, edge, side, side)
        left, top, room = margin, edge + side + gap, width - 2 * margin
    else:
        matrix_at = Box(edge, edge, side, side)
        left, top = edge + side + gap, margin
        room = width - margin - left
    caption = Box(left, top, room, caption_height)
    name_top = top + caption_height
    name = Box(left, name_top, room, foot - name_top)
    return SignLayout(matrix, matrix_at, module, caption, name, bars, bar_module)


def _bars(
    code: str, label: tuple[float, float], scale: float, dots_per_mm: float
) -> tuple[Box | None, float]:
    """The bars at the foot, in the middle, and the width of one of their modules."""
    if not code.isascii():
        return None, 0.0
    _, modules = code128(code)
    width, height = label
    most = min(width / (modules + 2 * _LEAST_QUIET), _MOST_BAR_MODULE)
    module = int(most * dots_per_mm + 1e-6) / dots_per_mm
    if module < LEAST_MODULE - 0.001:
        return None, 0.0
    side = modules * module
    tall = 6.5 * scale
    return Box((width - side) / 2, height - 2.0 * scale - tall, side, tall), module


def name_set(name: str, box: Box) -> tuple[Style, tuple[Line, ...]]:
    """The name as large as its box takes it, on two lines at most, no word broken."""
    plain = cleaned(name).replace("\n", " ")
    room, height = box.width * mm, box.height * mm
    size = height / 1.1
    while size > _LEAST_NAME:
        style = _style(size)
        lines = wrapped(plain, style, room)
        words = (one_line(word, style.face) for word in plain.split())
        whole = all(width_of(word, style) <= room for word in words)
        if whole and len(lines) <= _MOST_LINES and len(lines) * style.leading <= height:
            return style, lines
        size *= 0.95
    least = _style(_LEAST_NAME)
    return least, (cut_short(plain, least, room),)


def _style(size: float) -> Style:
    return Style(Face.STRONG, size, size * 1.1, BLACK)
