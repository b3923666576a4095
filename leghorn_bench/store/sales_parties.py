"""Import of sales: the products, customers and sales reps that rows name."""

from dataclasses import dataclass, replace
from typing import TypeVar

from leghorn_bench.domain.countries import paper_language
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_rows import SaleRow
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, save, select

HOME = "IT"
"""Country of a new customer of whom the file does not tell it."""

Party = TypeVar("Party", Product, Customer, SalesRep)


@dataclass(frozen=True, slots=True)
class PartyIds:
    """Whom and what a row names, as on file."""

    product_id: int
    customer_id: int | None
    rep_id: int | None
    changed: bool
    """Whether this row changed one of them."""


class Parties:
    """The products, customers and reps on file, and those that the file names first.

    The first row that names one in a file speaks for the file: spellings that vary from row to
    row would otherwise turn a customer's name back and forth, and a second import would not find
    everything unchanged.
    """

    def __init__(self, store: Store, stamp: Stamp) -> None:
        self._store, self._stamp = store, stamp
        self._products = {one.code: one for one in select(store, Product)}
        self._customers = {one.code: one for one in select(store, Customer)}
        self._reps = {one.name: one for one in select(store, SalesRep)}
        self._named: dict[tuple[str, str], int] = {}
        self._settled: dict[tuple[str, str, str], PartyIds] = {}

    def meet(self, row: SaleRow) -> None:
        """Note that ``row`` is the first of the file to name its product and its customer."""
        self._named.setdefault(("product", row.product_code), row.line)
        if row.customer_code:
            self._named.setdefault(("customer", row.customer_code), row.line)

    def known_product(self, code: str) -> int | None:
        """The id of a product on file."""
        found = self._products.get(code)
        return found.id if found is not None else None

    def known_parties(self, row: SaleRow) -> tuple[int | None, int | None]:
        """The ids of the row's customer and rep, as far as they are on file."""
        customer = self._customers.get(row.customer_code)
        rep = self._reps.get(row.sales_rep)
        return (customer.id if customer else None, rep.id if rep else None)

    def take(self, row: SaleRow) -> PartyIds:
        """The parties of ``row``, made or brought up to date when it is the first to name them."""
        named = (row.product_code, row.customer_code, row.sales_rep)
        if (settled := self._settled.get(named)) is not None:
            return settled
        rep_id = self._rep(row.sales_rep)
        product, product_changed = self._product(row)
        customer, customer_changed = self._customer(row, rep_id)
        self._settled[named] = PartyIds(product, customer, rep_id, changed=False)
        return PartyIds(product, customer, rep_id, product_changed or customer_changed)

    def _rep(self, name: str) -> int | None:
        if not name:
            return None
        if name not in self._reps:
            self._reps[name] = add(self._store, SalesRep(name=name), self._stamp)
        return self._reps[name].id

    def _product(self, row: SaleRow) -> tuple[int, bool]:
        code = row.product_code
        on_file = self._products.get(code)
        if on_file is None:
            made = Product(code=code, name=row.product or code)
            self._products[code] = add(self._store, made, self._stamp)
            return self._products[code].id, False
        if row.product in {"", on_file.name} or self._named["product", code] != row.line:
            return on_file.id, False
        self._products[code] = save(self._store, replace(on_file, name=row.product), self._stamp)
        return on_file.id, True

    def _customer(self, row: SaleRow, rep_id: int | None) -> tuple[int | None, bool]:
        code = row.customer_code
        if not code:
            return None, False
        on_file = self._customers.get(code)
        if on_file is None:
            self._customers[code] = add(self._store, _new_customer(row, rep_id), self._stamp)
            return self._customers[code].id, False
        if self._named["customer", code] != row.line:
            return on_file.id, False
        told = replace(
            on_file,
            name=row.customer or on_file.name,
            vat_number=row.vat_number or on_file.vat_number,
            country=row.country or on_file.country,
        )
        if told == on_file:
            return on_file.id, False
        self._customers[code] = save(self._store, told, self._stamp)
        return on_file.id, True


def _new_customer(row: SaleRow, rep_id: int | None) -> Customer:
    country = row.country or HOME
    return Customer(
        code=row.customer_code,
        name=row.customer or row.customer_code,
        vat_number=row.vat_number,
        country=country,
        language=paper_language(country),
        rep_id=rep_id,
    )
