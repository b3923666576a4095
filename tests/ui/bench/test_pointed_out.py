"""What a technician should know shows at the scan: recalls, bad batches, and where a device is."""

from dataclasses import replace
from datetime import date, timedelta

from leghorn_bench.domain.records.cases import Parcel
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.work import RepairWork
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.store.records import add, save
from tests.ui.bench.conftest import NOW, STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import RECORD, choose_fault, open_case

SOLD = date(2026, 3, 14)


def of_batch(scene: Scene, serial: str) -> Device:
    unit = scene.unit(serial, SOLD)
    store = scene.station.store
    with store.transaction():
        return save(store, replace(unit, lot="L204"), STAMP)


def test_a_recall_shows_at_the_scan_of_its_serials_and_of_no_other(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    scene.unit("LGD-0002", SOLD)
    text = "Recall: change the shackle before anything else."
    recall = Notice(text=text, first_serial="LGD-0001", last_serial="LGD-0001", first_day=SOLD)
    keep_notice(scene.station.workplace.bench, recall)
    scene.scan("LGD-0001")
    assert text in seen(scene.page)
    scene.scan("LGD-0002")
    assert text not in seen(scene.page)


def test_equal_faults_of_a_batch_are_pointed_out(scene: Scene) -> None:
    for number in range(1, 4):
        of_batch(scene, f"LGD-000{number}")
        open_case(scene, f"LGD-000{number}")
        choose_fault(scene, "antenna")
        press(scene.station.window, RECORD)
    of_batch(scene, "LGD-0004")
    scene.scan("LGD-0004")
    told = "3 other units of batch L204 had the same fault in the last 30 days"
    assert told in seen(scene.page)


def test_a_shelf_scanned_after_a_device_takes_it_until_that_is_taken_back(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    assert "In goods acceptance" in seen(scene.page)
    scene.scan("LB:S:A3")
    assert "On shelf A3" in seen(scene.page)
    assert "The device is on shelf A3." in scene.station.window.foot.message.text
    scene.station.window.foot.message.undo()
    assert "In goods acceptance" in seen(scene.page)


def test_a_device_is_taken_in_hand_until_that_is_taken_back(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    press(scene.page, "Take it in hand")
    assert "On the bench (Ada Esempio)" in seen(scene.page)
    assert "Take it in hand" not in seen(scene.page)
    scene.station.window.foot.message.undo()
    assert "In goods acceptance" in seen(scene.page)


def test_a_spare_is_put_on_the_shelf_that_is_scanned(scene: Scene) -> None:
    scene.unit("LGD-0009")
    scene.scan("LGD-0009")
    scene.scan("LB:S:G2")
    assert "On shelf G2" in seen(scene.page)
    assert "Spare LGD-0009 is on shelf G2." in scene.station.window.foot.message.text


def test_a_shelf_scanned_before_any_device_moves_nothing(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    scene.page.go_back()
    scene.scan("LB:S:A3")
    assert "Scan a device" in scene.station.window.foot.message.text
    assert scene.station.store.row("SELECT shelf FROM case_device") == ("",)


def test_a_shelf_scanned_on_another_page_moves_nothing(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    scene.station.window.open_page("cases")
    scene.scan("LB:S:A3")
    assert scene.station.store.row("SELECT shelf FROM case_device") == ("",)


def test_a_unit_that_was_repaired_and_is_back_soon_says_both(scene: Scene) -> None:
    bench, store = scene.station.workplace.bench, scene.station.store
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    ((device_id, case_id),) = store.rows("SELECT id, case_id FROM case_device")
    with store.transaction():
        left = Parcel(direction="out", moved_at=NOW - timedelta(days=20))
        left = add(store, left, bench.stamp())
        work = RepairWork(
            case_device_id=device_id, done="Antenna changed", worked_at=NOW, worked_by="ada"
        )
        add(store, work, bench.stamp())
        store.execute(
            "UPDATE case_device SET state = 'shipped', parcel_out_id = ? WHERE id = ?",
            (left.id, device_id),
        )
        store.execute("UPDATE repair_case SET state = 'closed' WHERE id = ?", (case_id,))
    scene.scan("LGD-0001")
    told = seen(scene.page)
    assert "Back 20 days after it left on 2 Nov 2026 (case 2026-00001)." in told
    assert "Repaired once before, in case 2026-00001: Antenna changed" in told
