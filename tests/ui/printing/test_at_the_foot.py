"""What the window says of papers that do not come out: once, and again when they are out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import end
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import read
from leghorn_bench.ui.dialogs.print_queue import PrintQueueDialog
from tests.services.printers import FakePrinting
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, warehouse_scene

OUT = "The printer Office is out of paper."


@pytest.fixture
def printing(monkeypatch: pytest.MonkeyPatch) -> FakePrinting:
    """The printing of the computer: a printer that is out of paper."""
    fake = FakePrinting(gone=True)
    monkeypatch.setattr("leghorn_bench.ui.printing.printers.SystemPrinters", lambda: fake)
    return fake


@pytest.fixture
def scene(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, printing: FakePrinting
) -> Iterator[WarehouseScene]:
    assert printing.gone
    with warehouse_scene(qtbot, qapp, tmp_path) as made:
        yield made


def a_copy(bench: Bench) -> PrintJob:
    return queue_bytes(bench, PaperKind.QUOTE, "2026/00118", b"%PDF", PrinterChoice("Office"))


def test_a_printer_without_paper_is_told_at_the_foot_and_so_is_that_it_came_out_after_all(
    scene: WarehouseScene, printing: FakePrinting, qtbot: QtBot
) -> None:
    job = a_copy(scene.bench)
    qtbot.waitUntil(lambda: scene.foot == OUT)
    badge = scene.station.window.foot.printing
    qtbot.waitUntil(badge.isVisible)
    assert badge.text() == "1 paper not printed"
    press(scene.station.window, "1 paper not printed")
    dialog = scene.station.window.findChild(PrintQueueDialog)
    assert dialog is not None
    assert "Waits for its printer" in seen(dialog)
    printing.gone = False
    press(dialog, "Print again")
    qtbot.waitUntil(lambda: scene.foot == "Repair quote 2026/00118 has come out after all.")
    qtbot.waitUntil(lambda: not badge.isVisible())
    assert read(scene.bench.store, PrintJob, job.id).state == JobState.PRINTED
    assert "Everything has come out" in seen(dialog)
    press(dialog, "Close")


def test_the_same_trouble_is_not_said_at_every_try(
    scene: WarehouseScene, printing: FakePrinting, qtbot: QtBot
) -> None:
    job = a_copy(scene.bench)
    qtbot.waitUntil(lambda: scene.foot == OUT)
    scene.station.say("Something else")
    refused = read(scene.bench.store, PrintJob, job.id)
    end(scene.bench, refused, JobState.WAITING)
    qtbot.waitUntil(lambda: read(scene.bench.store, PrintJob, job.id).in_trouble)
    qtbot.waitUntil(scene.station.window.foot.printing.isVisible)
    assert scene.foot == "Something else"
    assert printing.taken == []
