"""The customers on file, found as one types: a register may hold any number of them."""

from dataclasses import dataclass

from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read
from leghorn_bench.store.search import customers_like

MOST = 20
"""How many are offered at once; more letters find fewer."""


@dataclass(frozen=True, slots=True)
class Customers:
    """What a field that asks for a customer is given."""

    bench: Bench

    def like(self, text: str) -> list[Customer]:
        """The first ``MOST`` by name that ``text`` finds in name, code, city or VAT number."""
        store = self.bench.store
        return [read(store, Customer, one) for one in customers_like(store, text, MOST)]

    def on_file(self, customer_id: int) -> Customer:
        """One customer as it is now."""
        return read(self.bench.store, Customer, customer_id)
