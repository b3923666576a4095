"""Fill an empty store with the demo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.resources import resource_path
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import save_company
from leghorn_bench.services.demo.articles import Article, read_articles
from leghorn_bench.services.demo.people import People, read_people
from leghorn_bench.services.demo.sales import write_sales
from leghorn_bench.services.demo.units import Unit, units
from leghorn_bench.services.register import ImportReport, import_sales
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add

MAKER = "demo"
"""Who is named in the audit trail for what the demo put on file."""


@dataclass(frozen=True, slots=True)
class Demo:
    """What was put on file."""

    operator: Operator
    """Who sits at the bench when the demo opens: the technician."""
    units: Sequence[Unit]
    imported: ImportReport


def fill_with_demo(store: Store, now: datetime) -> Demo:
    """Put the demo on file, dated so that today is the day of ``now``.

    Raises:
        ShippedFileDamaged: a file of resources/demo is not as its head describes it.
    """
    folder, today = resource_path("demo"), now.astimezone().date()
    articles, people = read_articles(folder), read_people(folder, today)
    stamp = Stamp(MAKER, now)
    with store.transaction():
        operators = _add_people(store, articles, people, stamp)
    chief = next(one for one in operators if "administrator" in one.roles)
    technician = next(one for one in operators if "technician" in one.roles)
    save_company(Bench(store, chief, lambda: now), people.company)
    made = units(articles, people.buyers, today)
    return Demo(technician, made, _import(store, made, stamp))


def _add_people(
    store: Store, articles: Sequence[Article], people: People, stamp: Stamp
) -> list[Operator]:
    add(store, people.tariff, stamp)
    for article in articles:
        add(store, article.product, stamp)
    reps = {rep.name: add(store, rep, stamp).id for rep in people.reps}
    for buyer in people.buyers:
        add(store, replace(buyer.customer, rep_id=reps[buyer.rep]), stamp)
    return [add(store, operator, stamp) for operator in people.operators]


def _import(store: Store, made: Sequence[Unit], stamp: Stamp) -> ImportReport:
    with TemporaryDirectory(prefix="leghorn-bench-demo-") as folder:
        path = Path(folder, "vendite-demo.csv")
        write_sales(made, path)
        return import_sales(store, path, stamp)
