"""From the issue of a paper to the printer and the folder: taken once, told, tried again."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import issued_bytes
from leghorn_bench.services.print_jobs import (
    handed_over,
    open_jobs,
    own_up_to_interrupted,
    put_aside,
    send_elsewhere,
    take,
    waiting_jobs,
)
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.services.printing import Outcome, carry_out, follow
from leghorn_bench.services.quoting import issue_quote
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.store.records import read, select
from leghorn_bench.texts.screen import speak
from tests.services.conftest import Clock, Stock
from tests.services.printers import (
    HELD,
    OFFICE,
    FakePrinting,
    issued,
    with_settings,
    zebra,
)
from tests.services.test_papers_of_a_case import assessed, offer


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("it")


def test_an_issued_paper_waits_for_the_printer_of_its_kind(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    paper = issued(bench, stock).issued.paper
    (job,) = open_jobs(bench)
    assert (job.paper_id, job.label, job.state) == (paper.id, "2026/00001", JobState.WAITING)
    printing = FakePrinting()
    ended = carry_out(bench, job.id, printing)
    assert ended is not None
    assert ended.state == JobState.PRINTED
    assert printing.taken == [(issued_bytes(bench, paper.id), "Office", "Lower", 2)]
    assert open_jobs(bench) == []


def test_a_kind_that_the_map_does_not_name_is_not_printed_by_itself(
    ready: Bench, stock: Stock
) -> None:
    issued(ready, stock)
    assert open_jobs(ready) == []


def test_a_paper_that_was_not_issued_after_all_does_not_wait(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    wanted = offer(bench, assessed(bench, stock, Origin.MISUSE))

    def lose_power() -> None:
        with bench.store.transaction():
            issue_quote(bench, wanted)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        lose_power()
    assert select(bench.store, PrintJob) == []


def test_a_printer_that_is_gone_leaves_the_paper_waiting_and_it_is_issued_once(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    printing = FakePrinting(gone=True)
    carry_out(bench, job_id, printing)
    (refused,) = open_jobs(bench)
    assert (refused.state, refused.reason, refused.in_trouble) == (
        JobState.WAITING,
        "The printer Office is out of paper.",
        True,
    )
    printing.gone = False
    clock.pass_time(seconds=30)
    carry_out(bench, job_id, printing)
    assert open_jobs(bench) == []
    assert len(printing.taken) == 1
    (paper,) = select(bench.store, StoredPaper)
    assert paper.copies == 0


def test_a_refused_paper_is_tried_again_by_itself_after_a_while(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    carry_out(bench, job_id, FakePrinting(gone=True))
    assert waiting_jobs(bench) == []
    clock.pass_time(seconds=20)
    assert waiting_jobs(bench) == [job_id]


def test_a_job_is_begun_once_whoever_asks(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    assert take(bench, job_id) is not None
    assert take(bench, job_id) is None
    assert carry_out(bench, job_id, FakePrinting()) is None


def test_what_was_on_its_way_when_the_program_ended_is_never_printed_again_by_itself(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    take(bench, waiting_jobs(bench)[0])
    assert own_up_to_interrupted(bench) == 1
    (job,) = open_jobs(bench)
    assert job.state == JobState.FAILED
    assert "may have come out" in job.reason
    clock.pass_time(hours=1)
    assert waiting_jobs(bench) == []


def test_a_job_is_put_aside_or_sent_to_another_printer(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    assert send_elsewhere(bench, job_id, "Warehouse").printer == "Warehouse"
    put_aside(bench, job_id)
    assert open_jobs(bench) == []
    assert read(bench.store, PrintJob, job_id).state == JobState.PUT_ASIDE


def handed_to_the_system(bench: Bench, printing: FakePrinting) -> PrintJob:
    queue_bytes(bench, PaperKind.QUOTE, "2026/00001", b"%PDF", PrinterChoice("Office"))
    carry_out(bench, waiting_jobs(bench)[0], printing)
    (job,) = handed_over(bench)
    return job


def test_a_paper_that_the_system_has_taken_is_followed_until_its_printer_has_finished(
    ready: Bench,
) -> None:
    printing = FakePrinting(follows=True, outcomes={"Office-1": Outcome(over=False)})
    job = handed_to_the_system(ready, printing)
    assert follow(ready, job, printing) is None
    assert open_jobs(ready) == [job]
    printing.outcomes.clear()
    ended = follow(ready, job, printing)
    assert ended is not None
    assert ended.state == JobState.PRINTED
    assert len(printing.taken) == 1


def test_paper_that_runs_out_after_the_system_has_taken_the_job_is_told_once(
    ready: Bench,
) -> None:
    printing = FakePrinting(follows=True, outcomes={"Office-1": HELD})
    told = follow(ready, handed_to_the_system(ready, printing), printing)
    assert told is not None
    assert told.in_trouble
    assert "Office cannot go on: out of paper" in told.reason
    assert follow(ready, told, printing) is None
    printing.outcomes.clear()
    ended = follow(ready, told, printing)
    assert ended is not None
    assert (ended.state, ended.reason) == (JobState.PRINTED, "")


def test_a_job_that_somebody_cancelled_in_the_system_asks_a_person(ready: Bench) -> None:
    dropped = Outcome(over=True, dropped=True)
    printing = FakePrinting(follows=True, outcomes={"Office-1": dropped})
    ended = follow(ready, handed_to_the_system(ready, printing), printing)
    assert ended is not None
    assert ended.state == JobState.FAILED
    assert "was cancelled in the queue of the printer Office" in ended.reason


def saving(
    folder: Path, pattern: str = "{year}/{kind} {number} {customer} {case}"
) -> BenchSettings:
    return BenchSettings(
        printers={"quote": PrinterChoice(save=True)},
        papers_folder=str(folder),
        papers_name=pattern,
    )


def test_a_paper_is_saved_under_the_pattern(ready: Bench, stock: Stock, tmp_path: Path) -> None:
    bench = with_settings(ready, saving(tmp_path))
    paper = issued(bench, stock).issued.paper
    carry_out(bench, waiting_jobs(bench)[0], FakePrinting())
    saved = tmp_path / "2026" / "Repair quote 2026-00001 Porto Esempio S.p.A. 2026-00001.pdf"
    assert saved.read_bytes() == issued_bytes(bench, paper.id)


def test_a_missing_folder_is_told_and_the_paper_is_saved_once_it_is_there(
    ready: Bench, stock: Stock, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    bench = with_settings(ready, saving(folder))
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    ended = carry_out(bench, job_id, FakePrinting())
    assert ended is not None
    assert f"{folder} is not there" in ended.reason
    folder.mkdir()
    carry_out(bench, job_id, FakePrinting())
    assert len(list(folder.rglob("*.pdf"))) == 1


def test_a_wrong_pattern_does_not_stop_the_issue(
    ready: Bench, stock: Stock, tmp_path: Path
) -> None:
    bench = with_settings(ready, saving(tmp_path, "{client}/{number}"))
    issued(bench, stock)
    (job,) = open_jobs(bench)
    assert "{client}" in job.reason
    carry_out(bench, job.id, FakePrinting())
    assert len(list(tmp_path.rglob("Repair quote*.pdf"))) == 1


def test_a_full_disk_is_told_and_leaves_no_part_of_a_file(
    ready: Bench, stock: Stock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = with_settings(ready, saving(tmp_path))
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", _no_room)
        ended = carry_out(bench, job_id, FakePrinting())
    assert ended is not None
    assert "No space left on device" in ended.reason
    assert list(tmp_path.rglob("*.pdf")) == []


def _no_room(_path: Path, **_how: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("kind", "address"),
    [("socket", "127.0.0.1:1"), ("socket", "host:port"), ("serial", "/dev/no-such-port")],
)
def test_a_label_printer_that_is_off_is_told_and_its_labels_wait(
    ready: Bench, kind: str, address: str
) -> None:
    bench = with_settings(ready, zebra(kind, address))
    job = queue_bytes(
        bench, PaperKind.DEVICE_LABEL, "3", b"^XA^XZ\n" * 3, PrinterChoice(printer="Zebra")
    )
    ended = carry_out(bench, job.id, FakePrinting())
    assert ended is not None
    assert (ended.state, ended.sent) == (JobState.WAITING, 0)
    assert "The label printer Zebra does not answer" in ended.reason
    assert "the 3 labels" in ended.reason
