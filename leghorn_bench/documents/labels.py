"""Labels on their stock: any number of them, drawn where the sheet has them, stoppable."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from reportlab.lib.units import inch, mm

from leghorn_bench.documents.barcodes import QUIET_MODULES, code128, draw_bars
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.domain.papers.labels import LabelStock

_LEAST_BAR_DOTS = 2
_MOST_BAR_DOTS = 4
_LEAST_QUIET = 3
"""Modules kept white at each end of bars on a narrow label; its backing goes on white."""
DOT = inch / 203
"""A dot of an ordinary thermal head; bars are whole dots wide, so that they stay crisp."""

Content_contra = TypeVar("Content_contra", contravariant=True)
Content = TypeVar("Content")
Progress = Callable[[int, int], bool]
"""Told how many labels of how many are done; gives False to stop."""


class DrawsLabel(Protocol[Content_contra]):
    """Draws one label with its top left corner at the point given; sizes in points."""

    def __call__(
        self,
        canvas: PaperCanvas,
        label: Content_contra,
        corner: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        """Draw it."""


def printed(
    labels: Sequence[Content],
    draw: DrawsLabel[Content],
    stock: LabelStock,
    imprint: Imprint,
    *,
    skip: int = 0,
    progress: Progress | None = None,
) -> bytes | None:
    """The labels as a PDF, one page a label or a sheet; None when ``progress`` stopped it."""
    width, height = stock.page[0] * mm, stock.page[1] * mm
    canvas = PaperCanvas((width, height), imprint)
    size = (stock.label[0] * mm, stock.label[1] * mm)
    last_page = 0
    for done, label in enumerate(labels):
        page, left, top = stock.place(skip + done)
        if page != last_page:
            canvas.showPage()
            last_page = page
        draw(canvas, label, (left * mm, height - top * mm), size)
        if progress is not None and not progress(done + 1, len(labels)):
            return None
    canvas.showPage()
    return canvas.finished()


def whole_dots(points: float) -> float:
    """The next place to the left on the head's grid."""
    return int(points / DOT) * DOT


def draw_bars_across(
    canvas: PaperCanvas, code: str, corner: tuple[float, float], width: float, height: float
) -> None:
    """Bars in the middle of ``width`` under ``corner``, whole dots wide.

    A label too narrow for two dots a module carries no bars: one dot does not scan reliably.
    """
    _, modules = code128(code)
    room = width / DOT
    dots = min(int(room / (modules + 2 * QUIET_MODULES)), _MOST_BAR_DOTS)
    if dots < _LEAST_BAR_DOTS:
        if room < (modules + 2 * _LEAST_QUIET) * _LEAST_BAR_DOTS:
            return
        dots = _LEAST_BAR_DOTS
    x = corner[0] + (width - modules * dots * DOT) / 2
    draw_bars(canvas, code, (whole_dots(x), corner[1] - height), dots * DOT, height)
