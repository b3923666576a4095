"""Complete what papers say of a customer or a product: imports bring little more than names."""

from collections.abc import Sequence
from dataclasses import replace

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.countries import COUNTRIES
from leghorn_bench.domain.data_errors import CountryNotKnown, CustomsCodeMalformed
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.aboard import leaving_unit
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.old_units import old_unit_aboard
from leghorn_bench.services.parties import regime_of
from leghorn_bench.store.records import read, save

SHORTEST_CODE, LONGEST_CODE = 6, 10
"""Digits of a customs code: six are the world's, up to ten a country's own (TARIC)."""


def customer_data(bench: Bench, customer_id: int) -> Customer:
    """A customer as on file."""
    return read(bench.store, Customer, customer_id)


def product_data(bench: Bench, product_id: int) -> Product:
    """A product as on file."""
    return read(bench.store, Product, product_id)


def complete_customer(bench: Bench, customer: Customer) -> Customer:
    """Keep a customer's data; papers issued before say what they said.

    Raises:
        TextMissing: the name is empty.
        CountryNotKnown: the country is no ISO 3166 code.
        StaleRecord: somebody else has changed it meanwhile.
    """
    country = customer.country.strip().upper()
    if not customer.name.strip():
        raise TextMissing(what="name")
    if country not in COUNTRIES:
        raise CountryNotKnown(found=customer.country)
    kept = replace(customer, country=country)
    if _only_followed(read(bench.store, Customer, customer.id), kept):
        kept = replace(kept, vat_regime="")
    with act(bench, ActKind.EDITED, note=f"customer {customer.code}") as done:
        return save(bench.store, kept, done.stamp)


def _only_followed(before: Customer, kept: Customer) -> bool:
    """Whether the VAT regime on file is what the old country and VAT number said, nobody's choice.

    It then follows the new ones: a customer who moves to Switzerland is not taxed as before.
    """
    return kept.vat_regime == before.vat_regime == regime_of(replace(before, vat_regime=""))


def complete_product(bench: Bench, product: Product) -> Product:
    """Keep a product's data for customs and for papers in other languages.

    Raises:
        NotAllowed: the operator may not change the catalogue.
        TextMissing: the name is empty.
        CustomsCodeMalformed, CountryNotKnown: customs would not take it.
        StaleRecord: somebody else has changed it meanwhile.
    """
    bench.require(Right.CHANGE_CATALOGUE)
    if not product.name.strip():
        raise TextMissing(what="name")
    code = product.hs_code.strip()
    digits = code.replace(".", "").replace(" ", "")
    plain = digits.isascii() and digits.isdigit()
    if digits and not (plain and SHORTEST_CODE <= len(digits) <= LONGEST_CODE):
        raise CustomsCodeMalformed(found=code)
    origin = product.origin_country.strip().upper()
    if origin and origin not in COUNTRIES:
        raise CountryNotKnown(found=product.origin_country)
    kept = replace(product, hs_code=code, origin_country=origin)
    with act(bench, ActKind.EDITED, note=f"product {product.code}") as done:
        return save(bench.store, kept, done.stamp)


def lacking_for_customs(bench: Bench, devices: Sequence[CaseDevice]) -> Product | None:
    """The first product among what leaves whose value, code or origin customs would miss."""
    for device in devices:
        for unit in (leaving_unit(bench, device), old_unit_aboard(bench, device)):
            product = read(bench.store, Product, unit.product_id) if unit is not None else None
            if product is not None and not _is_known_to_customs(product):
                return product
    return None


def _is_known_to_customs(product: Product) -> bool:
    return product.value_cents > 0 and bool(product.hs_code and product.origin_country)
