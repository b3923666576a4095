"""The ways in which a paper comes to be looked at: just issued, from the archive, drawn anew."""

from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.copying import copy_of, marked_as_copy, print_copy, print_original
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.parties import operator_name
from leghorn_bench.services.print_jobs import comes_out
from leghorn_bench.services.print_orders import queue_bytes
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.ui.dialogs.paper_preview import Paper, PaperPreview
from leghorn_bench.ui.tokens import Tone


def show_issued(bench: Bench, title: str, issued: Issued, parent: QWidget) -> PaperPreview | None:
    """Show the original, unless the map of printers has sent it out already."""
    if comes_out(bench, issued.paper.kind):
        return None
    paper = issued.paper
    shown = Paper(
        title,
        PaperKind(paper.kind),
        _file_of(paper),
        issued.pdf,
        lambda choice: print_original(bench, paper.id, choice),
        lambda: issued.pdf,
        _("The original: what is printed after it is marked as a copy."),
    )
    return _opened(bench, shown, parent)


def show_filed(bench: Bench, title: str, paper: StoredPaper, parent: QWidget) -> PaperPreview:
    """Show a paper of the archive as it would be printed now: marked as copy, annulled where it is.

    Raises:
        PaperDamaged: the bytes on file are no longer those that were issued.
    """
    shown = Paper(
        title,
        PaperKind(paper.kind),
        _file_of(paper),
        marked_as_copy(bench, paper.id),
        lambda choice: print_copy(bench, paper.id, choice),
        lambda: copy_of(bench, paper.id),
        _about(bench, paper),
        Tone.QUIET if paper.annulled_at is None else Tone.STOP,
    )
    return _opened(bench, shown, parent)


def show_list(bench: Bench, title: str, file: str, pdf: bytes, parent: QWidget) -> PaperPreview:
    """Show the register of goods moved, which is drawn anew each time and has no number."""
    kind = PaperKind.EU_REGISTER
    shown = Paper(
        title,
        kind,
        file,
        pdf,
        lambda choice: queue_bytes(bench, kind, "", pdf, choice),
        lambda: pdf,
    )
    return _opened(bench, shown, parent)


def _opened(bench: Bench, shown: Paper, parent: QWidget) -> PaperPreview:
    preview = PaperPreview(bench, shown, parent)
    preview.open()
    return preview


def _file_of(paper: StoredPaper) -> str:
    return f"{paper.kind}-{paper.label}".replace("/", "-")


def _about(bench: Bench, paper: StoredPaper) -> str:
    if paper.annulled_at is not None:
        return _("Annulled on {day} by {who}: {reason}").format(
            day=day_text(paper.annulled_at.astimezone().date(), spoken()),
            who=operator_name(bench, paper.annulled_by or ""),
            reason=paper.annulled_reason,
        )
    counted = ngettext("{n} copy so far", "{n} copies so far", paper.copies)
    copies = counted.format(n=paper.copies) if paper.copies else _("none so far")
    return _(
        "Issued on {day} by {who}; the bytes on file are those that were issued. What is printed"
        " or saved from here is marked as a copy ({copies})."
    ).format(
        day=day_text(paper.issued_on, spoken()),
        who=operator_name(bench, paper.issued_by),
        copies=copies,
    )
