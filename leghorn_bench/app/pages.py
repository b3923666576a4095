"""Which pages the window has, in the order of its rail, and what each is given."""

from leghorn_bench.texts.screen import N_
from leghorn_bench.ui.page import Page, PageEntry
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.workplace import Workplace

BENCH = "bench"
"""The page that a scan opens when nobody else takes it."""


def entries(workplace: Workplace) -> tuple[PageEntry, ...]:
    """The pages; each is built when it is first opened, and imports what it needs then."""

    def bench() -> Page:
        return BenchPage(workplace)

    return (PageEntry(BENCH, N_("Bench"), "scan", bench),)
