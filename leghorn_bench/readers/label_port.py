"""The way to a label printer: bytes to a socket or a serial port, and what it says of itself."""

import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import serial

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.printer_trouble import PrinterTrouble
from leghorn_bench.readers.unopened import DEVICE_ERRORS
from leghorn_bench.readers.zpl_status import QUESTION, LabelPrinterStatus

RAW_PORT = 9100
"""Where label printers listen for plain bytes."""
SOCKET = "zpl-socket"
BATCH = 20
"""Labels after which a printer that answers is asked whether it has taken them."""
_CONNECT_S = 5
_PATIENCE_S = 20
"""A printer without paper takes nothing; after this long it is told."""
_ANSWER_S = 1.0
"""Printers that know the question answer within some hundredths of a second."""

Progress = Callable[[int, int], bool]
"""Told how many labels of how many are sent; gives False to stop."""


class LabelPrinterGone(BenchError):
    """The label printer takes no bytes; fact ``sent`` is how many labels it has taken."""

    sentence = (
        "The label printer {printer} does not answer ({reason}). Check that it is on, has labels"
        " and is closed; the {rest} labels that it has not taken wait, and go on by themselves."
    )


class LabelPrinterStopped(BenchError):
    """It answers that it cannot print; fact ``sent`` is how many labels it has taken."""

    sentence = (
        "The label printer {printer} cannot print now: {why}. See to it; the {rest} labels that it"
        " has not taken wait, and go on by themselves."
    )


class LabelsCutOff(BenchError):
    """The line broke under way, and the printer had not said what it had taken."""

    sentence = (
        "The line to the label printer {printer} broke ({reason}) after {sent} of {all} labels; the"
        " last ones may not have come out. Look at the last label, then go on from the one after"
        " it."
    )


@dataclass(frozen=True, slots=True)
class Sent:
    """How many labels a printer has taken, and what keeps it from printing the last of them."""

    count: int
    troubles: tuple[PrinterTrouble, ...] = ()


class Line(Protocol):
    """An open way to a label printer."""

    def write(self, data: bytes) -> object:
        """Send all of ``data``."""

    def read(self) -> bytes:
        """What has come within a moment; empty for nothing."""


def send_labels(
    printer: str,
    kind: str,
    address: str,
    formats: Sequence[bytes],
    *,
    baud: int = 9600,
    first: int = 0,
    progress: Progress | None = None,
) -> "Sent":
    """Send labels one after the other; gives how many have been sent in all.

    Args:
        printer: its name, for the person.
        kind: ``zpl-socket``, else a serial port.
        address: ``host`` or ``host:port``, or the name of the port.
        formats: the bytes of each label.
        baud: of a serial port.
        first: labels sent before, which are passed over.
        progress: may stop it between two labels.

    Raises:
        LabelPrinterGone: it cannot be reached, or takes nothing more.
        LabelPrinterStopped: it says that it cannot print now.
        LabelsCutOff: it broke off, and nobody knows what had come out.
    """
    sending = _Sending(printer, formats, first, progress)
    try:
        with _opened(kind, address, baud) as line:
            sending.run(line)
    except (*DEVICE_ERRORS, ValueError) as refusal:
        raise sending.broken(refusal) from refusal
    return Sent(sending.sent, sending.troubles)


def troubles_of(kind: str, address: str, *, baud: int = 9600) -> tuple[PrinterTrouble, ...]:
    """What a label printer says that keeps it from printing; nothing where it says nothing.

    Raises:
        LabelPrinterGone: it cannot be reached.
    """
    sending = _Sending(address, (), 0, None)
    try:
        with _opened(kind, address, baud) as line:
            sending.run(line)
    except (*DEVICE_ERRORS, ValueError) as refusal:
        raise sending.broken(refusal) from refusal
    return sending.troubles


class _Sending:
    """How far one job has come.

    Attributes:
        sent: labels that were written to the line.
        taken: labels that the printer has surely received.
        troubles: what it said last that keeps it from printing.
    """

    def __init__(
        self, printer: str, formats: Sequence[bytes], first: int, progress: Progress | None
    ) -> None:
        self._printer, self._formats, self._progress = printer, formats, progress
        self.sent = self.taken = first
        self.troubles: tuple[PrinterTrouble, ...] = ()
        self._answers = False

    def run(self, line: Line) -> None:
        self._answers = self._ask(line)
        while self.sent < len(self._formats):
            line.write(self._formats[self.sent])
            self.sent += 1
            whole = self.sent == len(self._formats)
            if self._answers and (whole or self.sent % BATCH == 0):
                self._ask(line)
            if self._progress is not None and not self._progress(self.sent, len(self._formats)):
                return

    def broken(self, refusal: Exception) -> BenchError:
        """What an error of the line means."""
        reason = getattr(refusal, "strerror", None) or str(refusal) or type(refusal).__name__
        facts = {"printer": self._printer, "reason": reason}
        if self.sent > self.taken and not self._answers:
            return LabelsCutOff(**facts, sent=self.sent, all=len(self._formats))
        rest = len(self._formats) - self.taken
        return LabelPrinterGone(**facts, sent=self.taken, rest=rest)

    def _ask(self, line: Line) -> bool:
        """Whether the printer answers; an answer says that it has taken all that was sent."""
        line.write(QUESTION)
        status = _answer(line, _PATIENCE_S if self._answers else _ANSWER_S)
        if status is None:
            if self._answers:
                raise TimeoutError
            return False
        self.taken = self.sent
        if status.troubles and self.sent < len(self._formats):
            rest = len(self._formats) - self.sent
            raise LabelPrinterStopped(
                printer=self._printer, why=status.troubles, sent=self.sent, rest=rest
            )
        self.troubles = status.troubles
        return True


def _answer(line: Line, patience: float) -> LabelPrinterStatus | None:
    got, until = b"", time.monotonic() + patience
    while (status := LabelPrinterStatus.from_bytes(got)) is None and time.monotonic() < until:
        got += line.read()
    return status


class _Socket:
    """A line over the network."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._half_closed = False

    def write(self, data: bytes) -> None:
        self._line.settimeout(_PATIENCE_S)
        self._line.sendall(data)

    def read(self) -> bytes:
        if self._half_closed:
            time.sleep(_ANSWER_S / 10)
            return b""
        self._line.settimeout(_ANSWER_S / 10)
        try:
            got = self._line.recv(1024)
        except TimeoutError:
            return b""
        self._half_closed = not got
        return got


class _Serial:
    """A line over a serial port."""

    def __init__(self, port: serial.Serial) -> None:
        self._port = port

    def write(self, data: bytes) -> None:
        self._port.write(data)

    def read(self) -> bytes:
        return bytes(self._port.read(max(1, self._port.in_waiting)))


@contextmanager
def _opened(kind: str, address: str, baud: int) -> Iterator[Line]:
    if kind == SOCKET:
        host, _, port = address.partition(":")
        place = (host, int(port or RAW_PORT))
        with socket.create_connection(place, timeout=_CONNECT_S) as line:
            yield _Socket(line)
            line.shutdown(socket.SHUT_WR)
        return
    with serial.serial_for_url(
        address, baudrate=baud, write_timeout=_PATIENCE_S, timeout=_ANSWER_S / 10
    ) as port_open:
        yield _Serial(port_open)
        port_open.flush()
