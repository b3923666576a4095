"""What becomes of a paper that was just issued: it comes out by itself, or it is shown first."""

from PySide6.QtWidgets import QWidget

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import Issued
from leghorn_bench.services.print_jobs import comes_out
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview


def show_issued(bench: Bench, title: str, issued: Issued, parent: QWidget) -> PaperPreview | None:
    """Show the original, unless the map of printers has sent it out already."""
    if comes_out(bench, issued.paper.kind):
        return None
    preview = PaperPreview(title, issued.paper, issued.pdf, None, parent)
    preview.open()
    return preview
