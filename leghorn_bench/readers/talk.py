"""What the bench says to a reader, and when: question, start, polls, stop; pure, no clock."""

from dataclasses import dataclass

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.chip_questions import ChipQuestions
from leghorn_bench.readers.dialect import Dialect, LineSettings
from leghorn_bench.readers.events import Event, LineRead, Noise, Status

ACK = b"\x06"
NAK = b"\x15"
BETWEEN_ROUNDS_S = 0.02
"""The line is quiet for so long before an inventory is started, or started again."""
MOST_FOLLOWED = 40
ALIVE_WITHIN_S = 10.0
"""A running inventory that says nothing for so long is asked whether it still runs."""


@dataclass(frozen=True, slots=True)
class TalkSettings:
    """How a reader is spoken to; times in seconds."""

    line: LineSettings | None = None
    """None: the dialect's likeliest."""
    inventory: bool = True
    """Whether reading starts by itself when the port opens."""
    pushes: bool = False
    """This reader speaks by itself and answers nothing, whatever others of its dialect do."""
    read_tid: bool = True
    """Ask UHF tags for their TIDs, where the dialect can and they do not tell them unasked."""
    acknowledge: bool = False
    """Answer each line with ACK, and what is no line with NAK (a scanner's own option)."""
    poll_every_s: float = 0.1
    answer_within_s: float = 2.0
    """A reader that owes an answer longer than this is silent; it is then asked again."""
    idle_gap_s: float | None = None
    """Quiet for this long: the decoder is told that nothing more comes. None: as its dialect."""


