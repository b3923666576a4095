"""Whether the numbers read on one device are those on file: clones and re-labels (POLICY §3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from leghorn_bench.domain.identifiers.chips import LEAST_TID_DIGITS, is_random_uid
from leghorn_bench.domain.identifiers.epc_readings import identity_of
from leghorn_bench.domain.identifiers.reading import Key, Kind


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of one device, in normal form (``keys_on_file``); None = not read or on file."""

    epc: str | None = None
    tid: str | None = None
    uid: str | None = None
    serial: str | None = None
    """As printed on the case."""


class Suspicion(StrEnum):
    """What a difference looks like."""

    CLONE = "clone"
    """The code of this device on another chip: copied, or the tag was changed."""
    RELABEL = "relabel"
    """The chip of this device under another code or serial number."""
    ANOTHER = "another"
    """Nothing agrees: not this device."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that is not the one on file."""

    kind: Kind
    read: str
    on_file: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What agrees, what differs; what was not read or is not on file says nothing."""

    agreeing: tuple[Kind, ...]
    differing: tuple[Difference, ...]

    @property
    def suspicion(self) -> Suspicion | None:
        """None while nothing differs."""
        if not self.differing:
            return None
        if not self.agreeing:
            return Suspicion.ANOTHER
        chip_differs = any(one.kind in _CHIP for one in self.differing)
        return Suspicion.CLONE if chip_differs else Suspicion.RELABEL


_CHIP = frozenset({Kind.TID, Kind.UID})
"""Numbers that a chip is born with and that nobody rewrites."""


def compared(read: Numbers, on_file: Numbers) -> Comparison:
    """The numbers ``read`` together on one device against those of one device ``on_file``.

    Two EPCs agree when they are one identity, whatever their scheme and filter. Of two TIDs the
    shorter may be the beginning of the longer one: readers fetch as many words as they are told
    to. A TID that ends before its serial number and a UID that the chip makes up say nothing.
    """
    agreeing, differing = [], []
    for kind in (Kind.SERIAL, Kind.EPC, Kind.TID, Kind.UID):
        ours, theirs = getattr(read, kind.value), getattr(on_file, kind.value)
        if ours is None or theirs is None:
            continue
        same = _same(kind, ours, theirs)
        if same:
            agreeing.append(kind)
        elif same is not None:
            differing.append(Difference(kind, ours, theirs))
    return Comparison(tuple(agreeing), tuple(differing))


def clones_among(reads: Iterable[Numbers]) -> tuple[tuple[Numbers, ...], ...]:
    """Groups of tags, read together, that bear one EPC on different chips."""
    groups: dict[Key, list[Numbers]] = {}
    for tag in reads:
        if tag.epc is not None:
            seen = groups.setdefault(identity_of(tag.epc), [])
            if tag not in seen:
                seen.append(tag)
    return tuple(
        tuple(group)
        for group in groups.values()
        if any(compared(group[0], other).suspicion is Suspicion.CLONE for other in group[1:])
    )


def _same(kind: Kind, ours: str, theirs: str) -> bool | None:
    """Whether two numbers of one kind agree; None when they cannot tell."""
    if kind is Kind.EPC:
        return identity_of(ours) == identity_of(theirs)
    if kind is Kind.TID:
        if min(len(ours), len(theirs)) < LEAST_TID_DIGITS:
            return None
        return ours.startswith(theirs) or theirs.startswith(ours)
    if kind is Kind.UID and is_random_uid(ours) and is_random_uid(theirs):
        return None
    return ours == theirs
