"""From the issue of a paper to the printer, the label printer and the folder, each really used."""

import errno
import os
import socket
import threading
import tty
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.documents.zpl import device_labels
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import issued_bytes
from leghorn_bench.services.paper_files import FIELDS, PaperNamed, file_name, save_paper
from leghorn_bench.services.print_jobs import (
    open_jobs,
    own_up_to_interrupted,
    put_aside,
    queue_bytes,
    send_elsewhere,
    take,
    waiting_jobs,
)
from leghorn_bench.services.printing import carry_out, labels_of
from leghorn_bench.services.quoting import IssuedQuote, issue_quote
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.store.records import read, select
from leghorn_bench.texts.screen import speak
from tests.services.conftest import Stock
from tests.services.test_papers_of_a_case import assessed, offer


class PrinterOutError(BenchError):
    sentence = "The printer {printer} is out of paper."


@dataclass
class FakePrinting:
    """The printing of the system, at the edge of the process."""

    gone: bool = False
    taken: list[tuple[bytes, str, str, int]] = field(default_factory=list)

    def __call__(self, pdf: bytes, printer: str, *, tray: str, copies: int, title: str) -> None:
        assert title
        if self.gone:
            raise PrinterOutError(printer=printer)
        self.taken.append((pdf, printer, tray, copies))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("it")


def with_settings(bench: Bench, settings: BenchSettings) -> Bench:
    return replace(bench, settings=lambda: settings)


def issued(bench: Bench, stock: Stock) -> IssuedQuote:
    return issue_quote(bench, offer(bench, assessed(bench, stock, Origin.MISUSE)))


OFFICE = BenchSettings(printers={"quote": PrinterChoice("Office", tray="Lower", copies=2)})


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
    ready: Bench, stock: Stock
) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    printing = FakePrinting(gone=True)
    carry_out(bench, job_id, printing)
    (failed,) = open_jobs(bench)
    assert (failed.state, failed.reason) == (
        JobState.FAILED,
        "The printer Office is out of paper.",
    )
    assert waiting_jobs(bench) == []
    printing.gone = False
    carry_out(bench, job_id, printing)
    assert open_jobs(bench) == []
    assert len(printing.taken) == 1
    (paper,) = select(bench.store, StoredPaper)
    assert paper.copies == 0


def test_a_job_is_begun_once_whoever_asks(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    assert take(bench, job_id) is not None
    assert take(bench, job_id) is None
    assert carry_out(bench, job_id, FakePrinting()) is None


def test_what_was_on_its_way_when_the_program_ended_is_never_printed_again_by_itself(
    ready: Bench, stock: Stock
) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    take(bench, waiting_jobs(bench)[0])
    assert own_up_to_interrupted(bench) == 1
    (job,) = open_jobs(bench)
    assert job.state == JobState.FAILED
    assert "may have come out" in job.reason
    assert waiting_jobs(bench) == []


def test_a_job_is_put_aside_or_sent_to_another_printer(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, OFFICE)
    issued(bench, stock)
    (job_id,) = waiting_jobs(bench)
    assert send_elsewhere(bench, job_id, "Warehouse").printer == "Warehouse"
    put_aside(bench, job_id)
    assert open_jobs(bench) == []
    assert read(bench.store, PrintJob, job_id).state == JobState.PUT_ASIDE


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


def test_another_paper_of_the_same_name_is_never_written_over(tmp_path: Path) -> None:
    places = [save_paper(str(tmp_path), "a/b.pdf", pdf) for pdf in (b"1", b"2", b"1")]
    assert [place.name for place in places] == ["b.pdf", "b (2).pdf", "b.pdf"]
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"1"


@given(st.text(), st.text(max_size=20))
def test_any_customer_gives_a_name_that_stays_in_the_folder(customer: str, case: str) -> None:
    paper = PaperNamed("Quote", "2026/00118", customer, case, date(2026, 11, 22))
    name = file_name("/".join(f"{{{one}}}" for one in FIELDS), paper)
    parts = Path(name).parts
    assert name.endswith(".pdf")
    assert not Path(name).is_absolute()
    assert all(len(part.encode()) < 255 and part not in {".", ".."} for part in parts)
    assert not set('<>:"\\|?*\n\0') & set(name)


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        ("../../etc/passwd", "..-..-etc-passwd.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("Bauer & Söhne <GmbH>", "Bauer & Söhne -GmbH-.pdf"),
        ("港务\u202e公司", "港务 公司.pdf"),
        ("", "Quote.pdf"),
    ],
)
def test_names_that_file_systems_refuse_are_mended(customer: str, name: str) -> None:
    paper = PaperNamed("Quote", "1", customer, "", date(2026, 11, 22))
    assert file_name("{customer}", paper) == name.lstrip(".")


