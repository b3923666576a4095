"""A thousand labels to a label printer: progress, stop, cable pulled, paper out, killed."""

import os
import tty
from collections.abc import Iterator
from threading import Thread

import pytest

from leghorn_bench.documents.zpl import device_labels
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import go_on_from, handed_over, job_on_file
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.services.printing import carry_out, follow, labels_of
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.texts.screen import speak
from tests.services.printers import (
    HEAD_OPEN,
    WELL,
    FakePrinting,
    LabelPrinterOnSocket,
    labels,
    on_socket,
    with_settings,
    zebra,
)

__all__ = ["on_socket"]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("it")


@pytest.fixture
def there(ready: Bench, on_socket: LabelPrinterOnSocket) -> Bench:
    """A bench whose settings name the label printer."""
    return with_settings(ready, zebra("socket", on_socket.address))


def queued(bench: Bench, count: int) -> PrintJob:
    zpl = device_labels(labels(count))
    choice = PrinterChoice(printer="Zebra")
    return queue_bytes(bench, PaperKind.DEVICE_LABEL, str(count), zpl, choice)


def carried(bench: Bench, job: PrintJob, stop_at: int = -1) -> PrintJob:
    ended = carry_out(bench, job.id, FakePrinting(), lambda sent, _of: sent != stop_at)
    assert ended is not None
    return ended


