"""The queue of papers on their way to a printer: what is taken, and what became of it."""

import platform
from dataclasses import replace
from datetime import timedelta

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.services.bench import Bench
from leghorn_bench.settings.values import BenchSettings, LabelPrinter
from leghorn_bench.store.records import read, save, select
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken

OPEN = (JobState.WAITING, JobState.PRINTING, JobState.HANDED_OVER, JobState.FAILED)
"""What has not come out yet."""
TRY_AGAIN = timedelta(seconds=20)
"""After this long a printer that was gone, open or out of paper is tried once more."""


class PrintInterrupted(BenchError):
    """The program ended while a job was on its way."""

    sentence = (
        "The program ended while this was printed: it may have come out. Look in the printer, then"
        " print it again or put it aside."
    )


def station() -> str:
    """The name of this computer, whose printers its jobs are for."""
    return platform.node() or "bench"


def label_printer(settings: BenchSettings, name: str) -> LabelPrinter | None:
    """The label printer of that name; None where it is one of the system."""
    return next((one for one in settings.label_printers if one.name == name), None)


def comes_out(bench: Bench, kind: str) -> bool:
    """Whether papers of ``kind`` are printed by themselves when they are issued."""
    choice = bench.settings().printers.get(kind)
    return choice is not None and bool(choice.printer)


def open_jobs(bench: Bench) -> list[PrintJob]:
    """What this computer has still to print, the oldest first."""
    return _jobs(bench, *OPEN)


def waiting_jobs(bench: Bench) -> list[int]:
    """The ids of those to be tried now, the oldest first: new ones, and refused ones in a while."""
    since = bench.clock() - TRY_AGAIN
    return [
        job.id
        for job in _jobs(bench, JobState.WAITING)
        if not job.reason or job.ended_at is None or job.ended_at <= since
    ]


def handed_over(bench: Bench) -> list[PrintJob]:
    """Those that the printing system, or the memory of a label printer, still holds."""
    return _jobs(bench, JobState.HANDED_OVER)


def _jobs(bench: Bench, *states: JobState) -> list[PrintJob]:
    marks = ",".join("?" * len(states))
    return select(
        bench.store,
        PrintJob,
        f"WHERE station = ? AND state IN ({marks}) ORDER BY id",
        (station(), *states),
    )


def job_on_file(bench: Bench, job_id: int) -> PrintJob:
    """A job as it stands now.

    Raises:
        RecordMissing: there is no such job.
    """
    return read(bench.store, PrintJob, job_id)


def take(bench: Bench, job_id: int) -> PrintJob | None:
    """Begin a job; None when another window has begun it, or a person put it aside."""
    with bench.store.transaction():
        job = read(bench.store, PrintJob, job_id)
        if job.state not in {JobState.WAITING, JobState.FAILED}:
            return None
        begun = replace(job, state=JobState.PRINTING, reason="", spooled="")
        return save(bench.store, begun, bench.stamp(), "printing")


def note_sent(bench: Bench, job: PrintJob, sent: int) -> PrintJob:
    """Record under way how many labels have gone, for the case that the program is killed."""
    with bench.store.transaction():
        return save(bench.store, replace(job, sent=sent), bench.stamp(), "sent")


def end(bench: Bench, job: PrintJob, state: JobState, reason: str = "", sent: int = 0) -> PrintJob:
    """Record what became of a job."""
    stamp = bench.stamp()
    ended = replace(job, state=state, reason=reason, sent=sent, ended_at=stamp.at)
    with bench.store.transaction():
        return save(bench.store, ended, stamp, state)


def put_aside(bench: Bench, job_id: int) -> PrintJob:
    """A person does not want it printed any more; it stays on record."""
    with bench.store.transaction():
        job = read(bench.store, PrintJob, job_id)
        return end(bench, job, JobState.PUT_ASIDE, job.reason, job.sent)


def send_elsewhere(bench: Bench, job_id: int, printer: str) -> PrintJob:
    """Let another printer of the system have a job that has not come out."""
    with bench.store.transaction():
        job = read(bench.store, PrintJob, job_id)
        moved = replace(
            job, printer=printer, tray="", state=JobState.WAITING, reason="", spooled=""
        )
        return save(bench.store, moved, bench.stamp(), "moved")


def go_on_from(bench: Bench, job_id: int, label: int) -> PrintJob:
    """Print the labels of a job from ``label`` (from 1) on: a person has looked at the last one."""
    with bench.store.transaction():
        job = read(bench.store, PrintJob, job_id)
        again = replace(job, sent=label - 1, state=JobState.WAITING, reason="")
        return save(bench.store, again, bench.stamp(), "again")


def own_up_to_interrupted(bench: Bench) -> int:
    """At the start: jobs that were on their way when the program ended; gives how many.

    They may have come out, so none is printed again unless a person says so.
    """
    begun = _jobs(bench, JobState.PRINTING)
    for job in begun:
        end(bench, job, JobState.FAILED, told(PrintInterrupted(), spoken()), job.sent)
    return len(begun)
