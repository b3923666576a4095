"""Labels by the map of the settings: the printer of labels gets them without a dialog."""

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.readers.label_port import send_labels
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.labelling import LabelForm, labels_for
from leghorn_bench.services.parcels import contents
from leghorn_bench.services.print_jobs import label_printer, queue_bytes
from leghorn_bench.settings.values import LabelPrinter

USUAL_STOCK = "roll-62x29"


def queue_device_labels(
    bench: Bench, parcel_id: int, stock_code: str = USUAL_STOCK, *, all_of_them: bool = True
) -> PrintJob | None:
    """Queue the labels of the devices of an inbound parcel; None where the map has no printer.

    A label printer gets them in its own language, on the labels that are in it; a printer of the
    system gets a PDF on ``stock_code``.

    Raises:
        ParcelEmpty: nothing was received in it.
    """
    # Loads reportlab.
    from leghorn_bench.documents.label_stocks import label_stocks  # noqa: PLC0415 - see above

    settings = bench.settings()
    choice = settings.printers.get(PaperKind.DEVICE_LABEL.value)
    if choice is None or not choice.printer:
        return None
    devices = contents(bench, parcel_id)[::-1]
    wanted = [one for one in devices if all_of_them or one.labelled_at is None] or devices
    if not wanted:
        raise ParcelEmpty
    zpl = label_printer(settings, choice.printer)
    stock = label_stocks()[zpl.stock if zpl is not None else stock_code]
    form = LabelForm.PDF if zpl is None else LabelForm.ZPL
    dots = 8 if zpl is None else zpl.dots_per_mm
    content = labels_for(bench, wanted, stock, form=form, dots_per_mm=dots)
    return queue_bytes(bench, PaperKind.DEVICE_LABEL, str(len(wanted)), content, choice)


def send_test_label(printer: LabelPrinter) -> None:
    """Print one label that says which printer it came out of.

    Raises:
        LabelPrinterGone: it cannot be reached.
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
