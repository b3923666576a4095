from datetime import date

import pytest

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.goods import Replacement
from leghorn_bench.domain.replacement_errors import (
    ReplacedBefore,
    ReplacementGone,
    ReplacementScrapped,
)
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departing import depart
from leghorn_bench.services.repairing import write_off
from leghorn_bench.services.replacing import Spare, check_spare
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.spares import shelve, spares_for
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import add
from tests.services.case_stories import received
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


def test_a_unit_that_was_scrapped_replaces_no_other(ready: Bench, stock: Stock) -> None:
    old, demo = stock.unit(date(2026, 3, 1)), stock.unit()
    _case, (device,), _parcel = received(ready, stock, [demo])
    write_off(ready, device.id, "Bianchi, per mail")
    assert not spares_for(ready, old.id)
    with pytest.raises(ReplacementScrapped, match="2026-00001"):
        check_spare(ready, old.id, Spare(device_id=demo.id))


def test_a_unit_without_a_sale_that_went_back_to_who_sent_it_is_not_in_stock(
    ready: Bench, stock: Stock
) -> None:
    old, found = stock.unit(date(2026, 3, 1)), stock.unit()
    _case, (device,), _parcel = received(ready, stock, [found])
    assess(ready, device.id, Judgement(origin=Origin.NO_FAULT))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked())
    parcel = pack_parcel(ready, stock.customer.id, Departure(cost=Money(0)))
    pack(ready, parcel.id, device.id)
    depart(ready, parcel.id)
    assert not spares_for(ready, old.id)
    with pytest.raises(ReplacementGone, match="left the house with case 2026-00001"):
        check_spare(ready, old.id, Spare(device_id=found.id))


def test_a_unit_is_replaced_once(ready: Bench, stock: Stock) -> None:
    old, new = stock.unit(date(2026, 3, 1)), stock.unit()
    with ready.store.transaction():
        add(ready.store, Replacement(old_id=old.id, new_id=new.id), ready.stamp())
    with pytest.raises(ReplacedBefore, match=f"already replaced by {new.serial}"):
        check_spare(ready, old.id, Spare(device_id=stock.unit().id))
