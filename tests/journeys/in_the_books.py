"""What administration does, and what is on file at the end of a journey."""

from pathlib import Path

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.closing import left_open
from leghorn_bench.store.records import read, select
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.pages.money.page import MoneyPage
from tests.journeys.walk import Walk


def settles_everything(walk: Walk) -> list[str]:
    """Every open row of the money page is ticked; gives the amounts and states as they stood."""
    walk.opens("money")
    page = walk.scene.page
    assert isinstance(page, MoneyPage)
    stood = []
    while (row := page.table.current_row) is not None:
        stood.append(f"{row.claim.kind} {row.claim.amount}")
        walk.presses("Tick as settled")
    return stood


def closes(walk: Walk) -> None:
    """The case that is open on the page is closed, and the whole of it put on paper."""
    walk.opens("cases")
    walk.presses("Close the case")
    walk.presses("Issue the case summary")
    walk.presses("Close")


def nothing_is_left_open(walk: Walk, case: Case) -> bool:
    """Closed, nothing to do, every claim on its paper and settled."""
    claims = claims_of(walk.bench, case.id)
    return (
        read(walk.bench.store, Case, case.id).state == "closed"
        and left_open(walk.bench, case.id) == ()
        and all(claim.paper_id and claim.settled_at for claim in claims)
    )


def papers_issued(walk: Walk) -> list[str]:
    """Kinds of all papers on file, the earliest first."""
    return [paper.kind for paper in select(walk.bench.store, StoredPaper, "ORDER BY id")]


def has_printed(walk: Walk, folder: Path, *kinds: PaperKind) -> None:
    """Wait until these papers have come out of the queue."""
    files = [folder / f"{word(kind, spoken())}.pdf" for kind in kinds]
    walk.waits_for(lambda: all(file.is_file() for file in files))
