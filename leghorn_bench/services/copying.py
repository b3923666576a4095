"""Copies of issued papers: marked as such, counted once each, and printed by the queue."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import copy_of, marked_as_copy
from leghorn_bench.services.print_orders import queue_bytes, queue_original
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import read

__all__ = ["copy_of", "marked_as_copy", "print_copy", "print_original"]


def print_copy(bench: Bench, paper_id: int, choice: PrinterChoice) -> PrintJob:
    """Print a reprint of an issued paper; it is counted with the job, not with every try of it.

    Raises:
        PaperDamaged: the bytes on file are no longer those that were issued.
    """
    with bench.store.transaction():
        pdf = copy_of(bench, paper_id)
        paper = read(bench.store, StoredPaper, paper_id)
        return queue_bytes(bench, PaperKind(paper.kind), paper.label, pdf, choice)


def print_original(bench: Bench, paper_id: int, choice: PrinterChoice) -> PrintJob:
    """Print a paper that was just issued: the original once, copies from then on.

    Raises:
        PaperDamaged: the bytes on file are no longer those that were issued.
    """
    return queue_original(bench, paper_id, choice) or print_copy(bench, paper_id, choice)
