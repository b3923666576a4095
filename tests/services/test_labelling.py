"""Labels: one job for a parcel, as a PDF or in the printers' own language."""

from datetime import date

import pytest

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.records.goods import DeviceIdentifier
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import (
    LabelForm,
    device_labels,
    parcel_labels,
    stocks,
)
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receiving import confirm_label
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.store.records import add
from tests.services.case_stories import received, repaired
from tests.services.conftest import Stock

SMALL = next(stock for stock in stocks() if stock.code == "roll-62x29")
LARGE = next(stock for stock in stocks() if stock.code == "roll-100x150")


def test_the_labels_of_a_parcel_are_one_job_in_the_order_of_the_scans(
    ready: Bench, stock: Stock
) -> None:
    units = [stock.unit(date(2026, 2, 1)) for _ in range(3)]
    case, _, parcel = received(ready, stock, units)
    printed = device_labels(ready, parcel, SMALL, form=LabelForm.ZPL).decode()
    assert [printed.find(unit.serial) for unit in units] == sorted(
        printed.find(unit.serial) for unit in units
    )
    assert printed.count("^XA") == 3
    assert case.number is not None
    assert printed.count(case.number) == 3
    assert device_labels(ready, parcel, SMALL).startswith(b"%PDF")


def test_a_unit_with_a_gtin_gets_a_gs1_matrix(ready: Bench, stock: Stock) -> None:
    unit = stock.unit(date(2026, 2, 1))
    with ready.store.transaction():
        key = f"08012345678901|{unit.serial}"
        add(
            ready.store,
            DeviceIdentifier(device_id=unit.id, kind="gtin_serial", value=key),
            ready.stamp(),
        )
    _, _, parcel = received(ready, stock, [unit])
    assert "0108012345678901" in device_labels(ready, parcel, SMALL, form=LabelForm.ZPL).decode()


def test_an_empty_parcel_has_no_labels(ready: Bench, stock: Stock) -> None:
    with pytest.raises(ParcelEmpty):
        device_labels(ready, begin_parcel(ready, Arrival()).id, SMALL)
    with pytest.raises(ParcelEmpty):
        parcel_labels(ready, pack_parcel(ready, stock.customer.id, Departure()).id, LARGE)


def test_each_package_of_a_parcel_has_its_label(ready: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    parcel = pack_parcel(ready, stock.customer.id, Departure(packages=2, weight_g=900))
    pack(ready, parcel.id, repaired(ready, device).id)
    printed = parcel_labels(ready, parcel.id, LARGE, form=LabelForm.ZPL)
    assert b"1/2" in printed
    assert b"2/2" in printed
    assert f"LB:P:{parcel.id}".encode() in printed
    assert parcel_labels(ready, parcel.id, LARGE).startswith(b"%PDF")


def test_every_stock_can_be_chosen() -> None:
    assert {"roll-62x29", "roll-100x150"} <= {stock.code for stock in stocks()}


def test_only_labels_that_are_not_stuck_on_yet_can_be_asked_for(ready: Bench, stock: Stock) -> None:
    units = [stock.unit(date(2026, 2, 1)) for _ in range(2)]
    _, _, parcel = received(ready, stock, units)
    confirm_label(ready, parcel, units[0].serial)
    left = device_labels(ready, parcel, SMALL, all_of_them=False, form=LabelForm.ZPL)
    assert left.count(b"^XA") == 1
    assert units[1].serial.encode() in left
