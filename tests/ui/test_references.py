"""A guard against PySide6 6.12.0 on Python 3.11, which steals references and then aborts."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class Scanned(QObject):
    told = Signal(bool)


def test_a_thousand_calls_and_signals_steal_no_reference(qtbot: QtBot) -> None:
    label, scanned = QLabel(), Scanned()
    qtbot.addWidget(label)
    scanned.told.connect(label.setEnabled)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1000):
        label.setText("LGD-00004711")
        label.parent()
        scanned.told.emit(True)
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert abs(after[0] - before[0]) < 50
    assert abs(after[1] - before[1]) < 50
