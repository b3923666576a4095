"""The label stocks that the program knows, read from resources/labels."""

import tomllib
from functools import cache

from leghorn_bench.domain.papers.labels import LabelStock
from leghorn_bench.resources import resource_path


@cache
def label_stocks() -> dict[str, LabelStock]:
    """Every stock by its code, in the order of the file.

    Raises:
        LabelStockImpossible: a stock's labels do not fit on its page.
    """
    with resource_path("labels", "stocks.toml").open("rb") as file:
        rows = tomllib.load(file)["stock"]
    stocks = (
        LabelStock(
            row["code"],
            row["name"],
            tuple(row["label"]),
            tuple(row.get("page", row["label"])),
            row.get("columns", 1),
            row.get("rows", 1),
            tuple(row.get("corner", (0.0, 0.0))),
            tuple(row.get("pitch", (0.0, 0.0))),
        )
        for row in rows
    )
    return {stock.code: stock for stock in stocks}
