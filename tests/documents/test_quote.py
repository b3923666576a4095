from dataclasses import replace
from decimal import Decimal

import pytest

from leghorn_bench.documents import quote, technical_report
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.quote import LineKind, QuoteLine, totals
from leghorn_bench.domain.vat import VatRegime
from tests.documents import more_samples, samples
from tests.documents.pages import codes, one_line, sheet_count, text_of


def test_two_hundred_lines_go_overleaf_under_a_repeated_head() -> None:
    paper = quote.render(samples.with_lines(samples.quote(), 200))
    sheets = text_of(paper).split("\f")
    assert len(sheets) > 5
    assert all("Descrizione Quantità" in sheet for sheet in sheets[:-1])
    assert sum(sheet.count("Manodopera") for sheet in sheets) == 50
    assert f"Pagina {len(sheets)} di {len(sheets)}" in sheets[-1]


def test_a_quote_without_lines_still_has_its_totals() -> None:
    content = replace(samples.quote(), lines=(), totals=totals((), VatRegime.IT22))
    assert "Totale 0,00 €" in one_line(quote.render(content))


def test_every_sheet_opens_its_case_when_scanned() -> None:
    paper = quote.render(samples.with_lines(samples.quote(), 60))
    found = codes(paper)
    assert len(found) == sheet_count(paper)
    assert set(found) == {("Code128", "LB:C:2026-00412")}


@pytest.mark.parametrize(
    "name",
    [
        "<b>Rossi & Figli</b>",
        "Владимир Пример",
        "示例港口有限公司",
        "株式会社サンプル",
        "예시 주식회사",
        "Λιμάνι Παράδειγμα",
    ],
)
def test_a_customers_name_is_printed_as_it_is(name: str) -> None:
    sample = samples.quote()
    party = replace(sample.head.party, address=Address(name, "Via Prova 1"))
    paper = quote.render(replace(sample, head=replace(sample.head, party=party)))
    assert name in one_line(paper)


def test_a_row_longer_than_a_sheet_goes_on_overleaf() -> None:
    long = replace(samples.LINES[0], description="parola " * 4000)
    content = replace(samples.quote(), lines=(long,), totals=totals((long,), VatRegime.IT22))
    paper = quote.render(content)
    assert sheet_count(paper) > 3
    assert one_line(paper).count("parola") == 4000


def test_huge_amounts_keep_their_columns() -> None:
    line = QuoteLine(LineKind.PART, "Molto caro", Decimal(999999), "pc", Decimal("99999999.999"))
    content = replace(samples.quote(), lines=(line,), totals=totals((line,), VatRegime.IT22))
    assert "Totale 121.999.877.998.780,00 €" in one_line(quote.render(content))


def test_a_figure_wider_than_its_column_is_set_smaller_and_never_broken() -> None:
    line = QuoteLine(LineKind.PART, "Caro", Decimal(9999999), "pc", Decimal("99999999.999"))
    content = replace(samples.quote(), lines=(line,), totals=totals((line,), VatRegime.IT22))
    text = text_of(quote.render(content))
    assert "99.999.999,999" in text
    assert "999.999.899.990.000,00" in text


def test_a_finding_longer_than_a_sheet_is_printed_to_its_last_word() -> None:
    sample = more_samples.technical_report()
    finding = replace(sample.findings[0], found="parola " * 900 + "fine.")
    paper = technical_report.render(replace(sample, findings=(finding,)))
    assert one_line(paper).count("parola") == 900
    assert "fine." in one_line(paper)
    assert sheet_count(paper) > 2


def test_italian_vat_is_said_once() -> None:
    assert one_line(quote.render(samples.quote())).count("IVA 22 %") == 1


def test_signs_beyond_the_basic_plane_can_be_found_again() -> None:
    note = replace(samples.quote(), notes="Attenzione 🔒 ⚠️")
    assert "Attenzione 🔒 ⚠" in one_line(quote.render(note))
