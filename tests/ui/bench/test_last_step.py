"""The last step on the device at the bench is taken back from its history, or says why not."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.store.records import read
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_unit_history import stock

__all__ = ["stock"]
SOLD = date(2026, 3, 14)


def on_shelves(scene: Scene, stock: Stock, *shelves: str, hours: float = 0) -> CaseDevice:
    """A device of a case on the desk, carried from shelf to shelf."""
    _case, (device,), _parcel = received(stock.bench, stock, [stock.unit(SOLD)])
    bench = Bench(stock.bench.store, stock.bench.operator, lambda: NOW + timedelta(hours=hours))
    for shelf in shelves:
        device = put_on_shelf(bench, device.id, shelf)
    scene.scan(stock.made[0].serial)
    return device


def shelf_of(scene: Scene, device: CaseDevice) -> str:
    return read(scene.station.store, CaseDevice, device.id).shelf


def undo_key(scene: Scene, qtbot: QtBot) -> str:
    window = scene.station.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return window.foot.message.text


def test_the_newest_step_on_the_device_is_taken_back_from_its_history(
    scene: Scene, stock: Stock
) -> None:
    device = on_shelves(scene, stock, "A3", "B1", hours=-20)
    press(scene.page, "Undo: Moved: B1")
    assert shelf_of(scene, device) == "A3"
    assert "Moved: B1 (taken back)" in seen(scene.page)
    assert scene.station.window.foot.message.text == "Taken back: Moved: B1."
    press(scene.page, "Undo: Moved: A3")
    assert shelf_of(scene, device) == ""


def test_ctrl_z_takes_back_the_last_step_on_the_device_on_the_desk(
    scene: Scene, stock: Stock, qtbot: QtBot
) -> None:
    device = on_shelves(scene, stock, "A3")
    assert undo_key(scene, qtbot) == "Taken back: Moved: A3."
    assert shelf_of(scene, device) == ""


def test_ctrl_z_names_a_step_of_hours_ago_before_it_takes_it_back(
    scene: Scene, stock: Stock, qtbot: QtBot
) -> None:
    device = on_shelves(scene, stock, "A3", hours=-3)
    assert undo_key(scene, qtbot).startswith("The last step here: Moved: A3, by Ada Esempio, ")
    assert shelf_of(scene, device) == "A3"
    assert undo_key(scene, qtbot) == "Taken back: Moved: A3."


def test_ctrl_z_on_an_empty_bench_says_nothing_and_on_a_new_device_that_nothing_was_done(
    scene: Scene, qtbot: QtBot
) -> None:
    before = scene.station.window.foot.message.text
    assert undo_key(scene, qtbot) == before
    scene.unit("LGD-0077", SOLD)
    scene.scan("LGD-0077")
    assert undo_key(scene, qtbot) == "Nothing was done here that could be undone."


def test_ctrl_z_takes_back_the_last_step_on_a_device_that_nobody_knows(
    scene: Scene, stock: Stock, qtbot: QtBot
) -> None:

    parcel = begin_parcel(stock.bench, Arrival(customer_id=stock.customer.id))
    device = scan_into_parcel(stock.bench, parcel.id, "ZZ-9").device
    assert device is not None
    put_on_shelf(stock.bench, device.id, "A3")
    scene.scan("ZZ-9")
    assert undo_key(scene, qtbot) == "Taken back: Moved: A3."


def test_a_shipment_is_reversed_from_the_history_by_annulling_its_paper(
    scene: Scene, stock: Stock
) -> None:
    _case, (device,), _parcel = received(stock.bench, stock, [stock.unit(SOLD)])
    shipped(stock.bench, stock, [repaired(stock.bench, device)])
    scene.scan(stock.made[0].serial)
    assert "Transport document 2026/00001 has its number" in seen(scene.page)
    press(scene.page, "Annul Transport document 2026/00001")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("wrong carrier")
    press(dialog, "Annul the paper")
    assert read(scene.station.store, CaseDevice, device.id).state == "ready"
    press(scene.page, "Undo: Packed")


@pytest.mark.usefixtures("stock")
def test_a_unit_that_was_in_no_case_offers_no_way_back(scene: Scene) -> None:
    scene.unit("LGD-0077", SOLD)
    scene.scan("LGD-0077")
    assert "Undo" not in seen(scene.page)


def test_after_a_serial_was_typed_ctrl_z_is_the_last_step_s_and_not_the_field_s(
    scene: Scene, stock: Stock, qtbot: QtBot
) -> None:
    device = on_shelves(scene, stock, "A3", "B1")
    window, field = scene.station.window, scene.station.window.top.scan_field
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, stock.made[0].serial, delay=60)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert shelf_of(scene, device) == "A3"
    assert window.foot.message.text == "Taken back: Moved: B1."
