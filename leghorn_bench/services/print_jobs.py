"""The queue of papers on their way to a printer: what goes in, what is taken, what became of it."""

import platform
from dataclasses import replace

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.paper_files import PaperNamed, PatternUnknown, file_name
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.store.papers import paper_bytes
from leghorn_bench.store.print_jobs import payload
from leghorn_bench.store.records import add, read, save, select
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word

OPEN = (JobState.WAITING, JobState.PRINTING, JobState.FAILED)
"""What has not come out yet."""


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


def queue_issued(
    bench: Bench, paper: StoredPaper, customer: str, case: str, stamp: Stamp
) -> list[PrintJob]:
    """Queue a paper as the settings say, in the transaction that issues it."""
    settings = bench.settings()
    choice = settings.printers.get(paper.kind)
    if choice is None:
        return []
    jobs = []
    if choice.printer and label_printer(settings, choice.printer) is None:
        jobs.append(_to_printer(paper.kind, choice, stamp))
    if choice.save:
        kind = word(PaperKind(paper.kind), spoken())
        named = PaperNamed(kind, paper.label, customer, case, paper.issued_on)
        jobs.append(_to_folder(paper.kind, settings.papers_name, named, stamp))
    return [
        add(bench.store, replace(job, paper_id=paper.id, label=paper.label), stamp) for job in jobs
    ]


def queue_bytes(
    bench: Bench, kind: PaperKind, label: str, content: bytes, choice: PrinterChoice
) -> PrintJob:
    """Queue bytes that are no issued original: a marked copy, labels as PDF or in ZPL.

    Args:
        bench: where.
        kind: of the paper.
        label: its number, or how many labels there are.
        content: a PDF; or ZPL when ``choice.printer`` is a label printer.
        choice: where it goes.
    """
    stamp = bench.stamp()
    job = _to_printer(kind, choice, stamp)
    if label_printer(bench.settings(), choice.printer) is not None:
        job = replace(job, way=Way.LABELS)
    with bench.store.transaction():
        return add(bench.store, replace(job, label=label), stamp, payload=content)


def _job(kind: str, way: Way, stamp: Stamp) -> PrintJob:
    return PrintJob(kind=kind, station=station(), way=way, queued_at=stamp.at, queued_by=stamp.who)


def _to_printer(kind: str, choice: PrinterChoice, stamp: Stamp) -> PrintJob:
    job = _job(kind, Way.SYSTEM, stamp)
    return replace(job, printer=choice.printer, tray=choice.tray, copies=max(1, choice.copies))


def _to_folder(kind: str, pattern: str, named: PaperNamed, stamp: Stamp) -> PrintJob:
    job = _job(kind, Way.FOLDER, stamp)
    try:
        return replace(job, file_name=file_name(pattern, named))
    except PatternUnknown as wrong:  # told in the queue: a paper is issued whatever its file's name
        name = file_name(BenchSettings().papers_name, named)
        return replace(job, file_name=name, state=JobState.FAILED, reason=told(wrong, spoken()))


def open_jobs(bench: Bench) -> list[PrintJob]:
    """What this computer has still to print, the oldest first."""
    return _jobs(bench, *OPEN)


def waiting_jobs(bench: Bench) -> list[int]:
    """The ids of those that nobody has tried yet, the oldest first."""
    return [job.id for job in _jobs(bench, JobState.WAITING)]


def _jobs(bench: Bench, *states: JobState) -> list[PrintJob]:
    marks = ",".join("?" * len(states))
    return select(
        bench.store,
        PrintJob,
        f"WHERE station = ? AND state IN ({marks}) ORDER BY id",
        (station(), *states),
    )


def content_of(bench: Bench, job: PrintJob) -> bytes:
    """What is to be printed: the very bytes that were issued, or what the job brought.

    Raises:
        PaperDamaged: the issued bytes are no longer what their hash says.
    """
    if job.paper_id is not None:
        return paper_bytes(bench.store, job.paper_id)
    return payload(bench.store, job.id)


def take(bench: Bench, job_id: int) -> PrintJob | None:
    """Begin a job; None when another window has begun it, or a person put it aside."""
    with bench.store.transaction():
        job = read(bench.store, PrintJob, job_id)
        if job.state not in {JobState.WAITING, JobState.FAILED}:
            return None
        begun = replace(job, state=JobState.PRINTING, reason="")
        return save(bench.store, begun, bench.stamp(), "printing")


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
        moved = replace(job, printer=printer, tray="", state=JobState.WAITING, reason="")
        return save(bench.store, moved, bench.stamp(), "moved")


def own_up_to_interrupted(bench: Bench) -> int:
    """At the start: jobs that were on their way when the program ended; gives how many.

    They may have come out, so none is printed again unless a person says so.
    """
    begun = _jobs(bench, JobState.PRINTING)
    for job in begun:
        end(bench, job, JobState.FAILED, told(PrintInterrupted(), spoken()), job.sent)
    return len(begun)
