"""A suspect battery never goes by air, nor one that nobody looked at (PAPERS §5)."""

from dataclasses import replace
from datetime import date

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import BatteryMayNotFly, BatteryNotLookedAt
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.shipping import (
    Departure,
    correct_departure,
    note_batteries,
    note_battery,
    pack,
    pack_parcel,
)
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save
from tests.services.case_stories import received, repaired
from tests.services.conftest import Stock

SOLD = date(2026, 2, 1)
BY_AIR = Departure(by_air=True, cost=Money.of(18))


def powered_by(bench: Bench, stock: Stock, kind: str) -> None:
    with bench.store.transaction():
        product = read(bench.store, Product, stock.product.id)
        save(bench.store, replace(product, battery_kind=kind), bench.stamp())


def flown(bench: Bench, stock: Stock, device: CaseDevice) -> Departed:
    parcel = pack_parcel(bench, stock.customer.id, BY_AIR)
    pack(bench, parcel.id, device.id)
    return depart(bench, parcel.id)


@pytest.mark.parametrize("state", [BatteryState.SUSPECT, BatteryState.DAMAGED])
@pytest.mark.parametrize("kind", ["li_ion", "li_metal", ""])
def test_a_faulty_battery_stays_on_the_ground_also_when_nobody_told_its_kind(
    ready: Bench, stock: Stock, kind: str, state: BatteryState
) -> None:
    powered_by(ready, stock, kind)
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    repaired(ready, device)
    note_battery(ready, device.id, state)
    with pytest.raises(BatteryMayNotFly, match=device.scanned):
        flown(ready, stock, device)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("alkaline", BatteryState.SUSPECT),
        ("", BatteryState.REMOVED),
        ("li_ion", BatteryState.SOUND),
    ],
)
def test_what_is_no_danger_flies(
    ready: Bench, stock: Stock, kind: str, state: BatteryState
) -> None:
    powered_by(ready, stock, kind)
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    repaired(ready, device)
    note_battery(ready, device.id, state)
    assert flown(ready, stock, device).parcel.by_air


@pytest.mark.parametrize("kind", ["li_ion", "li_metal", ""])
def test_a_battery_that_nobody_looked_at_stays_on_the_ground_until_somebody_has(
    ready: Bench, stock: Stock, kind: str
) -> None:
    powered_by(ready, stock, kind)
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    repaired(ready, device)
    with pytest.raises(BatteryNotLookedAt, match=f"battery of {device.scanned}: until then"):
        flown(ready, stock, device)
    note_battery(ready, device.id, BatteryState.SOUND)
    assert flown(ready, stock, device).parcel.by_air


@pytest.mark.parametrize("kind", ["none", "nimh", "alkaline"])
def test_what_holds_no_lithium_flies_without_a_look_at_its_battery(
    ready: Bench, stock: Stock, kind: str
) -> None:
    powered_by(ready, stock, kind)
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    repaired(ready, device)
    assert flown(ready, stock, device).parcel.by_air


def test_all_batteries_that_nobody_looked_at_are_told_at_once(ready: Bench, stock: Stock) -> None:
    units = [stock.unit(SOLD) for _one in range(8)]
    _, devices, _ = received(ready, stock, units)
    parcel = pack_parcel(ready, stock.customer.id, Departure(cost=Money.of(18)))
    for device in devices:
        repaired(ready, device)
        pack(ready, parcel.id, device.id)
    with pytest.raises(BatteryNotLookedAt, match=r"LGD-0006 … \(8\)"):
        correct_departure(ready, parcel.id, BY_AIR)
    note_batteries(ready, devices, BatteryState.SOUND)
    assert correct_departure(ready, parcel.id, BY_AIR).by_air


def test_a_battery_found_suspect_after_packing_is_refused_at_the_door(
    ready: Bench, stock: Stock
) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    repaired(ready, device)
    note_battery(ready, device.id, BatteryState.SOUND)
    parcel = pack_parcel(ready, stock.customer.id, BY_AIR)
    pack(ready, parcel.id, device.id)
    note_battery(ready, device.id, BatteryState.SUSPECT)
    with pytest.raises(BatteryMayNotFly):
        depart(ready, parcel.id)


def test_the_battery_of_a_replaced_unit_says_nothing_of_the_new_one(
    ready: Bench, stock: Stock
) -> None:
    powered_by(ready, stock, "li_ion")
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING))
    note_battery(ready, device.id, BatteryState.DAMAGED)
    take_step(ready, device.id, DeviceStep.REPLACE_FREE)
    replace_unit(ready, device.id, Spare(device_id=stock.unit().id))
    content = flown(ready, stock, device).papers[0].paper.content
    assert "VIETATO" not in str(content["batteries"])
    assert "UN3481" in str(content["batteries"])
