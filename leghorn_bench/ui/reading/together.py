"""Several antennas that see one tag make one scan; pure, no clock."""

from dataclasses import replace

from leghorn_bench.readers.antenna import Key, Outcome, Sighting, key_of, text_of

MOST_KNOWN = 2000
"""Tags remembered at once."""


class Together:
    """Knows which reader told of which tag, while some reader still sees it or for a parcel."""

    def __init__(self) -> None:
        self._told: dict[Key, tuple[object, float]] = {}
        self._latest_s = 0.0
        """When something was seen last."""

    def sees(self, sighting: Sighting, reader: object, at_s: float, within_s: float) -> Sighting:
        """``sighting``, a repeat if another reader told of the tag, seen since ``within_s``.

        Infinite: a parcel counts each tag once, whichever readers it passes by.
        """
        key, self._latest_s = key_of(sighting.scan), at_s
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

    def forget(self, text: str) -> None:
        """What was told as ``text`` was not kept: whoever reads it may tell it anew."""
        self._told = {key: told for key, told in self._told.items() if text_of(key) != text}

    def forget_the_gone(self, within_s: float) -> None:
        """A parcel began with what lies there now: what was seen longer ago is forgotten."""
        since_s = self._latest_s - within_s
        self._told = {key: told for key, told in self._told.items() if told[1] > since_s}

    def _keep(self, key: Key, teller: object | None, at_s: float) -> None:
        if teller is not None:
            self._told[key] = teller, at_s
        if len(self._told) > MOST_KNOWN:
            self._told.pop(next(iter(self._told)))  # the one that was seen longest ago
