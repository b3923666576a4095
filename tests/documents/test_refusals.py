import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.documents import ddt, proforma
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers import ddt as transport
from leghorn_bench.domain.papers import proforma as customs
from leghorn_bench.domain.papers.ddt import TransportDocument
from leghorn_bench.domain.papers.phrase import Phrase
from leghorn_bench.domain.papers.proforma import Proforma
from leghorn_bench.domain.party import NO_COMPANY, Address, CompanyDataMissing
from leghorn_bench.texts.errors import told
from tests.documents.more_samples import ddt as sample_ddt
from tests.documents.more_samples import proforma as sample_proforma
from tests.documents.pages import one_line


def with_head(content: TransportDocument, **changes: object) -> TransportDocument:
    return replace(content, head=replace(content.head, **changes))  # type: ignore[arg-type]


def with_company(content: TransportDocument, **changes: str) -> TransportDocument:
    company = content.head.company
    facts = changes | {"vat_number": changes.get("vat_number", company.vat_number)}
    vat = facts.pop("vat_number")
    return with_head(
        content,
        company=replace(company, vat_number=vat, address=replace(company.address, **facts)),
    )


def with_recipient(content: TransportDocument, **changes: str) -> TransportDocument:
    party = content.head.party
    return with_head(content, party=replace(party, address=replace(party.address, **changes)))


def with_goods(content: TransportDocument, **changes: object) -> TransportDocument:
    good, other = content.goods
    return replace(content, goods=(good, replace(other, **changes)))  # type: ignore[arg-type]


Spoil = Callable[[TransportDocument], TransportDocument]
MANDATORY: dict[str, tuple[Spoil, type[BenchError], str]] = {
    "the sender": (
        lambda c: with_head(c, company=NO_COMPANY), CompanyDataMissing, "ragione sociale|nome"),
    "the sender's name": (lambda c: with_company(c, name=" "), CompanyDataMissing, "nome"),
    "the sender's street": (lambda c: with_company(c, street=""), CompanyDataMissing, "via"),
    "the sender's town": (lambda c: with_company(c, city=""), CompanyDataMissing, "città"),
    "the sender's VAT number": (
        lambda c: with_company(c, vat_number=""), CompanyDataMissing, "Partita IVA"),
    "the number": (lambda c: with_head(c, number=" "), transport.DdtWithoutNumber, "numero"),
    "the recipient's name": (
        lambda c: with_recipient(c, name=""), transport.DdtWithoutRecipient, "destinatario"),
    "the recipient's street": (
        lambda c: with_recipient(c, street=""), transport.DdtWithoutRecipient, "Porto Esempio"),
    "the recipient's town": (
        lambda c: with_recipient(c, city=" "), transport.DdtWithoutRecipient, "Porto Esempio"),
    "a whole destination": (
        lambda c: replace(c, destination=Address("Deposito")),
        transport.DdtWithoutDestination, "Deposito"),
    "goods": (lambda c: replace(c, goods=()), transport.DdtWithoutGoods, "riga 1"),
    "what the goods are": (
        lambda c: with_goods(c, description=" "), transport.DdtWithoutGoods, "riga 2"),
    "how many there are": (
        lambda c: with_goods(c, quantity=Decimal(0)), transport.DdtWithoutGoods, "riga 2"),
    "the reason": (
        lambda c: replace(c, reason=Phrase("")), transport.DdtWithoutReason, "causale"),
    "who carries": (lambda c: replace(c, carrier=None), transport.DdtWithoutCarrier, "vettore"),
    "the carrier's name": (
        lambda c: replace(c, carrier=transport.Carrier(" ", "Via dei Trasporti 3")),
        transport.DdtWithoutCarrier, "vettore"),
    "a day not before the document's": (
        lambda c: replace(c, shipped_on=date(2026, 11, 21)),
        transport.DdtDatedTooEarly, "21/11/2026"),
}  # fmt: skip
"""What PAPERS asks of a DDT (par. 1.2): how to take it away, the refusal, what it says."""


@pytest.mark.parametrize("what", MANDATORY)
def test_a_transport_document_is_not_printed_without(what: str) -> None:
    spoil, refusal, said = MANDATORY[what]
    with pytest.raises(refusal) as refused:
        ddt.render(spoil(sample_ddt()))
    assert isinstance(refused.value, BenchError)
    assert re.search(said, told(refused.value, "it"))


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
