"""A session on the wire as a text file: written without loss, read with patience.

The format, version 1, UTF-8, a line each::

    # leghorn-bench wire recording 1
    # dialect: m100
    # line: 115200 N 1
    # dress: {"prefix": "~", "suffix": "", "datalogic": false, "acknowledge": false}
    # note: free text
    0.000000 > BB 00 03 00 01 00 04 7E
    0.012400 < BB010300

Seconds since the first piece, ``>`` for bytes sent to the reader and ``<`` for bytes received, then
the bytes in hexadecimal, spaces allowed. Empty lines and other ``#`` lines mean nothing. The line
``dress`` is there for a scanner that was programmed to dress its lines, and old recordings have
none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.heard import Direction
from leghorn_bench.readers.known import Dress

MAGIC = "# leghorn-bench wire recording 1"
UNDRESSED = Dress()
"""Of a scanner as its maker sends it."""
_PIECE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s+([<>])\s*((?:[0-9A-Fa-f]{2}\s*)+)")
_HEADING = re.compile(r"#\s*(dialect|line|dress|note):\s*(.*)")
_LINE = re.compile(r"(\d{1,7}) ([NEOMS]) ([12])")


class NotARecording(BenchError):
    """A file was given to play that is no recording; ``found`` is how it begins."""

    sentence = (
        "Expected a recording whose first line is “{expected}”; found “{found}”. "
        "Choose a file that the reader page saved."
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that crossed the wire together."""

    at_s: float
    """Seconds since the recording began."""
    direction: Direction
    data: bytes


@dataclass(frozen=True, slots=True)
class Heading:
    """What a recording says of itself."""

    dialect: str | None = None
    line: LineSettings | None = None
    note: str = ""
    dress: Dress = UNDRESSED
    """Of a barcode scanner: without it its lines cannot be read again."""


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a recording that means nothing."""

    number: int
    """Counted from 1."""
    text: str
    """At most the first 80 characters."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A session on the wire."""

    heading: Heading
    pieces: tuple[Piece, ...]
    broken: tuple[BrokenLine, ...] = ()
    """What could not be read of the file; the rest was."""
    backwards: bool = False
    """Whether the times of the file run backwards somewhere; the order of the lines counts."""

    @property
    def received(self) -> bytes:
        """All that the reader said."""
        return b"".join(
            piece.data for piece in self.pieces if piece.direction is Direction.RECEIVED
        )


def recording_lines(recording: Recording) -> Iterator[str]:
    """The lines of the file, each with its end."""
    heading = recording.heading
    yield f"{MAGIC}\n"
    if heading.dialect:
        yield f"# dialect: {heading.dialect}\n"
    if heading.line:
        yield f"# line: {heading.line.baud} {heading.line.parity} {heading.line.stop_bits}\n"
    if heading.dress != UNDRESSED:
        yield f"# dress: {json.dumps(asdict(heading.dress))}\n"
    if heading.note:
        yield f"# note: {' '.join(heading.note.split())}\n"
    for piece in recording.pieces:
        yield f"{piece.at_s:.6f} {piece.direction.value} {piece.data.hex().upper()}\n"


def read_recording(lines: Iterable[str]) -> Recording:
    """The recording that a file holds, with what is broken in it.

    Raises:
        NotARecording: the first line is not that of a recording.
    """
    numbered = enumerate((line.strip("\ufeff \t\r\n") for line in lines), start=1)
    _, first = next(numbered, (1, ""))
    if first != MAGIC:
        raise NotARecording(expected=MAGIC, found=first[:80])
    facts: dict[str, str] = {}
    pieces: list[Piece] = []
    broken: list[BrokenLine] = []
    for number, line in numbered:
        if (piece := _PIECE.fullmatch(line)) is not None:
            at, direction, data = piece.groups()
            pieces.append(Piece(float(at), Direction(direction), bytes.fromhex(data)))
        elif (heading := _HEADING.fullmatch(line)) is not None and _means_something(
            *heading.groups()
        ):
            facts[heading[1]] = heading[2]
        elif line and (heading or not line.startswith("#")):
            broken.append(BrokenLine(number, line[:80]))
    backwards = any(later.at_s < earlier.at_s for earlier, later in pairwise(pieces))
    return Recording(_heading(facts), tuple(pieces), tuple(broken), backwards)


def _means_something(key: str, told: str) -> bool:
    """Whether what the heading tells can be understood; a line that cannot is left to guessing."""
    return key != "dress" or _dress(told) is not None


def _dress(told: str) -> Dress | None:
    """The dress that is written so; None for what is none, or a newer program's."""
    try:
        facts = json.loads(told)
        dress = Dress(**facts)
    except (TypeError, ValueError, RecursionError):
        return None
    kinds = {key: type(value) for key, value in asdict(UNDRESSED).items()}
    return dress if all(type(facts[key]) is kinds[key] for key in facts) else None


def _heading(facts: dict[str, str]) -> Heading:
    line = _LINE.fullmatch(facts.get("line", ""))
    settings = LineSettings(int(line[1]), line[2], int(line[3])) if line else None
    dress = _dress(facts["dress"]) if "dress" in facts else None
    return Heading(facts.get("dialect"), settings, facts.get("note", ""), dress or UNDRESSED)
