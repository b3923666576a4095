"""What a person prints by hand goes through the same queue: one original, then counted copies."""

from collections.abc import Iterator

import pytest

from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.copying import marked_as_copy, print_copy, print_original
from leghorn_bench.services.issuing import annul, issued_bytes
from leghorn_bench.services.print_jobs import put_aside
from leghorn_bench.services.printing import carry_out, content_of
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import read
from leghorn_bench.texts.screen import speak
from tests.services.conftest import Clock, Stock
from tests.services.printers import OFFICE, FakePrinting, issued, with_settings
from tests.services.test_papers_of_a_case import text_of

TO_OFFICE = PrinterChoice("Office", tray="Lower")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("it")


@pytest.fixture
def paper(ready: Bench, stock: Stock) -> StoredPaper:
    return issued(ready, stock).issued.paper


def copies(bench: Bench, paper: StoredPaper) -> int:
    return read(bench.store, StoredPaper, paper.id).copies


def printed(bench: Bench, job: PrintJob) -> str:
    return text_of(content_of(bench, job))


def test_the_first_print_after_the_issue_is_the_original_and_the_next_one_a_copy(
    ready: Bench, paper: StoredPaper
) -> None:
    first = print_original(ready, paper.id, TO_OFFICE)
    assert content_of(ready, first) == issued_bytes(ready, paper.id)
    second = print_original(ready, paper.id, TO_OFFICE)
    assert "COPIA" in printed(ready, second)
    assert copies(ready, paper) == 1


def test_what_the_map_has_sent_out_is_printed_again_as_a_copy(ready: Bench, stock: Stock) -> None:
    mapped = with_settings(ready, OFFICE)
    paper = issued(mapped, stock).issued.paper
    assert "COPIA" in printed(ready, print_original(mapped, paper.id, TO_OFFICE))


def test_an_original_that_was_put_aside_can_still_be_printed(
    ready: Bench, paper: StoredPaper
) -> None:
    put_aside(ready, print_original(ready, paper.id, TO_OFFICE).id)
    again = print_original(ready, paper.id, TO_OFFICE)
    assert content_of(ready, again) == issued_bytes(ready, paper.id)


def test_a_copy_is_counted_once_however_often_its_printer_refuses(
    ready: Bench, paper: StoredPaper, clock: Clock
) -> None:
    job = print_copy(ready, paper.id, TO_OFFICE)
    printing = FakePrinting(gone=True)
    for _try in range(3):
        carry_out(ready, job.id, printing)
        clock.pass_time(minutes=1)
    printing.gone = False
    carry_out(ready, job.id, printing)
    assert copies(ready, paper) == 1
    assert [tray for _pdf, _printer, tray, _copies in printing.taken] == ["Lower"]


def test_looking_at_a_paper_counts_nothing_and_shows_what_would_be_printed(
    ready: Bench, paper: StoredPaper
) -> None:
    assert "COPIA" in text_of(marked_as_copy(ready, paper.id))
    assert copies(ready, paper) == 0


def test_an_original_that_is_annulled_while_it_waits_comes_out_saying_so(
    ready: Bench, paper: StoredPaper
) -> None:
    job = print_original(ready, paper.id, TO_OFFICE)
    annul(ready, paper.id, "cliente sbagliato")
    assert "ANNULLATO" in printed(ready, job)
    assert "COPIA" not in printed(ready, job)
