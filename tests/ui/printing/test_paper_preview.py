"""The preview: what is shown is what comes out, through the queue; text is found in it."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.domain.storage_errors import PaperDamaged
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.moved_goods import eu_register
from leghorn_bench.services.print_jobs import end, open_jobs
from leghorn_bench.store.records import read, select
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.printing.shown_papers import show_filed, show_issued, show_list
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from tests.services.conftest import Stock
from tests.services.printers import issued
from tests.services.test_papers_of_a_case import text_of
from tests.ui.bench.seeing import press, seen


@pytest.fixture(autouse=True)
def _printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "leghorn_bench.ui.dialogs.paper_preview.printer_names", lambda: ["Office", "Warehouse"]
    )


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def paper(ready: Bench, stock: Stock) -> StoredPaper:
    return issued(ready, stock).issued.paper


def on_file(bench: Bench, paper: StoredPaper) -> StoredPaper:
    return read(bench.store, StoredPaper, paper.id)


def shown(preview: PaperPreview) -> str:
    view = preview.findChild(PdfPreview)
    assert view is not None
    return view.text


def test_printing_twice_after_the_issue_gives_the_original_and_one_counted_copy(
    ready: Bench, stock: Stock, window: QWidget
) -> None:
    quote = issued(ready, stock).issued
    preview = show_issued(ready, "Quote", quote, window)
    assert preview is not None
    preview.bar.copies.setValue(3)
    press(preview, "Print")
    press(preview, "Print")
    first, second = open_jobs(ready)
    assert (first.paper_id, first.printer, first.copies) == (quote.paper.id, "Office", 3)
    assert second.paper_id is None
    assert on_file(ready, quote.paper).copies == 1


def test_what_becomes_of_the_job_is_told_in_the_dialog(
    ready: Bench, paper: StoredPaper, window: QWidget, qtbot: QtBot
) -> None:
    preview = show_filed(ready, "Quote", paper, window)
    preview.print_it()
    assert "Waiting for the printer Office" in seen(preview)
    (job,) = open_jobs(ready)
    end(ready, job, JobState.WAITING, "The printer is out of paper.")
    qtbot.waitUntil(lambda: "The printer is out of paper." in seen(preview))
    end(ready, read(ready.store, PrintJob, job.id), JobState.PRINTED)
    qtbot.waitUntil(lambda: "Printed on Office." in seen(preview))


def test_a_paper_of_the_archive_is_shown_as_the_copy_that_would_come_out_and_not_counted(
    ready: Bench, paper: StoredPaper, window: QWidget
) -> None:
    preview = show_filed(ready, "Quote", paper, window)
    assert "COPIA" in shown(preview)
    assert "the bytes on file are those that were issued" in seen(preview)
    assert on_file(ready, paper).copies == 0


def test_an_annulled_paper_says_so_across_the_page_with_who_and_why(
    ready: Bench, paper: StoredPaper, window: QWidget
) -> None:
    annul(ready, paper.id, "cliente sbagliato")
    preview = show_filed(ready, "Quote", on_file(ready, paper), window)
    assert "ANNULLATO" in shown(preview)
    assert "cliente sbagliato" in seen(preview)


def test_a_paper_whose_bytes_were_changed_is_not_shown_as_if_it_were_whole(
    ready: Bench, paper: StoredPaper, window: QWidget
) -> None:
    ready.store.execute("UPDATE paper SET pdf = ? WHERE id = ?", (b"%PDF other", paper.id))
    with pytest.raises(PaperDamaged):
        show_filed(ready, "Quote", paper, window)


def test_a_copy_is_saved_marked_and_counted_and_a_full_disk_is_told(
    ready: Bench,
    paper: StoredPaper,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    preview = show_filed(ready, "Quote", paper, window)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", _no_room)
        preview.save_to(tmp_path / "full.pdf")
    assert "No space left on device" in seen(preview)
    preview.save_to(tmp_path / "quote.pdf")
    assert "COPIA" in text_of((tmp_path / "quote.pdf").read_bytes())
    assert "Open the folder" in seen(preview)


def _no_room(_path: Path, _content: bytes) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_the_register_of_goods_moved_goes_through_the_queue_as_well(
    ready: Bench, window: QWidget
) -> None:
    today = ready.today()
    preview = show_list(ready, "Register", "register", eu_register(ready, today, today), window)
    press(preview, "Print")
    assert [job.kind for job in select(ready.store, PrintJob)] == ["eu_register"]


def test_text_is_found_page_by_page_and_after_the_last_place_the_first_comes_again(
    ready: Bench, paper: StoredPaper, window: QWidget, qtbot: QtBot
) -> None:
    preview = show_filed(ready, "Quote", paper, window)
    view = preview.findChild(PdfPreview)
    assert view is not None
    field = view.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "lgd-0001")
    count = view.find_text("lgd-0001")
    assert count >= 1
    assert f"1 of {count}" in seen(view)
    for _turn in range(count):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert f"1 of {count}" in seen(view)
    assert preview.isVisible()
    field.setText("no such word")
    assert "not found" in seen(view)


def test_the_place_that_was_found_is_marked_on_the_page(
    ready: Bench, paper: StoredPaper, window: QWidget
) -> None:
    view = show_filed(ready, "Quote", paper, window).findChild(PdfPreview)
    assert view is not None
    before = view.grab().toImage()
    view.find_text("LGD-0001")
    assert view.grab().toImage() != before


def test_the_wheel_with_ctrl_zooms_and_without_it_scrolls(
    ready: Bench, paper: StoredPaper, window: QWidget
) -> None:
    view = show_filed(ready, "Quote", paper, window).findChild(PdfPreview)
    assert view is not None
    before = view.shown_zoom
    turn_wheel(view, Qt.KeyboardModifier.NoModifier)
    assert view.shown_zoom == before
    turn_wheel(view, Qt.KeyboardModifier.ControlModifier)
    assert view.shown_zoom > before


def turn_wheel(view: PdfPreview, held: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.area.wheelEvent(event)
