"""The papers that a parcel leaves with: the transport document, and the proforma invoice."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.ddt import Carrier, Goods, TransportDocument
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import CustomsGoods, Proforma
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.services.aboard import leaving_unit
from leghorn_bench.services.acts import UnderWay
from leghorn_bench.services.battery_notes import battery_notes
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.law import CARRIAGE, TRANSPORTED_BY, law_text, transport_words
from leghorn_bench.services.leaving import Leaving, reason_code
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.store.records import read


def _description(product: Product, language: str) -> str:
    names = (product.name,) if language == "it" else (product.name, product.name_en)
    return " / ".join(dict.fromkeys(name for name in names if name))


def transport_document(bench: Bench, done: UnderWay, leaving: Leaving) -> Issued:
    """Issue the DDT of the parcel.

    Raises:
        DdtIncomplete: the law asks for something that lacks.
    """
    words = transport_words()
    first = leaving.devices[0]
    reason = words.reasons[reason_code(leaving.carriages[first.id], first)]
    inbound = _inbound_documents(bench, leaving.devices)

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
            batteries=_in_both(
                language,
                lambda spoken: battery_notes(
                    bench, leaving.parcel, leaving.devices, spoken, head.issued_on
                ),
            ),
            law=_in_both(language, lambda spoken: (law_text("ddt", spoken, head.issued_on),)),
            notes=leaving.terms.notes,
        )

    case = leaving.cases[first.case_id]
    return issue(bench, done, PaperKind.DDT, case, leaving.party, leaving.devices, content)


def _in_both(language: str, said: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Italian, for carrier and controls on the way out, then the customer's language."""
    return tuple(dict.fromkeys((*said("it"), *said(language))))


def _phrase(entry: CodedWord, language: str) -> Phrase:
    return Phrase(entry.words["it"], entry.words[language] if language != "it" else "")


def _goods(bench: Bench, leaving: Leaving, device: CaseDevice, language: str) -> Goods:
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


def proforma(bench: Bench, done: UnderWay, leaving: Leaving) -> Issued:
    """Issue the proforma invoice of the parcel.

    Raises:
        ProformaIncomplete: customs ask for something that lacks.
    """
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
            batteries=battery_notes(
                bench, leaving.parcel, leaving.devices, head.language, head.issued_on
            ),
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
