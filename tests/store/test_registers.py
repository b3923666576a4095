"""The long lists: every row once, in order, whatever the size of a page."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.browsing import case_page, customer_page, device_page, paper_page
from leghorn_bench.services.register import import_sales
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add, select

Page = Callable[[Store, Any, int], Sequence[Any]]


@pytest.fixture
def register(store: Store, stamp: Stamp, tmp_path: Path) -> Store:
    path = tmp_path / "sales.csv"
    rows = [f"S{n % 7}{n},P{n % 2},C{n % 3},Customer {n % 2},2025-01-0{1 + n % 9},F{n}"
            for n in range(20)]  # fmt: skip
    rows += ["S00,P0,C1,Customer 1,2026-01-01,F99", "STOCK,P0,,,,"]
    header = "serial,product_code,customer_code,customer,sold_on,document"
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    import_sales(store, path, stamp)
    customer = select(store, Customer)[0]
    with store.transaction():
        for number in range(9):
            state = "open" if number % 2 else "closed"
            case = add(store, Case(customer_id=customer.id, state=state), stamp)
            add(store, CaseDevice(case_id=case.id, scanned="X"), stamp)
            paper = StoredPaper(
                kind="quote" if number % 2 else "ddt",
                year=2026,
                number=number,
                label=f"{number}/2026",
                issued_on=date(2026, 3, 14),
                issued_at=stamp.at,
                issued_by="maria",
                language="it",
                case_id=case.id,
                sha256="",
                annulled_at=stamp.at if number == 3 else None,
            )
            add(store, paper, stamp, pdf=b"")
    return store


def whole(store: Store, page: Page, size: int) -> list[Any]:
    found: list[Any] = []
    while rows := page(store, found[-1] if found else None, size):
        found += rows
        assert len(rows) <= size
    return found


@pytest.mark.parametrize("page", [device_page, case_page, paper_page, customer_page])
@pytest.mark.parametrize("size", [1, 4, 100])
def test_every_row_comes_once_whatever_the_size_of_a_page(
    register: Store, page: Page, size: int
) -> None:
    found = whole(register, page, size)
    assert len({row.id for row in found}) == len(found)
    assert found == page(register, None, 1_000)


def test_devices_come_by_serial_with_their_latest_sale(register: Store) -> None:
    found = device_page(register, None, 100)
    assert [line.serial for line in found] == sorted(line.serial for line in found)
    (first,) = (line for line in found if line.serial == "S00")
    assert (first.sold_on, first.document) == (date(2026, 1, 1), "F99")
    (stock,) = (line for line in found if line.serial == "STOCK")
    assert (stock.sold_on, stock.customer) == (None, None)


def test_devices_of_one_customer_are_those_ever_sold_to_it(register: Store) -> None:
    (customer,) = select(register, Customer, "WHERE code = 'C1'")
    found = whole(
        register,
        lambda store, after, size: device_page(store, after, size, customer_id=customer.id),
        3,
    )
    assert len(found) == 8
    assert "S00" in {line.serial for line in found}


def test_the_newest_case_comes_first_and_tells_how_many_devices_it_has(register: Store) -> None:
    found = case_page(register, None, 100)
    assert [line.id for line in found] == sorted((line.id for line in found), reverse=True)
    assert {line.devices for line in found} == {1}


def test_cases_and_papers_can_be_narrowed(register: Store) -> None:
    assert {line.state for line in case_page(register, None, 100, states=["open"])} == {"open"}
    quotes = paper_page(register, None, 100, kinds=["quote"])
    assert [line.label for line in quotes if line.annulled] == ["3/2026"]
    case = case_page(register, None, 1)[0]
    assert [line.label for line in paper_page(register, None, 9, case_id=case.id)] == ["8/2026"]
    (customer,) = select(register, Customer, "WHERE code = 'C2'")
    assert case_page(register, None, 100, customer_id=customer.id) == []
