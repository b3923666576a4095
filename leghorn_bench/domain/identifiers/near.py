"""Serial numbers that a worn or misread label may have meant, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from leghorn_bench.domain.identifiers.scan import plain

_LOOK_ALIKE = str.maketrans("OQDØILSBZGU", "0000115826V")
"""What cannot be told apart on a scratched label becomes one character."""

_BARE = {code: chr(code).upper() if chr(code).isalnum() else None for code in range(128)}
"""ASCII as ``plain`` and without blanks and dashes: one table instead of a walk."""

_ALPHABET = "0123456789ACEFHJKMNPRTVWXY"
"""What skeletons of Latin serial numbers are made of."""

_ALIKE = frozenset(
    frozenset(pair)
    for pair in ("17", "38", "68", "69", "89", "08", "06", "4A", "7T", "CG", "CO", "EF", "MN", "PR",
                 "VY", "KX", "VW", "7Z", "3E", "3B", "35", "56", "JI", "HN", "FP", "7Y")
)  # fmt: skip
"""Pairs that are taken for each other at times."""

_SURE, _LIKELY, _EDIT = 1, 2, 4
"""Costs of reading a look-alike, a similar, any other character; one lost, doubled, or swapped."""

WORST = 2 * _EDIT
"""Two edits; more is another number."""

_VARIED = range(3, 25)
"""Characters; a shorter number resembles everything, a longer one has too many neighbours."""

_TOO_FAR = WORST + 1


@dataclass(frozen=True, slots=True)
class NearMatch:
    """One serial number on file that resembles what was scanned."""

    serial: str
    cost: int
    """0 = only blanks and dashes differ; 4 = one character; 8 = two."""


def skeleton(text: str) -> str:
    """``text`` with look-alikes made equal and blanks and dashes dropped, for the store's index.

    >>> skeleton("LGD-0001 5B"), skeleton("lgd o0ol S8")
    ('160000158', '160000158')
    """
    bones = text.translate(_BARE) if text.isascii() else "".join(filter(str.isalnum, plain(text)))
    return bones.translate(_LOOK_ALIKE)


def neighbours(text: str) -> tuple[str, ...]:
    """Every skeleton one edit away from that of ``text``, its own first: what to look up.

    One lost, doubled, wrong or swapped character; some hundreds of strings, so that the store
    needs no index beside the one on ``skeleton``. Only its own for a very short or long one.
    """
    bones = skeleton(text)
    found = {bones: None}
    if len(bones) not in _VARIED:
        return (bones,) if bones else ()
    cuts = [(bones[:place], bones[place:]) for place in range(len(bones) + 1)]
    found |= dict.fromkeys(left + right[1:] for left, right in cuts if right)
    found |= dict.fromkeys(
        left + right[1] + right[0] + right[2:] for left, right in cuts if right[1:]
    )
    found |= dict.fromkeys(left + c + right[1:] for left, right in cuts if right for c in _ALPHABET)
    found |= dict.fromkeys(left + c + right for left, right in cuts for c in _ALPHABET)
    return tuple(found)


def near_matches(text: str, candidates: Iterable[str], limit: int = 5) -> tuple[NearMatch, ...]:
    """The ``limit`` of ``candidates`` that come nearest to ``text``, at most two edits away."""
    scanned = _letters(text)
    scored = (NearMatch(serial, distance(scanned, _letters(serial))) for serial in set(candidates))
    near = [match for match in scored if match.cost <= WORST]
    return tuple(sorted(near, key=lambda match: (match.cost, match.serial))[:limit])


def distance(one: str, other: str) -> int:
    """Cost of reading ``one`` for ``other`` (optimal string alignment), exact up to two edits."""
    if abs(len(one) - len(other)) * _EDIT > WORST:
        return _TOO_FAR
    one, other = _parted(one, other)
    one, other = (text[::-1] for text in _parted(one[::-1], other[::-1]))
    before: list[int] = []
    last = [place * _EDIT for place in range(len(other) + 1)]
    for row, ours in enumerate(one, start=1):
        here = [row * _EDIT]
        for column, theirs in enumerate(other, start=1):
            cost = min(
                last[column] + _EDIT,
                here[-1] + _EDIT,
                last[column - 1] + _substitution(ours, theirs),
            )
            swapped = (
                row > 1 and column > 1 and ours == other[column - 2] and one[row - 2] == theirs
            )
            here.append(min(cost, before[column - 2] + _EDIT) if swapped else cost)
        if min(here) > WORST:
            return _TOO_FAR
        before, last = last, here
    return min(last[-1], _TOO_FAR)


def _parted(one: str, other: str) -> tuple[str, str]:
    """Both without what they begin with in common, which costs nothing."""
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[shared:], other[shared:]


def _letters(text: str) -> str:
    return "".join(c for c in plain(text) if c.isalnum())


def _substitution(ours: str, theirs: str) -> int:
    if ours == theirs:
        return 0
    if ours.translate(_LOOK_ALIKE) == theirs.translate(_LOOK_ALIKE):
        return _SURE
    return _LIKELY if frozenset((ours, theirs)) in _ALIKE else _EDIT
