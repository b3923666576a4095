"""Photos two in a row with their captions; one that cannot be read leaves a box that says so."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.documents.photos import (
    PictureTooLarge,
    PictureUnreadable,
    draw_picture,
    picture,
)
from leghorn_bench.documents.strips import Strip, beside, paragraph, space, together
from leghorn_bench.documents.text import GROUND, LABEL
from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.papers.report import Photo

_GAP = 14.0
_HEIGHT = 160.0


def photo_grid(photos: Sequence[Photo], words: Words, width: float) -> list[Strip]:
    """Rows of two photos; a row is never cut."""
    side = (width - _GAP) / 2
    strips: list[Strip] = []
    for place in range(0, len(photos), 2):
        pair = [_shown(photo, words, side) for photo in photos[place : place + 2]]
        columns = [(index * (side + _GAP), [shown]) for index, shown in enumerate(pair)]
        strips += [space(10), beside(columns)]
    return strips


def _shown(photo: Photo, words: Words, width: float) -> Strip:
    caption = " · ".join(
        part for part in (photo.caption or photo.name, words.day(photo.taken_on)) if part
    )
    try:
        shown = picture(photo.file, photo.name, most_points=max(width, _HEIGHT))
    except (PictureUnreadable, PictureTooLarge):
        return together([_empty(words, width), space(3), *paragraph(caption, LABEL, width)])
    size = shown.fitted(width, _HEIGHT)

    def draw(canvas: Canvas, x: float, top: float) -> None:
        draw_picture(canvas, shown, (x, top - size[1]), size)

    return together([Strip(size[1], draw), space(3), *paragraph(caption, LABEL, width)])


def _empty(words: Words, width: float) -> Strip:
    said = together(paragraph(words("This photo cannot be read."), LABEL, width - 24))

    def draw(canvas: Canvas, x: float, top: float) -> None:
        canvas.setFillColor(GROUND)
        canvas.rect(x, top - _HEIGHT, width, _HEIGHT, stroke=0, fill=1)
        said.draw(canvas, x + 12, top - (_HEIGHT - said.height) / 2)

    return Strip(_HEIGHT, draw)
