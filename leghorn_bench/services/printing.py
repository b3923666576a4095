"""Carry a job out to a printer, a label printer or a folder, and record what came of it."""

from collections.abc import Callable
from typing import Protocol

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.readers.label_port import LabelPrinterGone, send_labels
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.paper_files import save_paper
from leghorn_bench.services.print_jobs import content_of, end, label_printer, take
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken

Progress = Callable[[int, int], bool]
"""Told how many labels of how many are sent; gives False to stop."""
_END_OF_LABEL = b"^XZ\n"


class SystemPrinting(Protocol):
    """The printing of the operating system, as ``ui.printing.printers`` knows it."""

    def __call__(self, pdf: bytes, printer: str, *, tray: str, copies: int, title: str) -> None:
        """Hand ``pdf`` over; a ``BenchError`` says that nothing was taken."""


class LabelPrinterUnknown(BenchError):
    """The settings no longer have the label printer of a job."""

    sentence = (
        "The settings of printing know no label printer {printer}: nothing was printed. Add it"
        " there, or put the labels aside and print them again."
    )


class LabelsStopped(BenchError):
    """A person stopped the labels."""

    sentence = "Stopped after {sent} of {all} labels; the rest goes on from there."


def carry_out(
    bench: Bench, job_id: int, printing: SystemPrinting, progress: Progress | None = None
) -> PrintJob | None:
    """Print one job now; gives it as it ended, or None when somebody else has it.

    Whatever the world refuses is kept with the job as a sentence, and the job can be tried again.
    What is not of the world is raised, with the job left as on its way: it may have come out.
    """
    job = take(bench, job_id)
    if job is None:
        return None
    try:
        sent = _carry(bench, job, printing, progress)
    except (LabelPrinterGone, LabelsStopped) as broken:
        return end(bench, job, JobState.FAILED, told(broken, spoken()), int(str(broken.sent)))
    except BenchError as refused:
        return end(bench, job, JobState.FAILED, told(refused, spoken()), job.sent)
    return end(bench, job, JobState.PRINTED, sent=sent)


def _carry(bench: Bench, job: PrintJob, printing: SystemPrinting, progress: Progress | None) -> int:
    content = content_of(bench, job)
    match job.way:
        case Way.FOLDER:
            save_paper(bench.settings().papers_folder, job.file_name, content)
        case Way.LABELS:
            return _send(bench, job, content, progress)
        case _:
            title = f"{job.kind} {job.label}"
            printing(content, job.printer, tray=job.tray, copies=job.copies, title=title)
    return 0


def _send(bench: Bench, job: PrintJob, content: bytes, progress: Progress | None) -> int:
    chosen = label_printer(bench.settings(), job.printer)
    if chosen is None:
        raise LabelPrinterUnknown(printer=job.printer)
    formats = labels_of(content) * job.copies
    sent = send_labels(
        chosen.name,
        chosen.kind,
        chosen.address,
        formats,
        baud=chosen.baud,
        first=job.sent,
        progress=progress,
    )
    if sent < len(formats):
        raise LabelsStopped(sent=sent, all=len(formats))
    return sent


def labels_of(zpl: bytes) -> list[bytes]:
    """The formats of ZPL written by ``documents.zpl``, each whole."""
    return [one + _END_OF_LABEL for one in zpl.split(_END_OF_LABEL) if one.strip()]
