"""Let a parcel leave: its papers are issued, its devices are shipped, its transport is charged."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.papers.ddt import Carrier, Goods, TransportDocument
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import CustomsGoods, Proforma
from leghorn_bench.domain.party import Party
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import LineKind
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.vat import EU_COUNTRIES
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claim, claims_of
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.law import CARRIAGE, TRANSPORTED_BY, law_text, transport_words
from leghorn_bench.services.parties import party_of
from leghorn_bench.services.quoting import line_of, quotes_of, rows_of
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.services.shipping import (
    Carriage,
    PaidBecause,
    battery_rules,
    carriage_of,
    leaving_unit,
    require_battery,
    require_contents,
)
from leghorn_bench.services.stepping import stepped
from leghorn_bench.store.records import read, save


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


@dataclass(frozen=True, slots=True)
class Departed:
    """A parcel that left, with its papers."""

    parcel: Parcel
    papers: tuple[Issued, ...]
    charged: Money | None
    """Transport charged to the customer; None when the company pays."""


_REASON_OF = {
    PaidBecause.WARRANTY: "repair_free",
    PaidBecause.GOODWILL: "repair_goodwill",
    PaidBecause.ACCEPTED: "repair_charged",
    PaidBecause.AS_IT_CAME: "as_it_came",
}


def papers_needed(country: str) -> tuple[PaperKind, ...]:
    """The papers that a destination asks for: always a DDT, outside the EU a proforma as well."""
    if country in EU_COUNTRIES:
        return (PaperKind.DDT,)
    return (PaperKind.DDT, PaperKind.PROFORMA)


def reason_code(carriage: Carriage, device: CaseDevice) -> str:
    """Code of the reason for transport [causale] of a device (PAPERS §1.4)."""
    if device.outcome == "replace_free" and carriage.why is PaidBecause.WARRANTY:
        return "replace_free"
    return _REASON_OF[carriage.why]


@dataclass(slots=True)
class _Leaving:
    """A parcel with all that its papers say."""

    parcel: Parcel
    devices: list[CaseDevice]
    party: Party
    cases: dict[int, Case]
    terms: Terms
    carriages: dict[int, Carriage] = field(default_factory=dict)


def depart(bench: Bench, parcel_id: int, terms: Terms | None = None) -> Departed:
    """Issue the papers of a parcel and ship its devices, all in one transaction.

    Raises:
        ParcelClosed, ParcelEmpty, BatteryMayNotFly: it cannot leave.
        DdtIncomplete, ProformaIncomplete, CompanyDataMissing, ClockWrong: a paper lacks something.
    """
    devices = require_contents(bench, parcel_id)
    parcel = read(bench.store, Parcel, parcel_id)
    assert parcel.customer_id is not None, "an outbound parcel has its customer from the start"
    for device in devices:
        require_battery(bench, device, by_air=parcel.by_air)
    leaving = _Leaving(
        parcel,
        devices,
        party_of(read(bench.store, Customer, parcel.customer_id)),
        {device.case_id: read(bench.store, Case, device.case_id) for device in devices},
        terms or Terms(),
        {device.id: carriage_of(bench, device) for device in devices},
    )
    with act(bench, ActKind.SHIPPED, case_id=devices[0].case_id, note=parcel.waybill) as done:
        papers = [_transport_document(bench, done, leaving)]
        if PaperKind.PROFORMA in papers_needed(leaving.party.address.country):
            papers.append(_proforma(bench, done, leaving))
        for device in devices:
            stepped(bench, done, device, DeviceStep.SHIP)
        payers = {carriage.payer for carriage in leaving.carriages.values()}
        payer = Payer.CUSTOMER if payers == {Payer.CUSTOMER} else Payer.COMPANY
        closed = save(
            bench.store,
            replace(parcel, closed_at=done.stamp.at, moved_at=done.stamp.at, payer=payer.value),
            done.stamp,
            "left",
        )
        _claim_inbound(bench, done, leaving)
        in_quote = _claim_accepted_work(bench, done, leaving)
        charged = None
        if payer is Payer.CUSTOMER and not in_quote:
            charged = _claim_transport(bench, done, leaving, papers[0])
        done.note = f"{PaperKind.DDT.value} {papers[0].paper.label}"
    return Departed(closed, tuple(papers), charged)


def _claim_accepted_work(bench: Bench, done: UnderWay, leaving: _Leaving) -> bool:
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
                _quote_label(bench, quote),
                quote_id=quote.id,
            )
    return with_transport


def _quote_label(bench: Bench, quote: StoredQuote) -> str:
    if quote.paper_id is None:
        return f"rev. {quote.revision}"
    return read(bench.store, StoredPaper, quote.paper_id).label


def _claim_transport(
    bench: Bench, done: UnderWay, leaving: _Leaving, document: Issued
) -> Money | None:
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


def _claim_inbound(bench: Bench, done: UnderWay, leaving: _Leaving) -> None:
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
                inbound.document or inbound.waybill or f"parcel {inbound.id}",
                parcel_id=inbound.id,
            )


def _description(product: Product, language: str) -> str:
    return product.name if language == "it" or not product.name_en else product.name_en


def _transport_document(bench: Bench, done: UnderWay, leaving: _Leaving) -> Issued:
    words = transport_words()
    first = leaving.devices[0]
    reason = words.reasons[reason_code(leaving.carriages[first.id], first)]
    inbound = _inbound_documents(bench, leaving.devices)
    rules = battery_rules(bench, leaving.devices)

    def content(head: PaperHead) -> TransportDocument:
        language = head.language
        by_carrier = bool(leaving.parcel.carrier)

        def said(words_of: str, code: str) -> Phrase:
            return _phrase(words.choice(words_of, code), language)

        return TransportDocument(
            head,
            head.issued_on,
            Phrase(
                reason.name.words["it"], reason.name.words[language] if language != "it" else ""
            ),
            tuple(_goods(bench, leaving, device, language) for device in leaving.devices),
            leaving.parcel.packages,
            said(CARRIAGE, reason.carriage),
            said(TRANSPORTED_BY, "carrier" if by_carrier else "sender"),
            said("appearance", leaving.terms.appearance),
            by_carrier,
            Carrier(leaving.parcel.carrier) if by_carrier else None,
            leaving.parcel.waybill,
            gross_weight_g=leaving.parcel.weight_g,
            started_at=done.stamp.at,
            inbound=inbound,
            batteries=tuple(f"{rule.un_number} · {rule.packing_instruction}" for rule in rules),
            law=(law_text("ddt", language, head.issued_on),),
            notes=leaving.terms.notes,
        )

    case = leaving.cases[first.case_id]
    return issue(bench, done, PaperKind.DDT, case, leaving.party, leaving.devices, content)


def _phrase(entry: CodedWord, language: str) -> Phrase:
    return Phrase(entry.words["it"], entry.words[language] if language != "it" else "")


def _goods(bench: Bench, leaving: _Leaving, device: CaseDevice, language: str) -> Goods:
    unit = leaving_unit(bench, device)
    case = leaving.cases[device.case_id]
    reference = case.number or ""
    if unit is None:
        return Goods(device.scanned, Decimal(1), serials=(device.scanned,), reference=reference)
    product = read(bench.store, Product, unit.product_id)
    return Goods(
        _description(product, language),
        Decimal(1),
        code=product.code,
        serials=(unit.serial,),
        reference=reference,
    )


def _inbound_documents(bench: Bench, devices: Sequence[CaseDevice]) -> tuple[str, ...]:
    parcels = dict.fromkeys(
        device.parcel_in_id for device in devices if device.parcel_in_id is not None
    )
    documents = (read(bench.store, Parcel, found).document for found in parcels)
    return tuple(dict.fromkeys(document for document in documents if document))


def _proforma(bench: Bench, done: UnderWay, leaving: _Leaving) -> Issued:
    words = transport_words()
    first = leaving.devices[0]
    reason = words.reasons[reason_code(leaving.carriages[first.id], first)]

    def content(head: PaperHead) -> Proforma:
        return Proforma(
            head,
            tuple(_customs_goods(bench, device) for device in leaving.devices),
            reason.export,
            leaving.terms.incoterm,
            leaving.party.address.city,
            law_text("proforma_value", head.language, head.issued_on),
            law_text("proforma_declaration", head.language, head.issued_on),
            bench.operator.name,
            leaving.parcel.packages,
            leaving.parcel.weight_g,
            waybill=leaving.parcel.waybill,
            carrier=leaving.parcel.carrier,
            procedure=leaving.terms.procedure,
            mrn=leaving.terms.mrn,
        )

    case = leaving.cases[first.case_id]
    return issue(bench, done, PaperKind.PROFORMA, case, leaving.party, leaving.devices, content)


def _customs_goods(bench: Bench, device: CaseDevice) -> CustomsGoods:
    unit = leaving_unit(bench, device)
    if unit is None:
        return CustomsGoods(device.scanned, 1, Money(0), "", "", serials=(device.scanned,))
    product = read(bench.store, Product, unit.product_id)
    return CustomsGoods(
        product.name_en or product.name,
        1,
        Money(product.value_cents),
        product.hs_code,
        product.origin_country,
        product.code,
        (unit.serial,),
    )
