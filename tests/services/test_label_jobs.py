"""Labels are drawn when their turn has come, on what is in the printer then."""

from datetime import date

import pytest

from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.readers.label_port import LabelPrinterGone
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_jobs import send_test_label, stock_names
from leghorn_bench.services.label_orders import order_device_labels
from leghorn_bench.services.parcels import contents
from leghorn_bench.services.printing import carry_out, content_of, labels_of
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from tests.documents.pages import pictures
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.services.printers import (
    FakePrinting,
    LabelPrinterOnSocket,
    on_socket,
    with_settings,
)

__all__ = ["on_socket"]


def with_zebra(bench: Bench, zebra: LabelPrinter) -> Bench:
    kinds = ("device_label", "parcel_label")
    printers = dict.fromkeys(kinds, PrinterChoice("Zebra"))
    return with_settings(bench, BenchSettings(printers=printers, label_printers=(zebra,)))


def ordered(bench: Bench, stock: Stock, choice: PrinterChoice, skip: int = 0) -> PrintJob:
    units = [stock.unit(date(2026, 2, 1)) for _ in range(2)]
    parcel = received(bench, stock, units)[2]
    return order_device_labels(bench, contents(bench, parcel), choice, skip=skip)


def test_a_label_printer_gets_its_own_language_at_the_resolution_of_its_head(
    ready: Bench, stock: Stock, on_socket: LabelPrinterOnSocket
) -> None:
    zebra = LabelPrinter("Zebra", address=on_socket.address, dots_per_mm=12)
    bench = with_zebra(ready, zebra)
    job = ordered(bench, stock, PrinterChoice("Zebra"))
    assert (job.way, job.total) == (Way.LABELS, 2)
    zpl = content_of(bench, job)
    assert len(labels_of(zpl)) == 2
    assert b"^PW744" in zpl  # 62 mm of 12 dots
    ended = carry_out(bench, job.id, FakePrinting())
    assert ended is not None
    assert (ended.state, ended.sent) == (JobState.PRINTED, 2)
    assert on_socket.swallowed == zpl


def test_a_label_of_each_package_reaches_the_label_printer_when_the_parcel_leaves(
    ready: Bench, stock: Stock, on_socket: LabelPrinterOnSocket
) -> None:
    zebra = LabelPrinter("Zebra", address=on_socket.address, stock="roll-100x150")
    bench = with_zebra(ready, zebra)
    _, (device,), _ = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    shipped(bench, stock, [repaired(ready, device)])
    jobs = bench.store.rows("SELECT id, kind FROM print_job")
    assert [kind for _, kind in jobs] == ["parcel_label"]
    carry_out(bench, jobs[0][0], FakePrinting())
    assert b"Porto Esempio" in on_socket.swallowed
    assert b"DDT 2026/00001" in on_socket.swallowed


def test_a_printer_of_the_system_gets_a_pdf_on_the_labels_that_are_in_it(
    ready: Bench, stock: Stock
) -> None:
    job = ordered(ready, stock, PrinterChoice("Office", stock="a4-3x7"), skip=20)
    assert job.way == Way.SYSTEM
    assert len(pictures(content_of(ready, job), 36)) == 2
    printing = FakePrinting()
    ended = carry_out(ready, job.id, printing)
    assert ended is not None
    assert (ended.state, len(printing.taken)) == (JobState.PRINTED, 1)


def test_labels_that_are_stopped_while_they_are_drawn_leave_nothing_in_the_printer(
    ready: Bench, stock: Stock
) -> None:
    job = ordered(ready, stock, PrinterChoice("Office"))
    printing = FakePrinting()
    ended = carry_out(ready, job.id, printing, lambda done, _of: done == 0)
    assert ended is not None
    assert (ended.state, ended.sent, printing.taken) == (JobState.FAILED, 0, [])


def test_labels_of_what_was_taken_back_meanwhile_are_put_aside(ready: Bench, stock: Stock) -> None:
    job = ordered(ready, stock, PrinterChoice("Office"))
    ready.store.execute("UPDATE case_device SET received_on = NULL")
    ended = carry_out(ready, job.id, FakePrinting())
    assert ended is not None
    assert ended.state == JobState.PUT_ASIDE


def test_labels_that_nobody_described_are_told(ready: Bench, stock: Stock) -> None:
    job = ordered(ready, stock, PrinterChoice("Office", stock="roll-1x1"))
    ended = carry_out(ready, job.id, FakePrinting())
    assert ended is not None
    assert ended.state == JobState.FAILED
    assert "roll-1x1" in ended.reason


def test_a_test_label_reaches_the_printer_or_says_why_not(
    on_socket: LabelPrinterOnSocket,
) -> None:
    send_test_label(LabelPrinter("Zebra <1>", address=on_socket.address))
    with pytest.raises(LabelPrinterGone, match="does not answer"):
        send_test_label(LabelPrinter("Zebra", address="127.0.0.1:1"))


def test_every_stock_has_its_name() -> None:
    assert stock_names()["roll-62x29"] == "62 × 29 mm"
