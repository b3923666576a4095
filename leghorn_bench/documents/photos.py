"""Pictures on paper: read, turned upright, made as small as the print needs, flattened on white."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.domain.errors import BenchError

DOTS_PER_POINT = 200 / 72
"""Pictures are kept at 200 dots an inch of their place on paper."""
MOST_PIXELS = 200_000_000
"""More than any camera of the bench makes: such a file is a trap or a mistake."""
Image.MAX_IMAGE_PIXELS = None  # our own limit, refused in words instead of warned about.


class PictureUnreadable(BenchError):
    """A photo or logo is broken, or no picture at all."""

    sentence = (
        "The file “{name}” was expected to be a picture (PNG, JPEG, WebP, BMP, GIF or TIFF), but it"
        " cannot be read: {found}. Save it anew as PNG or JPEG and add it again."
    )


class PictureTooLarge(BenchError):
    """A picture has more pixels than can be held in memory."""

    sentence = (
        "The picture “{name}” has {width} × {height} points; at most {most} million are read."
        " Make it smaller and add it again."
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for paper."""

    jpeg_or_png: bytes
    width: int
    height: int
    """In pixels."""

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size in points within a box, in the picture's own proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@lru_cache(maxsize=32)
def picture(file: bytes, name: str, most_points: float) -> Picture:
    """The picture in ``file``, no larger than its longest side of ``most_points`` needs.

    Raises:
        PictureUnreadable: it cannot be read.
        PictureTooLarge: it has more than ``MOST_PIXELS``.
    """
    try:
        with Image.open(BytesIO(file)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                most = MOST_PIXELS // 1_000_000
                raise PictureTooLarge(
                    name=name, width=opened.width, height=opened.height, most=most
                )
            most_pixels = max(1, round(most_points * DOTS_PER_POINT))
            opened.draft("RGB", (most_pixels, most_pixels))
            opened.thumbnail((most_pixels, most_pixels))
            upright = ImageOps.exif_transpose(opened)
            return _kept(_on_white(upright), photo=opened.format in {"JPEG", "WEBP", "MPO"})
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as why:
        raise PictureUnreadable(name=name, found=str(why) or type(why).__name__) from why


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, which archives of paper do not keep alike."""
    if image.mode not in {"RGB", "L"}:
        clear = image.convert("RGBA")
        flat = Image.new("RGB", clear.size, "white")
        flat.paste(clear, mask=clear.getchannel("A"))
        return flat
    return image


def _kept(image: Image.Image, *, photo: bool) -> Picture:
    """Photos as JPEG; drawings and logos without loss. No place or camera data is kept."""
    target = BytesIO()
    if photo:
        image.save(target, "JPEG", quality=82)
    else:
        image.save(target, "PNG")
    return Picture(target.getvalue(), image.width, image.height)


def draw_picture(
    canvas: Canvas, shown: Picture, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a picture with its lower left corner at ``corner``."""
    reader = ImageReader(BytesIO(shown.jpeg_or_png))
    canvas.drawImage(reader, *corner, *size)
