"""Two stations unpack one parcel: a scan shows what the other has done as well."""

from leghorn_bench.domain.origin import Origin
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.cases import Authorisation, authorise
from leghorn_bench.services.goods_lines import are_as_on_file, arrived_lines, awaited_lines
from leghorn_bench.services.parcels import note_condition
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.pages.receiving.parcel_view import ParcelView
from leghorn_bench.ui.widgets.big_counter import BigCounter
from tests.warehouse_scene import WarehouseScene


def page(scene: WarehouseScene) -> ReceivingPage:
    assert isinstance(scene.page, ReceivingPage)
    return scene.page


def counter(scene: WarehouseScene) -> str:
    return scene.page.findChildren(BigCounter)[0].accessibleName()


def parcel_id(scene: WarehouseScene) -> int:
    parcel = page(scene).parcel
    assert parcel is not None
    return parcel.id


def test_what_another_station_received_into_the_parcel_is_shown_with_the_next_scan(
    scene: WarehouseScene,
) -> None:
    units = scene.units(4)
    scene.announced(units)
    scene.scan(units[0].serial)
    scan_into_parcel(scene.bench, parcel_id(scene), units[1].serial)
    scene.scan(units[2].serial)
    assert page(scene).listed == [units[2].serial, units[1].serial, units[0].serial]
    assert counter(scene).startswith("3 / 4")


def test_what_is_announced_meanwhile_is_awaited_from_the_next_scan_on(
    scene: WarehouseScene,
) -> None:
    units = scene.units(3)
    scene.announced(units[:2])
    scene.scan(units[0].serial)
    scene.announced(units[2:])
    scene.scan(units[1].serial)
    assert counter(scene).startswith("2 / 3")


def test_a_case_that_is_authorised_meanwhile_is_held_no_more_from_the_next_scan_on(
    scene: WarehouseScene,
) -> None:
    units = scene.units(2)
    case = scene.announced(units, authorised=False)
    scene.scan(units[0].serial)
    assert "Held" in counter(scene)
    authorise(scene.bench, case.id, Authorisation(by="Rosa Esempio"))
    scene.scan(units[1].serial)
    assert "Held" not in counter(scene)


def test_a_scan_that_another_station_went_on_with_is_not_told_as_taken_back(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan(units[0].serial)
    assess(scene.bench, 1, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    scene.station.window.foot.message.undo()
    assert "later work rests on it" in scene.foot
    assert page(scene).listed == [units[0].serial]


def test_the_line_one_is_on_stays_when_another_station_notes_something_of_it(
    scene: WarehouseScene,
) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan(*(unit.serial for unit in units))
    table = page(scene).findChildren(ParcelView)[0].table
    table.view.selectRow(2)
    note_condition(scene.bench, 1, accessories=(), condition="Tagliato")
    page(scene).others_changed()
    line = table.current_row
    assert line is not None
    assert (line.serial, line.device.condition) == (units[0].serial, "Tagliato")


def test_lines_that_are_on_file_as_shown_are_not_read_again(scene: WarehouseScene) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan(units[0].serial, units[1].serial)
    parcel = page(scene).parcel
    assert parcel is not None
    arrived = arrived_lines(scene.bench, parcel.id)
    not_come = awaited_lines(scene.bench, parcel.customer_id)
    assert are_as_on_file(scene.bench, parcel, arrived, not_come)
    assert not are_as_on_file(scene.bench, parcel, arrived[1:], not_come)
    assert not are_as_on_file(scene.bench, parcel, arrived, [])
