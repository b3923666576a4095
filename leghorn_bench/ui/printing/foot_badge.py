"""The sign at the foot that papers have not come out; a click shows which."""

from collections.abc import Sequence

from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.texts.screen import ngettext
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.tokens import TARGET


class PrintingBadge(IconButton):
    """Shown while a job has failed; icon, words and colour say it."""

    def __init__(self) -> None:
        super().__init__("printer", "", part="danger")
        self.setMinimumHeight(TARGET)
        self.hide()

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Show how many of ``jobs`` a person has to see to."""
        failed = [job for job in jobs if job.state == JobState.FAILED]
        text = ngettext("{n} paper not printed", "{n} papers not printed", len(failed))
        text = text.format(n=len(failed))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(failed[-1].reason if failed else "")
        self.setVisible(bool(failed))
