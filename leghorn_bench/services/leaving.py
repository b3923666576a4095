"""A parcel on its way out, with all that its papers and its charges depend on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from leghorn_bench.domain.party import Address, Party
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.services.law import TransportReason
from leghorn_bench.services.shipping import (
    Carriage,
    PaidBecause,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the papers of a departure still need to be told."""

    appearance: str = "carton"
    """A code of ``resources/law/transport.toml``."""
    incoterm: str = "DAP"
    """Only where a proforma invoice is needed."""
    procedure: str = ""
    """A key of ``resources/law/papers.toml`` that begins with ``customs_``; empty = none."""
    mrn: str = ""
    notes: str = ""
    destination: Address | None = None
    """Where the goods go, when not to the customer's seat."""


@dataclass(slots=True)
class Leaving:
    """A parcel with all that its papers say."""

    parcel: Parcel
    devices: list[CaseDevice]
    party: Party
    cases: dict[int, Case]
    terms: Terms
    carriages: dict[int, Carriage] = field(default_factory=dict)

    @property
    def destination(self) -> Address:
        """Where the goods go, which decides what papers they need."""
        return self.terms.destination or self.party.address


_REPAIRED = {
    PaidBecause.WARRANTY: "repair_free",
    PaidBecause.GOODWILL: "repair_goodwill",
    PaidBecause.ACCEPTED: "repair_charged",
    PaidBecause.AS_IT_CAME: "as_it_came",
    PaidBecause.WARRANTY_AS_IT_CAME: "as_it_came_warranty",
}
_REPLACED = {PaidBecause.WARRANTY: "replace_free", PaidBecause.GOODWILL: "replace_goodwill"}


def reason_code(carriage: Carriage, *, replaced: bool) -> str:
    """Code of the reason for transport [causale] of a device (PAPERS §1.4).

    What counts is what leaves: a repair that was given up ends in a replacement.
    """
    return (_REPLACED if replaced else {}).get(carriage.why, _REPAIRED[carriage.why])


def carriage_code(reasons: Iterable[TransportReason]) -> str:
    """Code of the carriage of a parcel: paid by the company as soon as it owes one device."""
    proposed = [reason.carriage for reason in reasons]
    return PREPAID if PREPAID in proposed else proposed[0]


PREPAID = "prepaid"
