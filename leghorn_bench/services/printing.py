"""Carry a job out to a printer, a label printer or a folder, and record what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.domain.records.printing import JobState, PrintJob, Way
from leghorn_bench.readers.label_port import (
    BATCH,
    LabelPrinterGone,
    LabelPrinterStopped,
    send_labels,
    troubles_of,
)
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.issuing import as_it_stands
from leghorn_bench.services.label_jobs import NothingToLabel, drawn
from leghorn_bench.services.paper_files import FolderMissing, PaperNotSaved, save_paper
from leghorn_bench.services.print_jobs import end, label_printer, note_sent, take
from leghorn_bench.store.print_jobs import payload
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken

Progress = Callable[[int, int], bool]
"""Told how many labels of how many are sent; gives False to stop."""
_END_OF_LABEL = b"^XZ\n"


class PrinterNotReady(BenchError):
    """Something is the matter with a printer of the system, and nothing of the paper was taken.

    Such a paper waits, and is tried again by itself.
    """


class SystemPrinting(Protocol):
    """The printing of the operating system, as ``ui.printing.printers`` knows it."""

    def hand_over(self, pdf: bytes, printer: str, *, tray: str, copies: int, title: str) -> str:
        """Hand ``pdf`` over; gives the system's name of the job, empty when it tells none.

        Raises:
            PrinterNotReady: it cannot print now; nothing was taken.
            BenchError: the system refused.
        """

    def outcome(self, spooled: str) -> "Outcome":
        """What has become of a job that was handed over."""

    def withdraw(self, spooled: str) -> bool:
        """Take a job back from the system; whether it had not come out yet."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the system says of a job."""

    over: bool
    """The printer has finished it, or it was dropped."""
    dropped: bool = False
    """Somebody or something else ended it before it was printed."""
    why: tuple[PrinterTrouble | str, ...] = ()
    """What keeps the printer from going on, in coded words or in the system's own."""


class LabelPrinterUnknown(BenchError):
    """The settings no longer have the label printer of a job."""

    sentence = (
        "The settings of printing know no label printer {printer}: nothing was printed. Add it"
        " there, or put the labels aside and print them again."
    )


class LabelPrinterForgotten(BenchError):
    """The settings no longer have the label printer that holds the last labels of a job."""

    sentence = (
        "The settings of printing no longer know the label printer {printer}, which held the last"
        " labels: they may have come out or not. Look at the last label, then print again or put"
        " it aside."
    )


class LabelsStopped(BenchError):
    """A person stopped the labels."""

    sentence = "Stopped after {sent} of {all} labels; the rest goes on from there."


class StoppedBeforePrinting(BenchError):
    """A person stopped the labels while they were drawn."""

    sentence = "Stopped before anything was printed."


class PrinterHoldsIt(BenchError):
    """The printer has the paper, and cannot go on."""

    sentence = (
        "The printer {printer} cannot go on: {why}. See to it; the paper waits in it and comes out"
        " by itself."
    )


class DroppedBySystem(BenchError):
    """The paper was deleted from the queue of the system."""

    sentence = (
        "The job was cancelled in the queue of the printer {printer} before it was printed. Print"
        " it again, or put it aside."
    )


_WAIT = (
    PrinterNotReady,
    FolderMissing,
    PaperNotSaved,
    LabelPrinterGone,
    LabelPrinterStopped,
)
"""What passes when somebody sees to the printer or the disk: tried again by itself."""


def carry_out(
    bench: Bench, job_id: int, printing: SystemPrinting, progress: Progress | None = None
) -> PrintJob | None:
    """Print one job now; gives it as it is then, or None when somebody else has it.

    Whatever the world refuses is kept with the job as a sentence. What passes by itself is tried
    again; what nobody but a person can judge waits for one. What is not of the world is raised,
    with the job left as on its way: it may have come out.
    """
    job = take(bench, job_id)
    if job is None:
        return None
    under_way = _UnderWay(bench, job, printing, progress)
    try:
        return under_way.carry()
    except NothingToLabel as gone:
        return under_way.end(JobState.PUT_ASIDE, gone)
    except _WAIT as refused:
        return under_way.end(JobState.WAITING, refused)
    except BenchError as refused:
        return under_way.end(JobState.FAILED, refused)


