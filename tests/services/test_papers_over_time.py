"""What a paper says and how it is numbered follow the day that it carries."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import LineKind
from leghorn_bench.domain.records.charges import StoredPaper, StoredTariff
from leghorn_bench.domain.storage_errors import PaperDamaged
from leghorn_bench.domain.tariff import TariffExpired
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import copy_of, issued_bytes
from leghorn_bench.services.quoting import IssuedQuote, Line, Offer, issue_quote
from leghorn_bench.store.records import save, select
from tests.services.conftest import NOW, Clock, Stock
from tests.services.test_papers_of_a_case import assessed, text_of


def quote_today(bench: Bench, stock: Stock) -> IssuedQuote:
    device = assessed(bench, stock, Origin.MISUSE)
    line = Line(
        kind=LineKind.PART, description="Bügel <A> & „B“ 🔒\x07", unit_price=Decimal("12.345")
    )
    return issue_quote(bench, Offer(case_id=device.case_id, lines=(line,)))


def german_business(bench: Bench, stock: Stock) -> None:
    told = replace(stock.customer, country="DE", vat_number="DE999999999", language="de")
    with bench.store.transaction():
        save(bench.store, replace(told, vat_regime=""), bench.stamp())


def test_from_the_first_of_january_2027_the_new_code_is_cited_and_numbers_begin_again(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    german_business(ready, stock)
    before = quote_today(ready, stock).issued
    assert before.paper.label == "2026/00001"
    assert "7-ter" in text_of(before.pdf)
    clock.pass_time(days=(date(2027, 1, 1) - NOW.date()).days)
    with pytest.raises(TariffExpired):
        quote_today(ready, stock)
    tariff = max(select(ready.store, StoredTariff), key=lambda one: one.last_day)
    with ready.store.transaction():
        save(ready.store, replace(tariff, last_day=date(2027, 12, 31)), ready.stamp())
    after = quote_today(ready, stock).issued
    assert after.paper.label == "2027/00001"
    words = text_of(after.pdf)
    assert "7-ter" not in words
    assert "10/2026" in words
    assert "Bügel <A> & „B“" in words


def test_a_paper_that_was_changed_on_file_is_neither_shown_nor_copied(
    ready: Bench, stock: Stock
) -> None:
    paper = quote_today(ready, stock).issued.paper
    ready.store.execute("UPDATE paper SET pdf = ? WHERE id = ?", (b"%PDF-1.7 forged", paper.id))
    with pytest.raises(PaperDamaged, match="2026/00001"):
        issued_bytes(ready, paper.id)
    with pytest.raises(PaperDamaged, match="2026/00001"):
        copy_of(ready, paper.id)
    (kept,) = select(ready.store, StoredPaper)
    assert kept.copies == 0
