"""Why a printer of the system does not print, as errors of the world."""

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.services.printing import PrinterNotReady


class PrinterGone(PrinterNotReady):
    """The system knows no such printer any more."""

    sentence = (
        "The printer {printer} is not there: nothing was printed. Connect it, or send the paper to"
        " another one; it waits, and is tried again by itself."
    )


class PrinterStopped(PrinterNotReady):
    """The printer is there, and cannot print now."""

    sentence = (
        "The printer {printer} cannot print now ({why}): nothing was printed. See to it; the paper"
        " waits, and is printed by itself then."
    )


class PrintingFailed(BenchError):
    """The system's printing refused the paper."""

    sentence = (
        "The printer {printer} did not take the paper ({why}): nothing was printed. The paper is"
        " issued and can be printed or saved at any time."
    )


class PrintingSilent(BenchError):
    """The system's printing did not answer in time, and may have taken the paper."""

    sentence = (
        "The system's printing did not answer in {seconds} seconds: the paper may come out of"
        " {printer} or not. Look in the printer, then print it again or put it aside."
    )
