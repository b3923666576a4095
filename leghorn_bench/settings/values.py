"""The choices of one person at one bench, as frozen values with sensible first settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class WedgeSettings:
    """How a scanner that types (keyboard wedge) is told from a person who types."""

    enabled: bool = True
    prefix: str = ""
    """What the scanner types first; with a prefix, pace matters little and nothing is delayed."""
    longest_gap_ms: int = 35
    """Longest pause between two characters of one scan; people are slower."""
    fewest_characters: int = 6
    """Shorter bursts are a person's, unless they bear the prefix."""
    suffix: str = ""
    """What the scanner types last; Enter and Tab end a scan in any case."""
    types_as_us: bool = False
    """The scanner types as a US keyboard on an Italian computer: undone in every scan. Without it,
    the layout is undone only where a text can have come about in no other way."""


@dataclass(frozen=True, slots=True)
class AntennaChoice:
    """Which of the tags that an antenna sees is the one on the table (``readers.antenna``)."""

    weakest_dbm: int | None = None
    """Weaker sightings are the shelf, not the table; None takes all."""
    weakest_signal: int | None = None
    """The same for readers that tell a signal of their own scale, 0 to 255, and no dBm."""
    hold_s: float = 0.15
    """How long the strongest tag has to stay the strongest."""
    repeat_s: float = 2.0
    """The same tag again within this time is the same scan."""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Where one kind of paper goes when it is issued, without a dialog."""

    printer: str = ""
    """The system's name of the queue, or the name of a ``LabelPrinter``; empty: none."""
    tray: str = ""
    copies: int = 1
    save: bool = False
    """Save it as a PDF as well, under ``papers_folder``."""
    stock: str = ""
    """Of labels through the system: what lies in the printer; empty: the usual one."""
    at_once: bool = False
    """Of device labels: each as its device is scanned, not all when the parcel is closed."""


@dataclass(frozen=True, slots=True)
class LabelPrinter:
    """A printer that is told its labels in its own language (ZPL II), not through the system."""

    name: str
    kind: Literal["zpl-socket", "zpl-serial"] = "zpl-socket"
    address: str = ""
    """``host`` or ``host:port`` (9100), or the name of a serial port."""
    stock: str = "roll-62x29"
    """The labels in it, a code of ``resources/labels``."""
    dots_per_mm: int = 8
    """Of its head: 8 at 203 dpi, 12 at 300, 24 at 600."""
    baud: int = 9600


@dataclass(frozen=True, slots=True)
class BenchSettings:
    """Everything that one person chose; read at the start, replaced whole when a choice changes."""

    language: Literal["it", "en"] | None = None
    """The screens' language; None follows the computer, and is Italian where it speaks neither."""
    theme: Literal["system", "light", "dark"] = "system"
    database: str | None = None
    """Database URL; None is the file in the person's own data folder."""
    operator: str = ""
    """Who used this bench last."""
    sounds: bool = True
    readers: tuple[Mapping[str, Any], ...] = ()
    """Readers found once, as ``readers.known.KnownReader`` tells them."""
    wedge: WedgeSettings = WedgeSettings()
    antenna: AntennaChoice = AntennaChoice()
    printers: Mapping[str, PrinterChoice] = field(default_factory=dict)
    """Kind of paper to its printer; a kind that is not in it is previewed and asked for."""
    label_printers: tuple[LabelPrinter, ...] = ()
    papers_folder: str = ""
    """Where PDFs are saved as well; empty: only in the archive."""
    papers_name: str = "{year}/{kind} {number} {customer}.pdf"
    """Below ``papers_folder``; ``services.paper_files`` knows the names between braces."""
    window: str = ""
    """Place and size of the window, as Qt keeps them, base64."""
