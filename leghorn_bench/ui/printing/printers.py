"""Print the bytes of a paper on a printer of the system, and refuse in words when that fails."""

import shutil
import subprocess
import sys

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from leghorn_bench.domain.errors import BenchError

_MOST_DPI = 600
_POINTS = 72
_PATIENCE_S = 20


class PrinterGone(BenchError):
    """The system knows no such printer any more."""

    sentence = (
        "The printer {printer} is not there: nothing was printed. Switch it on or choose another"
        " one; the paper is issued and can be printed at any time."
    )


class PrintingFailed(BenchError):
    """The system's printing refused the paper."""

    sentence = (
        "The printer {printer} did not take the paper ({why}): nothing was printed. The paper is"
        " issued and can be printed or saved at any time."
    )


def printer_names() -> list[str]:
    """The printers of the system, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def print_pdf(pdf: bytes, printer: str, *, copies: int = 1) -> None:
    """Send ``pdf`` to ``printer``, by vectors where the system takes PDF, else as a picture.

    Raises:
        PrinterGone: the system does not know the printer; Qt would silently take another one.
        PrintingFailed: it was refused.
    """
    if QPrinterInfo.printerInfo(printer).isNull():
        raise PrinterGone(printer=printer)
    if sys.platform != "win32" and shutil.which("lp"):
        _by_lp(pdf, printer, copies)
    else:
        made = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
        made.setCopyCount(copies)
        paint_pdf(pdf, made)


def _by_lp(pdf: bytes, printer: str, copies: int) -> None:
    command = ["lp", "-d", printer, "-n", str(copies), "-"]
    try:
        done = subprocess.run(
            command, input=pdf, capture_output=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as refusal:
        raise PrintingFailed(printer=printer, why=refusal) from refusal
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip() or f"lp: {done.returncode}"
        raise PrintingFailed(printer=printer, why=why)


def paint_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Paint every page at the printer's own resolution, at its true size.

    Raises:
        PrintingFailed: the printer cannot be begun.
    """
    import pypdfium2  # noqa: PLC0415 - 40 ms and 4 MB that only those who print need

    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    try:
        for number, page in enumerate(document):
            _set_page(printer, page.get_size())
            if number == 0:
                if not painter.begin(printer):
                    raise PrintingFailed(printer=printer.printerName(), why="QPainter")
            else:
                printer.newPage()
            dpi = min(printer.resolution(), _MOST_DPI)
            bitmap = page.render(scale=dpi / _POINTS, prefer_bgrx=True)
            image = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            scale = printer.resolution() / dpi
            box = QRectF(0, 0, bitmap.width * scale, bitmap.height * scale)
            painter.drawImage(box, image)
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    points = QSizeF(*size)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", match))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
