"""The queue beside the window: what waits is printed, what fails is shown and tried again."""

import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import queue_bytes, take
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.ui.dialogs.print_queue import PrintQueueDialog
from leghorn_bench.ui.printing.foot_badge import PrintingBadge
from leghorn_bench.ui.printing.just_issued import show_issued
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.workplace import Workplace
from tests.services.conftest import Stock
from tests.services.test_printing import (
    OFFICE,
    FakePrinting,
    issued,
    queue_labels,
    with_settings,
)


def queue_copy(bench: Bench, label: str = "2026/00001") -> int:
    choice = PrinterChoice("Office", copies=2)
    return queue_bytes(bench, PaperKind.QUOTE, label, b"%PDF", choice).id


@pytest.fixture
def printing() -> FakePrinting:
    return FakePrinting()


@pytest.fixture
def workplace(qapp: QApplication) -> Iterator[Workplace]:
    made = Workplace(qapp)
    yield made
    made.executor.close()


@pytest.fixture
def queue(workplace: Workplace, printing: FakePrinting) -> Iterator[PrintQueue]:
    made = PrintQueue(workplace, printing)
    yield made
    made.close()


def test_what_waited_is_printed_as_soon_as_somebody_sits_down(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    queue_copy(bench)
    with qtbot.waitSignal(queue.ended) as ended:
        workplace.take(bench)
    assert ended.args is not None
    assert ended.args[0].state == JobState.PRINTED
    assert printing.taken == [(b"%PDF", "Office", "", 2)]
    qtbot.waitUntil(lambda: queue.jobs == ())


def test_a_paper_queued_later_is_found_by_itself(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue
) -> None:
    workplace.take(bench)
    with qtbot.waitSignal(queue.ended):
        queue_copy(bench)


def test_the_foot_and_the_dialog_show_what_failed_until_it_is_printed(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    printing.gone = True
    badge = PrintingBadge()
    qtbot.addWidget(badge)
    queue.changed.connect(badge.show_jobs)
    job_id = queue_copy(bench)
    with qtbot.waitSignal(queue.ended):
        workplace.take(bench)
    qtbot.waitUntil(badge.isVisible)
    assert badge.text() == "1 paper not printed"
    dialog = PrintQueueDialog(queue, ["Office", "Warehouse"], None)
    qtbot.addWidget(dialog)
    printing.gone = False
    row = dialog.rows[job_id]
    row.printer.setCurrentText("Warehouse")
    with qtbot.waitSignal(queue.ended):
        row.print_again()
    qtbot.waitUntil(lambda: dialog.rows == {})
    assert not badge.isVisible()
    assert printing.taken == [(b"%PDF", "Warehouse", "", 2)]


def test_everything_that_failed_is_tried_again_at_once_or_put_aside(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    printing.gone = True
    first, second, third = (queue_copy(bench, label) for label in ("1", "2", "3"))
    workplace.take(bench)
    qtbot.waitUntil(lambda: [job.state for job in queue.jobs] == ["failed"] * 3)
    queue.put_aside(second)
    dialog = PrintQueueDialog(queue, ["Office"], None)
    qtbot.addWidget(dialog)
    assert list(dialog.rows) == [first, third]
    printing.gone = False
    dialog.print_all()
    qtbot.waitUntil(lambda: len(printing.taken) == 2 and queue.jobs == ())


def test_what_was_on_its_way_when_the_program_ended_is_left_to_a_person(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    take(bench, queue_copy(bench))
    with qtbot.assertNotEmitted(queue.ended):
        workplace.take(bench)
    (job,) = queue.jobs
    assert "may have come out" in job.reason
    assert printing.taken == []


def test_labels_are_stopped_from_the_dialog_and_keep_their_place(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        printer = Thread(target=_swallow, args=(server,))
        printer.start()
        host, port = server.getsockname()
        zebra = LabelPrinter("Zebra", address=f"{host}:{port}")
        there = with_settings(bench, BenchSettings(label_printers=(zebra,)))
        queue_labels(there, 3000)
        queue.progressed.connect(lambda _job, sent, _of: queue.stop() if sent == 1 else None)
        dialog = PrintQueueDialog(queue, [], None)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(queue.ended) as ended:
            workplace.take(there)
        printer.join()
    assert ended.args is not None
    job = ended.args[0]
    assert job.state in {JobState.FAILED, JobState.PRINTED}
    assert 1 <= job.sent <= 3000
    if job.state == JobState.FAILED:
        assert f"Stopped after {job.sent} of 3000 labels" in job.reason


def _swallow(server: socket.socket) -> None:
    line, _ = server.accept()
    with line:
        while line.recv(65536):
            pass


def test_a_paper_that_comes_out_by_itself_is_not_shown_and_another_one_is(
    qtbot: QtBot, ready: Bench, stock: Stock
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    quote = issued(ready, stock).issued
    shown = show_issued(ready, "Quote", quote, window)
    assert shown is not None
    shown.close()
    assert show_issued(with_settings(ready, OFFICE), "Quote", quote, window) is None
