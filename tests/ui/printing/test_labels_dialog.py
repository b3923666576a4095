"""A thousand labels in one go: the first are shown at once, the rest are drawn with progress."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.documents.device_label import render
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import DeviceLabels, LabelStock
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import Progress, stocks
from leghorn_bench.services.print_orders import queue_labels
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.ui.dialogs.labels import SHOWN, Labels, LabelsDialog
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from tests.documents.pages import pictures
from tests.services.printers import labels, with_settings
from tests.ui.bench.seeing import press, seen

MANY = 1000
ZEBRA = LabelPrinter("Zebra", stock="roll-100x50")


def drawn(stock: LabelStock, skip: int, most: int | None, progress: Progress | None) -> bytes:
    content = labels(most or MANY)
    return render(DeviceLabels(stock, content.labels, skip), progress)


class HeldPen:
    """Draws as ``drawn`` does, but stops at the first label until somebody has looked at it."""

    def __init__(self) -> None:
        self.looked_at = Event()

    def draw(
        self, stock: LabelStock, skip: int, most: int | None, progress: Progress | None
    ) -> bytes:
        def held(done: int, of: int) -> bool:
            assert progress is not None
            progress(done, of)
            return self.looked_at.wait() and progress(done, of)

        return drawn(stock, skip, most, progress and held)


@pytest.fixture
def pen() -> HeldPen:
    return HeldPen()


@pytest.fixture
def dialog(
    pen: HeldPen, qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LabelsDialog]:
    monkeypatch.setattr("leghorn_bench.ui.dialogs.labels.printer_names", lambda: ["Office"])
    there = with_settings(bench, BenchSettings(label_printers=(ZEBRA,)))

    def order(choice: PrinterChoice, skip: int) -> PrintJob:
        subjects = range(1, MANY + 1)
        kind = PaperKind.DEVICE_LABEL
        return queue_labels(there, kind, subjects, choice, total=MANY, skip=skip)

    wanted = Labels("Labels", PaperKind.DEVICE_LABEL, MANY, pen.draw, order)
    window = QWidget()
    qtbot.addWidget(window)
    made = LabelsDialog(there, wanted, stocks(), "", window)
    made.open()
    yield made
    pen.looked_at.set()
    window.close()


def test_only_the_first_labels_are_drawn_to_be_looked_at(dialog: LabelsDialog) -> None:
    preview = dialog.findChild(PdfPreview)
    assert preview is not None
    assert preview.pages == SHOWN
    assert "1000 labels in all; the first 24 are shown." in seen(dialog)


def test_a_thousand_labels_are_saved_with_progress(
    dialog: LabelsDialog, pen: HeldPen, tmp_path: Path, qtbot: QtBot
) -> None:
    pen.looked_at.set()
    dialog.bar.printer.setCurrentText("Office")
    with qtbot.waitSignal(dialog.printed):
        dialog.save_to(tmp_path / "labels.pdf")
    assert len(pictures((tmp_path / "labels.pdf").read_bytes(), 5)) == MANY


def test_saving_is_stopped_and_nothing_is_left_on_the_disk(
    dialog: LabelsDialog, pen: HeldPen, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.save_to(tmp_path / "labels.pdf")
    qtbot.waitUntil(lambda: "1 of 1000 labels" in seen(dialog))
    press(dialog, "Stop")
    pen.looked_at.set()
    qtbot.waitUntil(lambda: "Stopped: nothing was saved." in seen(dialog))
    assert list(tmp_path.glob("*.pdf")) == []
    dialog.reject()


def test_a_label_printer_is_offered_with_the_labels_that_are_in_it(dialog: LabelsDialog) -> None:
    assert dialog.bar.printer.currentText() == "Zebra"
    assert dialog.stock.code == "roll-100x50"
    dialog.bar.copies.setValue(2)
    press(dialog, "Print all")
    (job,) = dialog.bench.store.rows("SELECT way, printer, copies, total FROM print_job")
    assert job == ("labels", "Zebra", 2, MANY)
