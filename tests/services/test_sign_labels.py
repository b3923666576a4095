"""Labels of shelves and badges: what is printed is what a scan understands."""

import re
from datetime import date

import pytest

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import SignLabel
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.printing import JobState, Way
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_jobs import StockUnknown
from leghorn_bench.services.operators import everybody, operator_scanned
from leghorn_bench.services.places import on_shelf, place_by_scan, put_on_shelf
from leghorn_bench.services.printing import carry_out, content_of, labels_of
from leghorn_bench.services.sign_labels import (
    MOST,
    NoShelves,
    RangeUnclear,
    ShelfNotScannable,
    TooManyShelves,
    badge_of,
    order_signs,
    shelves_in_use,
    shelves_named,
)
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.store.records import add
from tests.documents.pages import codes, pictures
from tests.services.case_stories import received
from tests.services.conftest import Stock
from tests.services.printers import (
    FakePrinting,
    LabelPrinterOnSocket,
    on_socket,
    with_settings,
)

__all__ = ["on_socket"]
SOLD_ON = date(2026, 2, 1)
SHELF = PaperKind.SHELF_LABEL


def names(text: str) -> list[str]:
    return [label.name for label in shelves_named(text)]


def test_each_line_is_a_shelf_in_capitals_and_once() -> None:
    assert names(" a1\n\nScaffale  b/2 \nA1\n") == ["A1", "SCAFFALE B/2"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A9..A11", ["A9", "A10", "A11"]),
        ("B-08 .. B-10", ["B-08", "B-09", "B-10"]),
        ("3..4", ["3", "4"]),
    ],
)
def test_a_range_stands_for_all_its_shelves(written: str, meant: list[str]) -> None:
    assert names(written) == meant


@pytest.mark.parametrize("name", ["Armadio è", "架", "A" * 25, "A\x07B"])
def test_a_name_that_would_not_scan_is_refused_by_name(name: str) -> None:
    with pytest.raises(ShelfNotScannable, match=name.upper()):
        shelves_named(f"B1\n{name}")


@pytest.mark.parametrize("row", ["A1..B4", "A12..A1", "..", "A..C"])
def test_a_row_that_is_none_is_told(row: str) -> None:
    with pytest.raises(RangeUnclear, match=re.escape(row)):
        shelves_named(row)


def test_nothing_and_far_too_much_are_told() -> None:
    with pytest.raises(NoShelves):
        shelves_named("\n  \n")
    with pytest.raises(TooManyShelves, match=str(MOST)):
        shelves_named("A1..A9999")


def test_the_code_that_is_printed_puts_the_device_on_that_shelf(ready: Bench, stock: Stock) -> None:
    _, (device,), _ = received(ready, stock, [stock.unit(SOLD_ON)])
    job = order_signs(ready, SHELF, shelves_named("b-07"), PrinterChoice("Office"))
    said = {text for _, text in codes(content_of(ready, job))}
    assert said == {"LB:S:B-07"}
    place_by_scan(ready, device.id, said.pop())
    assert [one.id for one in on_shelf(ready, "B-07")] == [device.id]


def test_the_badge_that_is_printed_is_its_persons(ready: Bench) -> None:
    rosa = Operator(login="rosa", name="Rosa Esempio", roles=("warehouse",))
    with ready.store.transaction():
        add(ready.store, rosa, ready.stamp())
    (person,) = everybody(ready)
    badges = [badge_of(person)]
    job = order_signs(ready, PaperKind.BADGE_LABEL, badges, PrinterChoice("Office"))
    for _form, text in codes(content_of(ready, job)):
        assert operator_scanned(ready.store, text) == person


def test_shelves_in_use_are_offered_by_name(ready: Bench, stock: Stock) -> None:
    _, devices, _ = received(ready, stock, [stock.unit(SOLD_ON), stock.unit(SOLD_ON)])
    for device, shelf in zip(devices, ("b2", "A1"), strict=True):
        put_on_shelf(ready, device.id, shelf)
    assert shelves_in_use(ready) == ["A1", "B2"]


def test_a_label_printer_gets_its_own_language_and_every_label(
    ready: Bench, on_socket: LabelPrinterOnSocket
) -> None:
    zebra = LabelPrinter("Zebra", address=on_socket.address, dots_per_mm=12)
    bench = with_settings(ready, BenchSettings(label_printers=(zebra,)))
    job = order_signs(bench, SHELF, shelves_named("A1..A30"), PrinterChoice("Zebra"))
    assert (job.way, job.total) == (Way.LABELS, 30)
    ended = carry_out(bench, job.id, FakePrinting())
    assert ended is not None
    assert (ended.state, ended.sent) == (JobState.PRINTED, 30)
    assert len(labels_of(on_socket.swallowed)) == 30
    assert b"^PW744" in on_socket.swallowed


def test_a_sheet_that_was_begun_goes_on_where_it_was_left(ready: Bench) -> None:
    choice = PrinterChoice("Office", stock="a4-3x7")
    job = order_signs(ready, SHELF, shelves_named("A1..A2"), choice, skip=20)
    assert len(pictures(content_of(ready, job), 36)) == 2


def test_labels_that_nobody_described_are_told_before_anything_is_queued(ready: Bench) -> None:
    signs = [SignLabel("A1", "LB:S:A1")]
    with pytest.raises(StockUnknown, match="roll-1x1"):
        order_signs(ready, SHELF, signs, PrinterChoice("Office", stock="roll-1x1"))
    assert ready.store.row("SELECT count(*) FROM print_job") == (0,)
