"""The papers that a parcel leaves with: the transport document, and the proforma invoice."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.papers.ddt import Carrier, Goods, TransportDocument
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import CustomsGoods, Proforma
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.services.acts import UnderWay
from leghorn_bench.services.battery_notes import battery_notes
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departure_law import departure_law
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.law import (
    CARRIAGE,
    TRANSPORTED_BY,
    TransportReason,
    law_text,
    transport_words,
)
from leghorn_bench.services.leaving import Leaving, carriage_code
from leghorn_bench.services.loads import Load, loads_of
from leghorn_bench.services.parcels import inbound_documents
from leghorn_bench.services.quoting import line_of
from leghorn_bench.services.shipped import CodedWord
from leghorn_bench.store.records import read, select


def _description(product: Product, language: str) -> str:
    names = (product.name,) if language == "it" else (product.name, product.name_en)
    return " / ".join(dict.fromkeys(name for name in names if name))


def transport_document(bench: Bench, done: UnderWay, leaving: Leaving) -> Issued:
    """Issue the DDT of the parcel.

    Raises:
        DdtIncomplete: the law asks for something that lacks.
    """
    words = transport_words()
    loads = loads_of(bench, leaving)
    reasons = [load.reason for load in loads]
    inbound = inbound_documents(bench, leaving.devices)

    def content(head: PaperHead) -> TransportDocument:
        language = head.language
        by_carrier = bool(leaving.parcel.carrier)

        def said(words_of: str, code: str) -> Phrase:
            return _phrase(words.choice(words_of, code), language)

        return TransportDocument(
            head,
            head.issued_on,
            _reason(reasons, language),
            tuple(_goods(bench, leaving, load, reasons, language) for load in loads),
            leaving.parcel.packages,
            said(CARRIAGE, carriage_code(reasons)),
            said(TRANSPORTED_BY, "carrier" if by_carrier else "sender"),
            said("appearance", leaving.terms.appearance),
            by_carrier,
            Carrier(leaving.parcel.carrier) if by_carrier else None,
            leaving.parcel.waybill,
            leaving.terms.destination,
            gross_weight_g=leaving.parcel.weight_g,
            started_at=done.stamp.at,
            inbound=inbound,
            batteries=_in_both(
                "it",
                language,
                lambda spoken: battery_notes(
                    bench, leaving.parcel, leaving.devices, spoken, head.issued_on
                ),
            ),
            law=_in_both(
                "it",
                language,
                lambda spoken: departure_law(leaving, reasons, spoken, head.issued_on),
            ),
            notes=leaving.terms.notes,
        )

    case = leaving.cases[leaving.devices[0].case_id]
    return issue(bench, done, PaperKind.DDT, case, leaving.party, leaving.devices, content)


def _reason(reasons: Sequence[TransportReason], language: str) -> Phrase:
    """The reason of the parcel: all of them, when its devices travel for several."""
    named = dict.fromkeys(_phrase(reason.name, language) for reason in reasons)
    first, other = zip(*((phrase.text, phrase.other) for phrase in named), strict=True)
    return Phrase(" · ".join(first), " · ".join(filter(None, other)))


def _in_both(first: str, language: str, said: Callable[[str], Iterable[str]]) -> tuple[Phrase, ...]:
    """Phrases in a ``first`` language (Italian for controls, English for customs) and another."""
    pairs = zip(said(first), said(language), strict=True)
    return tuple(dict.fromkeys(Phrase(one, "" if one == other else other) for one, other in pairs))


def _phrase(entry: CodedWord, language: str) -> Phrase:
    return Phrase(entry.words["it"], entry.words[language] if language != "it" else "")


def _goods(
    bench: Bench,
    leaving: Leaving,
    load: Load,
    reasons: Sequence[TransportReason],
    language: str,
) -> Goods:
    unit, scanned = load.unit, load.device.scanned
    reference = leaving.cases[load.device.case_id].number or ""
    if len({reason.name.code for reason in reasons}) > 1:
        reference += f"\n{_phrase(load.reason.name, language)}"
    if unit is None:
        return Goods(scanned, Decimal(1), serials=(scanned,), reference=reference)
    product = read(bench.store, Product, unit.product_id)
    return Goods(
        _description(product, language),
        Decimal(1),
        code=product.code,
        serials=(unit.serial,),
        reference=reference,
    )


def proforma(bench: Bench, done: UnderWay, leaving: Leaving) -> Issued:
    """Issue the proforma invoice of the parcel.

    Raises:
        ProformaIncomplete: customs ask for something that lacks.
    """
    loads = loads_of(bench, leaving)

    def content(head: PaperHead) -> Proforma:
        day = head.issued_on
        procedure = leaving.terms.procedure
        second = "en" if head.language == "it" else head.language

        def law(key: str) -> Phrase:
            (phrase,) = _in_both("en", second, lambda spoken: (law_text(key, spoken, day),))
            return phrase

        return Proforma(
            head,
            tuple(_customs_goods(bench, load) for load in loads),
            " · ".join(dict.fromkeys(load.reason.export for load in loads)),
            leaving.terms.incoterm,
            leaving.destination.city,
            law("proforma_value"),
            law("proforma_declaration"),
            bench.operator.name,
            leaving.parcel.packages,
            leaving.parcel.weight_g,
            repair_value=repair_value(bench, leaving.devices),
            waybill=leaving.parcel.waybill,
            carrier=leaving.parcel.carrier,
            procedure=str(law(procedure)) if procedure else "",
            mrn=leaving.terms.mrn,
            consignee=leaving.terms.destination,
            batteries=_in_both(
                "en",
                second,
                lambda spoken: battery_notes(bench, leaving.parcel, leaving.devices, spoken, day),
            ),
        )

    case = leaving.cases[leaving.devices[0].case_id]
    return issue(bench, done, PaperKind.PROFORMA, case, leaving.party, leaving.devices, content)


def repair_value(bench: Bench, devices: Sequence[CaseDevice]) -> Money | None:
    """What the accepted work on the devices costs, apart from the goods; None without any."""
    rows = [
        row
        for device in devices
        for row in select(
            bench.store,
            QuoteRow,
            "WHERE case_device_id = ? AND answer = ?",
            (device.id, Answer.ACCEPTED.value),
        )
    ]
    return total(line_of(row).net for row in rows) if rows else None


def _customs_goods(bench: Bench, load: Load) -> CustomsGoods:
    unit, scanned = load.unit, load.device.scanned
    if unit is None:
        return CustomsGoods(scanned, 1, Money(0), "", "", serials=(scanned,))
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
