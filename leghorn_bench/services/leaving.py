"""A parcel on its way out, with all that its papers and its charges depend on."""

from dataclasses import dataclass, field

from leghorn_bench.domain.party import Party
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
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
    mrn: str = ""
    notes: str = ""


@dataclass(slots=True)
class Leaving:
    """A parcel with all that its papers say."""

    parcel: Parcel
    devices: list[CaseDevice]
    party: Party
    cases: dict[int, Case]
    terms: Terms
    carriages: dict[int, Carriage] = field(default_factory=dict)


_REASON_OF = {
    PaidBecause.WARRANTY: "repair_free",
    PaidBecause.GOODWILL: "repair_goodwill",
    PaidBecause.ACCEPTED: "repair_charged",
    PaidBecause.AS_IT_CAME: "as_it_came",
}


def reason_code(carriage: Carriage, device: CaseDevice) -> str:
    """Code of the reason for transport [causale] of a device (PAPERS §1.4)."""
    if device.outcome == "replace_free" and carriage.why is PaidBecause.WARRANTY:
        return "replace_free"
    return _REASON_OF[carriage.why]
