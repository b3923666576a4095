"""The label of a device on the bench: what it is, whose it is, and two codes that open it."""

from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from leghorn_bench.documents.barcodes import data_matrix, draw_matrix, qr
from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.labels import (
    DOT,
    Progress,
    draw_bars_across,
    printed,
    whole_dots,
)
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.strips import right_aligned
from leghorn_bench.documents.text import (
    BLACK,
    Style,
    cut_short,
    draw_line,
    fitted,
    one_line,
    width_of,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels

DESIGNED = (62 * mm, 29 * mm)
"""The label is drawn for this size; on larger ones everything is larger."""
MARGIN = 2.0 * mm
_MATRIX_DOTS = 4
"""Half a millimetre a module."""
_LEAST_DOTS = 2
_BARS_HEIGHT = 7.5 * mm
_BARS_TOP = 19 * mm
_TALL = 28 * mm
"""Labels at least this high have room for the bars under the text."""
_SERIAL = Style(Face.MONO, 10.5, 12.5, BLACK)
_CASE = Style(Face.STRONG, 10, 12, BLACK)
_PRODUCT = Style(Face.STRONG, 8.5, 10.5, BLACK)
_SMALL = Style(Face.REGULAR, 7, 9, BLACK)
_LEAST = 5.5
"""Points under which nobody reads a label: a longer name is cut instead."""


def render(content: DeviceLabels, progress: Progress | None = None) -> bytes:
    """All labels as a PDF; empty when ``progress`` stopped it."""
    words = Words(content.language)
    first = content.labels[0]
    imprint = Imprint(
        PaperKind.DEVICE_LABEL,
        words("Device labels"),
        "",
        content.language,
        first.received_on,
        content,
    )

    def draw(
        canvas: PaperCanvas,
        label: DeviceLabel,
        corner: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        _draw(canvas, label, words, corner, size)

    made = printed(
        content.labels, draw, content.stock, imprint, skip=content.skip, progress=progress
    )
    return made or b""


def _draw(
    canvas: PaperCanvas,
    label: DeviceLabel,
    words: Words,
    corner: tuple[float, float],
    size: tuple[float, float],
) -> None:
    scale = max(1.0, min(size[0] / DESIGNED[0], size[1] / DESIGNED[1]))
    margin = MARGIN * scale
    left, top = corner[0] + margin, corner[1] - margin
    said = label.matrix_text
    # Neither DataMatrix nor bars carry more than ASCII; a QR code does.
    matrix = data_matrix(said) if said.isascii() else qr(said)
    most = int((size[1] - 2 * margin) / DOT / len(matrix))
    module = max(_LEAST_DOTS, min(int(_MATRIX_DOTS * scale), most)) * DOT
    side = len(matrix) * module
    draw_matrix(canvas, matrix, (whole_dots(left), top - side), module)
    text_left = left + side + 2.5 * mm * scale
    room = corner[0] + size[0] - margin - text_left
    _Text(canvas, scale, text_left, room).say(label, words, top)
    if size[1] >= _TALL and label.device.code.isascii():
        under = (corner[0], min(top - side - mm, corner[1] - _BARS_TOP * scale))
        draw_bars_across(canvas, label.device.code, under, size[0], _BARS_HEIGHT * scale)


@dataclass(frozen=True, slots=True)
class _Text:
    """The words beside the matrix."""

    canvas: PaperCanvas
    scale: float
    left: float
    room: float

    def say(self, label: DeviceLabel, words: Words, top: float) -> None:
        """What it is, whose it is, and since when it has been here, from ``top`` downwards."""
        y = self._line(label.device.product, _PRODUCT, top)
        y = self._line(label.device.serial, _SERIAL, y)
        self._here_since(label, words, y)
        self._line(label.customer, _SMALL, self._line(label.case_number, _CASE, y))

    def _line(self, said: str, style: Style, top: float) -> float:
        """One line, smaller where it is long, a name cut as well; gives where it ends."""
        may_be_cut = style in {_PRODUCT, _SMALL}
        style = self._scaled(style)
        y = top - style.leading
        shown = fitted(said, style, self.room)
        line = one_line(said, style.face)
        if shown.size < _LEAST and may_be_cut:
            shown = replace(style, size=_LEAST)
            line = cut_short(said, shown, self.room)
        draw_line(self.canvas, line, shown, self.left, y + 2.5)
        return y

    def _here_since(self, label: DeviceLabel, words: Words, top: float) -> None:
        """Day and shelf at the right of the case's number."""
        case = self._scaled(_CASE)
        taken = width_of(one_line(label.case_number, case.face), case) + case.size
        said = " · ".join(part for part in (words.day(label.received_on), label.shelf) if part)
        small = fitted(said, self._scaled(_SMALL), max(self.room - taken, 1))
        y = top - case.leading + 2.5
        right_aligned(self.canvas, one_line(said, small.face), small, self.left + self.room, y)

    def _scaled(self, style: Style) -> Style:
        size, leading = style.size * self.scale, style.leading * self.scale
        return Style(style.face, size, leading, BLACK)
