"""What follows from coverage and origin: who repairs, who pays, who ships (POLICY §4)."""

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin


class Outcome(StrEnum):
    """What may be done with a device; contracts of the ``outcome`` verb."""

    REPAIR_FREE = "repair_free"
    REPLACE_FREE = "replace_free"
    QUOTE = "quote"
    HOLD = "hold"
    """Kept aside until a person identifies it, quotes it, or sends it back as it came."""


class Payer(StrEnum):
    """Who pays a shipment."""

    COMPANY = "company"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What the policy computes; nobody types it."""

    outcomes: tuple[Outcome, ...]
    return_shipping: Payer
    reimburse_inbound: bool


NEVER_REPLACED = frozenset({Coverage.REPLACED, Coverage.UNKNOWN, Coverage.AMBIGUOUS})
"""A replacement links two known units, each of them once: these have no place in a chain."""
FREE = (Outcome.REPAIR_FREE, Outcome.REPLACE_FREE)
_WARRANTY = Consequence(FREE, Payer.COMPANY, reimburse_inbound=True)
_CHARGED = Consequence((Outcome.QUOTE,), Payer.CUSTOMER, reimburse_inbound=False)
_HELD = Consequence((Outcome.HOLD,), Payer.CUSTOMER, reimburse_inbound=False)

_OF_COVERAGE = {
    Coverage.COVERED: _CHARGED,
    Coverage.EXPIRED: _CHARGED,
    Coverage.UNSOLD: _CHARGED,
    Coverage.NOT_STARTED: _CHARGED,
    Coverage.REPLACED: _HELD,
    Coverage.UNKNOWN: _HELD,
    Coverage.AMBIGUOUS: _HELD,
}

CONSEQUENCES = MappingProxyType(
    {(coverage, origin): held for coverage, held in _OF_COVERAGE.items() for origin in Origin}
    | {(Coverage.COVERED, Origin.MANUFACTURING): _WARRANTY}
)
"""The whole table of POLICY §4: every coverage with every origin."""


def consequence(coverage: Coverage, origin: Origin, *, goodwill: bool = False) -> Consequence:
    """What follows; an override (goodwill) offers the free outcomes as well.

    No other unit takes the place of one that nobody can identify, or that was replaced before.
    """
    rule = CONSEQUENCES[coverage, origin]
    if not goodwill or rule.outcomes == FREE:
        return rule
    free = FREE if coverage not in NEVER_REPLACED else (Outcome.REPAIR_FREE,)
    return replace(rule, outcomes=free + rule.outcomes)
