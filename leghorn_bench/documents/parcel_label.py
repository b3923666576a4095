"""The label of a parcel: where it goes, which of how many, and the code that opens it."""

from collections.abc import Callable

from reportlab.lib.units import mm

from leghorn_bench.documents.faces import Face
from leghorn_bench.documents.imprint import Imprint
from leghorn_bench.documents.labels import Progress, draw_bars_across, printed
from leghorn_bench.documents.pdf import PaperCanvas
from leghorn_bench.documents.strips import right_aligned
from leghorn_bench.documents.text import (
    BLACK,
    Style,
    draw_line,
    fitted,
    one_line,
    width_of,
    wrapped,
)
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import ParcelLabel, ParcelLabels

DESIGNED = (100 * mm, 150 * mm)
"""The label is drawn for this size; on others its type is larger or smaller."""
_MARGIN = 6 * mm
_LEAST_SCALE = 0.2


def render(content: ParcelLabels, progress: Progress | None = None) -> bytes:
    """All labels as a PDF; empty when ``progress`` stopped it."""
    first = content.labels[0]
    words = Words(first.language)
    imprint = Imprint(
        PaperKind.PARCEL_LABEL,
        words("Parcel labels"),
        first.sender.address.name,
        first.language,
        content.printed_on,
        content,
    )
    made = printed(
        content.labels, _draw, content.stock, imprint, skip=content.skip, progress=progress
    )
    return made or b""


def _draw(
    canvas: PaperCanvas, label: ParcelLabel, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    scale = min(size[0] / DESIGNED[0], size[1] / DESIGNED[1])
    pen = _Pen(canvas, label, corner, size, scale)
    while not pen.set_out() and scale > _LEAST_SCALE:
        scale *= 0.9
        pen = _Pen(canvas, label, corner, size, scale)
    for draw in pen.drawings:
        draw()


class _Pen:
    """Sets out one label from top to bottom; what it would draw is kept until it fits."""

    def __init__(
        self,
        canvas: PaperCanvas,
        label: ParcelLabel,
        corner: tuple[float, float],
        size: tuple[float, float],
        scale: float,
    ) -> None:
        self.canvas = canvas
        self.label = label
        self.words = Words(label.language)
        self.scale = scale
        self.left = corner[0] + _MARGIN * scale
        self.right = corner[0] + size[0] - _MARGIN * scale
        self.y = corner[1] - _MARGIN * scale
        self.foot = corner[1] - size[1] + _MARGIN * scale
        self.corner, self.size = corner, size
        self.drawings: list[Callable[[], object]] = []

    def set_out(self) -> bool:
        """Arrange everything; whether the text stays clear of the bars."""
        self.sender()
        self.recipient()
        self.facts()
        reached = self.y
        return reached >= self.code()

    def sender(self) -> None:
        """Who sends it, small, over a line."""
        sender = self.label.sender
        lines = self.words.address(sender.address, home=self.label.recipient.country)
        self._say(self.words("Sender"), _style(Face.REGULAR, 7))
        self._say(", ".join(lines), _style(Face.REGULAR, 8))
        self._say(sender.phone, _style(Face.REGULAR, 8))
        self._rule()

    def recipient(self) -> None:
        """Whom it goes to, large."""
        lines = self.words.address(
            self.label.recipient, home=self.label.sender.address.country
        ) or [""]
        self._say(self.words("Consignee"), _style(Face.REGULAR, 7))
        for place, line in enumerate(lines):
            self._say(line, _style(Face.STRONG, 17 if place == 0 else 14))
        self._rule()

    def facts(self) -> None:
        """Document, weight, carrier; the number of the parcel large at the right."""
        label, words = self.label, self.words
        top = self.y
        said = (
            (words("Document"), label.document),
            (words("Case"), label.case_number),
            (words("Gross weight"), words.weight(label.weight_g)),
            (words("Carrier"), label.carrier),
            (words("Waybill"), label.waybill),
        )
        for name, text in said:
            if text:
                self._say(f"{name}: {text}", _style(Face.REGULAR, 10))
        foot = self.y
        self.y = top
        counted = _style(Face.STRONG, 30)
        self._at_right(words("Package"), _style(Face.REGULAR, 7))
        self._at_right(f"{label.place}/{label.of}", counted)
        self.y = min(foot, self.y)
        self._battery()

    def code(self) -> float:
        """The bars at the foot and what they say; gives the height at which they begin."""
        height = 20 * mm * self.scale
        text = _style(Face.MONO, 9)
        top = self.foot + height + text.leading * self.scale
        corner = (self.corner[0], top)
        self._later(draw_bars_across, self.canvas, self.label.code, corner, self.size[0], height)
        self.y = top - height
        self._under_the_bars(self.label.code, text)
        return top

    def _battery(self) -> None:
        """The UN number in a box; the mark itself is a printed sticker of the carrier's."""
        if not self.label.battery:
            return
        style = _style(Face.STRONG, 22)
        height, width = 34 * self.scale, 110 * self.scale
        self.y -= 6 * self.scale
        self._stroke(2 * self.scale)
        self._later(self.canvas.rect, self.left, self.y - height, width, height, 1, 0)
        self.y -= 5 * self.scale
        self.left += 10 * self.scale
        self._say(self.label.battery, style)
        self.left -= 10 * self.scale

    def _say(self, text: str, style: Style) -> None:
        scaled = self._scaled(style)
        for line in wrapped(text, scaled, self.right - self.left):
            self.y -= scaled.leading
            foot = self.y + scaled.leading * 0.28
            self._later(draw_line, self.canvas, line, scaled, self.left, foot)

    def _at_right(self, text: str, style: Style) -> None:
        scaled = fitted(text, self._scaled(style), (self.right - self.left) / 2)
        self.y -= scaled.leading
        line = one_line(text, scaled.face)
        foot = self.y + scaled.leading * 0.28
        self._later(right_aligned, self.canvas, line, scaled, self.right, foot)

    def _under_the_bars(self, text: str, style: Style) -> None:
        scaled = fitted(text, self._scaled(style), self.right - self.left)
        line = one_line(text, scaled.face)
        x = self.corner[0] + (self.size[0] - width_of(line, scaled)) / 2
        self.y -= scaled.leading
        self._later(draw_line, self.canvas, line, scaled, x, self.y + scaled.leading * 0.28)

    def _rule(self) -> None:
        self.y -= 6 * self.scale
        self._stroke(1.2 * self.scale)
        self._later(self.canvas.line, self.left, self.y, self.right, self.y)
        self.y -= 5 * self.scale

    def _stroke(self, width: float) -> None:
        self._later(self.canvas.setStrokeColor, BLACK)
        self._later(self.canvas.setLineWidth, width)

    def _later(self, draw: Callable[..., object], *given: object) -> None:
        self.drawings.append(lambda: draw(*given))

    def _scaled(self, style: Style) -> Style:
        return Style(style.face, style.size * self.scale, style.leading * self.scale, BLACK)


def _style(face: Face, size: float) -> Style:
    return Style(face, size, size * 1.25, BLACK)