def follow(bench: Bench, job: PrintJob, printing: SystemPrinting) -> PrintJob | None:
    """Ask what has become of a job that was handed over; gives it when something has changed."""
    try:
        outcome = _outcome(bench, job, printing)
    except LabelPrinterForgotten as lost:
        return end(bench, job, JobState.FAILED, told(lost, spoken()), job.sent)
    if outcome.dropped:
        reason = told(DroppedBySystem(printer=job.printer), spoken())
        return end(bench, job, JobState.FAILED, reason, job.sent)
    if outcome.over:
        return end(bench, job, JobState.PRINTED, sent=job.sent)
    held = PrinterHoldsIt(printer=job.printer, why=outcome.why)
    reason = told(held, spoken()) if outcome.why else ""
    if reason == job.reason:
        return None
    return end(bench, job, JobState.HANDED_OVER, reason, job.sent)


def _outcome(bench: Bench, job: PrintJob, printing: SystemPrinting) -> Outcome:
    if job.way != Way.LABELS:
        return printing.outcome(job.spooled)
    chosen = label_printer(bench.settings(), job.printer)
    if chosen is None:
        raise LabelPrinterForgotten(printer=job.printer)
    try:
        troubles = troubles_of(chosen.kind, chosen.address, baud=chosen.baud)
    except LabelPrinterGone:
        troubles = (PrinterTrouble.OFFLINE,)
    return Outcome(over=not troubles, why=troubles)


def content_of(bench: Bench, job: PrintJob, progress: Progress | None = None) -> bytes:
    """What is to be printed: the bytes that were issued, what the job brought, or labels.

    Raises:
        PaperDamaged: the issued bytes are no longer what their hash says.
        NothingToLabel, StockUnknown: there are no labels to be drawn.
    """
    if job.paper_id is not None:
        return as_it_stands(bench, job.paper_id)
    if job.subjects:
        return drawn(bench, job, progress)
    return payload(bench.store, job.id)


class _UnderWay:
    """One job while it is carried out; ``job`` is its newest version."""

    def __init__(
        self, bench: Bench, job: PrintJob, printing: SystemPrinting, progress: Progress | None
    ) -> None:
        self._bench, self.job = bench, job
        self._printing, self._progress = printing, progress

    def carry(self) -> PrintJob:
        """Hand it over by its way."""
        content = content_of(self._bench, self.job, self._drawing)
        if not content:
            raise StoppedBeforePrinting
        match self.job.way:
            case Way.FOLDER:
                save_paper(self._bench.settings().papers_folder, self.job.file_name, content)
                return self._ended(JobState.PRINTED)
            case Way.LABELS:
                return self._send(content)
            case _:
                return self._hand_over(content)

    def end(self, state: JobState, refusal: BenchError) -> PrintJob:
        """Record that the world refused it, and how far it came."""
        sent = refusal.facts.get("sent", self.job.sent)
        return self._ended(state, told(refusal, spoken()), int(str(sent)))

    def _ended(self, state: JobState, reason: str = "", sent: int | None = None) -> PrintJob:
        at = self.job.sent if sent is None else sent
        return end(self._bench, self.job, state, reason, at)

    def _drawing(self, done: int, of: int) -> bool:
        return self._progress is None or self._progress(done, of)

    def _hand_over(self, pdf: bytes) -> PrintJob:
        job = self.job
        title = f"{job.kind} {job.label}"
        spooled = self._printing.hand_over(
            pdf, job.printer, tray=job.tray, copies=job.copies, title=title
        )
        if not spooled:
            return self._ended(JobState.PRINTED, sent=job.total)
        self.job = replace(job, spooled=spooled)
        return self._ended(JobState.HANDED_OVER, sent=job.total)

    def _send(self, content: bytes) -> PrintJob:
        chosen = label_printer(self._bench.settings(), self.job.printer)
        if chosen is None:
            raise LabelPrinterUnknown(printer=self.job.printer)
        formats = [one for one in labels_of(content) for _ in range(self.job.copies)]
        sent = send_labels(
            chosen.name,
            chosen.kind,
            chosen.address,
            formats,
            baud=chosen.baud,
            first=self.job.sent,
            progress=self._sending,
        )
        if sent.count < len(formats):
            raise LabelsStopped(sent=sent.count, all=len(formats))
        if not sent.troubles:
            return self._ended(JobState.PRINTED, sent=sent.count)
        held = PrinterHoldsIt(printer=chosen.name, why=sent.troubles)
        return self._ended(JobState.HANDED_OVER, told(held, spoken()), sent.count)

    def _sending(self, sent: int, of: int) -> bool:
        if sent % BATCH == 0 and sent < of:
            self.job = note_sent(self._bench, self.job, sent)
        return self._progress is None or self._progress(sent, of)


def labels_of(zpl: bytes) -> list[bytes]:
    """The formats of ZPL written by ``documents.zpl``, each whole."""
    return [one + _END_OF_LABEL for one in zpl.split(_END_OF_LABEL) if one.strip()]
