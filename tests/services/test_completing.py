"""What imports leave out of customers and products is entered by a person, and judged first."""

from dataclasses import replace

import pytest

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.data_errors import CountryNotKnown, CustomsCodeMalformed
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.completing import (
    complete_customer,
    complete_product,
    customer_data,
)
from leghorn_bench.services.parties import party_of
from leghorn_bench.store.records import save
from tests.services.conftest import Stock


def test_a_customers_address_is_kept(ready: Bench, stock: Stock) -> None:
    told = replace(stock.customer, address="Bahnhofstraße 1", city="Basel", country=" ch ")
    complete_customer(ready, told)
    kept = customer_data(ready, stock.customer.id)
    assert (kept.address, kept.city, kept.country) == ("Bahnhofstraße 1", "Basel", "CH")


def test_a_customer_without_name_or_country_is_refused(ready: Bench, stock: Stock) -> None:
    with pytest.raises(TextMissing):
        complete_customer(ready, replace(stock.customer, name=" "))
    with pytest.raises(CountryNotKnown):
        complete_customer(ready, replace(stock.customer, country="Italia"))


@pytest.mark.parametrize(
    ("on_file", "chosen", "printed"),
    [
        ("IT22", "IT22", "XEU"),
        ("IT22-SP", "IT22-SP", "IT22-SP"),
        ("IT22", "NI9", "NI9"),
        ("", "", "XEU"),
    ],
)
def test_a_regime_that_nobody_chose_follows_the_customer_abroad(
    ready: Bench, stock: Stock, on_file: str, chosen: str, printed: str
) -> None:
    with ready.store.transaction():
        known = save(ready.store, replace(stock.customer, vat_regime=on_file), ready.stamp())
    complete_customer(ready, replace(known, country="CH", vat_regime=chosen))
    assert party_of(customer_data(ready, known.id)).vat_regime == printed


@pytest.mark.parametrize("code", ["85", "8526.91.0000.1", "eighty", "٨٥٢٦٩١"])
def test_a_customs_code_that_customs_would_not_take_is_refused(
    chief: Bench, stock: Stock, code: str
) -> None:
    with pytest.raises(CustomsCodeMalformed):
        complete_product(chief, replace(stock.product, hs_code=code))


def test_a_product_is_kept_by_an_administrator_only(
    ready: Bench, chief: Bench, stock: Stock
) -> None:
    told = replace(stock.product, hs_code="8526.91", origin_country="it", value_cents=18500)
    with pytest.raises(NotAllowed):
        complete_product(ready, told)
    kept = complete_product(chief, told)
    assert (kept.hs_code, kept.origin_country, kept.value_cents) == ("8526.91", "IT", 18500)
    with pytest.raises(TextMissing):
        complete_product(chief, replace(kept, name=""))
    with pytest.raises(CountryNotKnown):
        complete_product(chief, replace(kept, origin_country="ZZ"))
