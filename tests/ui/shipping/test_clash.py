"""Two stations write about one parcel: nothing is overwritten unseen, and nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from leghorn_bench.services.leaving_goods import departure_of
from leghorn_bench.services.shipping import Departure, correct_departure, packing_parcels
from leghorn_bench.ui.pages.shipping.depart_dialog import DepartDialog
from leghorn_bench.ui.pages.shipping.departure_form import DepartureForm
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, repaired

MINE, THEIRS = "Record mine over it", "Take what is on file"


@pytest.fixture
def form(scene: WarehouseScene) -> DepartureForm:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    return scene.page.findChildren(DepartureForm)[0]


def field(form: DepartureForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def write(form: DepartureForm, name: str, text: str) -> None:
    field(form, name).setText(text)
    field(form, name).editingFinished.emit()


def on_file(scene: WarehouseScene) -> Departure:
    return departure_of(packing_parcels(scene.bench)[0])


def elsewhere(scene: WarehouseScene, **facts: object) -> None:
    """Another station, which does not tell this one, completes the parcel."""
    parcel = packing_parcels(scene.bench)[0]
    correct_departure(scene.bench, parcel.id, replace(departure_of(parcel), **facts))  # type: ignore[arg-type]


def test_what_another_station_changed_is_told_and_what_was_typed_stays(
    scene: WarehouseScene, form: DepartureForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova", weight_g=2500)
    write(form, "Carrier", "Vettore Demo")
    assert "Carrier: Corriere Prova; yours: Vettore Demo" in seen(form)
    assert "Weight, kg: 2.5" in seen(form)
    assert field(form, "Carrier").text() == "Vettore Demo"
    assert field(form, "Weight, kg").text() == "2.5"
    assert on_file(scene).carrier == "Corriere Prova"


def test_what_was_typed_is_recorded_over_it_once_the_person_says_so(
    scene: WarehouseScene, form: DepartureForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova", weight_g=2500)
    write(form, "Carrier", "Vettore Demo")
    write(form, "Note", "fragile")
    assert on_file(scene).note == ""
    press(form, MINE)
    assert on_file(scene) == Departure(carrier="Vettore Demo", weight_g=2500, note="fragile")
    assert MINE not in seen(form)


def test_what_is_on_file_is_taken_back_in_one_gesture(
    scene: WarehouseScene, form: DepartureForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    press(form, THEIRS)
    assert field(form, "Carrier").text() == "Corriere Prova"
    assert THEIRS not in seen(form)
    write(form, "Note", "fragile")
    assert on_file(scene) == Departure(carrier="Corriere Prova", note="fragile")


def test_what_was_typed_outlives_the_next_scan(scene: WarehouseScene, form: DepartureForm) -> None:
    more = scene.units(1)
    repaired(scene, more)
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    scene.scan(more[0].serial)
    assert field(form, "Carrier").text() == "Vettore Demo"
    assert MINE in seen(form)


def test_a_third_version_is_told_as_well(scene: WarehouseScene, form: DepartureForm) -> None:
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    elsewhere(scene, carrier="Spedizioni Esempio")
    press(form, MINE)
    assert "Carrier: Spedizioni Esempio; yours: Vettore Demo" in seen(form)
    press(form, MINE)
    assert on_file(scene).carrier == "Vettore Demo"


def test_the_same_words_at_both_stations_clash_with_nothing(
    scene: WarehouseScene, form: DepartureForm
) -> None:
    elsewhere(scene, carrier="Vettore Demo")
    write(form, "Carrier", "Vettore Demo")
    assert MINE not in seen(form)
    assert on_file(scene).carrier == "Vettore Demo"


def test_a_scan_records_what_is_being_typed(scene: WarehouseScene, form: DepartureForm) -> None:
    more = scene.units(1)
    repaired(scene, more)
    field(form, "Note").setText("fragile")  # the cursor is still in the field
    scene.scan(more[0].serial)
    assert field(form, "Note").text() == "fragile"
    assert on_file(scene).note == "fragile"


def test_a_parcel_does_not_leave_while_two_versions_wait_for_a_choice(
    scene: WarehouseScene, form: DepartureForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    press(scene.station.window, "Papers and departure…")
    assert "choose first which version stands" in seen(scene.page)
    assert not scene.station.window.findChildren(DepartDialog)
