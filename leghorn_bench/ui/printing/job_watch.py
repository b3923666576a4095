"""Follows a print job for the dialog that ordered it, until it is out or a person is asked."""

from PySide6.QtCore import QObject, QTimer, Signal

from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.print_jobs import job_on_file
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.tokens import Tone

_LOOK_MS = 300
_OVER = frozenset({JobState.PRINTED, JobState.PUT_ASIDE, JobState.FAILED})


class JobWatch(QObject):
    """Looks at the job's record from time to time: the queue prints on a thread of its own."""

    told = Signal(str, object)
    """A sentence and its ``Tone``."""

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._job = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def follow(self, job: PrintJob) -> None:
        """Follow this job from now on."""
        self._job = job.id
        self._tell(job)
        self._timer.start()

    def _look(self) -> None:
        job = job_on_file(self._bench, self._job)
        self._tell(job)
        if JobState(job.state) in _OVER:
            self._timer.stop()

    def _tell(self, job: PrintJob) -> None:
        if job.in_trouble:
            self.told.emit(job.reason, Tone.STOP if job.state == JobState.FAILED else Tone.PAY)
            return
        sentence, tone = {
            JobState.WAITING: (_("Waiting for the printer {printer}…"), Tone.QUIET),
            JobState.PRINTING: (_("Going to the printer {printer}…"), Tone.QUIET),
            JobState.HANDED_OVER: (_("Handed to the printer {printer}."), Tone.OK),
            JobState.PRINTED: (_("Printed on {printer}."), Tone.OK),
            JobState.PUT_ASIDE: (_("Put aside: not printed on {printer}."), Tone.PAY),
        }[JobState(job.state)]
        self.told.emit(sentence.format(printer=job.printer), tone)
