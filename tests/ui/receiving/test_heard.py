"""What a scan into a parcel led to is heard, at the edge of what plays it."""

import pytest

from leghorn_bench.ui.sounds import Sound, SoundPlayer
from tests.warehouse_scene import WarehouseScene, repaired


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Sound]:
    """Every sound that was asked for."""
    asked: list[Sound] = []
    monkeypatch.setattr(SoundPlayer, "play", lambda _player, sound: asked.append(sound))
    return asked


def test_receiving_sounds_for_accepted_repeated_and_refused_scans(
    scene: WarehouseScene, heard: list[Sound]
) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan(units[0].serial)
    scene.scan(units[0].serial)
    scene.scan("LB:S:A3")
    assert heard == [Sound.ACCEPTED, Sound.REPEATED, Sound.REFUSED]


def test_packing_sounds_for_accepted_repeated_and_refused_scans(
    scene: WarehouseScene, heard: list[Sound]
) -> None:
    unit = scene.units(1)[0]
    repaired(scene, [unit])
    scene.open("shipping")
    for scanned in (unit.serial, unit.serial, scene.spare().serial):
        scene.scan(scanned)
    assert heard == [Sound.ACCEPTED, Sound.REPEATED, Sound.REFUSED]
