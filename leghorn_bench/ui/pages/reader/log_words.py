"""What one line of the log says: a word with its sign and colour, and the content."""

from dataclasses import dataclass
from functools import singledispatch

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.events import LineRead, Noise, Status, TagRead
from leghorn_bench.readers.heard import Direction, LinkState
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.reading.states import OUTCOMES, STATES
from leghorn_bench.ui.reading.wire_log import Bytes
from leghorn_bench.ui.tokens import Tone

MOST_BYTES = 96
"""Of one piece that are shown."""


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line as the person sees it."""

    word: str
    icon: str
    """Only of what is not the usual stream; drawing thousands would cost the window its frame."""
    tone: Tone
    content: str


@singledispatch
def shown(what: object) -> LineShown:
    """How ``what`` (``LogLine.what``) is shown."""
    raise TypeError(what)


@shown.register
def _bytes(what: Bytes) -> LineShown:
    if what.direction is Direction.SENT:
        return LineShown(_("sent"), "", Tone.QUIET, _digits(what.data))
    return LineShown(_("received"), "", Tone.QUIET, _digits(what.data))


@shown.register
def _tag(what: TagRead) -> LineShown:
    return LineShown(_("tag"), "", Tone.PLAIN, _tag_words(what))


@shown.register
def _line(what: LineRead) -> LineShown:
    return LineShown(_("text"), "", Tone.PLAIN, _line_words(what))


@shown.register
def _noise(what: Noise) -> LineShown:
    return LineShown(_("noise"), "x", Tone.PAY, _digits(what.data))


@shown.register
def _status(what: Status) -> LineShown:
    content = " ".join([what.kind, *(f"{name}={fact}" for name, fact in what.facts.items())])
    if what.kind == "error":
        return LineShown(_("error"), "alert-triangle", Tone.STOP, content)
    return LineShown(_("answer"), "", Tone.PLAIN, content)


@shown.register
def _state(what: LinkState) -> LineShown:
    state = STATES[what.condition]
    trouble = told(what.trouble, spoken()) if what.trouble is not None else what.port
    return LineShown(_(state.word), state.icon, state.tone, trouble)


@shown.register
def _sighting(what: Sighting) -> LineShown:
    outcome, scan = OUTCOMES[what.outcome], what.scan
    content = _tag_words(scan) if isinstance(scan, TagRead) else _line_words(scan)
    return LineShown(_(outcome.word), outcome.icon, outcome.tone, content)


def _digits(data: bytes) -> str:
    return data[:MOST_BYTES].hex(" ").upper() + ("…" if len(data) > MOST_BYTES else "")


def _line_words(line: LineRead) -> str:
    return line.text.replace("\x1d", "<GS>")


def _tag_words(tag: TagRead) -> str:
    numbers = (("EPC", tag.epc), ("UID", tag.uid), ("TID", tag.tid))
    parts = [f"{name} {number.hex().upper()}" for name, number in numbers if number is not None]
    if tag.rssi_dbm is not None:
        parts.append(f"{tag.rssi_dbm} dBm")
    if tag.signal is not None:
        parts.append(f"signal {tag.signal}")
    if tag.antenna is not None:
        parts.append(f"ant {tag.antenna}")
    return "  ".join(parts)
