"""A recall shows at the scan of such a unit, before anybody has put it on the bench."""

from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.warehouse_scene import SOLD, WarehouseScene

RECALL = "Recall: put it aside, do not charge the battery."


def band(scene: WarehouseScene) -> VerdictBand:
    return scene.page.findChildren(VerdictBand)[0]


def test_a_recall_shows_when_the_unit_comes_out_of_its_parcel_and_for_no_other(
    scene: WarehouseScene,
) -> None:
    units = scene.units(2)
    scene.announced(units)
    first = units[0].serial
    keep_notice(
        scene.bench, Notice(text=RECALL, first_serial=first, last_serial=first, first_day=SOLD)
    )
    scene.scan(first)
    assert RECALL in band(scene).accessibleName()
    assert band(scene).property("tone") == "stop"
    scene.scan(units[1].serial)
    assert RECALL not in band(scene).accessibleName()
