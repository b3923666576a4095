"""Whose turn it is to be asked for its TID, among the UHF tags on the antenna; pure, no clock."""

import math
from collections import OrderedDict
from dataclasses import dataclass

from leghorn_bench.readers.antenna import Outcome, Sighting
from leghorn_bench.readers.events import TagRead

QUIET_S = 0.5
"""No tag is asked while new ones come: a parcel is counted first."""
PRESENT_S = 2.0
"""A tag not seen for so long is gone, and nobody asks after it."""
REST_S = 0.3
"""Between two questions all tags may speak, for so long at least."""
ENOUGH, MOST = 3, 5
"""A tag of a parcel is asked until it told its TID so often, at most so many times: two chips under
one code answer in turn, so that the second is found."""
ENOUGH_ALONE, MOST_ALONE = 1, 2


@dataclass(slots=True)
class _Owing:
    """A tag whose chip is not known well enough."""

    seen_at: float
    asked: int = 0
    told: int = 0


class ChipRound:
    """Told of every sighting; gives the tag to ask: the least asked, and of those the last seen."""

    def __init__(self) -> None:
        self._owing: OrderedDict[bytes, _Owing] = OrderedDict()
        """By EPC; what was seen longest ago stands first."""
        self._done: set[bytes] = set()
        self._enough, self._most = ENOUGH, MOST
        self._not_before = -math.inf

    @property
    def due(self) -> float | None:
        """When somebody may be asked; None while nobody owes a TID."""
        return self._not_before if self._owing else None

    def clear(self) -> None:
        """Another parcel, or another way to choose."""
        self._owing.clear()
        self._done.clear()

    def sees(self, sighting: Sighting, at: float, *, alone: bool) -> None:
        """A tag was sighted; ``alone`` says that only one is wanted, and asked at once."""
        tag = sighting.scan
        if not isinstance(tag, TagRead) or tag.epc is None or sighting.outcome is Outcome.TOO_WEAK:
            return
        if sighting.outcome is Outcome.ACCEPTED:
            self._welcome(tag.epc, at, alone=alone)
        if tag.tid is not None:  # told with the code: this reader needs no questions
            self._finish(tag.epc)
        elif tag.epc in self._owing:
            self._owing[tag.epc].seen_at = at
            self._owing.move_to_end(tag.epc)
        elif not alone and tag.epc not in self._done:
            self._owing[tag.epc] = _Owing(at)
        self._forget_the_gone(at)

    def whose_turn(self, at: float) -> bytes | None:
        """The EPC of the tag to ask now; it counts as asked."""
        self._forget_the_gone(at)
        if not self._owing or at < self._not_before:
            return None
        epc, owing = min(self._owing.items(), key=lambda one: (one[1].asked, -one[1].seen_at))
        owing.asked += 1
        return epc

    def answered(self, epc: bytes, at: float, *, told: bool) -> None:
        """The question is over, whether or not the tag ``told`` its TID."""
        self._not_before = max(self._not_before, at + REST_S)
        owing = self._owing.get(epc)
        if owing is not None:
            owing.told += told
            if owing.told >= self._enough or owing.asked >= self._most:
                self._finish(epc)

    def _welcome(self, epc: bytes, at: float, *, alone: bool) -> None:
        if alone:
            self._owing.clear()
            self._done.clear()
            self._owing[epc] = _Owing(at)
        self._enough, self._most = (ENOUGH_ALONE, MOST_ALONE) if alone else (ENOUGH, MOST)
        self._not_before = at if alone else max(self._not_before, at + QUIET_S)

    def _finish(self, epc: bytes) -> None:
        self._owing.pop(epc, None)
        self._done.add(epc)

    def _forget_the_gone(self, at: float) -> None:
        while self._owing and next(iter(self._owing.values())).seen_at < at - PRESENT_S:
            self._owing.popitem(last=False)
