"""Let a parcel leave: its papers are issued, its devices are shipped, its transport is charged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leghorn_bench.domain.countries import COUNTRIES
from leghorn_bench.domain.data_errors import CountryNotKnown
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.territories import goods_move_freely
from leghorn_bench.services.aboard import require_batteries
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departure_claims import (
    claim_accepted_work,
    claim_inbound,
    claim_transport,
)
from leghorn_bench.services.departure_papers import proforma, transport_document
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.label_orders import label_left
from leghorn_bench.services.leaving import Leaving, Terms
from leghorn_bench.services.old_units import old_unit_of
from leghorn_bench.services.parties import party_of
from leghorn_bench.services.shipping import (
    carriage_of,
    require_contents,
)
from leghorn_bench.services.stepping import stepped
from leghorn_bench.store.records import read, save


@dataclass(frozen=True, slots=True)
class Departed:
    """A parcel that left, with its papers."""

    parcel: Parcel
    papers: tuple[Issued, ...]
    charged: Money | None
    """Transport charged to the customer; None when the company pays."""


def papers_needed(destination: Address) -> tuple[PaperKind, ...]:
    """The papers that a destination asks for: always a DDT, outside the EU a proforma as well."""
    if goods_move_freely(destination):
        return (PaperKind.DDT,)
    return (PaperKind.DDT, PaperKind.PROFORMA)


def depart(bench: Bench, parcel_id: int, terms: Terms | None = None) -> Departed:
    """Issue the papers of a parcel and ship its devices, all in one transaction.

    Raises:
        ParcelClosed, ParcelEmpty, BatteryMayNotFly, BatteryNotLookedAt: it cannot leave.
        TransportCostMissing: the customer pays it, and nobody wrote what it costs.
        CountryNotKnown: where the goods go is no ISO 3166 code.
        DdtIncomplete, ProformaIncomplete, CompanyDataMissing, ClockWrong: a paper lacks something.
    """
    terms = terms or Terms()
    if terms.destination is not None and terms.destination.country not in COUNTRIES:
        raise CountryNotKnown(found=terms.destination.country)
    devices = require_contents(bench, parcel_id)
    parcel = read(bench.store, Parcel, parcel_id)
    assert parcel.customer_id is not None, "an outbound parcel has its customer from the start"
    require_batteries(bench, devices, by_air=parcel.by_air)
    leaving = Leaving(
        parcel,
        devices,
        party_of(read(bench.store, Customer, parcel.customer_id)),
        {device.case_id: read(bench.store, Case, device.case_id) for device in devices},
        terms,
        {device.id: carriage_of(bench, device) for device in devices},
    )
    with bench.store.transaction():
        departed = _left(bench, leaving)
        for case_id in list(leaving.cases)[1:]:
            # The timeline of each case tells it; the record of it is the one above.
            with act(bench, ActKind.SHIPPED, case_id=case_id, note=_note(departed.papers)):
                pass
    return departed


def _place_of_what_stays(bench: Bench, device: CaseDevice) -> dict[str, object]:
    """A replaced unit that is kept lies where it lay; only the new one leaves."""
    is_kept = old_unit_of(bench, device) is OldUnit.KEPT
    return {"holder": device.holder, "shelf": device.shelf} if is_kept else {}


def _note(papers: Sequence[Issued]) -> str:
    return f"{PaperKind.DDT.value} {papers[0].paper.label}"


def _left(bench: Bench, leaving: Leaving) -> Departed:
    parcel, first = leaving.parcel, leaving.devices[0]
    with act(bench, ActKind.SHIPPED, case_id=first.case_id, note=parcel.waybill) as done:
        papers = [transport_document(bench, done, leaving)]
        if PaperKind.PROFORMA in papers_needed(leaving.destination):
            papers.append(proforma(bench, done, leaving))
        for device in leaving.devices:
            stepped(bench, done, device, DeviceStep.SHIP, **_place_of_what_stays(bench, device))
        payers = {carriage.payer for carriage in leaving.carriages.values()}
        payer = Payer.CUSTOMER if payers == {Payer.CUSTOMER} else Payer.COMPANY
        closed = save(
            bench.store,
            replace(parcel, closed_at=done.stamp.at, moved_at=done.stamp.at, payer=payer.value),
            done.stamp,
            "left",
        )
        claim_inbound(bench, done, leaving)
        in_quote = claim_accepted_work(bench, done, leaving)
        charged = None
        if payer is Payer.CUSTOMER and not in_quote:
            charged = claim_transport(bench, done, leaving, papers[0])
        done.note = _note(papers)
        label_left(bench, closed)
    return Departed(closed, tuple(papers), charged)
