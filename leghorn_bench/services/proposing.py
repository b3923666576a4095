"""Which papers a moment asks for (POLICY §8), so that they are offered and none is forgotten."""

from enum import StrEnum

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.departing import papers_needed
from leghorn_bench.services.support_time import time_spent
from leghorn_bench.store.records import read


class Moment(StrEnum):
    """When papers are proposed; the keys of the map of printers."""

    PARCEL_RECEIVED = "parcel_received"
    ASSESSED = "assessed"
    TO_QUOTE = "to_quote"
    REPLACED = "replaced"
    CHECKED_RETURN = "checked_return"
    PARCEL_PACKED = "parcel_packed"
    CLOSING = "closing"


_ALWAYS = {
    Moment.PARCEL_RECEIVED: (PaperKind.INTAKE_RECEIPT, PaperKind.DEVICE_LABEL),
    Moment.ASSESSED: (PaperKind.TECHNICAL_REPORT,),
    Moment.TO_QUOTE: (PaperKind.QUOTE,),
    Moment.REPLACED: (PaperKind.REPLACEMENT_SLIP,),
    Moment.CHECKED_RETURN: (PaperKind.AS_IT_CAME_SLIP,),
}


def papers_proposed(bench: Bench, moment: Moment, about: int = 0) -> tuple[PaperKind, ...]:
    """The papers to offer, in the order in which they are printed.

    Args:
        bench: where.
        moment: what just happened.
        about: the parcel that was packed, or the case that is to be closed.
    """
    if moment is Moment.PARCEL_PACKED:
        return _for_parcel(bench, about)
    if moment is Moment.CLOSING:
        return _for_closing(bench, about)
    return _ALWAYS[moment]


def _for_parcel(bench: Bench, parcel_id: int) -> tuple[PaperKind, ...]:
    parcel = read(bench.store, Parcel, parcel_id)
    assert parcel.customer_id is not None, "an outbound parcel has its customer from the start"
    country = read(bench.store, Customer, parcel.customer_id).country
    return (*papers_needed(country), PaperKind.PARCEL_LABEL)


def _for_closing(bench: Bench, case_id: int) -> tuple[PaperKind, ...]:
    kinds = []
    open_claims = [claim for claim in claims_of(bench, case_id) if claim.paper_id is None]
    owed = [one for one in open_claims if one.kind == ClaimKind.INBOUND_REIMBURSEMENT.value]
    if owed:
        kinds.append(PaperKind.REIMBURSEMENT_NOTE)
    if len(open_claims) > len(owed):
        kinds.append(PaperKind.CHARGE_NOTE)
    if not time_spent(bench, case_id).is_free:
        kinds.insert(0, PaperKind.TIME_ESTIMATE)
    return (*kinds, PaperKind.CASE_SUMMARY)
