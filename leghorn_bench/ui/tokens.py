"""The colours, sizes and spaces that every screen is drawn with (LOOK.md, Tokens)."""

from dataclasses import dataclass
from enum import StrEnum

SPACES = (4, 8, 12, 16, 24, 32, 48)
"""The steps of every margin and gap, in device-independent pixels."""

RADIUS = 6
PHOTO = 80
"""Side of a photo in a row of photos, its frame left out."""
ROW = 36
"""Height of a table row; ``TALL_ROW`` on the pages used standing up."""
TALL_ROW = 52
TARGET = 32
"""Least height of anything that is clicked; ``TALL_TARGET`` on the pages used standing up."""
TALL_TARGET = 44

SANS = "IBM Plex Sans"
MONO = "IBM Plex Mono"


class Size(StrEnum):
    """The steps of the type scale, by what they are for; ``pixels`` tells how large."""

    SMALL = "small"
    BODY = "body"
    SECTION = "section"
    TITLE = "title"
    VERDICT = "verdict"
    COUNTER = "counter"

    @property
    def pixels(self) -> int:
        """Height of the type in device-independent pixels."""
        return _PIXELS[self]


_PIXELS = {
    Size.SMALL: 12,
    Size.BODY: 13,
    Size.SECTION: 15,
    Size.TITLE: 20,
    Size.VERDICT: 34,
    Size.COUNTER: 72,
}


class Tone(StrEnum):
    """What a colour means; never the only sign, always beside an icon and a word."""

    PLAIN = "plain"
    QUIET = "quiet"
    ACCENT = "accent"
    OK = "ok"
    """Covered, accepted scan, in time."""
    PAY = "pay"
    """The customer pays, or time is running out."""
    STOP = "stop"
    """Unknown, ambiguous, refused, late."""
    NOTE = "note"
    """Notices, lot signals, goodwill."""


@dataclass(frozen=True, slots=True)
class Tint:
    """The two colours of a tone: its words and icons, and the ground under them."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as ``#RRGGBB``."""

    dark: bool
    page: str
    """Ground of the window."""
    surface: str
    """Ground of cards, tables and fields."""
    hover: str
    line: str
    """Hairlines between things; decoration, hence faint."""
    edge: str
    """Border of fields and buttons: 3:1 against the surface (WCAG 1.4.11)."""
    text: str
    quiet: str
    """Labels and help."""
    accent: str
    accent_ground: str
    """Ground of what is selected."""
    on_accent: str
    """Words on a primary button."""
    ok: Tint
    pay: Tint
    stop: Tint
    note: Tint

    def tint(self, tone: Tone) -> Tint:
        """The two colours of ``tone``."""
        return {
            Tone.PLAIN: Tint(self.text, self.surface),
            Tone.QUIET: Tint(self.quiet, self.page),
            Tone.ACCENT: Tint(self.accent, self.accent_ground),
            Tone.OK: self.ok,
            Tone.PAY: self.pay,
            Tone.STOP: self.stop,
            Tone.NOTE: self.note,
        }[tone]


LIGHT = Tokens(
    dark=False,
    page="#F4F5F7",
    surface="#FFFFFF",
    hover="#EAECF0",
    line="#D5DAE1",
    edge="#858E9A",
    text="#1A1D21",
    quiet="#555E69",
    accent="#1657B0",
    accent_ground="#E1EBF8",
    on_accent="#FFFFFF",
    ok=Tint("#0B6B35", "#DDF3E4"),
    pay=Tint("#8A4B00", "#FFEBCC"),
    stop=Tint("#B01B24", "#FCE1E2"),
    note=Tint("#3F4A9C", "#E4E7FA"),
)

DARK = Tokens(
    dark=True,
    page="#14171B",
    surface="#1D2126",
    hover="#272D34",
    line="#343B44",
    edge="#717C89",
    text="#ECEFF3",
    quiet="#A3ADB8",
    accent="#7FB2FF",
    accent_ground="#22344D",
    on_accent="#0E1116",
    ok=Tint("#6FDB98", "#12351F"),
    pay=Tint("#FFC266", "#3D2A08"),
    stop=Tint("#FF9A9E", "#451519"),
    note=Tint("#AEB8FF", "#23284D"),
)


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast of two ``#RRGGBB`` colours, from 1 to 21.

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - WCAG's own figures
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
