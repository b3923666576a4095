"""Two stations write about one parcel that came in: nothing is overwritten unseen."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from leghorn_bench.domain.money import Money
from leghorn_bench.services.parcels import Arrival, arrival_of, correct_parcel, open_parcels
from leghorn_bench.ui.pages.receiving.parcel_form import ParcelForm
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene

MINE, THEIRS = "Record mine over it", "Take what is on file"


@pytest.fixture
def form(scene: WarehouseScene) -> ParcelForm:
    scene.scan("1Z999DEMO")
    return scene.page.findChildren(ParcelForm)[0]


def field(form: ParcelForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def write(form: ParcelForm, name: str, text: str) -> None:
    field(form, name).setText(text)
    field(form, name).editingFinished.emit()


def on_file(scene: WarehouseScene) -> Arrival:
    return arrival_of(open_parcels(scene.bench)[0])


def elsewhere(scene: WarehouseScene, **facts: object) -> None:
    """Another station, which does not tell this one, completes the parcel."""
    parcel = open_parcels(scene.bench)[0]
    correct_parcel(scene.bench, parcel.id, replace(arrival_of(parcel), **facts))  # type: ignore[arg-type]


def test_what_another_station_wrote_of_the_parcel_is_told_and_what_was_typed_stays(
    scene: WarehouseScene, form: ParcelForm
) -> None:
    elsewhere(
        scene,
        carrier="Corriere Prova",
        cost=Money.of("12.50"),
        paid_by="customer",
        customer_id=scene.customer.id,
    )
    write(form, "Carrier", "Vettore Demo")
    told = seen(form)
    assert "Carrier: Corriere Prova; yours: Vettore Demo" in told
    assert "Cost, €: 12.50" in told
    assert "Paid by: the customer" in told
    assert "Customer: Porto Esempio S.p.A., Genova (GE)" in told
    assert field(form, "Carrier").text() == "Vettore Demo"
    assert on_file(scene).carrier == "Corriere Prova"


def test_mine_is_recorded_over_theirs_once_the_person_says_so_and_a_scan_loses_nothing(
    scene: WarehouseScene, form: ParcelForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova", note="bagnato")
    write(form, "Carrier", "Vettore Demo")
    scene.scan(scene.units(1)[0].serial)
    assert field(form, "Carrier").text() == "Vettore Demo"
    press(form, MINE)
    assert (on_file(scene).carrier, on_file(scene).note) == ("Vettore Demo", "bagnato")
    assert on_file(scene).customer_id == scene.customer.id  # as the scanned device has told
    assert MINE not in seen(form)


def test_theirs_is_taken_in_one_gesture(scene: WarehouseScene, form: ParcelForm) -> None:
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    press(form, THEIRS)
    assert field(form, "Carrier").text() == "Corriere Prova"
    write(form, "Note", "bagnato")
    assert (on_file(scene).carrier, on_file(scene).note) == ("Corriere Prova", "bagnato")


def test_a_scan_records_what_is_being_typed(scene: WarehouseScene, form: ParcelForm) -> None:
    field(form, "Note").setText("bagnato")  # the cursor is still in the field
    scene.scan(scene.units(1)[0].serial)
    assert field(form, "Note").text() == "bagnato"
    assert on_file(scene).note == "bagnato"


def test_a_parcel_is_not_closed_while_two_versions_wait_for_a_choice(
    scene: WarehouseScene, form: ParcelForm
) -> None:
    elsewhere(scene, carrier="Corriere Prova")
    write(form, "Carrier", "Vettore Demo")
    press(scene.station.window, "Close the parcel")
    assert "choose first which version stands" in seen(scene.page)
    assert len(open_parcels(scene.bench)) == 1


def test_a_sender_that_is_typed_is_kept_as_soon_as_the_field_is_left(
    scene: WarehouseScene, form: ParcelForm
) -> None:
    write(form, "Sender, if another", "Magazzino Esempio, Pisa")
    assert on_file(scene).sender == "Magazzino Esempio, Pisa"
