"""Made-up photographs of seals on the bench, drawn so that the demo has evidence to show."""

from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING

from leghorn_bench.resources import resource_path

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1600, 1200
_MAT, _GRID, _RULE = "#2F5D50", "#3B6C5E", "#D8DDD2"
_BODY, _EDGE, _STEEL, _SHADE = "#E9A23B", "#B57A22", "#B9C0C7", "#7D868F"
_LABEL, _INK, _RUST, _SOOT = "#F7F7F2", "#20262C", "#8A4B1F", "#2A2320"


class Sight(StrEnum):
    """What a picture shows."""

    INTACT = "intact"
    CUT = "cut"
    """The shackle is cut through."""
    CRACKED = "cracked"
    CORRODED = "corroded"
    BURNT = "burnt"


def photograph(sight: Sight, serial: str) -> bytes:
    """A JPEG of a seal that looks as ``sight`` says, with its serial on the label."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - 40 ms that only the demo pays

    image = Image.new("RGB", (WIDTH, HEIGHT), _MAT)
    draw = ImageDraw.Draw(image)
    _bench(draw)
    _shackle(draw, cut=sight is Sight.CUT)
    draw.rounded_rectangle((480, 520, 1120, 1010), 60, _BODY, _EDGE, 8)
    draw.ellipse((755, 560, 845, 650), _SHADE, _EDGE, 6)
    _label(draw, serial)
    _DAMAGE[sight](draw)
    image = image.reduce(2)
    file = BytesIO()
    image.save(file, "JPEG", quality=82)
    return file.getvalue()


def _bench(draw: "ImageDraw") -> None:
    for x in range(0, WIDTH, 100):
        draw.line((x, 0, x, HEIGHT), _GRID, 3)
    for y in range(0, HEIGHT, 100):
        draw.line((0, y, WIDTH, y), _GRID, 3)
    draw.rectangle((0, 1110, WIDTH, HEIGHT), _RULE)
    for mark, x in enumerate(range(20, WIDTH, 20)):
        draw.line((x, 1110, x, 1160 if mark % 5 == 0 else 1135), _INK, 3)


def _shackle(draw: "ImageDraw", *, cut: bool) -> None:
    for left, colour in ((560, _SHADE), (552, _STEEL)):
        draw.arc((left, 180, left + 490, 680), 180, 360, colour, 64)
        draw.rectangle((left, 425, left + 64, 540), colour)
        draw.rectangle((left + 426, 425, left + 490, 540), colour)
    if cut:
        draw.pieslice((540, 168, 1060, 692), 292, 318, _MAT)
        draw.line((893, 190, 866, 262), "#F2F4F6", 12)
        draw.line((992, 252, 934, 306), "#F2F4F6", 12)


def _label(draw: "ImageDraw", serial: str) -> None:
    from PIL import ImageFont  # noqa: PLC0415 - see photograph

    draw.rounded_rectangle((560, 690, 1040, 930), 14, _LABEL)
    bars = (serial.encode() * 3)[:35]
    for x, character in zip(range(590, 1010, 12), bars, strict=False):
        draw.rectangle((x, 715, x + 2 + character % 7, 820), _INK)
    font = ImageFont.truetype(str(resource_path("fonts", "IBMPlexMono-Medium.ttf")), 54)
    draw.text((800, 875), serial, _INK, font, anchor="mm")


def _crack(draw: "ImageDraw") -> None:
    line = (1118, 560, 1010, 640, 1040, 700, 930, 780, 960, 850, 880, 1008)
    draw.line(line, _SOOT, 12, joint="curve")
    draw.line((1040, 700, 1100, 760), _SOOT, 8)
    draw.line((930, 780, 860, 740), _SOOT, 7)


def _corrosion(draw: "ImageDraw") -> None:
    for x, y, size in ((585, 500, 60), (1010, 500, 62), (560, 580, 70), (1030, 950, 70)):
        draw.ellipse((x - size, y - size // 2, x + size, y + size // 2), _RUST)
        draw.ellipse((x - size // 2, y - size // 3, x + size // 2, y + size // 3), "#B4692F")
    for x in (600, 700, 930):
        draw.line((x, 1000, x + 10, 1080), "#7FB6C9", 10)


def _burn(draw: "ImageDraw") -> None:
    for size, colour in ((150, "#5A3E22"), (115, _SOOT), (60, "#0F0D0C")):
        draw.ellipse((1010 - size, 600 - size, 1010 + size, 600 + size), colour)


_DAMAGE = {
    Sight.INTACT: lambda _: None,
    Sight.CUT: lambda _: None,
    Sight.CRACKED: _crack,
    Sight.CORRODED: _corrosion,
    Sight.BURNT: _burn,
}
