"""Whether the chip in a tag is the one on file: clones and re-labels (POLICY §3, ``ambiguous``)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leghorn_bench.domain.coverage import Coverage, judge
from leghorn_bench.domain.identifiers import Kind, keys_on_file
from leghorn_bench.domain.identifiers.comparison import (
    Comparison,
    Difference,
    Numbers,
    Suspicion,
    compared,
)
from leghorn_bench.domain.identifiers.makers import maker_of
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.services.register import DeviceCard
from leghorn_bench.store.engine import Store
from leghorn_bench.store.lookup import devices_known_as, unit_on_file


@dataclass(frozen=True, slots=True)
class ChipCheck:
    """What the chip number of the tag on the table says."""

    tid: str
    maker: str | None
    on_file: bool
    """Whether this very chip is on file for the unit."""
    suspicion: Suspicion | None = None
    differing: tuple[Difference, ...] = ()
    """What was read against what is on file, or against the same code read before."""
    before: bool = False
    """Whether the difference is to a tag that was read before, not to what is on file."""


def check_chip(
    store: Store, card: DeviceCard, tag: Numbers, before: Iterable[str] = ()
) -> tuple[DeviceCard, ChipCheck]:
    """Compare ``tag``, read with its TID, with what is on file of the device of ``card``.

    ``before`` are the TIDs that were read under the same EPC. Gives the card as it is to be shown
    from now on: ``ambiguous`` when the chip is another unit's, or not this unit's.
    """
    assert tag.tid is not None
    check = ChipCheck(tag.tid, maker_of(bytes.fromhex(tag.tid)), on_file=False)
    units = _with_owners_of(store, card.units, tag.tid)
    if len(units) > 1:
        verdict = judge([unit.cover for unit in units], card.verdict.compared)
        return replace(card, units=units, verdict=verdict), check
    if len(units) > len(card.units):  # the code is on no file, the chip is
        card = replace(card, units=units, verdict=judge([units[0].cover], card.verdict.compared))
    comparisons = [compared(tag, known) for unit in units for known in numbers_on_file(unit)]
    best = min(comparisons, key=_doubtfulness, default=Comparison((), ()))
    clone = _clone_before(tag, before)
    if best.suspicion is not None:
        check = replace(check, suspicion=best.suspicion, differing=best.differing)
    elif clone is not None:
        check = replace(check, suspicion=Suspicion.CLONE, differing=clone.differing, before=True)
    check = replace(check, on_file=Kind.TID in best.agreeing)
    if check.suspicion is None:
        return card, check
    serials = tuple(unit.device.serial for unit in units)  # none: a code of nobody, on two chips
    verdict = replace(card.verdict, coverage=Coverage.AMBIGUOUS, serials=serials, term=None)
    return replace(card, verdict=verdict), check


def numbers_on_file(unit: UnitOnFile) -> tuple[Numbers, ...]:
    """The numbers of ``unit``, one for each pair of EPC and TID that it has."""
    of_kind: dict[Kind, list[str | None]] = {
        kind: [one.value for one in unit.identifiers if one.kind == kind.value] or [None]
        for kind in (Kind.EPC, Kind.TID)
    }
    return tuple(
        Numbers(epc=epc, tid=tid) for epc in of_kind[Kind.EPC] for tid in of_kind[Kind.TID]
    )


def _with_owners_of(
    store: Store, units: tuple[UnitOnFile, ...], tid: str
) -> tuple[UnitOnFile, ...]:
    """``units``, and every other unit that the chip leads to."""
    _key, ids = devices_known_as(store, keys_on_file(Kind.TID, tid))
    known = {unit.device.id for unit in units}
    return (*units, *(unit_on_file(store, one) for one in ids if one not in known))


def _doubtfulness(comparison: Comparison) -> int:
    return len(comparison.differing) - len(comparison.agreeing)


def _clone_before(tag: Numbers, before: Iterable[str]) -> Comparison | None:
    """How the tag differs from one that bore the same code on another chip."""
    for tid in before:
        comparison = compared(tag, Numbers(epc=tag.epc, tid=tid))
        if comparison.suspicion is Suspicion.CLONE:
            return comparison
    return None
