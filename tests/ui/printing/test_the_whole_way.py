"""From the store through the queue and a real CUPS to a printer without paper, and back."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import job_on_file
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.workplace import Workplace
from tests.ui.printing.cups import ABLE, Cups, running
from tests.ui.printing.test_printers import LABEL

pytestmark = pytest.mark.skipif(not ABLE, reason="needs cupsd, and root to start one of its own")
PATIENCE_MS = 20_000


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    with running(monkeypatch) as made:
        yield made


@pytest.fixture
def queue(qapp: QApplication, bench: Bench, cups: Cups) -> Iterator[PrintQueue]:
    """The queue of a station whose printers are those of the scheduler."""
    assert cups.printed == b""
    workplace = Workplace(qapp)
    made = PrintQueue(workplace)
    workplace.take(bench)
    yield made
    made.close()
    workplace.executor.close()


def sent(bench: Bench, printer: str) -> PrintJob:
    return queue_bytes(bench, PaperKind.DEVICE_LABEL, "1", LABEL, PrinterChoice(printer))


def test_paper_that_runs_out_is_told_and_the_job_comes_out_once_when_it_is_refilled(
    bench: Bench, queue: PrintQueue, cups: Cups, qtbot: QtBot
) -> None:
    cups.take_paper_out()
    job = sent(bench, "Bench")
    qtbot.waitUntil(lambda: any(one.in_trouble for one in queue.jobs), timeout=PATIENCE_MS)
    assert "cannot go on: out of paper" in queue.jobs[0].reason
    assert cups.printed == b""
    cups.put_paper_in()
    qtbot.waitUntil(lambda: queue.jobs == (), timeout=PATIENCE_MS)
    assert job_on_file(bench, job.id).state == JobState.PRINTED
    assert cups.printed == LABEL


def test_a_job_in_a_printer_without_paper_is_sent_to_another_one_and_comes_out_there_alone(
    bench: Bench, queue: PrintQueue, cups: Cups, qtbot: QtBot
) -> None:
    cups.take_paper_out()
    job = sent(bench, "Bench")
    qtbot.waitUntil(lambda: any(one.in_trouble for one in queue.jobs), timeout=PATIENCE_MS)
    queue.send_elsewhere(job.id, "Office")
    qtbot.waitUntil(lambda: handed_to_office(bench, job), timeout=PATIENCE_MS)
    assert LABEL in cups.arrived()
    qtbot.waitUntil(lambda: queue.jobs == (), timeout=PATIENCE_MS)
    cups.put_paper_in()
    assert cups.printed == b""


def handed_to_office(bench: Bench, job: PrintJob) -> bool:
    now = job_on_file(bench, job.id)
    return (now.printer, now.state) == ("Office", JobState.HANDED_OVER)
