"""What becomes of a unit that was replaced: it is somewhere, and what leaves stands on papers."""

from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import BatteryMayNotFly
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device, Replacement
from leghorn_bench.domain.replacement_errors import ReplacedUnitStays
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.steps import ConsentMissing
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.leaving_goods import leaving_lines
from leghorn_bench.services.moved_goods import movements
from leghorn_bench.services.places import (
    Place,
    PlaceKind,
    place_of,
    place_of_unit,
    put_on_shelf,
)
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.shipping import Departure, find_ready, note_battery, pack, pack_parcel
from leghorn_bench.services.spares import shelve
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.store.records import read, select
from tests.documents.pages import text_of
from tests.services.case_stories import received
from tests.services.conftest import Stock

SOLD = date(2026, 3, 14)


@pytest.fixture
def device(ready: Bench, stock: Stock) -> CaseDevice:
    """A covered device that is to be replaced, and lies on a shelf."""
    _case, (device,), _parcel = received(ready, stock, [stock.unit(SOLD)])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING))
    put_on_shelf(ready, device.id, "A1")
    return take_step(ready, device.id, DeviceStep.REPLACE_FREE)


@pytest.fixture
def spare(ready: Bench, stock: Stock) -> Device:
    return shelve(ready, stock.unit().id, "G2")


def sent(bench: Bench, stock: Stock, device: CaseDevice, *, by_air: bool = False) -> Departed:
    parcel = pack_parcel(bench, stock.customer.id, Departure(by_air=by_air))
    pack(bench, parcel.id, device.id)
    return depart(bench, parcel.id)


@pytest.mark.parametrize(
    ("old_unit", "place"),
    [
        (OldUnit.KEPT, Place(PlaceKind.SHELF, "A1")),
        (OldUnit.RETURNED, Place(PlaceKind.CUSTOMER)),
        (OldUnit.SCRAPPED, Place(PlaceKind.SCRAPPED)),
    ],
)
def test_a_replaced_unit_is_where_it_was_left_once_the_new_one_has_gone(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device, old_unit: OldUnit, place: Place
) -> None:
    chosen = Spare(device_id=spare.id, old_unit=old_unit, consent="Bianchi, per mail")
    replace_unit(ready, device.id, chosen)
    sent(ready, stock, device)
    assert place_of(ready, read(ready.store, CaseDevice, device.id)) == place
    assert place_of_unit(ready, stock.made[0]) == place


@pytest.mark.parametrize(
    ("old_unit", "told"),
    [
        (OldUnit.KEPT, "trattenuto da noi per analisi."),
        (OldUnit.RETURNED, "reso al cliente."),
        (OldUnit.SCRAPPED, "rottamato. Consenso: Bianchi, per mail."),
    ],
)
def test_the_summary_of_a_case_tells_what_became_of_a_replaced_unit(
    ready: Bench, device: CaseDevice, spare: Device, old_unit: OldUnit, told: str
) -> None:
    chosen = Spare(device_id=spare.id, old_unit=old_unit, consent="Bianchi, per mail")
    replace_unit(ready, device.id, chosen)
    summary = " ".join(text_of(issue_case_summary(ready, device.case_id).pdf).split())
    assert "Sostituzione gratuita · Pronto per la spedizione" in summary
    assert f"Sostituito da {spare.serial}; il dispositivo sostituito è {told}" in summary


