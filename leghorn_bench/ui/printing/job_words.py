"""What is said of a print job: which paper it is, where it goes, since when."""

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import PrintJob, Way
from leghorn_bench.texts.screen import _, ngettext, spoken
from leghorn_bench.texts.words import word


def job_title(job: PrintJob) -> str:
    """E.g. *Repair quote 2026/00118*, *Device labels: 40*."""
    kind = word(PaperKind(job.kind), spoken())
    if job.total:
        return _("{labels}: {n}").format(labels=kind, n=job.total)
    return f"{kind} {job.label}".strip()


def where_to(job: PrintJob) -> str:
    """The printer with its tray and the copies, or the file."""
    copies = ngettext("{n} copy", "{n} copies", job.copies).format(n=job.copies)
    match Way(job.way):
        case Way.FOLDER:
            return _("PDF {name}").format(name=job.file_name)
        case Way.LABELS:
            return _("Label printer {printer}").format(printer=job.printer)
        case Way.SYSTEM:
            return " · ".join(part for part in (job.printer, job.tray, copies) if part)


def since(job: PrintJob) -> str:
    """Where to, since when, and who sent it."""
    when = job.queued_at.astimezone()
    return _("{place} · since {time}, {who}").format(
        place=where_to(job), time=f"{when:%d/%m %H:%M}", who=job.queued_by
    )
