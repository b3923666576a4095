from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.domain.money import NOTHING, Money, total
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.quote import Answer, LineKind, QuoteLine, accepted_lines, totals
from leghorn_bench.domain.tariff import (
    POLICY_TARIFF,
    TariffExpired,
    TariffItem,
    WorkCombination,
    cheapest,
    tariff_on,
)
from leghorn_bench.domain.vat import LegalText, VatRegime, legal_text, regime_for


@pytest.mark.parametrize(
    ("amount", "cents"),
    [("29.925", 2993), ("2.665", 267), ("0.004", 0), ("-1.005", -101), ("12345678901.23", None)],
)
def test_an_amount_is_rounded_half_up_to_the_cent(amount: str, cents: int | None) -> None:
    assert Money.of(amount).cents == (1234567890123 if cents is None else cents)


def test_amounts_add_and_subtract_exactly() -> None:
    assert total([Money.of("0.10")] * 3) == Money.of("0.30")
    assert Money.of(5) - Money.of("0.01") == Money(499)
    assert -Money(5) == Money(-5)
    assert not NOTHING
    assert str(Money(123450)) == "1234.50"


def line(quantity: str, price: str, discount: str = "0", serial: str | None = None) -> QuoteLine:
    return QuoteLine(
        LineKind.PART, "x", Decimal(quantity), "pc", Decimal(price), Decimal(discount), serial
    )


def test_vat_is_computed_on_the_sum_and_not_on_each_line() -> None:
    sums = totals([line("1", "0.03"), line("1", "0.03")], VatRegime.IT22)
    assert sums.vat[0].vat == Money(1)
    assert sums.gross == Money(7)


@given(
    st.lists(
        st.tuples(
            st.decimals("0", "9999", places=2),
            st.decimals("0", "9999", places=4),
            st.decimals("0", "100", places=1),
        ),
        max_size=30,
    )
)
def test_a_quote_comes_to_what_an_independent_sum_in_fractions_gives(
    rows: list[tuple[Decimal, Decimal, Decimal]],
) -> None:
    def half_up(numerator: int, denominator: int) -> int:
        return (2 * numerator + denominator) // (2 * denominator)

    lines = [line(str(q), str(p), str(d)) for q, p, d in rows]
    net = sum(
        half_up(int(q * 100) * int(p * 10000) * (1000 - int(d * 10)), 10**7) for q, p, d in rows
    )
    sums = totals(lines, VatRegime.IT22)
    assert sums.net.cents == net
    assert sums.gross.cents == net + half_up(net * 22, 100)


def test_a_goodwill_line_keeps_its_price_and_charges_nothing() -> None:
    free = QuoteLine(LineKind.LABOUR, "x", Decimal(2), "h", Decimal(52), goodwill=True)
    assert free.net == NOTHING


def test_only_accepted_devices_and_the_common_lines_are_charged() -> None:
    lines = [line("1", "10", serial="A"), line("1", "20", serial="B"), line("1", "5")]
    kept = accepted_lines(lines, {"A": Answer.ACCEPTED, "B": Answer.REFUSED})
    assert [kept_line.unit_price for kept_line in kept] == [Decimal(10), Decimal(5)]
    assert accepted_lines(lines, {"A": Answer.REFUSED, "B": Answer.EXPIRED}) == ()


def test_a_day_outside_every_tariff_is_refused_by_name() -> None:
    with pytest.raises(TariffExpired, match=r"2026-11-22.*2020-12-31"):
        tariff_on([POLICY_TARIFF], date(2026, 11, 22))


def test_a_day_within_the_tariff_finds_it() -> None:
    assert tariff_on([POLICY_TARIFF], date(2020, 12, 31)) is POLICY_TARIFF
    assert POLICY_TARIFF.prices[TariffItem.SENIOR_HOUR] == Money.of(52)


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("0", WorkCombination(0, 0, Decimal(0), NOTHING)),
        ("3", WorkCombination(0, 0, Decimal(3), Money.of(156))),
        ("4", WorkCombination(0, 0, Decimal(4), Money.of(208))),
        ("7", WorkCombination(0, 0, Decimal(7), Money.of(364))),
        ("7.7", WorkCombination(1, 0, Decimal(0), Money.of(400))),
        ("9", WorkCombination(1, 0, Decimal(1), Money.of(452))),
        ("16", WorkCombination(2, 0, Decimal(0), Money.of(800))),
    ],
)
def test_the_cheapest_combination_covers_the_hours(hours: str, expected: WorkCombination) -> None:
    assert cheapest(Decimal(hours), POLICY_TARIFF) == expected


@pytest.mark.parametrize(
    ("country", "business", "vat_number", "regime"),
    [
        ("IT", True, "IT00743110157", VatRegime.IT22),
        ("DE", True, "DE136695976", VatRegime.EU_RC),
        ("DE", True, "", VatRegime.IT22),
        ("DE", False, "", VatRegime.IT22),
        ("CH", True, "", VatRegime.XEU),
        ("GB", True, "", VatRegime.XEU),
        ("US", False, "", VatRegime.IT22),
        ("SM", True, "", VatRegime.XEU),
        ("VA", True, "", VatRegime.XEU),
        ("MC", True, "FR00000000000", VatRegime.EU_RC),
    ],
)
def test_a_new_customer_is_given_the_regime_of_its_country(
    country: str, business: bool, vat_number: str, regime: VatRegime
) -> None:
    assert (
        regime_for(Address("", country=country), business=business, vat_number=vat_number) is regime
    )


TEXTS = [
    LegalText("EU-RC", "it", date(1900, 1, 1), "art. 7-ter"),
    LegalText("EU-RC", "it", date(2027, 1, 1), "art. 17"),
    LegalText("EU-RC", "de", date(1900, 1, 1), "Art. 7-ter"),
]


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        ("it", date(2026, 12, 31), "art. 7-ter"),
        ("it", date(2027, 1, 1), "art. 17"),
        ("de", date(2026, 12, 31), "Art. 7-ter"),
        ("fr", date(2027, 1, 1), "art. 17"),
    ],
)
def test_the_wording_of_the_law_follows_the_date_of_the_document(
    language: str, day: date, text: str
) -> None:
    assert legal_text(TEXTS, "EU-RC", language, day) == text


def test_a_wording_that_nobody_entered_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match="XEU"):
        legal_text(TEXTS, "XEU", "it", date(2026, 1, 1))
