"""Printers for the tests: the system's is a stand-in at the edge, label printers are real lines.

A label printer is a server on a socket, or the far end of a pty, that swallows labels and
answers ``~HS`` as a Zebra does.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Thread

import pytest

from leghorn_bench.documents.label_stocks import label_stocks
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.head import PaperDevice
from leghorn_bench.domain.papers.labels import DeviceLabel, DeviceLabels
from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.printing import Outcome, PrinterNotReady
from leghorn_bench.services.quoting import IssuedQuote, issue_quote
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from tests.services.conftest import Stock
from tests.services.test_papers_of_a_case import assessed, offer

WELL = "\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n"
PAPER_OUT = WELL.replace("030,0,0", "030,1,0")
HEAD_OPEN = WELL.replace("000,0,0,0,0,2", "000,0,1,0,0,2")
THIRD = "\x021234,0\x03\r\n"


class PrinterOutError(PrinterNotReady):
    sentence = "The printer {printer} is out of paper."


@dataclass
class FakePrinting:
    """The printing of the system, at the edge of the process."""

    gone: bool = False
    follows: bool = False
    """Whether it gives its jobs a name, so that it can be asked about them."""
    taken: list[tuple[bytes, str, str, int]] = field(default_factory=list)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)

    def hand_over(self, pdf: bytes, printer: str, *, tray: str, copies: int, title: str) -> str:
        assert title
        if self.gone:
            raise PrinterOutError(printer=printer)
        self.taken.append((pdf, printer, tray, copies))
        return f"{printer}-{len(self.taken)}" if self.follows else ""

    def outcome(self, spooled: str) -> Outcome:
        return self.outcomes.get(spooled, Outcome(over=True))

    def withdraw(self, spooled: str) -> bool:
        self.withdrawn.append(spooled)
        return True


HELD = Outcome(over=False, why=(PrinterTrouble.PAPER_OUT,))


def with_settings(bench: Bench, settings: BenchSettings) -> Bench:
    return replace(bench, settings=lambda: settings)


def issued(bench: Bench, stock: Stock) -> IssuedQuote:
    return issue_quote(bench, offer(bench, assessed(bench, stock, Origin.MISUSE)))


OFFICE = BenchSettings(printers={"quote": PrinterChoice("Office", tray="Lower", copies=2)})


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


def zebra(kind: str, address: str) -> BenchSettings:
    printer = LabelPrinter("Zebra", "zpl-socket" if kind == "socket" else "zpl-serial", address)
    return BenchSettings(label_printers=(printer,))


@dataclass
class LabelPrinterOnSocket:
    """A real server that takes labels as a printer does, and says how it is when it is asked."""

    server: socket.socket
    says: str = ""
    """Its answer to ``~HS``; empty: it never answers."""
    trouble_after: int | None = None
    """After so many labels it has no paper."""
    falls_silent: bool = False
    """It has answered once, and takes labels without a word from then on."""
    mute: bool = False
    """It closes its side of the line at once, as some print servers do."""
    hangs_up_after: int | None = None
    """After so many labels somebody pulls the cable, once."""
    got: bytearray = field(default_factory=bytearray)

    @property
    def address(self) -> str:
        host, port = self.server.getsockname()
        return f"{host}:{port}"

    @property
    def labels(self) -> int:
        return self.got.count(b"^XZ")

    @property
    def swallowed(self) -> bytes:
        """The labels without the questions between them."""
        return bytes(self.got).replace(b"~HS\r\n", b"")

    def run(self) -> None:
        while True:
            try:
                line, _ = self.server.accept()
            except OSError:
                return
            with line:
                self._serve(line)

    def _serve(self, line: socket.socket) -> None:
        asked = self.got.count(b"~HS")
        if self.mute:
            line.shutdown(socket.SHUT_WR)
        while data := line.recv(65536):
            self.got += data
            if self.hangs_up_after is not None and self.labels >= self.hangs_up_after:
                self.hangs_up_after = None
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                return
            while self.says and asked < self.got.count(b"~HS"):
                asked += 1
                out = self.trouble_after is not None and self.labels >= self.trouble_after
                line.sendall(((PAPER_OUT if out else self.says) + THIRD).encode())
                self.says = "" if self.falls_silent else self.says


@pytest.fixture
def on_socket() -> Iterator[LabelPrinterOnSocket]:
    """A label printer on the network that answers what it is asked."""
    with label_printer_on_socket() as printer:
        yield printer


@contextmanager
def label_printer_on_socket() -> Iterator[LabelPrinterOnSocket]:
    server = socket.create_server(("127.0.0.1", 0))
    printer = LabelPrinterOnSocket(server, WELL)
    thread = Thread(target=printer.run)
    thread.start()
    yield printer
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join()