def test_a_kept_unit_is_moved_also_after_its_replacement_has_left(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    replace_unit(ready, device.id, Spare(device_id=spare.id))
    sent(ready, stock, device)
    moved = put_on_shelf(ready, device.id, "LAB")
    assert place_of(ready, moved) == Place(PlaceKind.SHELF, "LAB")


def test_the_new_unit_leaves_its_shelf_for_the_bench_the_parcel_and_the_customer(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    def place() -> Place | None:
        return place_of_unit(ready, read(ready.store, Device, spare.id))

    assert place() == Place(PlaceKind.SHELF, "G2")
    replace_unit(ready, device.id, Spare(device_id=spare.id))
    assert place() != Place(PlaceKind.SHELF, "G2")
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    pack(ready, parcel.id, device.id)
    assert place() == Place(PlaceKind.PARCEL, str(parcel.id))
    depart(ready, parcel.id)
    assert place() == Place(PlaceKind.CUSTOMER)


def test_an_annulled_slip_puts_the_spare_back_on_its_shelf(
    ready: Bench, chief: Bench, device: CaseDevice, spare: Device
) -> None:
    done = replace_unit(ready, device.id, Spare(device_id=spare.id))
    annul(chief, done.issued.paper.id, "unità sbagliata")
    assert read(ready.store, Device, spare.id).shelf == "G2"
    assert read(ready.store, CaseDevice, device.id).state == "to_replace"


def test_a_unit_is_scrapped_only_with_the_consent_of_its_owner(
    ready: Bench, device: CaseDevice, spare: Device
) -> None:
    with pytest.raises(ConsentMissing, match="who consented"):
        replace_unit(ready, device.id, Spare(device_id=spare.id, old_unit=OldUnit.SCRAPPED))
    assert not select(ready.store, Replacement)
    agreed = Spare(device_id=spare.id, old_unit=OldUnit.SCRAPPED, consent=" Bianchi, 22/11 ")
    assert replace_unit(ready, device.id, agreed).device.consent == "Bianchi, 22/11"


def test_a_replaced_unit_that_goes_back_stands_on_the_transport_document(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    back = Spare(device_id=spare.id, old_unit=OldUnit.RETURNED)
    replace_unit(ready, device.id, back)
    told = text_of(sent(ready, stock, device).papers[0].pdf)
    old = stock.made[0]
    for said in (old.serial, spare.serial, "Sostituzione in garanzia", "Reso non riparato"):
        assert said in told, said


def test_both_units_are_counted_where_they_left_the_country(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    ready.store.execute("UPDATE customer SET country = 'DE', vat_number = 'DE000000000'")
    replace_unit(ready, device.id, Spare(device_id=spare.id, old_unit=OldUnit.RETURNED))
    sent(ready, stock, device)
    came, left = movements(ready, date(2026, 1, 1), date(2026, 12, 31))
    assert (came.quantity, left.quantity) == (Decimal(1), Decimal(2))
    assert stock.made[0].serial in left.goods
    assert spare.serial in left.goods


def test_a_kept_unit_stands_on_no_transport_document(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    replace_unit(ready, device.id, Spare(device_id=spare.id))
    assert stock.made[0].serial not in text_of(sent(ready, stock, device).papers[0].pdf)


def test_the_old_unit_is_refused_where_the_new_one_is_to_be_packed(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    replace_unit(ready, device.id, Spare(device_id=spare.id))
    with pytest.raises(ReplacedUnitStays, match=f"Scan {spare.serial}"):
        find_ready(ready, f"LB:D:{stock.made[0].serial}")
    assert find_ready(ready, spare.serial).id == device.id


def test_both_units_are_named_where_they_are_packed_together(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    replace_unit(ready, device.id, Spare(device_id=spare.id, old_unit=OldUnit.RETURNED))
    old = stock.made[0].serial
    assert find_ready(ready, old).id == find_ready(ready, spare.serial).id == device.id
    (line,) = leaving_lines(ready, stock.customer.id)
    assert line.serial == f"{spare.serial} + {old}"


def test_the_suspect_battery_of_a_unit_that_goes_back_beside_the_new_one_does_not_fly(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    note_battery(ready, device.id, BatteryState.SUSPECT)
    replace_unit(ready, device.id, Spare(device_id=spare.id, old_unit=OldUnit.RETURNED))
    with pytest.raises(BatteryMayNotFly, match=stock.made[0].serial):
        sent(ready, stock, device, by_air=True)


def test_a_move_within_the_house_is_taken_back_after_the_case_is_over(
    ready: Bench, stock: Stock, device: CaseDevice, spare: Device
) -> None:
    replace_unit(ready, device.id, Spare(device_id=spare.id))
    sent(ready, stock, device)
    put_on_shelf(ready, device.id, "LAB")
    moved = last_act(ready, device.case_id)
    assert moved is not None
    ready.store.execute("UPDATE repair_case SET state = 'closed'")
    undo(ready, moved.id)
    assert read(ready.store, CaseDevice, device.id).shelf == "A1"
