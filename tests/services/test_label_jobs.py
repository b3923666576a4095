"""Labels go to the printer of labels by the map of the settings, without a dialog."""

from datetime import date

import pytest

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.records.printing import JobState, Way
from leghorn_bench.readers.label_port import LabelPrinterGone
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_jobs import queue_device_labels, send_test_label, stock_names
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.print_jobs import content_of
from leghorn_bench.services.printing import carry_out, labels_of
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from tests.services.case_stories import received
from tests.services.conftest import Stock
from tests.services.test_printing import (
    FakePrinting,
    LabelPrinterOnSocket,
    on_socket,
    with_settings,
)

__all__ = ["on_socket"]


def to(printer: str, *label_printers: LabelPrinter) -> BenchSettings:
    return BenchSettings(
        printers={"device_label": PrinterChoice(printer)}, label_printers=label_printers
    )


def parcel_of_two(bench: Bench, stock: Stock) -> int:
    return received(bench, stock, [stock.unit(date(2026, 2, 1)) for _ in range(2)])[2]


def test_without_a_printer_of_labels_nothing_is_queued(ready: Bench, stock: Stock) -> None:
    assert queue_device_labels(ready, parcel_of_two(ready, stock)) is None


def test_a_label_printer_gets_its_own_language_at_the_resolution_of_its_head(
    ready: Bench, stock: Stock, on_socket: LabelPrinterOnSocket
) -> None:
    zebra = LabelPrinter("Zebra", address=on_socket.address, dots_per_mm=12)
    bench = with_settings(ready, to("Zebra", zebra))
    job = queue_device_labels(bench, parcel_of_two(bench, stock))
    assert job is not None
    assert (job.way, job.label) == (Way.LABELS, "2")
    zpl = content_of(bench, job)
    assert len(labels_of(zpl)) == 2
    assert b"^PW744" in zpl  # 62 mm of 12 dots
    ended = carry_out(bench, job.id, FakePrinting())
    assert ended is not None
    assert ended.state == JobState.PRINTED


def test_a_printer_of_the_system_gets_a_pdf(ready: Bench, stock: Stock) -> None:
    bench = with_settings(ready, to("Office"))
    job = queue_device_labels(bench, parcel_of_two(bench, stock), "a4-3x7")
    assert job is not None
    assert job.way == Way.SYSTEM
    assert content_of(bench, job).startswith(b"%PDF")


def test_an_empty_parcel_has_no_labels(ready: Bench) -> None:
    bench = with_settings(ready, to("Office"))
    empty = begin_parcel(bench, Arrival())
    with pytest.raises(ParcelEmpty):
        queue_device_labels(bench, empty.id)


def test_a_test_label_reaches_the_printer_or_says_why_not(
    on_socket: LabelPrinterOnSocket,
) -> None:
    send_test_label(LabelPrinter("Zebra <1>", address=on_socket.address))
    with pytest.raises(LabelPrinterGone, match="does not answer"):
        send_test_label(LabelPrinter("Zebra", address="127.0.0.1:1"))


def test_every_stock_has_its_name() -> None:
    assert stock_names()["roll-62x29"] == "62 × 29 mm"
