"""Printing through the system: by a real CUPS where there is one, by ``lp`` as a program, by Qt."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from leghorn_bench.documents.device_label import render
from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.services.printing import Outcome
from leghorn_bench.ui.printing.painted import paint_pdf, print_painted
from leghorn_bench.ui.printing.printers import SystemPrinters, tray_names
from leghorn_bench.ui.printing.troubles import PrinterGone, PrinterStopped, PrintingFailed
from tests.services.printers import labels
from tests.ui.printing.cups import ABLE, Cups, running

needs_cups = pytest.mark.skipif(not ABLE, reason="needs cupsd, and root to start one of its own")
LABEL = render(labels(1))

PROGRAM = """#!{python}
import json, os, sys
from pathlib import Path
folder = Path({folder!r})
name = Path(sys.argv[0]).name
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps([name, *sys.argv[1:], os.environ.get("LC_ALL")]) + "\\n")
if name == "lp":
    (folder / "input").write_bytes(sys.stdin.buffer.read())
place = (folder / name).with_suffix(".json")
answer = json.loads(place.read_text())
if isinstance(answer, list):
    place.write_text(json.dumps(answer[1:]))
    answer = answer[0]
print(answer["says"])
print(answer.get("complains", ""), file=sys.stderr)
sys.exit(answer.get("ends", 0))
"""
IDLE = "printer Office is idle.  enabled since Sun Nov 22 16:40:03 2026\n\tAlerts: none"


class FakePrograms:
    """``lp``, ``lpstat`` and ``lpoptions`` on the PATH, writing down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("lp", "lpstat", "lpoptions"):
            program = folder / name
            program.write_text(
                PROGRAM.format(python=sys.executable, folder=str(folder)), encoding="utf-8"
            )
            program.chmod(0o755)
        self.answer("lp", "request id is Office-1 (0 file(s))")
        self.answer("lpstat", IDLE)

    def answer_in_turn(self, name: str, *says: str) -> None:
        """Say one thing at the first call, the next one at the second."""
        turns = [{"says": one} for one in says]
        (self.folder / f"{name}.json").write_text(json.dumps(turns), encoding="utf-8")

    def answer(self, name: str, says: str, complains: str = "", ends: int = 0) -> None:
        told = json.dumps({"says": says, "complains": complains, "ends": ends})
        (self.folder / f"{name}.json").write_text(told, encoding="utf-8")

    def calls(self, name: str) -> list[list[str]]:
        lines = (self.folder / "calls").read_text(encoding="utf-8").splitlines()
        return [call[1:] for call in map(json.loads, lines) if call[0] == name]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrograms:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return FakePrograms(folder)


PRINTERS = SystemPrinters()


def handed_over(printer: str) -> str:
    """Hand one label over; gives the name of its job."""
    return PRINTERS.hand_over(LABEL, printer, tray="", copies=1, title="device_label 1")


def test_the_paper_is_handed_over_as_it_is_with_tray_copies_and_title(
    programs: FakePrograms,
) -> None:
    PRINTERS.hand_over(LABEL, "Office", tray="Lower", copies=2, title="quote 2026/00118")
    (call,) = programs.calls("lp")
    assert call[:4] == ["-d", "Office", "-n", "2"]
    assert "InputSlot=Lower" in call
    assert call[call.index("-t") + 1] == "quote 2026/00118"
    assert (programs.folder / "input").read_bytes() == LABEL


def test_the_size_of_a_label_is_told_or_it_would_land_on_a_sheet(programs: FakePrograms) -> None:
    handed_over("Office")
    assert "media=Custom.62x29mm" in programs.calls("lp")[0]


@pytest.mark.parametrize(
    ("alerts", "why"),
    [
        ("media-empty-error", "paper_out"),
        ("media-jam, door-open-error", "jam, open"),
        ("offline-report connecting-to-device", "offline"),
    ],
)
def test_a_printer_that_cannot_print_now_is_told_before_anything_is_handed_over(
    programs: FakePrograms, alerts: str, why: str
) -> None:
    programs.answer("lpstat", IDLE.replace("none", alerts))
    with pytest.raises(PrinterStopped, match=why):
        handed_over("Office")
    assert programs.calls("lp") == []


def test_a_warning_keeps_no_paper_from_being_printed(programs: FakePrograms) -> None:
    programs.answer("lpstat", IDLE.replace("none", "media-low-warning toner-low-report"))
    handed_over("Office")
    assert len(programs.calls("lp")) == 1


def test_a_printer_that_is_gone_is_told(programs: FakePrograms) -> None:
    programs.answer("lpstat", "", 'lpstat: Invalid destination name in list "Office".', 1)
    with pytest.raises(PrinterGone, match="Office"):
        handed_over("Office")


