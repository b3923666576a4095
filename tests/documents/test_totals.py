"""What random papers charge, read from the page and compared with a sum made another way.

The expected amounts are made here with fractions, and rounded by hand: nothing of the program's
money, quotes or taxes is asked.
"""

import re
from dataclasses import replace
from fractions import Fraction
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from leghorn_bench.documents import charge_note, proforma, quote, time_estimate
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.papers.proforma import CustomsGoods
from leghorn_bench.domain.quote import LineKind, QuoteLine, totals
from leghorn_bench.domain.vat import VatRegime
from tests.documents import more_samples, samples
from tests.documents.pages import one_line, text_of

LABELS = {
    "it": ("Imponibile", "IVA", "Totale"),
    "en": ("Net", "VAT", "Total"),
    "fr": ("Montant HT", "TVA", "Total"),
    "de": ("Nettobetrag", "USt.", "Gesamtbetrag"),
    "es": ("Base imponible", "IVA", "Total"),
}
PERCENT = {
    VatRegime.IT22: 22, VatRegime.IT22_SP: 22, VatRegime.EU_RC: 0, VatRegime.XEU: 0,
    VatRegime.NI9: 0, VatRegime.GAR: 0,
}  # fmt: skip
AMOUNT = r"€?([\d.,\u202f\xa0 ]*\d)"

ROW = re.compile(
    r"^[\d.,]+ (?:ore|pz|km|set|giornat[ae]|mezz[ae]\s+giornat[ae])\s+[\d.,]+(?: [\d,]+\s%)?"
    r" ([\d.]+,\d\d)$",
    re.MULTILINE,
)
"""Quantity, unit, price, discount and amount of a line of an Italian paper."""

lines = st.lists(
    st.builds(
        QuoteLine,
        st.sampled_from(LineKind),
        st.just("Voce"),
        st.decimals("0.01", 9999, places=2),
        st.sampled_from(["h", "pc", "km", "day", "half_day", "set"]),
        st.decimals(0, 99999, places=3),
        st.decimals(0, 100, places=1),
        st.none(),
        st.just(""),
        st.booleans(),
    ),
    max_size=25,
)


def cents(amount: Fraction) -> int:
    """Half a cent goes up (the Italian rule; PAPERS par. 2.2)."""
    return floor(amount * 100 + Fraction(1, 2))


def charged(line: QuoteLine) -> int:
    if line.goodwill:
        return 0
    whole = Fraction(line.quantity) * Fraction(line.unit_price)
    return cents(whole * (100 - Fraction(line.discount)) / 100)


def read(said: str, label: str, language: str) -> int:
    """The amount behind ``label`` on the page, in cents."""
    found = re.findall(rf"{re.escape(label)} {AMOUNT}", said)
    figures = re.sub(r"[^\d]", "", found[-1])
    assert re.search(r"\.\d\d$" if language == "en" else r",\d\d$", found[-1])
    return int(figures)


def assert_sums(paper: bytes, language: str, regime: VatRegime, written: list[QuoteLine]) -> None:
    net_label, vat_label, total_label = LABELS[language]
    said = one_line(paper).replace(" %", "%").replace("\xa0%", "%")
    net = sum(charged(line) for line in written)
    vat = cents(Fraction(net, 100) * PERCENT[regime] / 100)
    assert read(said, net_label, language) == net
    assert read(said, f"{vat_label} {PERCENT[regime]}%", language) == vat
    assert read(said, total_label, language) == net + vat


many = settings(max_examples=12, deadline=None)
for_anybody = given(written=lines, language=st.sampled_from(sorted(LABELS)),
                    regime=st.sampled_from(VatRegime))  # fmt: skip


@many
@for_anybody
def test_a_quote_comes_to_what_an_independent_sum_gives(
    written: list[QuoteLine], language: str, regime: VatRegime
) -> None:
    sums = totals(written, regime)
    content = replace(samples.quote(language), lines=tuple(written), totals=sums)
    assert_sums(quote.render(content), language, regime, written)


@many
@for_anybody
def test_a_charge_note_comes_to_what_an_independent_sum_gives(
    written: list[QuoteLine], language: str, regime: VatRegime
) -> None:
    sums = totals(written, regime)
    content = replace(more_samples.charge_note(language), lines=tuple(written), totals=sums)
    assert_sums(charge_note.render(content), language, regime, written)


@many
@for_anybody
def test_an_estimate_comes_to_what_an_independent_sum_gives(
    written: list[QuoteLine], language: str, regime: VatRegime
) -> None:
    sums = totals(written, regime)
    content = replace(more_samples.time_estimate(language), lines=tuple(written), totals=sums)
    assert_sums(time_estimate.render(content), language, regime, written)


@many
@given(lines.filter(lambda written: len(written) > 0))
def test_the_amounts_of_the_lines_on_the_page_add_up_to_the_net(written: list[QuoteLine]) -> None:
    sums = totals(written, VatRegime.IT22)
    paper = quote.render(replace(samples.quote(), lines=tuple(written), totals=sums))
    shown = [int(re.sub(r"\D", "", amount)) for amount in ROW.findall(text_of(paper))]
    assert shown == [charged(line) for line in written]
    assert sum(shown) == read(one_line(paper), "Imponibile", "it")


@many
@given(st.lists(st.tuples(st.integers(1, 999), st.integers(1, 9_999_999)), min_size=1, max_size=20))
def test_a_proforma_declares_the_sum_of_its_goods(goods: list[tuple[int, int]]) -> None:
    declared = tuple(
        CustomsGoods("Seal", count, Money(value), "8309 90 90", "IT") for count, value in goods
    )
    said = one_line(proforma.render(replace(more_samples.proforma(), goods=declared)))
    assert read(said, "Total value EUR", "en") == sum(count * value for count, value in goods)
