"""What happened, where there is much room and where there is little."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.widgets.timeline import Happening, Timeline

PACKED = Happening("20/11/2026 00:07", "Packed: LGD-0001", who="Mara Magazzini (demo)")


@pytest.mark.parametrize(
    ("wide", "told"),
    [
        (420, ["20/11/2026 00:07", "Packed: LGD-0001  ·  Mara Magazzini (demo)"]),
        (640, ["20/11/2026 00:07", "Packed: LGD-0001", "Mara Magazzini (demo)"]),
    ],
)
def test_a_name_takes_a_column_only_where_there_is_room(
    qtbot: QtBot, dressed: QApplication, wide: int, told: list[str]
) -> None:
    del dressed
    timeline = Timeline([PACKED])
    qtbot.addWidget(timeline)
    timeline.show()
    for width in (640, 420, wide):
        timeline.resize(width, 80)
    labels = [label for label in timeline.findChildren(QLabel) if label.isVisible()]
    shown = [label.text().replace("\u200b", "") for label in labels]
    assert [one for one in shown if one] == told
