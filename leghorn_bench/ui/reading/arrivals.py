"""Which reads deserve a sound and a word: those of a tag that has just come; pure, no clock."""

from leghorn_bench.readers.antenna import Key, Outcome, Sighting, key_of

AWAY_S = {Outcome.REPEATED: 0.8, Outcome.TOO_WEAK: 5.0}
"""Seconds without a read after which a tag has gone and comes back. A tag on the shelf is seen now
and then, so its silence has to last longer."""
MOST_KNOWN = 2000
"""Tags remembered at once."""


class Arrivals:
    """Tells a tag that has come from one that still lies there."""

    def __init__(self) -> None:
        self._seen: dict[Key, tuple[float, Outcome]] = {}

    def is_news(self, sighting: Sighting, at_s: float) -> bool:
        """Whether this read is worth telling; an accepted one always is."""
        key = key_of(sighting.scan)
        before = self._seen.pop(key, None)
        self._seen[key] = (at_s, sighting.outcome)
        if len(self._seen) > MOST_KNOWN:
            self._seen.pop(next(iter(self._seen)))  # the one that was seen longest ago
        if sighting.outcome is Outcome.ACCEPTED:
            return True
        return before is None or at_s - before[0] >= AWAY_S[sighting.outcome]
