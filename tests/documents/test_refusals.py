from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.documents import ddt, proforma
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers import ddt as transport
from leghorn_bench.domain.papers import proforma as customs
from leghorn_bench.domain.papers.ddt import TransportDocument
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import Proforma
from leghorn_bench.domain.party import NO_COMPANY, Address, CompanyDataMissing
from tests.documents.more_samples import ddt as sample_ddt
from tests.documents.more_samples import proforma as sample_proforma
from tests.documents.pages import one_line


def nowhere(content: TransportDocument) -> TransportDocument:
    party = replace(content.head.party, address=Address("Senza Via S.r.l.", "", "", "Genova"))
    return replace(content, head=replace(content.head, party=party))


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (lambda c: replace(c, head=replace(c.head, company=NO_COMPANY)), CompanyDataMissing),
        (lambda c: replace(c, head=replace(c.head, number="")), transport.DdtWithoutNumber),
        (nowhere, transport.DdtWithoutRecipient),
        (lambda c: replace(c, goods=()), transport.DdtWithoutGoods),
        (
            lambda c: replace(c, goods=(replace(c.goods[0], quantity=Decimal(0)),)),
            transport.DdtWithoutGoods,
        ),
        (
            lambda c: replace(c, goods=(replace(c.goods[0], description=" "),)),
            transport.DdtWithoutGoods,
        ),
        (lambda c: replace(c, reason=Phrase("")), transport.DdtWithoutReason),
        (lambda c: replace(c, carrier=None), transport.DdtWithoutCarrier),
        (lambda c: replace(c, shipped_on=date(2026, 11, 21)), transport.DdtDatedTooEarly),
    ],
)
def test_a_transport_document_without_what_the_law_asks_for_is_not_printed(
    spoil: Callable[[TransportDocument], TransportDocument], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        ddt.render(spoil(sample_ddt()))


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (
            lambda c: replace(c, head=replace(c.head, company=replace(c.head.company, eori=""))),
            customs.ProformaWithoutEori,
        ),
        (lambda c: replace(c, goods=()), customs.ProformaWithoutGoods),
        (
            lambda c: replace(c, goods=(replace(c.goods[0], unit_value=Money(0)),)),
            customs.ProformaWithoutValue,
        ),
        (
            lambda c: replace(c, goods=(replace(c.goods[0], hs_code=""),)),
            customs.ProformaWithoutCode,
        ),
        (
            lambda c: replace(c, goods=(replace(c.goods[0], origin=""),)),
            customs.ProformaWithoutCode,
        ),
        (lambda c: replace(c, reason=""), customs.ProformaWithoutReason),
        (lambda c: replace(c, incoterm=""), customs.ProformaWithoutTerms),
    ],
)
def test_a_proforma_without_what_customs_ask_for_is_not_printed(
    spoil: Callable[[Proforma], Proforma], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        proforma.render(spoil(sample_proforma()))


@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("de", "Lieferschein"),
        ("fr", "Bon de livraison"),
        ("es", "Albarán"),
        ("en", "Transport document"),
    ],
)
def test_a_transport_document_abroad_speaks_two_languages(language: str, other: str) -> None:
    said = one_line(ddt.render(sample_ddt(language)))
    assert "Documento di trasporto" in said
    assert other in said


def test_a_shipment_may_be_later_than_its_document() -> None:
    later = replace(sample_ddt(), shipped_on=date(2026, 11, 24))
    assert "Spedito il 24/11/2026" in one_line(ddt.render(later))
