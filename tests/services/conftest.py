"""A bench with a store in a real file, a clock that tests set, and a few made-up parties."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from leghorn_bench.domain.party import Address, Company
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Sale
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import save_company
from leghorn_bench.store.records import add, select
from tests.stores import new_store

COMPANY = Company(
    Address("Esempio Sigilli S.r.l.", "Via Demo 1", "57100", "Livorno", "LI"),
    vat_number="IT00000000000",
)
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
            key = DeviceIdentifier(device_id=device.id, kind="serial", value=serial)
            add(store, key, self.bench.stamp())
        return device


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench(tmp_path: Path, clock: Clock) -> Iterator[Bench]:
    """The bench of a technician."""
    store = new_store(f"sqlite:///{tmp_path / 'bench.db'}", now=NOW)
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
        customer = Customer(
            code="C1", name="Porto Esempio S.p.A.", address="Molo 1", city="Genova", rep_id=rep.id
        )
        product = Product(code="LGD-SEAL", name="Sigillo Demo", name_en="Demo Seal")
        return Stock(bench, add(store, product, stamp), add(store, customer, stamp), rep)


@pytest.fixture
def ready(bench: Bench, chief: Bench) -> Bench:
    """A bench that can issue: company data entered, a tariff of this year on file."""
    save_company(chief, COMPANY)
    first = select(bench.store, StoredTariff)[0]
    with bench.store.transaction():
        this_year = replace(
            first, id=0, name="2026", first_day=date(2026, 1, 1), last_day=date(2026, 12, 31)
        )
        add(bench.store, this_year, bench.stamp())
    return bench
