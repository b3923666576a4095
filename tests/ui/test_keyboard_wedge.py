"""Keyboard scanners in a real window: the field with the focus never receives a scan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.ui.keyboard_wedge import KeyboardWedge
from leghorn_bench.ui.scan_bus import Scan, ScanSource


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

    def type_keys(self, text: str, gap_ms: int) -> None:
        for character in text:
            self.now += gap_ms
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_A
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                event.setTimestamp(self.now)
                QCoreApplication.sendEvent(self.field.windowHandle(), event)


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
