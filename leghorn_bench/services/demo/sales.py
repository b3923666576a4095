"""The demo's devices as a sales file, as the administration would export it."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from leghorn_bench.domain.sales_rows import COLUMNS
from leghorn_bench.services.demo.units import Delivery, Unit


def write_sales(units: Iterable[Unit], path: Path) -> None:
    """Write the CSV file that ``import-sales`` takes, with its Italian header."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        sheet = csv.DictWriter(stream, tuple(COLUMNS), delimiter=";", restval="")
        sheet.writerow(COLUMNS)
        for unit in units:
            sheet.writerows(_rows(unit))


def _rows(unit: Unit) -> Iterator[dict[str, object]]:
    row: dict[str, object] = {
        "serial": unit.serial,
        "epc": unit.epc,
        "tid": unit.tid,
        "uid": unit.uid,
        "product_code": unit.article.product.code,
        "lot": unit.lot,
    }
    if unit.delivery is None:
        yield row
        return
    replaces = unit.replaces.serial if unit.replaces is not None else ""
    yield row | _sale(unit.delivery) | {"replaces": replaces}
    if unit.resale is not None:
        yield row | _sale(unit.resale)


def _sale(delivery: Delivery) -> dict[str, object]:
    ordered_on = delivery.extension_ordered_on
    return {
        "sold_on": f"{delivery.day:%d/%m/%Y}",
        "document": delivery.document,
        "customer_code": delivery.buyer.customer.code,
        "sales_rep": delivery.buyer.rep,
        "warranty_months": delivery.months,
        "extension_ordered_on": f"{ordered_on:%d/%m/%Y}" if ordered_on is not None else "",
    }
