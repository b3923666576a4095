"""The money that follows when a parcel leaves: accepted work, transport, reimbursement."""

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import LineKind
from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.services.acts import UnderWay
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claim, claims_of, rests_on
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.leaving import Leaving
from leghorn_bench.services.quoting import line_of, quotes_of, rows_of
from leghorn_bench.services.shipping import (
    PaidBecause,
)
from leghorn_bench.store.records import read


def claim_accepted_work(bench: Bench, done: UnderWay, leaving: Leaving) -> bool:
    """Charge the accepted work that leaves; tells whether a quote charges the transport as well."""
    leaving_now = {
        device.id
        for device in leaving.devices
        if leaving.carriages[device.id].why is PaidBecause.ACCEPTED
    }
    with_transport = False
    for case in leaving.cases.values():
        quotes = [found for found in quotes_of(bench, case.id) if found.state == "accepted"]
        if not quotes or not leaving_now:
            continue
        quote = quotes[0]
        rows = [row for row in rows_of(bench, quote.id) if row.answer == "accepted"]
        claimed = any(found.quote_id == quote.id for found in claims_of(bench, case.id))
        now = [
            row
            for row in rows
            if row.case_device_id in leaving_now or (row.case_device_id is None and not claimed)
        ]
        with_transport |= any(row.kind == LineKind.TRANSPORT.value for row in now)
        cents = total(line_of(row).net for row in now).cents
        if cents:
            claim(
                bench,
                done,
                case,
                ClaimKind.ACCEPTED_QUOTE,
                cents,
                rests_on(bench, quote),
                quote_id=quote.id,
            )
    return with_transport


def claim_transport(
    bench: Bench, done: UnderWay, leaving: Leaving, document: Issued
) -> Money | None:
    """Charge the return transport to the customer (P14, P15); None when its cost is not known."""
    if leaving.parcel.cost_cents is None:
        return None
    case = leaving.cases[leaving.devices[0].case_id]
    claim(
        bench,
        done,
        case,
        ClaimKind.RETURN_TRANSPORT,
        leaving.parcel.cost_cents,
        f"DDT {document.paper.label}",
        parcel_id=leaving.parcel.id,
    )
    return Money(leaving.parcel.cost_cents)


def claim_inbound(bench: Bench, done: UnderWay, leaving: Leaving) -> None:
    """The inbound shipment of a covered manufacturing fault is reimbursed, once a parcel (P12)."""
    for device in leaving.devices:
        if leaving.carriages[device.id].why is not PaidBecause.WARRANTY:
            continue
        if device.parcel_in_id is None:
            continue
        inbound = read(bench.store, Parcel, device.parcel_in_id)
        if inbound.paid_by != Payer.CUSTOMER.value or not inbound.cost_cents:
            continue
        case = leaving.cases[device.case_id]
        claimed = {
            found.parcel_id
            for found in claims_of(bench, case.id)
            if found.kind == ClaimKind.INBOUND_REIMBURSEMENT.value
        }
        if inbound.id not in claimed:
            claim(
                bench,
                done,
                case,
                ClaimKind.INBOUND_REIMBURSEMENT,
                inbound.cost_cents,
                inbound.document or inbound.waybill or str(inbound.id),
                parcel_id=inbound.id,
            )
