"""Printing by Qt, where the system takes no PDF: every page is painted at the printer's dots."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.ui.printing.troubles import PrinterGone, PrinterStopped, PrintingFailed

_MOST_DPI = 600
_POINTS = 72


def print_painted(pdf: bytes, printer: str, tray: str, copies: int, title: str) -> None:
    """Paint ``pdf`` on ``printer``.

    Raises:
        PrinterGone: the system does not know the printer; Qt would silently take another one.
        PrinterStopped: it is switched off, or in trouble that the system does not name.
        PrintingFailed: it was refused.
    """
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise PrinterGone(printer=printer)
    if info.state() == QPrinter.PrinterState.Error:
        raise PrinterStopped(printer=printer, why=PrinterTrouble.OFFLINE)
    made = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    made.setCopyCount(copies)
    made.setDocName(title)
    if tray in QPrinter.PaperSource.__members__:
        made.setPaperSource(QPrinter.PaperSource[tray])
    paint_pdf(pdf, made)


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
