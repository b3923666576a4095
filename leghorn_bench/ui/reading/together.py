"""Several antennas that see one tag make one scan; pure, no clock."""

from dataclasses import replace

from leghorn_bench.readers.antenna import Key, Outcome, Sighting, key_of

MOST_KNOWN = 2000
"""Tags remembered at once."""


class Together:
    """Knows which reader told of which tag, as long as some reader still sees it."""

    def __init__(self) -> None:
        self._told: dict[Key, tuple[object, float]] = {}

    def sees(self, sighting: Sighting, reader: object, at_s: float, within_s: float) -> Sighting:
        """``sighting``, a repeat if another reader told of the tag, seen since ``within_s``."""
        key = key_of(sighting.scan)
        teller, seen_at = self._told.pop(key, (None, 0.0))
        if sighting.outcome is Outcome.TOO_WEAK:
            self._keep(key, teller, seen_at)
            return sighting
        if sighting.outcome is Outcome.ACCEPTED and (
            teller in (None, reader) or at_s - seen_at >= within_s
        ):
            self._keep(key, reader, at_s)
            return sighting
        self._keep(key, teller, at_s)
        return replace(sighting, outcome=Outcome.REPEATED)

    def clear(self) -> None:
        """Another parcel: whoever tells of a tag first tells it anew."""
        self._told.clear()

    def _keep(self, key: Key, teller: object | None, at_s: float) -> None:
        if teller is not None:
            self._told[key] = teller, at_s
        if len(self._told) > MOST_KNOWN:
            self._told.pop(next(iter(self._told)))  # the one that was seen longest ago
