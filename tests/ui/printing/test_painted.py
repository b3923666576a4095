"""Printing by Qt: every page at its true size, at the printer's own resolution."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from leghorn_bench.ui.printing.painted import paint_pdf

LABEL = (175.0, 82.0)


def label(pages: int) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=LABEL)
    for number in range(pages):
        canvas.drawString(10, 40, f"label {number + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_every_page_is_painted_at_its_true_size(dressed: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(203)
    paint_pdf(label(2), printer)
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = [page.get_size() for page in document]
    document.close()
    assert len(sizes) == 2
    assert all(abs(wide - LABEL[0]) < 2 and abs(high - LABEL[1]) < 2 for wide, high in sizes)
