"""The frame: pages, scans, keys, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.frame.top_bar import OperatorShown, ReaderShown
from leghorn_bench.ui.page import Page, PageEntry, Said
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow
from tests.ui.bench.seeing import seen


class Listening(Page):
    built: list["Listening"]

    def __init__(self, *, takes: bool) -> None:
        super().__init__()
        self.takes = takes
        self.scans: list[Scan] = []
        self.subjects: list[object] = []
        self.done = 0
        self.primary = QAction("Close parcel", self)
        self.primary.triggered.connect(self._do)

    def take_scan(self, scan: Scan) -> bool:
        self.scans.append(scan)
        return self.takes

    def show_subject(self, subject: object) -> None:
        self.subjects.append(subject)

    def _do(self) -> None:
        self.done += 1


class Scene:
    def __init__(self, qtbot: QtBot) -> None:
        self.bench: list[Listening] = []
        self.parcels: list[Listening] = []
        self.window = BenchWindow(
            [
                PageEntry("bench", "Bench", "scan", lambda: self._build(self.bench)),
                PageEntry("parcels", "Parcels", "package", lambda: self._build(self.parcels)),
            ],
            OperatorShown("Mario Rossi", "technician"),
            card_page="bench",
            reader_page="parcels",
        )
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _build(self, pages: list[Listening]) -> Listening:
        pages.append(Listening(takes=pages is self.bench))
        return pages[-1]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def test_a_page_is_built_when_it_is_first_opened_and_only_once(scene: Scene) -> None:
    assert (len(scene.bench), len(scene.parcels)) == (1, 0)
    scene.window.open_page("parcels")
    scene.window.open_page("bench")
    scene.window.open_page("parcels")
    assert (len(scene.bench), len(scene.parcels)) == (1, 1)


def test_the_window_opens_ready_to_type_a_scan(scene: Scene, qtbot: QtBot) -> None:
    field = scene.window.top.scan_field
    qtbot.keyClicks(field, "LGD-00004711")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert scene.bench[0].scans == [Scan("LGD-00004711", ScanSource.FIELD)]
    assert field.text() == ""


def test_a_scan_nobody_takes_opens_the_card_with_the_scan(scene: Scene) -> None:
    scene.window.open_page("parcels")
    scan = Scan("LGD-00004711", ScanSource.READER)
    scene.window.submit_scan(scan)
    assert scene.window.front_page() is scene.bench[0]
    assert scene.bench[0].subjects == [scan]


def test_a_scan_during_a_dialog_is_announced_and_delivered_when_it_closes(
    scene: Scene, qtbot: QtBot
) -> None:
    dialog = QDialog(scene.window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    scene.window.submit_scan(Scan("LGD-00004711", ScanSource.READER))
    assert "LGD-00004711 waits" in scene.window.foot.message.text
    assert scene.bench[0].scans == []
    dialog.close()
    qtbot.waitUntil(lambda: len(scene.bench[0].scans) == 1)


def test_undo_takes_back_what_the_foot_tells_once(scene: Scene, qtbot: QtBot) -> None:
    taken_back: list[str] = []
    scene.bench[0].said.emit(Said("Case opened.", lambda: taken_back.append("case")))
    assert scene.window.foot.message.text == "Case opened."
    qtbot.keyClick(scene.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(scene.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken_back == ["case"]
    assert scene.window.foot.message.text == ""


def test_control_enter_does_the_primary_action_unless_it_is_disabled(
    scene: Scene, qtbot: QtBot
) -> None:
    page = scene.bench[0]
    qtbot.keyClick(scene.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.done == 1
    assert page.primary is not None
    page.primary.setEnabled(False)
    qtbot.keyClick(scene.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.done == 1


def test_escape_goes_back_to_the_page_one_came_from(scene: Scene, qtbot: QtBot) -> None:
    scene.window.open_page("parcels")
    qtbot.keyClick(scene.window, Qt.Key.Key_Escape)
    assert scene.window.front_page() is scene.bench[0]
    qtbot.keyClick(scene.window, Qt.Key.Key_Escape)
    assert scene.window.top.scan_field.hasFocus()


def test_control_and_a_digit_opens_a_page(scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(scene.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert scene.window.front_page() is scene.parcels[0]


def test_a_reader_with_a_long_name_leaves_the_scan_field_its_room(
    scene: Scene, qtbot: QtBot
) -> None:
    name = "Fixed industrial reader with eight antennas and a long name, Livorno ttyUSB0"
    scene.window.resize(1024, 700)
    scene.window.show_reader(ReaderShown(name, "port in use", Tone.STOP))
    top = scene.window.top
    qtbot.waitUntil(lambda: top.scan_field.width() > top.reader.width())
    assert "ttyUSB0" in seen(top.reader)
    assert top.reader.accessibleName() == f"{name}, port in use"
    assert name in top.reader.toolTip()


def test_the_reader_state_is_read_out_and_opens_its_page(scene: Scene, qtbot: QtBot) -> None:
    scene.window.show_reader(ReaderShown("M100 COM4", "ready", Tone.OK))
    button = scene.window.top.reader
    assert button.accessibleName() == "M100 COM4, ready"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert scene.window.front_page() is scene.parcels[0]
