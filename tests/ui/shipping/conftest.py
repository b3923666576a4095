"""The warehouse's station with its shipping page in front."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.warehouse_scene import WarehouseScene, warehouse_scene


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WarehouseScene]:
    with warehouse_scene(qtbot, qapp, tmp_path) as made:
        made.open("shipping")
        yield made
