"""Print the bytes of a paper on a printer of the system, and refuse in words when that fails.

Where there is ``lp`` (CUPS), the PDF itself is handed over: vectors stay vectors, and CUPS knows
trays, copies and the size of labels. Elsewhere every page is painted at the printer's resolution.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.screen import N_, _

_MOST_DPI = 600
_POINTS = 72
_PATIENCE_S = 20
_LABEL_WIDTH_MM = 130
"""Narrower pages are labels: their size is told to CUPS, or it would put them on a sheet."""
_ALERTS = {
    "media-empty": N_("out of paper"),
    "media-needed": N_("out of paper"),
    "media-jam": N_("paper jam"),
    "door-open": N_("a door is open"),
    "cover-open": N_("a door is open"),
    "toner-empty": N_("out of ink or toner"),
    "marker-supply-empty": N_("out of ink or toner"),
    "offline": N_("switched off or not connected"),
    "connecting-to-device": N_("switched off or not connected"),
}
"""What keeps a printer from printing, by the reasons of IPP (RFC 8011 §5.4.12)."""


class PrinterGone(BenchError):
    """The system knows no such printer any more."""

    sentence = (
        "The printer {printer} is not there: nothing was printed. Switch it on or choose another"
        " one; the paper is issued and can be printed at any time."
    )


class PrinterStopped(BenchError):
    """The printer is there, and cannot print now."""

    sentence = (
        "The printer {printer} cannot print now ({why}): nothing was printed. See to it, then print"
        " again; the paper is issued and can be printed at any time."
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


def tray_names(printer: str) -> list[str]:
    """The trays that the system tells of a printer; none where it tells nothing."""
    if not _by_cups():
        return [source.name for source in QPrinter.PaperSource]
    told = _run(["lpoptions", "-p", printer, "-l"], printer).stdout.decode(errors="replace")
    for line in told.splitlines():
        name, _colon, choices = line.partition(":")
        if name.split("/")[0] in {"InputSlot", "media-source"}:
            return [choice.lstrip("*") for choice in choices.split()]
    return []


def print_pdf(
    pdf: bytes, printer: str, *, tray: str = "", copies: int = 1, title: str = ""
) -> None:
    """Send ``pdf`` to ``printer``, by vectors where the system takes PDF, else as a picture.

    Raises:
        PrinterGone: the system does not know the printer; Qt would silently take another one.
        PrinterStopped: it is out of paper, open, switched off.
        PrintingFailed: it was refused.
    """
    if _by_cups():
        _require_ready(printer)
        _by_lp(pdf, printer, tray, copies, title)
        return
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        raise PrinterGone(printer=printer)
    if info.state() == QPrinter.PrinterState.Error:
        raise PrinterStopped(printer=printer, why=_(_ALERTS["offline"]))
    made = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    made.setCopyCount(copies)
    made.setDocName(title)
    if tray in QPrinter.PaperSource.__members__:
        made.setPaperSource(QPrinter.PaperSource[tray])
    paint_pdf(pdf, made)


def _by_cups() -> bool:
    return sys.platform != "win32" and shutil.which("lp") is not None


def _require_ready(printer: str) -> None:
    """Ask CUPS, which takes a paper for a printer that is out of paper and says nothing.

    Raises:
        PrinterGone, PrinterStopped: with what is the matter.
    """
    asked = _run(["lpstat", "-l", "-p", printer], printer)
    lines = asked.stdout.decode(errors="replace").splitlines()
    if asked.returncode or not lines:
        raise PrinterGone(printer=printer)
    alerts = next((line.partition(":")[2] for line in lines if "Alerts:" in line), "")
    found = [alert.removesuffix("-error") for alert in alerts.replace(",", " ").split()]
    if known := [_ALERTS[alert] for alert in found if alert in _ALERTS]:
        raise PrinterStopped(printer=printer, why=", ".join(_(one) for one in known))
    if " disabled since " in lines[0]:
        raise PrinterStopped(printer=printer, why=lines[1].strip() if len(lines) > 1 else "-")


def _by_lp(pdf: bytes, printer: str, tray: str, copies: int, title: str) -> None:
    command = ["lp", "-d", printer, "-n", str(copies), *_size_option(pdf)]
    if tray:
        command += ["-o", f"InputSlot={tray}"]
    if title:
        command += ["-t", title]
    done = _run([*command, "-"], printer, given=pdf)
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip() or f"lp: {done.returncode}"
        raise PrintingFailed(printer=printer, why=why)


def _size_option(pdf: bytes) -> list[str]:
    import pypdfium2  # noqa: PLC0415 - 40 ms and 4 MB that only those who print need

    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = (side / _POINTS * 25.4 for side in document.get_page_size(0))
    finally:
        document.close()
    if width >= _LABEL_WIDTH_MM:
        return []
    return ["-o", f"media=Custom.{width:.0f}x{height:.0f}mm", "-o", "print-scaling=none"]


def _run(
    command: Sequence[str], printer: str, given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    # In English, since the words of lpstat are read here.
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=_PATIENCE_S,
            check=False,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as refusal:
        raise PrintingFailed(printer=printer, why=refusal) from refusal


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
