"""The money that follows when a parcel leaves: accepted work, transport, reimbursement."""

from collections.abc import Mapping, Sequence

from leghorn_bench.domain.case_errors import TransportCostMissing
from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import LineKind
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.services.acts import UnderWay
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claim, claims_of, rests_on
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.leaving import Leaving
from leghorn_bench.services.quoting import line_of, rows_of
from leghorn_bench.services.shipping import OWED_BY_WARRANTY, Carriage, PaidBecause
from leghorn_bench.services.stepping import accepted_quote_of
from leghorn_bench.store.records import read, select


def claim_accepted_work(bench: Bench, done: UnderWay, leaving: Leaving) -> bool:
    """Charge the accepted work that leaves; tells whether a quote charges the transport as well.

    A case may hold several accepted quotes, each for other devices: every one is charged.
    """
    with_transport = False
    for quote_id, devices in _worked_on(bench, leaving.devices, leaving.carriages).items():
        quote = read(bench.store, StoredQuote, quote_id)
        case = leaving.cases[quote.case_id]
        now = _rows_due(bench, quote, devices)
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


def quoted_transport(
    bench: Bench, devices: Sequence[CaseDevice], carriages: Mapping[int, Carriage]
) -> Money:
    """The transport that accepted quotes charge when these devices leave, be the parcel ours."""
    return total(
        line_of(row).net
        for quote_id, of_quote in _worked_on(bench, devices, carriages).items()
        for row in _rows_due(bench, read(bench.store, StoredQuote, quote_id), of_quote)
        if row.kind == LineKind.TRANSPORT.value
    )


def _rows_due(bench: Bench, quote: StoredQuote, devices: set[int]) -> list[QuoteRow]:
    """The lines that are charged when these devices of a quote leave; common ones once."""
    claimed = any(found.quote_id == quote.id for found in claims_of(bench, quote.case_id))
    return [
        row
        for row in rows_of(bench, quote.id)
        if row.case_device_id in devices or (row.case_device_id is None and not claimed)
    ]


def _worked_on(
    bench: Bench, devices: Sequence[CaseDevice], carriages: Mapping[int, Carriage]
) -> dict[int, set[int]]:
    """The devices that leave after accepted work, under the id of their quote."""
    found: dict[int, set[int]] = {}
    for device in devices:
        quote_id = accepted_quote_of(bench, device.id)
        if carriages[device.id].why is PaidBecause.ACCEPTED and quote_id is not None:
            found.setdefault(quote_id, set()).add(device.id)
    return found


def claim_transport(
    bench: Bench, done: UnderWay, leaving: Leaving, document: Issued
) -> Money | None:
    """Charge the return transport to the customer (P14, P15); None when it costs nothing.

    Raises:
        TransportCostMissing: nobody has written what it costs, and it would never be charged.
    """
    if leaving.parcel.cost_cents is None:
        raise TransportCostMissing(parcel=leaving.parcel.id)
    if not leaving.parcel.cost_cents:
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
        if leaving.carriages[device.id].why not in OWED_BY_WARRANTY:
            continue
        if device.parcel_in_id is None:
            continue
        inbound = read(bench.store, Parcel, device.parcel_in_id)
        if inbound.paid_by != Payer.CUSTOMER.value or not inbound.cost_cents:
            continue
        case = leaving.cases[device.case_id]
        if not _is_reimbursed(bench, inbound):
            claim(
                bench,
                done,
                case,
                ClaimKind.INBOUND_REIMBURSEMENT,
                inbound.cost_cents,
                inbound.document or inbound.waybill or str(inbound.id),
                parcel_id=inbound.id,
            )


def _is_reimbursed(bench: Bench, inbound: Parcel) -> bool:
    """Whether a parcel was reimbursed before, be it by another case whose devices it brought."""
    kind = ClaimKind.INBOUND_REIMBURSEMENT.value
    found = select(bench.store, Claim, "WHERE kind = ? AND parcel_id = ?", (kind, inbound.id))
    return bool(found)
