"""The chip that names a state."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.badge import Chip


def test_a_chip_is_as_wide_as_its_word_also_after_a_longer_one(
    qtbot: QtBot, dressed: QApplication
) -> None:
    del dressed
    head, chip = QWidget(), Chip("check", "ready", Tone.OK)
    qtbot.addWidget(head)
    row = QHBoxLayout(head)
    row.addStretch(1)
    row.addWidget(chip)
    head.resize(600, 40)
    head.show()
    chip.show_state("lock", "the port is forbidden to you", Tone.STOP)
    qtbot.waitUntil(lambda: chip.width() > 200)  # pixels
    chip.show_state("check", "ready", Tone.OK)
    qtbot.waitUntil(lambda: chip.width() == chip.sizeHint().width())
