"""A thousand labels in one go, from the order of a parcel to the printer that has them all."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.records.printing import JobState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_orders import order_device_labels
from leghorn_bench.services.parcels import Arrival, begin_parcel, contents
from leghorn_bench.services.printing import carry_out
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from tests.benchmarks.harness import Result, at_least
from tests.services.case_stories import opened
from tests.services.conftest import NOW, Clock, Stock
from tests.services.printers import FakePrinting, label_printer_on_socket, with_settings, zebra

LABELS = 1000


def measures() -> Iterator[Result]:
    """Labels a second, the reading of each device from the store included."""
    with TemporaryDirectory() as folder, label_printer_on_socket() as printer:
        bench = with_settings(_bench(Path(folder)), zebra("socket", printer.address))
        parcel = _parcel(bench)
        for name, where in (("a label printer on the network", "Zebra"), ("the system", "Office")):
            spent = _seconds(bench, parcel, where)
            yield at_least(f"1,000 labels in one go to {name}", LABELS / spent, 100, "labels/s")
        bench.store.close()


def _seconds(bench: Bench, parcel: int, where: str) -> float:
    job = order_device_labels(bench, contents(bench, parcel), PrinterChoice(where))
    begun = time.perf_counter()
    ended = carry_out(bench, job.id, FakePrinting(), lambda _sent, _of: True)
    assert ended is not None
    assert ended.state == JobState.PRINTED
    return time.perf_counter() - begun


def _bench(folder: Path) -> Bench:
    store = open_store(f"sqlite:///{folder / 'bench.db'}", now=NOW)
    operator = Operator(login="ada", name="Ada Esempio", roles=("administrator", "warehouse"))
    return Bench(store, operator, Clock())


def _parcel(bench: Bench) -> int:
    """A parcel of a thousand announced devices, put into it without a scan each."""
    store, stamp = bench.store, bench.stamp()
    with store.transaction():
        rep = add(store, SalesRep(name="Rosa Esempio"), stamp)
        customer = add(store, Customer(code="C1", name="Porto Esempio S.p.A."), stamp)
        product = add(store, Product(code="LGD-SEAL", name="Sigillo Demo"), stamp)
    stock = Stock(bench, product, replace(customer, rep_id=None), rep)
    opened(bench, stock, [stock.unit(date(2026, 2, 1)) for _ in range(LABELS)])
    parcel = begin_parcel(bench, Arrival()).id
    store.execute(
        "UPDATE case_device SET state = 'received', received_on = ?, parcel_in_id = ?",
        (bench.today().isoformat(), parcel),
    )
    return parcel
