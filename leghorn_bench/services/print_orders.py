"""What an event or a person sends to a printer: each becomes a job of the one queue."""

from collections.abc import Sequence
from dataclasses import replace

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.paper_files import PaperNamed, PatternUnknown, file_name
from leghorn_bench.services.print_jobs import label_printer, station
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.store.records import add, read, select
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.texts.words import word

USUAL_STOCK = {
    PaperKind.DEVICE_LABEL: "roll-62x29",
    PaperKind.PARCEL_LABEL: "roll-100x150",
    PaperKind.SHELF_LABEL: "roll-62x29",
    PaperKind.BADGE_LABEL: "roll-62x29",
}
"""The labels that a printer of the system has, where the settings say nothing."""


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


def queue_original(bench: Bench, paper_id: int, choice: PrinterChoice) -> PrintJob | None:
    """Queue the issued bytes themselves; None where the original is out already, or on its way.

    One original leaves the house: what is printed after it is a copy (``services.copying``).
    """
    stamp = bench.stamp()
    with bench.store.transaction():
        if _original_is_out(bench, paper_id):
            return None
        paper = read(bench.store, StoredPaper, paper_id)
        job = _to_printer(paper.kind, choice, stamp)
        return add(bench.store, replace(job, paper_id=paper.id, label=paper.label), stamp)


def _original_is_out(bench: Bench, paper_id: int) -> bool:
    jobs = select(
        bench.store,
        PrintJob,
        "WHERE paper_id = ? AND way = ? AND state <> ?",
        (paper_id, Way.SYSTEM, JobState.PUT_ASIDE),
    )
    return bool(jobs)


def queue_bytes(
    bench: Bench,
    kind: PaperKind,
    label: str,
    content: bytes,
    choice: PrinterChoice,
    *,
    total: int = 0,
) -> PrintJob:
    """Queue bytes that are no issued original: a marked copy, a list of the moment.

    Args:
        bench: where.
        kind: of the paper.
        label: its number, or what it is of.
        content: a PDF; or ZPL when ``choice.printer`` is a label printer.
        choice: where it goes.
        total: how many labels there are; 0 for papers.
    """
    stamp = bench.stamp()
    job = replace(_by_its_way(bench, kind, choice, stamp), label=label, total=total)
    with bench.store.transaction():
        return add(bench.store, job, stamp, payload=content)


def queue_labels(
    bench: Bench,
    kind: PaperKind,
    subjects: Sequence[int],
    choice: PrinterChoice,
    *,
    total: int,
    skip: int = 0,
) -> PrintJob:
    """Queue labels; they are drawn when they are printed, on the labels that are in the printer.

    Args:
        bench: where.
        kind: which labels.
        subjects: ids of the devices in cases, or of the one parcel.
        choice: the printer, how many of each, and what labels are in it.
        total: how many labels there are.
        skip: labels of the first sheet that were used before.
    """
    stamp = bench.stamp()
    job = replace(
        _by_its_way(bench, kind, choice, stamp),
        label=str(total),
        subjects=tuple(subjects),
        stock=choice.stock or USUAL_STOCK[kind],
        skip=skip,
        total=total,
    )
    with bench.store.transaction():
        return add(bench.store, job, stamp)


def _by_its_way(bench: Bench, kind: str, choice: PrinterChoice, stamp: Stamp) -> PrintJob:
    job = _to_printer(kind, choice, stamp)
    by_zpl = label_printer(bench.settings(), choice.printer) is not None
    return replace(job, way=Way.LABELS) if by_zpl else job


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
