"""Journeys stand on the made-up bench of the services' tests, or on the window of the warehouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import UNNUMBERED, PaperKind
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.texts.screen import speak
from tests.journeys.pictures import Album, language, theme
from tests.journeys.walk import Walk
from tests.services.conftest import Clock, bench, chief, clock, ready, stock
from tests.services.printers import LabelPrinterOnSocket, on_socket
from tests.ui.bench.conftest import begin, scene
from tests.ui.bench.on_wire import on_wire
from tests.ui.conftest import dressed
from tests.warehouse_scene import warehouse_scene

__all__ = [
    "begin",
    "bench",
    "chief",
    "clock",
    "dressed",
    "on_socket",
    "on_wire",
    "ready",
    "scene",
    "stock",
]

PRINTED = tuple(kind.value for kind in PaperKind if kind not in UNNUMBERED)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """The folder in which every paper that is printed is saved as well."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def walk(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    dressed: QApplication,
    tmp_path: Path,
    papers: Path,
    clock: Clock,
    on_socket: LabelPrinterOnSocket,
) -> Iterator[Walk]:
    """The window with a label printer, papers saved as they are issued, and a clock that is set."""
    printers = {kind: PrinterChoice(save=True) for kind in PRINTED}
    settings = BenchSettings(
        language=language(),  # type: ignore[arg-type]
        theme=theme(),  # type: ignore[arg-type]
        sounds=False,
        printers={**printers, "device_label": PrinterChoice("Zebra")},
        label_printers=(LabelPrinter("Zebra", address=on_socket.address),),
        papers_folder=str(papers),
        papers_name="{kind}.pdf",
    )
    speak(language())
    with warehouse_scene(qtbot, qapp, tmp_path, settings, clock) as made:
        made.station.window.resize(1280, 800)
        yield Walk(made, clock, qtbot, Album(request.node.name))
        left = QApplication.activeModalWidget()
        if left is not None:
            left.close()
        assert left is None, "a dialog was left open on the way"
    speak("it")
