"""How far a sheet looks from the picture of it that was approved.

A sheet is drawn four times larger than it is kept, and reduced: what a new rasteriser changes in
the edges of letters then hardly shows. The measure is the largest difference of the mean grey of
any square of four points (two millimetres): a word that moves by two millimetres, or another
font, makes a large one wherever it stands.
"""

import numpy as np
from PIL import Image

from tests.documents.pages import pictures

DOTS_PER_INCH = 48
LABEL_DOTS_PER_INCH = 96
"""Labels are small, and looked at closely."""
TOLERANCE = 28
"""Greys of 255. Letters without smoothing come to 23, the smallest word moved by 2 mm to 33."""
FINER = 4
_SQUARE = 4
_STEP = 17
"""Sixteen greys are kept, so that a picture takes few bytes."""


def sheet_pictures(paper: bytes, dots_per_inch: int = DOTS_PER_INCH) -> list[Image.Image]:
    """Every sheet in sixteen greys."""
    return [reduced(picture) for picture in pictures(paper, dots_per_inch * FINER)]


def reduced(fine: Image.Image) -> Image.Image:
    """A sheet drawn four times larger, as it is kept."""
    return _few_greys(fine.reduce(FINER))


def _few_greys(picture: Image.Image) -> Image.Image:
    levels = (np.asarray(picture, np.uint8) + np.uint16(_STEP // 2)) // _STEP
    few = Image.fromarray(levels.astype(np.uint8), "P")
    few.putpalette([level * _STEP for level in range(16) for _ in "rgb"])
    return few


def difference(shown: Image.Image, approved: Image.Image) -> float:
    """The largest difference of the mean grey of any square, of 255; all for another size."""
    if shown.size != approved.size:
        return 255
    greys = [np.asarray(picture.convert("L"), np.int64) for picture in (shown, approved)]
    summed = np.pad((greys[0] - greys[1]).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    side = _SQUARE
    columns = summed[:, side:] - summed[:, :-side]
    squares = columns[side:] - columns[:-side]
    return float(np.abs(squares).max() / side**2)
