"""Fill an empty store with the demo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer, Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.resources import resource_path
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import save_company
from leghorn_bench.services.demo.articles import Article, read_articles
from leghorn_bench.services.demo.cases import carry_out
from leghorn_bench.services.demo.desk import Desk, Work
from leghorn_bench.services.demo.people import People, read_people
from leghorn_bench.services.demo.picking import Picker
from leghorn_bench.services.demo.sales import write_sales
from leghorn_bench.services.demo.script import read_script
from leghorn_bench.services.demo.units import Unit, units
from leghorn_bench.services.register import ImportReport, import_sales
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, select

MAKER = "demo"
"""Who is named in the audit trail for what the demo put on file."""
BEFORE_THE_CASES = timedelta(days=120)
"""When the sales were imported, as far as the audit trail tells: before the oldest case."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What was put on file."""

    operator: Operator
    """Who sits at the bench when the demo opens: the technician."""
    units: Sequence[Unit]
    imported: ImportReport
    cases: Sequence[Work]


def fill_with_demo(store: Store, now: datetime) -> Demo:
    """Put the demo on file, dated so that today is the day of ``now``.

    Raises:
        ShippedFileDamaged: a file of resources/demo is not as its head describes it.
    """
    folder, today = resource_path("demo"), now.astimezone().date()
    articles, people = read_articles(folder), read_people(folder, today)
    stamp = Stamp(MAKER, now - BEFORE_THE_CASES)
    made = units(articles, people.buyers, today)
    # One transaction in all: a demo is there whole or not at all, and the disk is asked once.
    with store.transaction():
        operators = _add_people(store, articles, people, stamp)
        chief = Bench(store, operators["administrator"], lambda: stamp.at)
        save_company(chief, people.company)
        imported = _import(store, made, stamp)
        desk = Desk(
            store,
            operators,
            _device_ids(store),
            {one.code: one for one in select(store, Customer)},
            Picker(made),
            read_script(folder),
        )
        works = carry_out(desk, now)
    return Demo(operators["technician"], made, imported, works)


def _add_people(
    store: Store, articles: Sequence[Article], people: People, stamp: Stamp
) -> dict[str, Operator]:
    add(store, people.tariff, stamp)
    for article in articles:
        add(store, article.product, stamp)
    reps = {rep.name: add(store, rep, stamp).id for rep in people.reps}
    for buyer in people.buyers:
        add(store, replace(buyer.customer, rep_id=reps[buyer.rep]), stamp)
    operators: dict[str, Operator] = {}
    for operator in people.operators:
        operators.setdefault(operator.roles[0], add(store, operator, stamp))
    return operators


def _import(store: Store, made: Sequence[Unit], stamp: Stamp) -> ImportReport:
    with TemporaryDirectory(prefix="leghorn-bench-demo-") as folder:
        path = Path(folder, "vendite-demo.csv")
        write_sales(made, path)
        return import_sales(store, path, stamp)


def _device_ids(store: Store) -> Mapping[tuple[str, str], int]:
    codes = {product.id: product.code for product in select(store, Product)}
    return {(codes[one.product_id], one.serial): one.id for one in select(store, Device)}
