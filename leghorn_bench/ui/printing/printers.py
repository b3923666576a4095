"""The printers of the system: which there are, and how a paper gets to them. Only the queue prints.

Where there is CUPS, the PDF itself is handed over and followed; elsewhere every page is painted.
"""

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from leghorn_bench.services.printing import Outcome
from leghorn_bench.ui.printing import cups, painted
from leghorn_bench.ui.printing.troubles import PrintingFailed, PrintingSilent


def printer_names() -> list[str]:
    """The printers of the system, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: (name != usual, name.casefold()))


def tray_names(printer: str) -> list[str]:
    """The trays that the system tells of a printer; none where it tells nothing."""
    if not cups.by_cups():
        return [source.name for source in QPrinter.PaperSource]
    try:
        return cups.trays_of(printer)
    except (PrintingFailed, PrintingSilent):  # any tray can still be typed
        return []


class SystemPrinters:
    """The printing of this computer, as ``services.printing`` asks for it."""

    def hand_over(self, pdf: bytes, printer: str, *, tray: str, copies: int, title: str) -> str:
        """Hand ``pdf`` over; gives the name of its job where it can be followed.

        Raises:
            PrinterGone, PrinterStopped: nothing was taken, and it is tried again by itself.
            PrintingFailed, PrintingSilent: a person has to look.
        """
        if cups.by_cups():
            return cups.hand_over(pdf, printer, tray, copies, title)
        painted.print_painted(pdf, printer, tray, copies, title)
        return ""

    def outcome(self, spooled: str) -> Outcome:
        """What has become of a job that was handed over."""
        return cups.outcome(spooled) if cups.by_cups() else Outcome(over=True)

    def withdraw(self, spooled: str) -> bool:
        """Take a job back; whether it had not been printed yet."""
        return cups.by_cups() and cups.withdraw(spooled)
