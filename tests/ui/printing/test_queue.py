"""The queue beside the window: what waits is printed, what fails is shown and tried again."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import job_on_file, take
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.services.printing import Outcome
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.ui.dialogs.print_queue import PrintQueueDialog
from leghorn_bench.ui.printing.foot_badge import PrintingBadge
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.printing.shown_papers import show_issued
from leghorn_bench.ui.workplace import Workplace
from tests.services.conftest import Stock
from tests.services.printers import (
    HELD,
    OFFICE,
    FakePrinting,
    issued,
    label_printer_on_socket,
    with_settings,
    zebra,
)
from tests.services.test_label_printing import queued


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
    qtbot.waitUntil(lambda: [job.in_trouble for job in queue.jobs] == [True] * 3)
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


def test_labels_are_stopped_from_the_dialog_and_go_on_from_the_label_that_a_person_says(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue
) -> None:
    with label_printer_on_socket() as printer:
        there = with_settings(bench, zebra("socket", printer.address))
        job_id = labels_of_a_job(there, 300)
        queue.progressed.connect(lambda _job, sent, _of: queue.stop() if sent == 1 else None)
        dialog = PrintQueueDialog(queue, [], None)
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(queue.ended):
            workplace.take(there)
        qtbot.waitUntil(lambda: [job.state for job in queue.jobs] == [JobState.FAILED])
        stopped = queue.jobs[0]
        assert f"Stopped after {stopped.sent} of 300 labels" in stopped.reason
        row = dialog.rows[job_id]
        assert row.first.value() == stopped.sent + 1
        queue.progressed.disconnect()
        row.first.setValue(300)
        with qtbot.waitSignal(queue.ended) as ended:
            row.print_again()
    assert ended.args is not None
    assert ended.args[0].state == JobState.PRINTED
    assert printer.labels == stopped.sent + 1


def labels_of_a_job(bench: Bench, count: int) -> int:
    job = queued(bench, count)
    bench.store.execute("UPDATE print_job SET total = ? WHERE id = ?", (count, job.id))
    return job.id


def test_paper_that_is_out_in_the_printer_is_told_and_put_elsewhere(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    printing.follows, printing.outcomes = True, {"Office-1": HELD}
    job_id = queue_copy(bench)
    workplace.take(bench)
    qtbot.waitUntil(lambda: bool(queue.jobs) and queue.jobs[0].in_trouble)
    assert "out of paper" in told_of(queue)
    dialog = PrintQueueDialog(queue, ["Office", "Warehouse"], None)
    qtbot.addWidget(dialog)
    row = dialog.rows[job_id]
    row.printer.setCurrentText("Warehouse")
    row.print_again()
    qtbot.waitUntil(lambda: job_on_file(bench, job_id).printer == "Warehouse")
    assert printing.withdrawn == ["Office-1"]
    qtbot.waitUntil(lambda: queue.jobs == ())
    assert [printer for _pdf, printer, _tray, _copies in printing.taken] == ["Office", "Warehouse"]


def told_of(queue: PrintQueue) -> str:
    return " ".join(job.reason for job in queue.jobs)


def test_what_the_system_still_holds_is_followed_and_shown_without_alarm(
    qtbot: QtBot, bench: Bench, workplace: Workplace, queue: PrintQueue, printing: FakePrinting
) -> None:
    printing.follows, printing.outcomes = True, {"Office-1": Outcome(over=False)}
    badge = PrintingBadge()
    qtbot.addWidget(badge)
    queue.changed.connect(badge.show_jobs)
    queue_copy(bench)
    workplace.take(bench)
    qtbot.waitUntil(lambda: [job.state for job in queue.jobs] == [JobState.HANDED_OVER])
    assert badge.text() == "1 paper at the printer"
    assert badge.property("part") == "quiet"
    printing.outcomes.clear()
    qtbot.waitUntil(lambda: queue.jobs == ())
    assert not badge.isVisible()


def test_a_long_job_shows_at_the_foot_how_far_it_is(qtbot: QtBot) -> None:
    badge = PrintingBadge()
    qtbot.addWidget(badge)
    badge.show_progress(2, 3)
    assert not badge.isVisible()
    badge.show_progress(340, 1000)
    assert badge.text() == "340 of 1000 labels"
    badge.show_jobs([])
    assert not badge.isVisible()


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
