"""The label of a shelf and the badge of a person: a large name, and two codes that say it."""

from reportlab.lib.units import mm

from leghorn_bench.documents.barcodes import draw_bars, draw_matrix
from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.labels import DOT, Progress, printed, whole_dots
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.sign_layout import Box, SignLayout, laid_out, name_set
from leghorn_bench.documents.text import BLACK, Style, draw_line, fitted, one_line
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import SignLabel, SignLabels

_DOTS_PER_MM = mm / DOT


def render(content: SignLabels, progress: Progress | None = None) -> bytes:
    """All signs as a PDF; empty when ``progress`` stopped it."""
    words = Words(content.language)
    title, caption = captions(words, content.kind)
    imprint = Imprint(content.kind, title, "", content.language, content.printed_on, content)

    def draw(
        canvas: PaperCanvas,
        label: SignLabel,
        corner: tuple[float, float],
        size: tuple[float, float],  # noqa: ARG001 - the stock's, which the layout knows
    ) -> None:
        layout = laid_out(label, content.stock, _DOTS_PER_MM)
        _Pen(canvas, corner).draw(label, layout, caption)

    made = printed(
        content.labels, draw, content.stock, imprint, skip=content.skip, progress=progress
    )
    return made or b""


def captions(words: Words, kind: PaperKind) -> tuple[str, str]:
    """The title of all labels of ``kind``, and the small word over each name."""
    if kind is PaperKind.BADGE_LABEL:
        return words("Operator badges"), words("Operator")
    return words("Shelf labels"), words("Shelf")


class _Pen:
    """Draws the parts of one label from its top left corner, in points."""

    def __init__(self, canvas: PaperCanvas, corner: tuple[float, float]) -> None:
        self._canvas, self._corner = canvas, corner

    def draw(self, label: SignLabel, layout: SignLayout, caption: str) -> None:
        """Codes, caption and name."""
        draw_matrix(
            self._canvas, layout.matrix, self._foot_of(layout.matrix_at), layout.module * mm
        )
        if layout.bars is not None:
            at, module = layout.bars, layout.bar_module * mm
            draw_bars(self._canvas, label.code, self._foot_of(at), module, at.height * mm)
        self._caption(caption, layout.caption)
        self._name(label.name, layout.name)

    def _caption(self, said: str, box: Box) -> None:
        size = box.height * mm * 0.8
        style = fitted(said, Style(Face.REGULAR, size, size, BLACK), box.width * mm)
        baseline = self._corner[1] - box.top * mm - size * 0.8
        left = self._corner[0] + box.left * mm
        draw_line(self._canvas, one_line(said, style.face), style, left, baseline)

    def _name(self, name: str, box: Box) -> None:
        style, lines = name_set(name, box)
        spare = box.height * mm - len(lines) * style.leading
        y = self._corner[1] - box.top * mm - spare / 2
        for line in lines:
            y -= style.leading
            left = self._corner[0] + box.left * mm
            draw_line(self._canvas, line, style, left, y + style.leading * 0.24)

    def _foot_of(self, box: Box) -> tuple[float, float]:
        """The lower left corner, on the head's grid."""
        x, y = self._corner
        return whole_dots(x + box.left * mm), y - (box.top + box.height) * mm