class Talk:
    """Decides what to send on one connection. Every call may give bytes to send, in order.

    A dialect may have a start, a poll, or both (a start that only prepares, or polls that keep a
    running inventory awake): so the bench starts, then polls whenever the line has been quiet.
    ``start`` is not expected to be answered (an empty antenna says nothing in some dialects);
    the question and a poll are.
    """

    def __init__(self, dialect: Dialect, settings: TalkSettings, *, inventory: bool) -> None:
        self._settings = settings
        self._inventory = inventory
        spoken_to = not settings.pushes
        self._question = dialect.question if spoken_to else b""
        self._start = dialect.start if spoken_to else b""
        self._stop = dialect.stop if spoken_to else b""
        self._poll = dialect.poll if spoken_to else b""
        self._follow_up = dialect.follow_up if spoken_to else None
        self._followed = 0
        """How often a poll was followed up; a reader that knows no end is not asked for ever."""
        self._heed_all = dialect.heed_all
        self._chips = ChipQuestions(dialect, wanted=spoken_to and settings.read_tid)
        self._said_at = self._heard_at = 0.0
        self._owed_since: float | None = None
        self._asked = False
        """Whether the question is open; its answer lets the inventory start."""
        self._begins = False
        """Whether an inventory starts as soon as the reader has said all it has to say."""
        self.introduced = not self._question
        """Whether the reader has said anything; pushing readers need not."""

    @property
    def late_from(self) -> float | None:
        """When the answer that is owed will be late; None while none is owed."""
        if self._owed_since is None:
            return None
        return self._owed_since + self._settings.answer_within_s

    def opened(self, at: float) -> list[bytes]:
        """The port has just been opened: an inventory left running is stopped, then the question.

        ``start`` waits for the whole answer, since a reader may drop what comes meanwhile.
        """
        self._heard_at = at
        return self._begin(at) if self.introduced else self._introduce(at)

    def set_inventory(self, wanted: bool, at: float) -> list[bytes]:
        """Start or stop reading."""
        self._inventory = wanted
        if not wanted:
            heed_all = self._heed_all if self._chips.is_open else b""
            self._chips.give_up(at)
            return self._say(at, self._stop, heed_all)
        return [] if self._asked else self._begin(at)

    def heard(self, event: Event, at: float) -> list[bytes]:
        """Take one event: answers end the waiting, an ended inventory is started again."""
        if isinstance(event, Noise):
            return [NAK] if self._settings.acknowledge else []
        self._owed_since, self._heard_at = None, at
        if self._asked:
            self._asked, self.introduced, self._begins = False, True, True
        asking = self._chips.is_open
        sayings = self._chips.heard(event, at)
        if asking:
            return self._asking(at, sayings)
        if more := self._more(event):
            self._owed_since = at
            return self._say(at, more)
        if isinstance(event, Status) and event.kind == "end" and not self._poll:
            self._begins = True
        return [ACK] if isinstance(event, LineRead) and self._settings.acknowledge else []

    def _more(self, event: Event) -> bytes:
        if self._follow_up is None or not self._inventory or self._followed == MOST_FOLLOWED:
            return b""
        more = self._follow_up(event)
        self._followed += bool(more)
        return more

    def sighted(self, sighting: Sighting, at: float, *, alone: bool) -> None:
        """A tag was sighted: it will be asked for its TID, at once when it is wanted alone."""
        self._chips.sees(sighting, at, alone=alone)

    def count_anew(self) -> None:
        """Another parcel, or other tags wanted: chips are asked for anew."""
        self._chips.clear()

    def named(self, event: Event) -> Event:
        """``event``, with the code of the tag that was asked where it does not say whose it is."""
        return self._chips.named(event)

    def is_answer(self, event: Event) -> bool:
        """Whether ``event`` is the answer of a tag that was asked for its chip, and no sighting."""
        return self._chips.is_answer(event)

    def due(self) -> float | None:
        """When ``time_passed`` has something to say; None: never by itself."""
        if self._chips.is_open:
            return self._chips.due
        dues = [due for due in (self._next_due(), self._chips_due()) if due is not None]
        return min(dues, default=None)

    def _next_due(self) -> float | None:
        if self._owed_since is not None:
            return self._said_at + self._settings.answer_within_s
        if not self._inventory:
            return None
        quiet_from = max(self._said_at, self._heard_at)
        if self._begins:
            return quiet_from + BETWEEN_ROUNDS_S
        if self._poll:
            return quiet_from + self._settings.poll_every_s
        return quiet_from + ALIVE_WITHIN_S if self._question else None

    def _chips_due(self) -> float | None:
        """When a tag may be asked: not while something else is waited for or begun."""
        due = self._chips.due
        if due is None or not self._inventory or self._begins or self._owed_since is not None:
            return None
        # What cannot be stopped is let finish its sentence.
        return due if self._stop else max(due, self._heard_at + BETWEEN_ROUNDS_S)

    def time_passed(self, at: float) -> list[bytes]:
        """Ask again what was not answered, start a round, poll, or ask whether all is well."""
        if self._chips.is_open:
            sayings = self._chips.time_passed(at)
            return self._asking(at, sayings) if sayings or not self._chips.is_open else []
        chips_due = self._chips_due()
        if chips_due is not None and at >= chips_due and (first := self._chips.begin(at)):
            return self._say(at, *first)
        due = self._next_due()
        if due is None or at < due:
            return []
        owed = self._owed_since is not None
        if self._begins and not owed:
            return self._begin(at)
        if self._poll and not (owed and self._question):
            self._owed_since = at if self._owed_since is None else self._owed_since
            self._followed = 0
            return self._say(at, self._poll)
        return self._introduce(at)

    def _asking(self, at: float, sayings: list[bytes]) -> list[bytes]:
        """Go on with the question for a chip; when it is over, with the inventory."""
        if self._chips.is_open:
            return self._say(at, *sayings)
        # Without a command to stop it, the inventory has only been left waiting.
        return self._say(at, self._heed_all, self._start if self._inventory and self._stop else b"")

    def _introduce(self, at: float) -> list[bytes]:
        self._asked = True
        self._owed_since = at if self._owed_since is None else self._owed_since
        return self._say(at, self._stop, self._question)

    def _begin(self, at: float) -> list[bytes]:
        """Start an inventory; polls follow where the dialect has them and the line is quiet."""
        self._begins = False
        return self._say(at, self._start) if self._inventory else []

    def _say(self, at: float, *sayings: bytes) -> list[bytes]:
        spoken = [saying for saying in sayings if saying]
        if spoken:
            self._said_at = at
        return spoken
