"""The fonts that papers are set in, and which of them has a character.

One font does not fall back to another in a PDF: each face has a chain, and every character is
set in the first font of the chain that has it. A font is read when its first character comes.
"""

from enum import StrEnum
from functools import cache
from types import MappingProxyType

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from leghorn_bench.resources import resource_path

MISSING = "\N{WHITE SQUARE}"
"""Stands for a character that none of our fonts has; the last font of every chain has it."""


class Face(StrEnum):
    """A voice of the paper's type."""

    REGULAR = "regular"
    STRONG = "strong"
    MONO = "mono"
    """For identifiers, which people compare letter by letter."""


_OTHER_SCRIPTS = ("DroidSansFallback", "NotoEmoji-Regular", "DejaVuSans")
_ARABIC = "IBMPlexSansArabic-Regular"
CHAINS = MappingProxyType({
    Face.REGULAR: ("IBMPlexSans-Regular", _ARABIC, *_OTHER_SCRIPTS),
    Face.STRONG: ("IBMPlexSans-SemiBold", "IBMPlexSansArabic-SemiBold", *_OTHER_SCRIPTS),
    Face.MONO: ("IBMPlexMono-Regular", "IBMPlexSans-Regular", _ARABIC, *_OTHER_SCRIPTS),
})  # fmt: skip


@cache
def font(name: str) -> TTFont:
    """The font of that file name, read and made known to reportlab; screens use some as well."""
    ours = resource_path("fonts", "paper", f"{name}.ttf")
    path = ours if ours.exists() else resource_path("fonts", f"{name}.ttf")
    # Without asciiReadable only the letters in use are embedded, not all of ASCII.
    loaded = TTFont(name, str(path), asciiReadable=False)
    registerFont(loaded)
    return loaded


@cache
def font_for(character: str, face: Face) -> str | None:
    """The name of the first font of the face's chain that has ``character``, if one has."""
    code = ord(character)
    return next((name for name in CHAINS[face] if code in font(name).face.charToGlyph), None)
