"""The printing of one station: its queue, the sign at the foot, and their dialogs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.printing.queue import PrintQueue
from leghorn_bench.ui.tokens import Tone

if TYPE_CHECKING:
    from leghorn_bench.ui.window import BenchWindow
    from leghorn_bench.ui.workplace import Workplace


class PrintingAtWork(QObject):
    """Tells the window in front what does not come out.

    Args:
        workplace: where.
        window: the window as it is now; another language brings another one.
        parent: the station.
    """

    def __init__(
        self, workplace: "Workplace", window: Callable[[], "BenchWindow"], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace, self._window = workplace, window
        self._told: dict[int, str] = {}
        """What was last said of a job that does not come out: its reason is not said twice."""
        self.queue = PrintQueue(workplace, parent=self)
        self.queue.changed.connect(self._show)
        self.queue.ended.connect(self._tell)
        self.queue.progressed.connect(self._show_progress)
        self.attach()

    def attach(self) -> None:
        """Be there in a window that is new."""
        badge = self._window().foot.printing
        badge.clicked.connect(self.open_queue)
        badge.show_jobs(self.queue.jobs)

    def open_queue(self) -> None:
        """Show what has not come out, and why."""
        from leghorn_bench.ui.dialogs.print_queue import PrintQueueDialog  # noqa: PLC0415 - seldom
        from leghorn_bench.ui.printing.printers import printer_names  # noqa: PLC0415 - as above

        PrintQueueDialog(self.queue, printer_names(), self._window()).open()

    def close(self) -> None:
        """Finish the job under way; what it still tells, no window shows."""
        self.queue.close()
        for told in (self.queue.changed, self.queue.ended, self.queue.progressed):
            told.disconnect()

    def _show(self, jobs: tuple[PrintJob, ...]) -> None:
        self._window().foot.printing.show_jobs(jobs)

    def _show_progress(self, _job: int, sent: int, of: int) -> None:
        self._window().foot.printing.show_progress(sent, of)

    def _tell(self, job: PrintJob) -> None:
        if job.in_trouble:
            if self._told.get(job.id) != job.reason:
                self._told[job.id] = job.reason
                self._window().say(Said(job.reason, tone=Tone.STOP))
        elif job.state == JobState.PRINTED and self._told.pop(job.id, ""):
            from leghorn_bench.ui.printing.job_words import job_title  # noqa: PLC0415 - as above

            come_out = _("{paper} has come out after all.").format(paper=job_title(job))
            self._window().say(Said(come_out, tone=Tone.OK))