def test_what_lp_says_when_it_refuses_is_told(programs: FakePrograms) -> None:
    programs.answer("lp", "", "lp: Destination Office is not accepting jobs.", 1)
    with pytest.raises(PrintingFailed, match="not accepting jobs"):
        handed_over("Office")


def test_the_trays_are_those_that_the_printer_tells(programs: FakePrograms) -> None:
    programs.answer("lpoptions", "PageSize/Page: *A4 A5\nInputSlot/Tray: Auto *Upper Lower")
    assert tray_names("Office") == ["Auto", "Upper", "Lower"]
    programs.answer("lpoptions", "", "lpoptions: Unable to get PPD file", 1)
    assert tray_names("Office") == []


def test_a_job_has_the_name_that_lp_tells(programs: FakePrograms) -> None:
    programs.answer("lp", "request id is Front-Office-17 (0 file(s))")
    assert handed_over("Office") == "Front-Office-17"


def test_a_cups_that_falls_silent_leaves_a_job_as_it_is(programs: FakePrograms) -> None:
    programs.answer("lpstat", "", "lpstat: Bad file descriptor", 1)
    assert not PRINTERS.outcome("Office-1").over


@pytest.mark.parametrize("reason", ["job-canceled-by-user", "aborted-by-system"])
def test_a_job_that_was_dropped_did_not_come_out(programs: FakePrograms, reason: str) -> None:
    told = f"Office-1  root  1024  Sun Nov 22 16:40:03 2026\n\tAlerts: {reason}"
    programs.answer_in_turn("lpstat", "", told)
    assert PRINTERS.outcome("Office-1") == Outcome(over=True, dropped=True)


def test_a_label_painted_by_qt_keeps_its_size(tmp_path: Path, dressed: object) -> None:
    assert dressed
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    paint_pdf(LABEL, printer)
    made, meant = pypdfium2.PdfDocument(tmp_path / "out.pdf"), pypdfium2.PdfDocument(LABEL)
    size, wanted = made.get_page_size(0), meant.get_page_size(0)
    made.close()
    meant.close()
    assert size == pytest.approx(wanted, abs=1)


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    with running(monkeypatch) as made:
        yield made


@needs_cups
def test_the_very_bytes_reach_a_printer_through_cups(cups: Cups) -> None:
    handed_over("Office")
    assert LABEL in cups.arrived()


@needs_cups
def test_cups_tells_a_printer_that_was_stopped_and_one_that_is_not_there(cups: Cups) -> None:
    cups.run("cupsdisable", "-r", "Out of toner", "Office")
    with pytest.raises(PrinterStopped, match="Out of toner"):
        handed_over("Office")
    with pytest.raises(PrinterGone, match="Attic"):
        handed_over("Attic")


@needs_cups
def test_paper_that_runs_out_is_told_by_cups_and_the_job_comes_out_once_it_is_refilled(
    cups: Cups, qtbot: QtBot
) -> None:
    cups.take_paper_out()
    job = handed_over("Bench")
    qtbot.waitUntil(lambda: PRINTERS.outcome(job).why == (PrinterTrouble.PAPER_OUT,))
    assert cups.printed == b""
    with pytest.raises(PrinterStopped, match="paper_out"):
        handed_over("Bench")
    cups.put_paper_in()
    qtbot.waitUntil(lambda: PRINTERS.outcome(job) == Outcome(over=True))
    assert cups.printed == LABEL


@needs_cups
def test_a_printer_that_is_switched_off_is_told_although_cups_takes_the_job(
    cups: Cups, qtbot: QtBot
) -> None:
    cups.run("lpadmin", "-p", "Dark", "-E", "-v", "socket://127.0.0.1:1/")
    job = handed_over("Dark")
    qtbot.waitUntil(lambda: PRINTERS.outcome(job).why == (PrinterTrouble.OFFLINE,))


@needs_cups
def test_a_job_is_taken_back_from_cups_before_it_goes_elsewhere(cups: Cups) -> None:
    cups.take_paper_out()
    job = handed_over("Bench")
    assert PRINTERS.withdraw(job)
    cups.put_paper_in()
    assert PRINTERS.outcome(job).over
    assert cups.printed == b""
    assert not PRINTERS.withdraw(job)


@needs_cups
def test_a_printer_that_was_deleted_while_it_held_a_job_is_told(cups: Cups) -> None:
    cups.take_paper_out()
    job = handed_over("Bench")
    cups.run("lpadmin", "-x", "Bench")
    assert PRINTERS.outcome(job) == Outcome(over=False, why=(PrinterTrouble.OFFLINE,))


def test_by_qt_a_printer_that_is_gone_is_told_instead_of_another_one_taken(
    dressed: object,
) -> None:
    assert dressed
    with pytest.raises(PrinterGone, match="no such printer is not there"):
        print_painted(LABEL, "no such printer", "", 1, "")
