from collections import Counter
from datetime import date, timedelta

import pytest
from stdnum import ean
from stdnum.eu import vat

from leghorn_bench.domain.vat import VatRegime, regime_for
from leghorn_bench.resources import resource_path
from leghorn_bench.services.demo.articles import read_articles
from leghorn_bench.services.demo.people import read_people
from leghorn_bench.services.demo.units import IN_STOCK, REPLACED, UNITS, Unit, units
from leghorn_bench.services.parties import seat_of
from leghorn_bench.texts.catalogue import PAPER_LANGUAGES

TODAY = date(2026, 11, 22)
DAYS = [TODAY, date(2027, 1, 1), date(2028, 2, 29), date(2031, 6, 15)]
ARTICLES = read_articles(resource_path("demo"))
PEOPLE = read_people(resource_path("demo"), TODAY)


def made(today: date) -> list[Unit]:
    return units(ARTICLES, PEOPLE.buyers, today)


def test_a_dozen_products_have_gtins_of_the_prefix_kept_for_examples() -> None:
    assert len(ARTICLES) == 12
    for article in ARTICLES:
        assert article.gtin.startswith("0952")
        assert ean.is_valid(article.gtin)


def test_every_battery_of_lithium_says_how_much() -> None:
    for product in (article.product for article in ARTICLES):
        assert (product.battery_kind == "li_ion") == (product.battery_mwh > 0)
        assert (product.battery_kind == "li_metal") == (product.lithium_mg > 0)


def test_forty_customers_live_in_italy_in_the_union_and_outside() -> None:
    customers = [buyer.customer for buyer in PEOPLE.buyers]

    assert len({customer.code for customer in customers}) == 40
    assert {customer.language for customer in customers} == set(PAPER_LANGUAGES)
    assert len({customer.country for customer in customers}) > 20


def test_the_customers_regime_is_the_one_of_the_country_or_a_special_one() -> None:
    special = {VatRegime.IT22_SP, VatRegime.NI9}
    for customer in (buyer.customer for buyer in PEOPLE.buyers):
        expected = regime_for(
            seat_of(customer), business=not customer.consumer, vat_number=customer.vat_number
        )
        assert VatRegime(customer.vat_regime) in {expected} | special, customer.code


def test_every_vat_number_of_the_union_has_a_right_check_digit_on_a_series_of_nines() -> None:
    numbers = [b.customer.vat_number for b in PEOPLE.buyers if b.customer.country != "CH"]
    for number in filter(None, numbers):
        assert number.startswith("GB") or vat.is_valid(number)
        assert "99" in number


def test_nobody_in_the_demo_has_a_real_mail_address() -> None:
    addresses = [b.customer.email for b in PEOPLE.buyers] + [rep.email for rep in PEOPLE.reps]
    for address in addresses:
        assert address.endswith((".com", ".invalid"))
        assert "@example." in address


def test_the_same_day_gives_the_same_devices() -> None:
    again = [(u.serial, u.epc, u.uid, u.lot, u.made_on) for u in made(TODAY)]

    assert again == [(u.serial, u.epc, u.uid, u.lot, u.made_on) for u in made(TODAY)]


@pytest.mark.parametrize("today", DAYS)
def test_two_thousand_devices_were_sold_over_four_years_up_to_about_today(today: date) -> None:
    devices = made(today)
    days = [unit.delivery.day for unit in devices if unit.delivery is not None]

    assert len(devices) == UNITS
    assert len(devices) - len(days) == IN_STOCK
    assert min(days) < today - timedelta(days=4 * 365 - 30)
    assert max(day for day in days if day <= today) > today - timedelta(days=15)


@pytest.mark.parametrize("today", DAYS)
def test_a_unit_is_made_before_it_is_sold_and_numbered_as_it_is_made(today: date) -> None:
    devices = made(today)

    assert all(u.made_on < u.delivery.day for u in devices if u.delivery is not None)
    assert [u.made_on for u in devices] == sorted(u.made_on for u in devices)


@pytest.mark.parametrize("today", DAYS)
def test_some_units_replaced_others_and_some_of_those_were_replaced_again(today: date) -> None:
    replacing = [unit for unit in made(today) if unit.replaces is not None]

    assert len(replacing) > REPLACED
    assert any(unit.replaces.replaces is not None for unit in replacing if unit.replaces)


@pytest.mark.parametrize("today", DAYS)
def test_extensions_are_ordered_with_the_product_and_a_few_too_late(today: date) -> None:
    sold = [unit.delivery for unit in made(today) if unit.delivery is not None]
    late = [d for d in sold if d.extension_ordered_on and d.extension_ordered_on > d.day]
    in_time = [d for d in sold if d.extension_ordered_on == d.day]

    assert {d.months for d in sold} == {12, 24, 36}
    assert 0 < len(late) < len(in_time)


@pytest.mark.parametrize("today", DAYS)
def test_clones_share_a_tag_and_one_label_went_astray(today: date) -> None:
    devices = made(today)
    epcs = Counter(unit.epc for unit in devices if unit.epc)
    tids = Counter(unit.tid for unit in devices if unit.tid)
    serials = Counter(unit.serial for unit in devices)

    assert sum(1 for count in epcs.values() if count > 1) == 2
    assert max(tids.values()) == 1
    assert [count for count in serials.values() if count > 1] == [2]
