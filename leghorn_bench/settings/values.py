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


@dataclass(frozen=True, slots=True)
class AntennaChoice:
    """Which of the tags that an antenna sees is the one on the table (``readers.antenna``)."""

    weakest_dbm: int | None = None
    """Weaker sightings are the shelf, not the table; None takes all."""
    hold_s: float = 0.15
    """How long the strongest tag has to stay the strongest."""
    repeat_s: float = 2.0
    """The same tag again within this time is the same scan."""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Where one kind of paper goes when it is issued."""

    printer: str
    """The system's name of the queue, or a port of a label printer."""
    tray: str = ""
    copies: int = 1
    ask: bool = False
    """Show the print dialog first."""


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
    papers_folder: str = ""
    """Where PDFs are saved as well; empty: only in the archive."""
    papers_name: str = "{year}/{kind}-{number}.pdf"
    window: str = ""
    """Place and size of the window, as Qt keeps them, base64."""
