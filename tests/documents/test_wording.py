from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from leghorn_bench.documents.wording import Words
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.party import Address


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("it", "1.234.567,05\xa0€"),
        ("en", "€1,234,567.05"),
        ("fr", "1\u202f234\u202f567,05\xa0€"),
        ("de", "1.234.567,05\xa0€"),
        ("es", "1.234.567,05\xa0€"),
    ],
)
def test_amounts_are_written_as_the_reader_writes_them(language: str, said: str) -> None:
    assert Words(language).money(Money.of("1234567.05")) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("it", "09/03/2026"),
        ("en", "9 Mar 2026"),
        ("fr", "09/03/2026"),
        ("de", "09.03.2026"),
        ("es", "09/03/2026"),
    ],
)
def test_days_have_four_figures_for_the_year(language: str, said: str) -> None:
    assert Words(language).day(date(2026, 3, 9)) == said


def test_the_time_is_that_of_livorno() -> None:
    assert Words("it").moment(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == "02/07/2026 00:30"


def test_a_price_keeps_its_third_decimal() -> None:
    assert Words("it").price(Decimal("18.355")) == "18,355"
    assert Words("it").price(Decimal(52)) == "52,00"


def test_what_is_not_known_says_nothing() -> None:
    words = Words("it")
    assert (words.day(None), words.moment(None), words.weight(0)) == ("", "", "")


def test_two_languages_stand_side_by_side_unless_they_say_the_same() -> None:
    words = Words("it", "fr")
    assert words("Goods") == "Beni / Marchandises"
    assert words("Volume") == "Volume"
    assert words.twice("Goods") == ("Beni", "Marchandises")
    assert words.alone("Goods") == "Beni"


def test_an_address_names_its_country_only_abroad() -> None:
    home = Address("A", "Via 1", "57100", "Livorno", "LI")
    abroad = Address("B", "Straße 1", "00000", "Stadt", country="DE")
    assert Words("it").address(home) == ["A", "Via 1", "57100 Livorno (LI)"]
    assert Words("it").address(abroad)[-1] == "GERMANIA"


def test_an_unknown_country_stays_as_it_is() -> None:
    assert Words("it").country("XX9") == "XX9"