def labels(count: int) -> DeviceLabels:
    made = tuple(
        DeviceLabel(
            PaperDevice(f"LGD-{number:04d}", "Sigillo Demo"),
            "2026-00001",
            "Porto Esempio",
            date(2026, 11, 22),
        )
        for number in range(count)
    )
    return DeviceLabels(label_stocks()["roll-62x29"], made)


@dataclass
class LabelPrinterOnSocket:
    """A real server that swallows labels as a printer does."""

    server: socket.socket
    swallowed: bytearray = field(default_factory=bytearray)

    @property
    def address(self) -> str:
        host, port = self.server.getsockname()
        return f"{host}:{port}"

    def run(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:
                return
            with line:
                while data := line.recv(65536):
                    self.swallowed += data


@pytest.fixture
def on_socket() -> Iterator[LabelPrinterOnSocket]:
    server = socket.create_server(("127.0.0.1", 0))
    printer = LabelPrinterOnSocket(server)
    thread = threading.Thread(target=printer.run)
    thread.start()
    yield printer
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()


def zebra(kind: str, address: str) -> BenchSettings:
    printer = LabelPrinter("Zebra", "zpl-socket" if kind == "socket" else "zpl-serial", address)
    return BenchSettings(label_printers=(printer,))


def queue_labels(bench: Bench, count: int) -> PrintJob:
    zpl = device_labels(labels(count))
    return queue_bytes(
        bench, PaperKind.DEVICE_LABEL, str(count), zpl, PrinterChoice(printer="Zebra")
    )


def test_a_thousand_labels_reach_a_printer_on_the_network_with_progress(
    ready: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    bench = with_settings(ready, zebra("socket", on_socket.address))
    job = queue_labels(bench, 1000)
    told: list[int] = []

    def progress(sent: int, of: int) -> bool:
        assert of == 1000
        told.append(sent)
        return True

    ended = carry_out(bench, job.id, FakePrinting(), progress)
    assert ended is not None
    assert (ended.state, ended.sent, ended.reason) == (JobState.PRINTED, 1000, "")
    assert told == list(range(1, 1001))


def test_labels_that_were_stopped_go_on_where_they_were(
    ready: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    bench = with_settings(ready, zebra("socket", on_socket.address))
    job = queue_labels(bench, 40)
    ended = carry_out(bench, job.id, FakePrinting(), lambda sent, _of: sent < 27)
    assert ended is not None
    assert (ended.state, ended.sent) == (JobState.FAILED, 27)
    assert "27 of 40" in ended.reason
    first: list[int] = []

    def note(sent: int, _of: int) -> bool:
        first.append(sent)
        return True

    ended = carry_out(bench, job.id, FakePrinting(), note)
    assert ended is not None
    assert (first[0], ended.sent) == (28, 40)


def test_labels_reach_a_printer_on_a_serial_port(ready: Bench) -> None:
    printer, port = os.openpty()
    tty.setraw(port)
    got = bytearray()
    zpl = device_labels(labels(20))

    def swallow() -> None:
        while len(got) < len(zpl):
            got.extend(os.read(printer, 4096))

    thread = threading.Thread(target=swallow)
    thread.start()
    bench = with_settings(ready, zebra("serial", os.ttyname(port)))
    ended = carry_out(bench, queue_labels(bench, 20).id, FakePrinting())
    thread.join(timeout=10)
    os.close(printer)
    os.close(port)
    assert ended is not None
    assert (ended.state, bytes(got)) == (JobState.PRINTED, zpl)


@pytest.mark.parametrize(
    ("kind", "address"),
    [("socket", "127.0.0.1:1"), ("socket", "host:port"), ("serial", "/dev/no-such-port")],
)
def test_a_label_printer_that_is_off_is_told_and_its_labels_wait(
    ready: Bench, kind: str, address: str
) -> None:
    bench = with_settings(ready, zebra(kind, address))
    ended = carry_out(bench, queue_labels(bench, 3).id, FakePrinting())
    assert ended is not None
    assert ended.state == JobState.FAILED
    assert "The label printer Zebra does not answer" in ended.reason
    assert "the 3 labels" in ended.reason


def test_a_label_printer_that_left_the_settings_is_told(ready: Bench) -> None:
    queued = queue_labels(with_settings(ready, zebra("socket", "h:1")), 3)
    ended = carry_out(ready, queued.id, FakePrinting())
    assert ended is not None
    assert "no label printer Zebra" in ended.reason


def test_zpl_is_cut_into_whole_labels() -> None:
    zpl = device_labels(labels(3))
    assert b"".join(labels_of(zpl)) == zpl
    assert len(labels_of(zpl)) == 3
