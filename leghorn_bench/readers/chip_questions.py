"""Asks one UHF tag after the other for its TID, in the commands of a dialect; pure, no clock."""

from leghorn_bench.readers.antenna import Sighting
from leghorn_bench.readers.chip_round import ChipRound
from leghorn_bench.readers.dialect import Dialect
from leghorn_bench.readers.events import Event, Status, TagRead

STEP_WITHIN_S = 0.1
"""A command before the last that is not answered within this is taken as heard."""
TID_WITHIN_S = 0.3
"""A tag that has not told its TID within this does not tell it now."""


class ChipQuestions:
    """At most one question at a time, a few commands long; the inventory rests meanwhile."""

    def __init__(self, dialect: Dialect, *, wanted: bool) -> None:
        self._ask = dialect.ask_tid if wanted else None
        self._stop = dialect.stop
        self._round = ChipRound()
        self._steps: list[bytes] = []
        """What is still to be said of the question that is open."""
        self._asked: bytes | None = None
        self._told = False
        self._until = 0.0
        self._overdue = False
        """Whether an answer that nobody waits for any more may still come."""

    @property
    def is_open(self) -> bool:
        """Whether a question is being asked."""
        return self._asked is not None

    @property
    def due(self) -> float | None:
        """When to go on, or when the next tag may be asked; None: never by itself."""
        if self.is_open:
            return self._until
        return None if self._overdue else self._round.due

    def clear(self) -> None:
        """Ask all tags anew."""
        self._round.clear()

    def sees(self, sighting: Sighting, at: float, *, alone: bool) -> None:
        """A tag was sighted, among others or ``alone``."""
        if self._ask is not None:
            self._round.sees(sighting, at, alone=alone)

    def begin(self, at: float) -> list[bytes]:
        """The first command of a question; nothing when it is nobody's turn."""
        epc = None if self._overdue else self._round.whose_turn(at)
        if epc is None or self._ask is None:
            return []
        self._asked, self._told = epc, False
        self._steps = [step for step in (self._stop, *self._ask(epc)) if step]
        return self._next_step(at)

    def named(self, event: Event) -> Event:
        """``event``; an answer that does not say whose TID it is is the asked tag's."""
        if self._asked is None or not isinstance(event, Status) or "tid" not in event.facts:
            return event
        return TagRead(epc=self._asked, tid=bytes.fromhex(f"{event.facts['tid']}"))

    def is_answer(self, event: Event) -> bool:
        """Whether ``event`` answers the question, and is no tag that came by itself."""
        last = self.is_open and not self._steps
        return last and isinstance(event, TagRead) and event.tid is not None

    def heard(self, event: Event, at: float) -> list[bytes]:
        """Take an event; gives the next command of the open question."""
        if self._asked is None:
            self._overdue = self._overdue and isinstance(event, Status) and "tid" in event.facts
            return []
        if isinstance(event, TagRead) and event.tid is not None and event.epc == self._asked:
            self._told = True
        elif not isinstance(event, Status) or event.kind == "heartbeat":
            return []
        return self._go_on(at)

    def time_passed(self, at: float) -> list[bytes]:
        """Go on without an answer, when one has been waited for long enough."""
        if not self.is_open or at < self._until:
            return []
        self._overdue = not self._steps
        return self._go_on(at)

    def give_up(self, at: float) -> None:
        """The reader is wanted for something else."""
        if self._asked is not None:
            self._round.answered(self._asked, at, told=self._told)
        self._asked, self._steps = None, []

    def _go_on(self, at: float) -> list[bytes]:
        if self._told or not self._steps:
            self.give_up(at)
            return []
        return self._next_step(at)

    def _next_step(self, at: float) -> list[bytes]:
        step = self._steps.pop(0)
        self._until = at + (STEP_WITHIN_S if self._steps else TID_WITHIN_S)
        return [step]
