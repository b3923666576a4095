"""A recall shows at the scan of such a unit, before anybody has put it on the bench."""

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QTableView

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.stepping import take_step
from leghorn_bench.ui.models.paged import ICON_ROLE, TONE_ROLE
from leghorn_bench.ui.sounds import Sound, SoundPlayer
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press
from tests.warehouse_scene import SOLD, WarehouseScene, received, repaired

RECALL = "Recall: put it aside, do not charge the battery."


def recalled(scene: WarehouseScene, unit: Device) -> None:
    """The house has a notice on this one unit."""
    one = unit.serial
    keep_notice(scene.bench, Notice(text=RECALL, first_serial=one, last_serial=one, first_day=SOLD))


def band(scene: WarehouseScene) -> VerdictBand:
    return scene.page.findChildren(VerdictBand)[0]


def test_a_recall_shows_when_the_unit_comes_out_of_its_parcel_and_for_no_other(
    scene: WarehouseScene,
) -> None:
    units = scene.units(2)
    scene.announced(units)
    recalled(scene, units[0])
    scene.scan(units[0].serial)
    assert RECALL in band(scene).accessibleName()
    assert band(scene).property("tone") == "stop"
    scene.scan(units[1].serial)
    assert RECALL not in band(scene).accessibleName()


def model(scene: WarehouseScene) -> QAbstractItemModel:
    (table,) = [one for one in scene.page.findChildren(QTableView) if one.isVisible()]
    return table.model()


def words_of(scene: WarehouseScene, row: int) -> list[str]:
    found = model(scene)
    return [str(found.index(row, column).data()) for column in range(found.columnCount())]


def test_a_recall_stays_on_the_line_of_the_unit_and_is_counted(scene: WarehouseScene) -> None:
    units = scene.units(2)
    scene.announced(units)
    recalled(scene, units[0])
    scene.scan(units[0].serial, units[1].serial)
    told = words_of(scene, 1)
    assert told[1] == "Announced · notice"
    assert told[3].startswith(RECALL)
    assert model(scene).index(1, 0).data(ICON_ROLE) == "alert-octagon"
    assert model(scene).index(1, 0).data(TONE_ROLE) == Tone.STOP
    assert "notice" not in words_of(scene, 0)[1]
    press(scene.station.window, "1 with a notice")
    assert model(scene).rowCount() == 1


def test_a_recall_is_heard_when_it_is_received_and_when_its_label_is_confirmed(
    scene: WarehouseScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Sound] = []
    monkeypatch.setattr(SoundPlayer, "play", lambda _player, sound: heard.append(sound))
    units = scene.units(2)
    scene.announced(units)
    recalled(scene, units[0])
    scene.scan(units[0].serial, units[1].serial, f"LB:D:{units[0].serial}")
    assert heard == [Sound.REFUSED, Sound.ACCEPTED, Sound.REFUSED]
    assert RECALL in band(scene).accessibleName()
    assert "Label confirmed" in band(scene).accessibleName()


def test_a_recall_shows_when_the_unit_is_packed_and_as_long_as_it_lies_in_the_parcel(
    scene: WarehouseScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Sound] = []
    units = scene.units(2)
    repaired(scene, units)
    recalled(scene, units[0])
    monkeypatch.setattr(SoundPlayer, "play", lambda _player, sound: heard.append(sound))
    scene.open("shipping")
    scene.scan(units[0].serial, units[1].serial)
    assert heard == [Sound.REFUSED, Sound.ACCEPTED]
    assert f"{units[0].serial}: {RECALL}" in band(scene).accessibleName()
    assert "At our expense" in band(scene).accessibleName()
    assert RECALL in words_of(scene, 1)[2]
    assert RECALL not in words_of(scene, 0)[2]


def test_the_recall_that_counts_is_that_of_the_unit_which_leaves(scene: WarehouseScene) -> None:
    old, spare = scene.units(1)[0], scene.spare()
    (device,) = received(scene, [old])
    assess(scene.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    take_step(scene.bench, device.id, DeviceStep.REPLACE_FREE)
    recalled(scene, old)
    replace_unit(scene.bench, device.id, Spare(device_id=spare.id))
    scene.open("shipping")
    scene.scan(spare.serial)
    assert RECALL not in band(scene).accessibleName()
    recalled(scene, spare)
    scene.page.came_to_front()
    assert RECALL in words_of(scene, 0)[2]
