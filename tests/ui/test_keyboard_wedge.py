"""Keyboard scanners in a real window: the field with the focus never receives a scan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.ui.keyboard_wedge import KeyboardWedge
from leghorn_bench.ui.scan_bus import Scan, ScanSource

NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Scene:
    def __init__(self, qtbot: QtBot) -> None:
        self.wedge = KeyboardWedge(WedgeSettings())
        self.scans: list[Scan] = []
        self.wedge.scan_heard.connect(self.scans.append)
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        qtbot.waitExposed(self.field)
        self.field.setFocus()
        self.now = 1000

    def type_keys(self, text: str, gap_ms: int, window: QWidget | None = None) -> None:
        for character in text:
            self.now += gap_ms
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_A
            self.press(key, character, window=window)

    def press(
        self,
        key: Qt.Key,
        text: str = "",
        held: Qt.KeyboardModifier = NOTHING,
        gap_ms: int = 0,
        window: QWidget | None = None,
    ) -> None:
        """Into the window of the field, or into ``window``."""
        self.now += gap_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent((window or self.field).windowHandle(), event)


@pytest.fixture
def scene(qtbot: QtBot, dressed: QApplication) -> Iterator[Scene]:
    made = Scene(qtbot)
    dressed.installEventFilter(made.wedge)
    yield made
    dressed.removeEventFilter(made.wedge)


def test_the_field_with_the_focus_never_receives_a_scan(scene: Scene) -> None:
    scene.type_keys("LGD-00004711\r", 4)
    assert scene.scans == [Scan("LGD-00004711", ScanSource.WEDGE)]
    assert scene.field.text() == ""


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen
def test_a_scan_while_a_list_is_open_is_a_scan_and_chooses_nothing(
    scene: Scene, qtbot: QtBot
) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.addItems(["Antenna", "Lock", "Display"])
    combo.show()
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    scene.type_keys("LGD-00004711\r", 4, combo.view().window())
    assert scene.scans == [Scan("LGD-00004711", ScanSource.WEDGE)]
    assert (combo.currentIndex(), combo.view().isVisible()) == (0, True)


def test_what_a_person_types_reaches_the_field_in_order(scene: Scene, qtbot: QtBot) -> None:
    scene.type_keys("Varco 12", 90)
    qtbot.waitUntil(lambda: scene.field.text() == "Varco 12")
    assert scene.scans == []


def test_a_single_key_reaches_the_field_without_another(scene: Scene, qtbot: QtBot) -> None:
    scene.type_keys("x", 90)
    qtbot.waitUntil(lambda: scene.field.text() == "x")


def test_a_scan_amid_typing_leaves_the_typing_whole(scene: Scene, qtbot: QtBot) -> None:
    scene.type_keys("ab", 90)
    scene.now += 200
    scene.type_keys("3074257BF7194E4000001A85\r", 3)
    scene.now += 200
    scene.type_keys("cd", 90)
    qtbot.waitUntil(lambda: scene.field.text() == "abcd")
    assert [scan.text for scan in scene.scans] == ["3074257BF7194E4000001A85"]


def test_a_slow_scanner_is_waited_for_between_its_keys_when_it_types_a_prefix(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.wedge.obey(WedgeSettings(prefix="~"))
    keys = iter("~LGD-4711\r")
    scanner = QTimer(interval=100)
    scanner.timeout.connect(lambda: scene.type_keys(next(keys, ""), 100))
    scanner.start()
    qtbot.waitUntil(lambda: bool(scene.scans))
    scanner.stop()
    assert [scan.text for scan in scene.scans] == ["LGD-4711"]
    assert scene.field.text() == ""


@pytest.mark.parametrize("last", [(Qt.Key.Key_J, "\n", CONTROL), (Qt.Key.Key_Enter, "\r", NOTHING)])
def test_a_second_key_at_the_end_of_a_scan_presses_nothing(
    scene: Scene, last: tuple[Qt.Key, str, Qt.KeyboardModifier]
) -> None:
    entered: list[bool] = []
    scene.field.returnPressed.connect(lambda: entered.append(True))
    scene.type_keys("LGD-00004711\r", 4)
    scene.press(*last, gap_ms=4)
    assert len(scene.scans) == 1
    assert entered == []


def test_a_line_feed_typed_with_control_ends_a_scan(scene: Scene) -> None:
    scene.type_keys("LGD-00004711", 4)
    scene.press(Qt.Key.Key_J, "\n", CONTROL, gap_ms=4)
    assert [scan.text for scan in scene.scans] == ["LGD-00004711"]


def test_keys_held_for_a_window_that_is_gone_are_dropped(scene: Scene) -> None:
    scene.type_keys("LG", 4)
    scene.field.destroy()
    scene.now += 500
    other = QLineEdit()
    other.show()
    scene.field = other
    scene.type_keys("x", 90)
    scene.wedge.obey(WedgeSettings())
    assert other.text() == "x"


@pytest.mark.parametrize(
    ("key", "text"),
    [(Qt.Key.Key_BracketRight, "\x1d"), (Qt.Key.Key_Plus, "+"), (Qt.Key.Key_Plus, "")],
)
def test_the_separator_that_a_scanner_types_with_control_is_kept_in_either_layout(
    scene: Scene, key: Qt.Key, text: str
) -> None:
    scene.type_keys("]C1010801234567890010A", 4)
    scene.press(Qt.Key.Key_Control, gap_ms=4)
    scene.press(key, text, CONTROL, gap_ms=4)
    scene.type_keys("21LGD4711\r", 4)
    assert [scan.text for scan in scene.scans] == ["]C1010801234567890010A\x1d21LGD4711"]
    assert scene.field.text() == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("LG-24'0117\r", "LG/24-0117"), ("+C101", "]C101"), ("LBçDçLGD'1\r", "LB:D:LGD-1")],
)
def test_what_a_scanner_types_as_a_us_keyboard_is_undone_in_every_scan(
    scene: Scene, typed: str, meant: str
) -> None:
    scene.wedge.obey(WedgeSettings(types_as_us=True, fewest_characters=2))
    scene.type_keys(typed.rstrip("\r") + "\r", 4)
    assert [scan.text for scan in scene.scans] == [meant]
    assert scene.field.text() == ""


def test_what_a_person_types_is_never_changed_by_the_scanners_layout(
    scene: Scene, qtbot: QtBot
) -> None:
    scene.wedge.obey(WedgeSettings(types_as_us=True))
    scene.type_keys("perché-no", 90)
    qtbot.waitUntil(lambda: scene.field.text() == "perché-no")
    assert scene.scans == []
