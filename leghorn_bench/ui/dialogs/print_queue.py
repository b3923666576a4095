"""The papers that have not come out: why, and print again, elsewhere, or put aside."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.marks import hairline
from leghorn_bench.ui.printing.job_row import JobRow
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import scrolling
from leghorn_bench.ui.widgets.empty_state import EmptyState

_MOST_SHOWN = 60


class PrintQueueDialog(HouseDialog):
    """Follows the queue while it is open.

    Args:
        queue: the queue of this station.
        printers: the system's printers, the usual one first.
        parent: the window.
    """

    def __init__(self, queue: PrintQueue, printers: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(_("Papers to print"), parent, "printer")
        self.resize_within_screen(640, 560)
        self._queue, self._printers = queue, tuple(printers)
        self.rows: dict[int, JobRow] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.add(scrolling(self._list), 1)
        self._all = self.add_verb(_("Print all again"), icon="refresh")
        self._all.clicked.connect(self.print_all)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
        queue.changed.connect(self.show_jobs)
        queue.progressed.connect(self._show_progress)
        self.show_jobs(queue.jobs)

    def print_all(self) -> None:
        """Try everything again that did not come out, and is not in a printer already."""
        self._queue.print_again([job.id for job in self._queue.jobs if _can_be_tried(job)])

    def show_jobs(self, jobs: Sequence[PrintJob]) -> None:
        """Show what has not come out."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {job.id: JobRow(job, self._queue, self._printers) for job in jobs[:_MOST_SHOWN]}
        for row in self.rows.values():
            if self._column.count():
                self._column.addWidget(hairline())
            self._column.addWidget(row)
        if not self.rows:
            everything = EmptyState("circle-check", _("Everything has come out"), "", Tone.OK)
            self._column.addWidget(everything)
        self._column.addStretch(1)
        self._all.setVisible(sum(_can_be_tried(job) for job in jobs) > 1)

    def _show_progress(self, job_id: int, sent: int, of: int) -> None:
        row = self.rows.get(job_id)
        if row is not None:
            row.show_progress(sent, of)


def _can_be_tried(job: PrintJob) -> bool:
    return job.in_trouble and job.state != JobState.HANDED_OVER
