"""Whether a line is well, judged from what is heard and what is owed; pure, time is an argument."""

from leghorn_bench.readers.events import Event, Noise
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.talk import Talk

NOISE_LIMIT = 64
"""Bytes that make no frame, one after another, until the speed is doubted."""


class Health:
    """Judges one connection."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._noise = 0

    def hears(self, event: Event) -> None:
        """Take one event of the decoder."""
        self._noise = self._noise + len(event.data) if isinstance(event, Noise) else 0

    def condition(self, at: float) -> Condition:
        """How the line is ``at`` this moment (monotonic seconds).

        A reader that only pushes is ready as soon as its port is open: its silence means nothing.
        """
        if self._noise >= NOISE_LIMIT:
            return Condition.WRONG_SPEED
        if self._talk.late_from is not None and at >= self._talk.late_from:
            return Condition.SILENT
        return Condition.READY if self._talk.introduced else Condition.CONNECTING
