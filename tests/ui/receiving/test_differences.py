"""Each way in which a parcel differs from what was announced has its own words, and its list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.services.parcels import Arrival, begin_parcel, contents, open_parcels
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.ui.frame.foot import ActionButton
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.tokens import TALL_TARGET
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.services.printers import LabelPrinterOnSocket, on_socket
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene

__all__ = ["on_socket"]


def page_of(scene: WarehouseScene) -> ReceivingPage:
    assert isinstance(scene.page, ReceivingPage)
    return scene.page


def band(scene: WarehouseScene) -> str:
    return scene.page.findChildren(VerdictBand)[0].accessibleName()


def here_already(scene: WarehouseScene) -> str:
    """The serial of a device that came in an earlier parcel."""
    units = scene.units(1)
    scene.announced(units)
    earlier = begin_parcel(scene.bench, Arrival(customer_id=scene.customer.id))
    scan_into_parcel(scene.bench, earlier.id, units[0].serial)
    return units[0].serial


def test_every_difference_is_counted_and_lists_its_own_on_a_click(scene: WarehouseScene) -> None:
    stranger = here_already(scene)
    units = scene.units(3)
    scene.announced(units[:2])
    (foreign,) = scene.units(1, scene.another_customer())
    scene.scan("1Z999DEMO", units[0].serial, units[2].serial, foreign.serial, "XX-9", stranger)
    for chip, listed in (
        ("1 missing", units[1].serial),
        ("1 extra", units[2].serial),
        ("1 unknown", "XX-9"),
        ("1 sold to others", foreign.serial),
        ("1 in another case", stranger),
    ):
        press(scene.page, chip)
        assert page_of(scene).listed == [listed]
    press(scene.station.window, "Close the parcel")
    told = "4 devices received, 1 missing, 1 extra, 1 unknown, 1 sold to others, 1 in another case."
    assert told in band(scene)


def test_the_counter_counts_what_was_announced_and_tells_in_words_what_was_not(
    scene: WarehouseScene,
) -> None:
    units = scene.units(3)
    scene.announced(units[:2])
    scene.scan("1Z999DEMO", units[0].serial)
    counter = scene.page.findChildren(BigCounter)[0]
    assert counter.accessibleName() == "1 / 2 announced devices found"
    scene.scan(units[2].serial, "XX-9", f"LB:D:{units[0].serial}")
    assert counter.accessibleName() == (
        "1 / 2 announced devices found, and 2 that nobody announced\n1 label confirmed"
    )


def test_a_device_of_another_case_is_named_with_its_case_and_cannot_be_noted(
    scene: WarehouseScene,
) -> None:
    stranger = here_already(scene)
    scene.scan("1Z999DEMO", stranger)
    assert "In another open case" in band(scene)
    press(scene.page, "1 in another case")
    table = next(one for one in scene.page.findChildren(QTableView) if one.isVisible())
    assert table.model().index(0, 1).data() == "In case 2026-00001"
    buttons = scene.page.findChildren(QAbstractButton)
    accessories = next(one for one in buttons if one.text() == "Accessories (A)")
    assert not accessories.isEnabled()


@pytest.mark.parametrize("label", ["LB:C:2026-00001", "LB:S:A1", "LB:Q:7", "LB:P:99"])
def test_a_label_of_the_house_begins_no_parcel(scene: WarehouseScene, label: str) -> None:
    scene.announced([])
    scene.scan(label)
    assert open_parcels(scene.bench) == []


def test_what_is_no_device_is_refused_in_the_words_of_the_reader(scene: WarehouseScene) -> None:
    scene.station.speak("it")
    scene.scan("1Z999DEMO", "LB:S:A1")
    assert "LB:S:A1 non è un dispositivo (etichetta di uno scaffale)" in band(scene)


def test_in_the_smallest_window_nothing_scrolls_sideways(scene: WarehouseScene) -> None:
    scene.station.window.resize(1024, 640)
    units = scene.units(2)
    scene.announced(units[:1])
    scene.scan("1Z999AA10123456784", units[0].serial, "XX-9", units[1].serial)
    QApplication.processEvents()
    areas = [one for one in scene.page.findChildren(QAbstractScrollArea) if one.isVisible()]
    assert [one.horizontalScrollBar().maximum() for one in areas] == [0] * len(areas)
    assert scene.station.window.size().toTuple() == (1024, 640)
    assert "Demo RFID seal\nNobody announced it" in band(scene)


def test_all_that_is_pressed_at_the_foot_can_be_hit_with_gloves(scene: WarehouseScene) -> None:
    scene.scan("1Z999DEMO", scene.units(1)[0].serial)
    foot = scene.station.window.foot
    scene.station.window.resize(scene.station.window.minimumSize())
    foot.printing.show_progress(120, 1000)
    assert seen(foot)
    buttons = [one for one in foot.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) == 4
    assert min(one.height() for one in buttons) >= TALL_TARGET
    scene.open("cases")
    assert seen(foot)
    (primary,) = [one for one in foot.findChildren(ActionButton) if one.isVisible()]
    assert primary.height() < TALL_TARGET


@pytest.mark.slow
def test_forty_devices_are_received_and_labelled_with_scans_and_two_keys(
    scene: WarehouseScene, qtbot: QtBot, on_socket: LabelPrinterOnSocket
) -> None:
    # Given forty seals that were announced, and a printer of labels
    scene.announced(units := scene.units(40))
    printer = LabelPrinter("Zebra", "zpl-socket", on_socket.address)
    choices = {"device_label": PrinterChoice("Zebra")}
    scene.station.keep(
        BenchSettings(language="en", sounds=False, printers=choices, label_printers=(printer,))
    )
    window = scene.station.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    # When the waybill and the seals are scanned, one key prints all labels, each is scanned ...
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    qtbot.keyClick(focused(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    scene.scan(*(f"LB:D:{unit.serial}" for unit in units))
    parcel = page_of(scene).parcel
    assert parcel is not None

    # ... and another closes the parcel, then all are here, and labelled
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    inside = contents(scene.bench, parcel.id)
    assert (len(inside), all(labelled(one) for one in inside)) == (40, True)
    assert "Parcel closed. 40 devices received." in band(scene)
    qtbot.waitUntil(lambda: on_socket.swallowed.count(b"^XA") == 40)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def labelled(device: CaseDevice) -> bool:
    return device.labelled_at is not None
