"""A bench with a store in a real file, a clock that tests set, and a few made-up parties."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from leghorn_bench.domain.records.goods import Device, Product, Sale
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that only tests move."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Stock:
    """Made-up goods and parties on file, and a way to add units."""

    bench: Bench
    product: Product
    customer: Customer
    rep: SalesRep
    made: list[Device] = field(default_factory=list)

    def unit(self, sold_on: date | None = None, months: int = 12) -> Device:
        """A new unit, sold to the customer or in stock."""
        store = self.bench.store
        with store.transaction():
            serial = f"LGD-{len(self.made) + 1:04d}"
            device = Device(product_id=self.product.id, serial=serial)
            device = add(store, device, self.bench.stamp())
            self.made.append(device)
            if sold_on is not None:
                sale = Sale(
                    device_id=device.id,
                    sold_on=sold_on,
                    customer_id=self.customer.id,
                    rep_id=self.rep.id,
                    document=f"DDT {device.id}",
                    months=months,
                )
                add(store, sale, self.bench.stamp())
        return device


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench(tmp_path: Path, clock: Clock) -> Iterator[Bench]:
    """The bench of a technician."""
    store = open_store(f"sqlite:///{tmp_path / 'bench.db'}", now=NOW)
    operator = Operator(login="mario", name="Mario Esempio", roles=("technician",))
    yield Bench(store, operator, clock)
    store.close()


@pytest.fixture
def chief(bench: Bench) -> Bench:
    """The same bench with an administrator at it."""
    operator = Operator(login="ada", name="Ada Esempio", roles=("administrator",))
    return Bench(bench.store, operator, bench.clock)


@pytest.fixture
def stock(bench: Bench) -> Stock:
    store, stamp = bench.store, bench.stamp()
    with store.transaction():
        rep = add(store, SalesRep(name="Rosa Esempio", email="rosa@example.com"), stamp)
        customer = Customer(code="C1", name="Porto Esempio S.p.A.", city="Genova", rep_id=rep.id)
        product = Product(code="LGD-SEAL", name="Sigillo Demo", name_en="Demo Seal")
        return Stock(bench, add(store, product, stamp), add(store, customer, stamp), rep)
