from datetime import date

import pytest

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.spares import shelve, spares_for
from tests.services.conftest import Stock


def test_only_units_never_sold_are_spares_and_those_on_a_shelf_come_first(
    bench: Bench, stock: Stock
) -> None:
    sold = stock.unit(date(2026, 1, 1))
    first, second = stock.unit(), stock.unit()
    shelve(bench, second.id, "G2")
    found = spares_for(bench, sold.id)
    assert [(unit.id, unit.shelf) for unit in found] == [(second.id, "G2"), (first.id, "")]


def test_a_shelf_has_a_name(bench: Bench, stock: Stock) -> None:
    with pytest.raises(TextMissing):
        shelve(bench, stock.unit().id, " ")
