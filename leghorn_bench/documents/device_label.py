"""The label of a device on the bench: what it is, whose it is, and two codes that open it."""

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
from leghorn_bench.documents.text import BLACK, Style, draw_line, fitted, one_line
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels

MARGIN = 2.0 * mm
_MATRIX_DOTS = 4
"""Half a millimetre a module."""
_BARS_HEIGHT = 7.5 * mm
_BARS_TOP = 19 * mm
_TALL = 28 * mm
"""Labels at least this high have room for the bars under the text."""
_SERIAL = Style(Face.MONO, 10.5, 12.5, BLACK)
_CASE = Style(Face.STRONG, 10, 12, BLACK)
_PRODUCT = Style(Face.STRONG, 8.5, 10.5, BLACK)
_SMALL = Style(Face.REGULAR, 7, 9, BLACK)


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
    left, top = corner[0] + MARGIN, corner[1] - MARGIN
    said = label.matrix_text
    # Neither DataMatrix nor bars carry more than ASCII; a QR code does.
    matrix = data_matrix(said) if said.isascii() else qr(said)
    module = _MATRIX_DOTS * DOT
    side = len(matrix) * module
    draw_matrix(canvas, matrix, (whole_dots(left), top - side), module)
    text_left = left + side + 2.5 * mm
    _text(canvas, label, words, (text_left, top), corner[0] + size[0] - MARGIN - text_left)
    if size[1] >= _TALL and label.device.code.isascii():
        draw_bars_across(
            canvas, label.device.code, (corner[0], corner[1] - _BARS_TOP), size[0], _BARS_HEIGHT
        )


def _text(
    canvas: PaperCanvas, label: DeviceLabel, words: Words, corner: tuple[float, float], room: float
) -> None:
    x, y = corner
    day = words.day(label.received_on)
    lines = (
        (label.device.product, _PRODUCT),
        (label.device.serial, _SERIAL),
        (label.case_number, _CASE),
        (" · ".join(part for part in (label.customer, day, label.shelf) if part), _SMALL),
    )
    for said, style in lines:
        y -= style.leading
        draw_line(canvas, one_line(said, style.face), fitted(said, style, room), x, y + 2.5)
