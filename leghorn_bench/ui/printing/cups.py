"""Printing where there is CUPS: ``lp`` takes the PDF as it is, ``lpstat`` tells what becomes of it.

Vectors stay vectors, and CUPS knows trays, copies and the size of labels.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence

from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.services.printing import Outcome
from leghorn_bench.ui.printing.troubles import (
    PrinterGone,
    PrinterStopped,
    PrintingFailed,
    PrintingSilent,
)

_PATIENCE_S = 20
_POINTS = 72
_LABEL_WIDTH_MM = 130
"""Narrower pages are labels: their size is told to CUPS, or it would put them on a sheet."""
_ALERTS = {
    "media-empty": PrinterTrouble.PAPER_OUT,
    "media-needed": PrinterTrouble.PAPER_OUT,
    "media-jam": PrinterTrouble.JAM,
    "door-open": PrinterTrouble.OPEN,
    "cover-open": PrinterTrouble.OPEN,
    "interlock-open": PrinterTrouble.OPEN,
    "toner-empty": PrinterTrouble.INK_OUT,
    "marker-supply-empty": PrinterTrouble.INK_OUT,
    "offline": PrinterTrouble.OFFLINE,
    "connecting-to-device": PrinterTrouble.OFFLINE,
    "timed-out": PrinterTrouble.OFFLINE,
}
"""What keeps a printer from printing, by the reasons of IPP (RFC 8011 §5.4.12)."""
_UNREACHABLE = re.compile(r"may not exist|unavailable|not responding|to become available|offline")
"""What the back ends of CUPS say of a printer that they cannot reach; no reason of IPP goes by."""
_REQUEST = re.compile(r"request id is (\S+-\d+)")
_DROPPED = ("job-canceled-by-", "aborted-by-system", "document-format-error")


def by_cups() -> bool:
    """Whether this computer prints through CUPS."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def trays_of(printer: str) -> list[str]:
    """The trays that CUPS tells of a printer; none where it tells nothing."""
    told = _run(["lpoptions", "-p", printer, "-l"], printer).stdout.decode(errors="replace")
    for line in told.splitlines():
        name, _colon, choices = line.partition(":")
        if name.split("/")[0] in {"InputSlot", "media-source"}:
            return [choice.lstrip("*") for choice in choices.split()]
    return []


def hand_over(pdf: bytes, printer: str, tray: str, copies: int, title: str) -> str:
    """Give ``pdf`` to CUPS; gives the name of its job.

    Raises:
        PrinterGone: there is no such printer.
        PrinterStopped: it is out of paper, open, switched off.
        PrintingFailed: it was refused.
        PrintingSilent: nobody knows whether it was taken.
    """
    # CUPS takes a paper for a printer that is out of paper, and says nothing: so it is asked.
    if why := _troubles(printer):
        raise PrinterStopped(printer=printer, why=why)
    command = ["lp", "-d", printer, "-n", str(copies), *_size_option(pdf)]
    if tray:
        command += ["-o", f"InputSlot={tray}"]
    if title:
        command += ["-t", title]
    done = _run([*command, "-"], printer, given=pdf)
    if done.returncode:
        why_not = done.stderr.decode(errors="replace").strip() or f"lp: {done.returncode}"
        raise PrintingFailed(printer=printer, why=why_not)
    found = _REQUEST.search(done.stdout.decode(errors="replace"))
    return found[1] if found else ""


def outcome(spooled: str) -> Outcome:
    """What has become of a job; one that CUPS has forgotten was printed."""
    printer = spooled.rpartition("-")[0]
    try:
        told = _job(spooled, "not-completed")
        if told:
            return Outcome(over=False, why=_troubles(printer) or _unreachable(told))
        told = _job(spooled, "completed")
    except PrinterGone:
        return Outcome(over=False, why=(PrinterTrouble.OFFLINE,))
    except (PrintingSilent, PrintingFailed):
        return Outcome(over=False)
    return Outcome(over=True, dropped=any(reason in told for reason in _DROPPED))


def withdraw(spooled: str) -> bool:
    """Cancel a job; whether it had not been printed yet."""
    return _run(["cancel", spooled], spooled.rpartition("-")[0]).returncode == 0


def _troubles(printer: str) -> tuple[PrinterTrouble | str, ...]:
    """What keeps a printer from printing.

    Raises:
        PrinterGone: CUPS does not know it.
    """
    asked = _run(["lpstat", "-l", "-p", printer], printer)
    lines = asked.stdout.decode(errors="replace").splitlines()
    if asked.returncode or not lines:
        raise PrinterGone(printer=printer)
    alerts = next((line.partition(":")[2] for line in lines if "Alerts:" in line), "")
    found = [alert.removesuffix("-error") for alert in alerts.replace(",", " ").split()]
    if known := dict.fromkeys(_ALERTS[alert] for alert in found if alert in _ALERTS):
        return tuple(known)
    if " disabled since " in lines[0]:
        said = lines[1].strip() if len(lines) > 1 else ""
        return (said if said not in {"", "Paused", "reason unknown"} else PrinterTrouble.PAUSED,)
    return ()


def _unreachable(told: str) -> tuple[PrinterTrouble, ...]:
    return (PrinterTrouble.OFFLINE,) if _UNREACHABLE.search(told) else ()


def _job(spooled: str, which: str) -> str:
    """What CUPS lists of a job among those that are ``which``; empty when it is not there."""
    printer = spooled.rpartition("-")[0]
    asked = _run(["lpstat", "-l", "-W", which, "-o", printer], printer)
    if asked.returncode:
        raise PrinterGone(printer=printer)
    lines = asked.stdout.decode(errors="replace").splitlines()
    for number, line in enumerate(lines):
        if line.split()[:1] == [spooled]:
            rest = lines[number + 1 :]
            end = next((at for at, one in enumerate(rest) if one[:1].strip()), len(rest))
            return "\n".join([line, *rest[:end]])
    return ""


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
    except subprocess.TimeoutExpired as late:
        raise PrintingSilent(printer=printer, seconds=_PATIENCE_S) from late
    except OSError as refusal:
        raise PrintingFailed(printer=printer, why=refusal) from refusal
