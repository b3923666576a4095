"""A battery that nobody looked at is looked at before its parcel flies, in one gesture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.services.shipping import packed, packing_parcels
from leghorn_bench.ui.pages.shipping.battery_dialog import BatteryDialog
from leghorn_bench.ui.pages.shipping.depart_dialog import DepartDialog
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, repaired


def air(scene: WarehouseScene) -> QCheckBox:
    return next(one for one in scene.page.findChildren(QCheckBox) if one.isVisible())


def band(scene: WarehouseScene) -> str:
    return scene.page.findChildren(VerdictBand)[0].accessibleName()


def asked(scene: WarehouseScene) -> BatteryDialog:
    (dialog,) = [one for one in scene.station.window.findChildren(BatteryDialog) if one.isVisible()]
    return dialog


def by_air(scene: WarehouseScene) -> bool:
    return packing_parcels(scene.bench)[0].by_air


def test_a_parcel_flies_once_somebody_has_said_how_its_batteries_were_found(
    scene: WarehouseScene, qtbot: QtBot
) -> None:
    units = scene.units(2)
    repaired(scene, units)
    scene.scan(units[0].serial, units[1].serial)
    air(scene).click()
    assert not by_air(scene)
    assert not air(scene).isChecked()
    dialog = asked(scene)
    assert "How were the 2 batteries found?" in seen(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: by_air(scene))  # a key alone is held until it is no scanner's
    assert air(scene).isChecked()
    states = {one.battery for one in packed(scene.bench, packing_parcels(scene.bench)[0].id)}
    assert states == {BatteryState.SOUND.value}


def test_a_battery_that_is_then_found_suspect_stays_on_the_ground(scene: WarehouseScene) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    air(scene).click()
    press(asked(scene), "Battery suspect (2)")
    assert "Send it by road" in band(scene)
    assert not by_air(scene)


@pytest.mark.parametrize("looks", [True, False])
def test_a_device_scanned_into_a_parcel_that_flies_is_packed_once_its_battery_was_looked_at(
    scene: WarehouseScene, *, looks: bool
) -> None:
    units = scene.units(2)
    repaired(scene, units)
    scene.scan(units[0].serial)
    air(scene).click()
    press(asked(scene), "Battery sound (1)")
    scene.scan(units[1].serial)
    press(asked(scene), "Battery removed (4)" if looks else "Close without recording")
    inside = packed(scene.bench, packing_parcels(scene.bench)[0].id)
    assert len(inside) == 1 + looks


def test_what_was_never_looked_at_is_asked_for_at_the_papers_of_a_parcel_that_flies(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    scene.station.store.execute("UPDATE parcel SET by_air = 1")
    press(scene.station.window, "Papers and departure…")
    (papers,) = scene.station.window.findChildren(DepartDialog)
    assert "counts as damaged" in seen(papers)
    press(papers, "Record how it was found…")
    press(asked(scene), "Battery sound (1)")
    assert papers.sheets
    papers.reject()
