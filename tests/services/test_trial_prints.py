"""A test print says where it came out, and issues nothing."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.printing import content_of
from leghorn_bench.services.trial_prints import order_test
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import select
from tests.documents.pages import one_line, pictures


def test_a_test_page_names_its_printer_and_tray(bench: Bench) -> None:
    job = order_test(bench, PaperKind.DDT, PrinterChoice("Ufficio", "Cassetto 2", copies=3))
    assert (job.printer, job.tray, job.copies) == ("Ufficio", "Cassetto 2", 1)
    said = one_line(content_of(bench, job))
    assert "Ufficio Cassetto 2 Documento di trasporto" in said
    assert select(bench.store, StoredPaper) == []


def test_a_test_label_lies_on_the_labels_of_the_printer(bench: Bench) -> None:
    choice = PrinterChoice("Brother", stock="roll-62x40")
    job = order_test(bench, PaperKind.DEVICE_LABEL, choice)
    (label,) = pictures(content_of(bench, job), 25.4)
    assert label.size == (62, 40)
