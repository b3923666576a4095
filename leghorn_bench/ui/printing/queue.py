"""Carries the queue of this station: looks for what waits, and prints it beside the GUI."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.printing import JobState
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.ui.workers.executor import DatabaseExecutor
from leghorn_bench.ui.workplace import Workplace

if TYPE_CHECKING:
    from leghorn_bench.domain.records.printing import PrintJob
    from leghorn_bench.services.bench import Bench
    from leghorn_bench.services.printing import SystemPrinting

_LOOK_MS = 1000
_LOOKS_BETWEEN_QUESTIONS = 3
"""The system is asked about what it holds this seldom: each question starts two programs."""


class PrintQueue(QObject):
    """Who starts it closes it.

    A paper is queued in the transaction that issues it, by whatever page; so the queue looks into
    the store once a second (a look is one indexed statement) instead of being told by each page.

    Args:
        workplace: where; nothing is printed before the store is open.
        printing: the printing of the system; None: ``printers.SystemPrinters``.
        parent: its owner.
    """

    changed = Signal(object)
    """The jobs that have not come out, a tuple of ``PrintJob``, the oldest first."""
    ended = Signal(object)
    """A ``PrintJob`` that was just tried, or of which its printer has told something new."""
    progressed = Signal(int, int, int)
    """A job's id, how many of its labels are sent, of how many."""
    _thread_idle = Signal()

    def __init__(
        self,
        workplace: Workplace,
        printing: "SystemPrinting | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._made = workplace, printing
        self._thread = DatabaseExecutor(self)
        self._stop, self._closing = Event(), Event()
        self._busy = False
        self._looks = 0
        self._asked_for: list[int] = []
        self._errands: list[Callable[[], object]] = []
        self.jobs: tuple[PrintJob, ...] = ()
        """What has not come out, as last told."""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        workplace.bench_changed.connect(self._begin)
        self.progressed.connect(self._show_begun)
        self._thread_idle.connect(self._over, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        """Print what waits, and ask about what is handed over; nothing while something prints."""
        if self._busy or not self._workplace.is_open:
            return
        from leghorn_bench.services.print_jobs import handed_over, waiting_jobs  # noqa: PLC0415 - after start

        bench = self._workplace.bench
        self._looks += 1
        asks = bool(self._errands) or self._looks % _LOOKS_BETWEEN_QUESTIONS == 0
        try:
            wanted = [*self._asked_for, *waiting_jobs(bench)]
            held = handed_over(bench) if asks else []
        except BenchError:  # the page in front tells of a store that is gone; the next look asks
            return
        self._asked_for = []
        if wanted or held or self._errands:
            self._print(bench, wanted, held)

    def print_again(self, jobs: Sequence[int]) -> None:
        """Try jobs again that have failed."""
        self._asked_for += jobs
        self.look()

    def go_on_from(self, job_id: int, label: int) -> None:
        """Print the labels of a job from ``label`` (from 1) on."""
        from leghorn_bench.services.print_jobs import go_on_from  # noqa: PLC0415 - as above

        go_on_from(self._workplace.bench, job_id, label)
        self._tell()
        self.look()

    def send_elsewhere(self, job_id: int, printer: str) -> None:
        """Print a job on another printer of the system; the first one gives it back before."""
        from leghorn_bench.services.print_jobs import send_elsewhere  # noqa: PLC0415 - as above

        bench = self._workplace.bench
        self._when_given_back(job_id, lambda: send_elsewhere(bench, job_id, printer))

    def put_aside(self, job_id: int) -> None:
        """A person does not want the job any more."""
        from leghorn_bench.services.print_jobs import put_aside  # noqa: PLC0415 - as above

        bench = self._workplace.bench
        self._when_given_back(job_id, lambda: put_aside(bench, job_id))

    def stop(self) -> None:
        """Stop the labels that are being sent after the one under way."""
        self._stop.set()

    def close(self) -> None:
        """Finish the job under way; what waits, waits for the next start."""
        self._timer.stop()
        self._closing.set()
        self._thread.close()

    def _begin(self) -> None:
        if self._timer.isActive():
            return
        from leghorn_bench.services.print_jobs import own_up_to_interrupted  # noqa: PLC0415 - as above

        own_up_to_interrupted(self._workplace.bench)
        self._timer.start()
        self._tell()
        self.look()

    def _when_given_back(self, job_id: int, then: Callable[[], object]) -> None:
        """Do ``then`` at once, or once the system has given the job back, on the thread."""
        job = next((one for one in self.jobs if one.id == job_id), None)
        if job is None or not job.spooled or job.state != JobState.HANDED_OVER:
            then()
            self._tell()
        else:
            spooled = job.spooled

            def errand() -> None:
                if self._printing.withdraw(spooled):
                    then()

            self._errands.append(errand)
        self.look()

    @property
    def _printing(self) -> "SystemPrinting":
        if self._made is None:
            from leghorn_bench.ui.printing.printers import SystemPrinters  # noqa: PLC0415 - loads Qt's printing

            self._made = SystemPrinters()
        return self._made

    def _print(self, bench: "Bench", wanted: Sequence[int], held: "Sequence[PrintJob]") -> None:
        from leghorn_bench.services.printing import carry_out, follow  # noqa: PLC0415 - as above

        self._busy = True
        printing = self._printing
        errands, self._errands = self._errands, []

        def work() -> None:
            """Runs on the printing thread: emits, never touches widgets."""
            try:
                for errand in errands:
                    errand()
                for job in held:
                    with suppress(RecordChanged):  # a person has decided about it meanwhile
                        self._heard(follow(bench, job, printing))
                for job_id in dict.fromkeys(wanted):
                    self._stop.clear()
                    if self._closing.is_set():
                        return
                    self._heard(carry_out(bench, job_id, printing, self._progress_of(job_id)))
            finally:
                bench.store.close()  # the connection of this thread
                self._thread_idle.emit()

        self._thread.submit(self, work, lambda _nothing: None)

    def _heard(self, job: "PrintJob | None") -> None:
        if job is not None:
            self.ended.emit(job)

    def _progress_of(self, job_id: int) -> Callable[[int, int], bool]:
        def progress(sent: int, of: int) -> bool:
            self.progressed.emit(job_id, sent, of)
            return not (self._stop.is_set() or self._closing.is_set())

        return progress

    def _show_begun(self, job_id: int, _sent: int, _of: int) -> None:
        shown = any(job.id == job_id and job.state == JobState.PRINTING for job in self.jobs)
        if not shown and self._workplace.is_open and self._busy:
            self._tell()

    def _over(self) -> None:
        self._busy = False
        if self._workplace.is_open:
            self._tell()

    def _tell(self) -> None:
        from leghorn_bench.services.print_jobs import open_jobs  # noqa: PLC0415 - as above

        jobs = tuple(open_jobs(self._workplace.bench))
        if jobs != self.jobs:
            self.jobs = jobs
            self.changed.emit(jobs)
