"""Barcodes as bars and dots on a canvas: Code 128, QR, DataMatrix with the GS1 mark."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import segno
from ppf.datamatrix import DataMatrix
from reportlab.graphics.barcode.code128 import Code128

from leghorn_bench.documents import gs1_matrix
from leghorn_bench.documents.pdf import PaperCanvas

Bars = tuple[tuple[int, int], ...]
"""Where each bar begins and how wide it is, in modules."""
Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, top to bottom; True is dark."""

QUIET_MODULES = 10
"""Empty modules that a reader wants before and after a Code 128."""


@lru_cache(maxsize=512)
def code128(text: str) -> tuple[Bars, int]:
    """The bars of ``text`` and the width of all of them in modules, quiet zones left out."""
    symbol = Code128(text, quiet=0)
    for step in (symbol.validate, symbol.encode, symbol.decompose):
        step()  # type: ignore[no-untyped-call]  # reportlab's hints leave them out
    bars, place = [], 0
    for mark in symbol.decomposed:
        width = ord(mark.lower()) - ord("a") + 1
        if mark.isupper():
            bars.append((place, width))
        place += width
    return tuple(bars), place


@lru_cache(maxsize=64)
def qr(text: str) -> Matrix:
    """The modules of a QR code with a medium error correction, quiet zone left out."""
    return tuple(tuple(bool(dot) for dot in row) for row in segno.make_qr(text, error="m").matrix)


@lru_cache(maxsize=512)
def data_matrix(text: str) -> Matrix:
    """The modules of a DataMatrix, quiet zone left out.

    A text that begins with a group separator (ASCII 29) is a GS1 one and begins with FNC1.
    """
    symbol = DataMatrix(text)
    if text.startswith("\x1d"):
        symbol.codecs = [f"datamatrix.{gs1_matrix.CODEC}"]
    return tuple(tuple(bool(dot) for dot in row) for row in symbol.matrix)


def draw_bars(
    canvas: PaperCanvas, text: str, corner: tuple[float, float], module: float, height: float
) -> None:
    """Draw a Code 128 with its lower left corner at ``corner``; all measures in points."""
    bars, _ = code128(text)
    canvas.fill_cells(corner, (module, height), ((start, 0, width, 1) for start, width in bars))


def bars_width(text: str, module: float) -> float:
    """The width of a Code 128 in points, quiet zones left out."""
    return code128(text)[1] * module


def draw_matrix(
    canvas: PaperCanvas, matrix: Matrix, corner: tuple[float, float], module: float
) -> None:
    """Draw modules with the lower left corner of the lowest row at ``corner``."""
    cells = (
        (start, len(matrix) - 1 - row, length, 1)
        for row, modules in enumerate(matrix)
        for start, length in stretches(modules)
    )
    canvas.fill_cells(corner, (module, module), cells)


def stretches(modules: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Neighbouring dark modules as one: start and length."""
    start = None
    for place, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            yield start, place - start
            start = None
