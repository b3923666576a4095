"""The empty bench lists what waits, the most urgent first; each opens from there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from leghorn_bench.services.house_lists import HouseEntry, HouseList, save_entry
from leghorn_bench.ui.frame.top_bar import ReaderShown
from leghorn_bench.ui.tokens import Tone
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import seen
from tests.ui.bench.test_case import choose_fault, open_case

SOLD = date(2026, 3, 14)


def table(scene: Scene) -> QTableView:
    return next(view for view in scene.page.findChildren(QTableView) if view.isVisible())


def rows(scene: Scene) -> list[tuple[str, str]]:
    """Serial number and waiting time of each line."""
    model = table(scene).model()
    last = model.columnCount() - 1
    return [
        (str(model.index(row, 0).data()), str(model.index(row, last).data()))
        for row in range(model.rowCount())
    ]


def received(scene: Scene, serial: str, day: date) -> None:
    scene.unit(serial, SOLD)
    open_case(scene, serial)
    store = scene.station.store
    with store.transaction():
        store.execute(
            "UPDATE case_device SET received_on = ? WHERE scanned = ?", (day.isoformat(), serial)
        )


def test_an_empty_queue_says_so(scene: Scene, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Nothing waits on the bench" in seen(scene.page))


def test_what_came_first_leads_and_late_devices_are_counted(scene: Scene) -> None:
    received(scene, "LGD-0001", date(2026, 11, 22))
    received(scene, "LGD-0002", date(2026, 11, 10))
    received(scene, "LGD-0003", date(2026, 11, 20))
    scene.page.go_back()
    told = [("LGD-0002", "12 days"), ("LGD-0003", "2 days"), ("LGD-0001", "today")]
    assert rows(scene) == told
    assert "1 late" in seen(scene.page)


def test_enter_and_a_click_open_the_device(scene: Scene, qtbot: QtBot) -> None:
    received(scene, "LGD-0001", date(2026, 11, 10))
    received(scene, "LGD-0002", date(2026, 11, 20))
    scene.page.go_back()
    view = table(scene)
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "Case 2026-00001" in seen(scene.page)
    scene.page.go_back()
    place = table(scene).visualRect(table(scene).model().index(1, 0)).center()
    qtbot.mouseClick(table(scene).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "Case 2026-00002" in seen(scene.page)


def test_the_queue_is_still_there_in_another_language(scene: Scene, qtbot: QtBot) -> None:
    received(scene, "LGD-0001", date(2026, 11, 10))
    scene.page.go_back()
    scene.station.speak("it")
    qtbot.waitUntil(lambda: "In attesa al banco" in seen(scene.page))
    assert rows(scene) == [("LGD-0001", "12 giorni")]


def test_an_empty_bench_says_whether_the_reader_hears(scene: Scene) -> None:
    scene.station.window.show_reader(ReaderShown("M100 COM4", "ready", Tone.OK, "circle-check"))
    assert "M100 COM4 · ready" in seen(scene.page)
    scene.station.window.show_reader(ReaderShown("", "no reader", Tone.PAY))
    told = seen(scene.page)
    assert "M100" not in told
    assert "no reader" in told


def test_the_bench_offers_what_the_house_has_added_to_its_lists(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    bench, window = scene.station.workplace.bench, scene.station.window
    rust = HouseEntry(code="rust", it="Ruggine", en="Rust")
    save_entry(bench, HouseList.FAULTS, rust)
    window.open_page("settings")
    window.open_page("bench")
    choose_fault(scene, "rust")
    assert scene.page.desk.handling.side.assessment.draft.found_code == "rust"