def test_a_thousand_labels_reach_a_printer_on_the_network_with_progress(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    told: list[tuple[int, int]] = []
    job = queued(there, 1000)

    def note(sent: int, of: int) -> bool:
        told.append((sent, of))
        return True

    ended = carry_out(there, job.id, FakePrinting(), note)
    assert ended is not None
    assert (ended.state, ended.sent, ended.reason) == (JobState.PRINTED, 1000, "")
    assert told == [(sent, 1000) for sent in range(1, 1001)]
    assert on_socket.swallowed == device_labels(labels(1000))


def test_labels_that_were_stopped_go_on_where_they_were(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    job = queued(there, 40)
    ended = carried(there, job, stop_at=27)
    assert (ended.state, ended.sent) == (JobState.FAILED, 27)
    assert "Stopped after 27 of 40 labels" in ended.reason
    ended = carried(there, job)
    assert (ended.state, ended.sent) == (JobState.PRINTED, 40)
    assert on_socket.swallowed == device_labels(labels(40))


def test_a_person_says_from_which_label_on(there: Bench, on_socket: LabelPrinterOnSocket) -> None:
    job = queued(there, 5)
    carried(there, job, stop_at=4)
    go_on_from(there, job.id, 3)
    carried(there, job)
    assert on_socket.labels == 4 + 3


def test_a_printer_without_paper_is_told_before_a_label_is_sent_and_goes_on_by_itself(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.trouble_after = 0
    ended = carried(there, queued(there, 3))
    assert (ended.state, ended.sent, on_socket.labels) == (JobState.WAITING, 0, 0)
    assert "Zebra cannot print now: out of paper" in ended.reason
    on_socket.trouble_after = None
    assert carried(there, ended).state == JobState.PRINTED
    assert on_socket.swallowed == device_labels(labels(3))


def test_an_open_head_is_told_in_words(there: Bench, on_socket: LabelPrinterOnSocket) -> None:
    on_socket.says = HEAD_OPEN
    assert "a door is open" in carried(there, queued(there, 1)).reason


def test_paper_that_runs_out_under_way_keeps_the_place_and_no_label_is_lost_or_doubled(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.trouble_after = 50
    ended = carried(there, queued(there, 100))
    assert (ended.state, ended.sent) == (JobState.WAITING, 60)
    on_socket.trouble_after = None
    assert carried(there, ended).sent == 100
    assert on_socket.swallowed == device_labels(labels(100))


def test_a_last_label_that_the_printer_holds_without_paper_is_followed(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.trouble_after = 3
    held = carried(there, queued(there, 3))
    assert (held.state, handed_over(there)) == (JobState.HANDED_OVER, [held])
    assert "out of paper" in held.reason
    on_socket.trouble_after = None
    ended = follow(there, held, FakePrinting())
    assert ended is not None
    assert (ended.state, on_socket.labels) == (JobState.PRINTED, 3)


def test_a_cable_pulled_from_a_printer_that_answers_goes_on_from_what_it_had_taken(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.hangs_up_after = 50
    ended = carried(there, queued(there, 400))
    assert ended.state == JobState.WAITING
    assert ended.sent <= 50
    assert "does not answer" in ended.reason
    assert carried(there, ended).sent == 400


def test_a_cable_pulled_from_a_printer_that_never_answers_asks_a_person(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.says, on_socket.hangs_up_after = "", 50
    ended = carried(there, queued(there, 4000))
    assert ended.state == JobState.FAILED
    assert "Look at the last label" in ended.reason


def test_how_far_labels_were_is_on_file_even_when_the_program_is_killed(
    there: Bench,
) -> None:
    seen: list[int] = []
    job = queued(there, 60)

    def look(sent: int, _of: int) -> bool:
        if sent == 45:
            seen.append(job_on_file(there, job.id).sent)
        return True

    carry_out(there, job.id, FakePrinting(), look)
    assert seen == [40]


class PrinterOnPty:
    """The far end of a serial line; swallows, and answers ``~HS`` where it ``says`` something."""

    def __init__(self, says: str) -> None:
        self.far, self.near = os.openpty()
        tty.setraw(self.near)
        self.says, self.got = says, bytearray()
        self.thread = Thread(target=self._run)
        self.thread.start()

    @property
    def address(self) -> str:
        return os.ttyname(self.near)

    def close(self) -> None:
        os.write(self.near, b"END")
        self.thread.join(timeout=10)
        os.close(self.near)
        os.close(self.far)

    def _run(self) -> None:
        while not self.got.endswith(b"END"):
            data = os.read(self.far, 4096)
            self.got.extend(data)
            if b"~HS" in data and self.says:
                os.write(self.far, self.says.encode())


@pytest.mark.parametrize("says", ["", WELL])
def test_labels_reach_a_printer_on_a_serial_port(ready: Bench, says: str) -> None:
    printer = PrinterOnPty(says)
    bench = with_settings(ready, zebra("serial", printer.address))
    ended = carried(bench, queued(bench, 50))
    printer.close()
    assert (ended.state, ended.sent) == (JobState.PRINTED, 50)
    zpl = bytes(printer.got).replace(b"~HS\r\n", b"").removesuffix(b"END")
    assert zpl == device_labels(labels(50))


def test_a_label_printer_that_left_the_settings_is_told(ready: Bench) -> None:
    job = queued(with_settings(ready, zebra("socket", "h:1")), 3)
    ended = carried(ready, job)
    assert ended.state == JobState.FAILED
    assert "no label printer Zebra" in ended.reason


def test_zpl_is_cut_into_whole_labels() -> None:
    zpl = device_labels(labels(3))
    assert b"".join(labels_of(zpl)) == zpl
    assert len(labels_of(zpl)) == 3


def test_a_printer_that_closes_its_side_of_the_line_gets_all_labels(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    on_socket.mute, on_socket.says = True, ""
    assert carried(there, queued(there, 30)).state == JobState.PRINTED
    assert on_socket.swallowed == device_labels(labels(30))


def test_a_printer_that_falls_silent_keeps_what_it_had_confirmed(
    there: Bench, on_socket: LabelPrinterOnSocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leghorn_bench.readers.label_port._PATIENCE_S", 0.3)
    on_socket.falls_silent = True
    ended = carried(there, queued(there, 30))
    assert (ended.state, ended.sent) == (JobState.WAITING, 0)
    assert "the 30 labels" in ended.reason


def held_without_paper(bench: Bench, printer: LabelPrinterOnSocket) -> PrintJob:
    printer.trouble_after = 3
    return carried(bench, queued(bench, 3))


def test_a_printer_that_is_switched_off_with_labels_in_its_memory_is_told(
    there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    held = held_without_paper(there, on_socket)
    off = with_settings(there, zebra("socket", "127.0.0.1:1"))
    told = follow(off, held, FakePrinting())
    assert told is not None
    assert told.state == JobState.HANDED_OVER
    assert "switched off or not connected" in told.reason


def test_labels_in_a_printer_that_left_the_settings_are_left_to_a_person(
    ready: Bench, there: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    held = held_without_paper(there, on_socket)
    ended = follow(ready, held, FakePrinting())
    assert ended is not None
    assert ended.state == JobState.FAILED
    assert "they may have come out or not" in ended.reason
