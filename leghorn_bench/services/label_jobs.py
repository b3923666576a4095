"""Draw the labels of a job when its turn has come: as a PDF, or in a label printer's language."""

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.labels import LabelStock
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.printing import PrintJob, Way
from leghorn_bench.readers.label_port import Progress, send_labels
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import LabelForm, labels_for, parcel_labels
from leghorn_bench.services.print_jobs import label_printer
from leghorn_bench.settings.values import LabelPrinter
from leghorn_bench.store.engine import marks
from leghorn_bench.store.records import select


class NothingToLabel(BenchError):
    """What the labels were of was taken back meanwhile."""

    sentence = "What these labels were of is no longer received: there is nothing to print."


class StockUnknown(BenchError):
    """The labels that a job is for are no longer described."""

    sentence = (
        "The program knows no labels “{stock}”: nothing was printed. Choose the labels in the"
        " settings of printing, and print them again."
    )


def drawn(bench: Bench, job: PrintJob, progress: Progress | None = None) -> bytes:
    """The labels of a job; empty when ``progress`` stopped the drawing.

    Raises:
        NothingToLabel: the devices are gone from the case.
        StockUnknown: the settings name labels that nobody described.
    """
    zpl = label_printer(bench.settings(), job.printer) if job.way == Way.LABELS else None
    stock = stock_of(zpl.stock if zpl is not None else job.stock)
    form = LabelForm.PDF if zpl is None else LabelForm.ZPL
    dots = 8 if zpl is None else zpl.dots_per_mm
    if job.kind == PaperKind.PARCEL_LABEL:
        return parcel_labels(
            bench, job.subjects[0], stock, skip=job.skip, form=form, dots_per_mm=dots
        )
    devices = _devices(bench, job.subjects)
    if not devices:
        raise NothingToLabel
    return labels_for(
        bench, devices, stock, skip=job.skip, form=form, dots_per_mm=dots, progress=progress
    )


def _devices(bench: Bench, subjects: tuple[int, ...]) -> list[CaseDevice]:
    found: list[CaseDevice] = []
    for first in range(0, len(subjects), 500):  # servers and SQLite take so many marks, not more
        part = subjects[first : first + 500]
        where = f"WHERE id IN ({marks(len(part))}) AND received_on IS NOT NULL ORDER BY id"
        found += select(bench.store, CaseDevice, where, part)
    return found


def stock_of(code: str) -> LabelStock:
    """The labels of that code.

    Raises:
        StockUnknown: nobody described them.
    """
    # Loads reportlab.
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - see above

    try:
        return label_stocks()[code]
    except KeyError:
        raise StockUnknown(stock=code) from None


def send_test_label(printer: LabelPrinter) -> None:
    """Print one label that says which printer it came out of.

    Raises:
        LabelPrinterGone, LabelPrinterStopped: it cannot be reached, or cannot print.
    """
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - as above
    from leghorn_bench.documents.zpl import escaped  # noqa: PLC0415 - as above

    width, height = label_stocks()[printer.stock].label
    dots = printer.dots_per_mm
    label = (
        f"^XA\n^CI28\n^PW{round(width * dots)}\n^LL{round(height * dots)}\n^LH0,0\n"
        f"^FO{2 * dots},{2 * dots}^A0N,{4 * dots},{4 * dots}^FH_^FD{escaped(printer.name)}^FS\n"
        f"^FO{2 * dots},{9 * dots}^BY2^BCN,{8 * dots},N,N,N,A^FDLB:TEST^FS\n^XZ\n"
    )
    send_labels(printer.name, printer.kind, printer.address, [label.encode()], baud=printer.baud)


def stock_names() -> dict[str, str]:
    """Name of every label stock by its code."""
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - as above

    return {code: stock.name for code, stock in label_stocks().items()}
