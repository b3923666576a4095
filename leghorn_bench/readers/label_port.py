"""The way to a label printer: bytes to a socket or a serial port, a label at a time."""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import serial

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.unopened import DEVICE_ERRORS

RAW_PORT = 9100
"""Where label printers listen for plain bytes."""
SOCKET = "zpl-socket"
_CONNECT_S = 5
_PATIENCE_S = 20
"""A printer without paper takes nothing; after this long it is told."""

Progress = Callable[[int, int], bool]
"""Told how many labels of how many are sent; gives False to stop."""


class LabelPrinterGone(BenchError):
    """The label printer takes no bytes; fact ``sent`` is how many labels it has taken."""

    sentence = (
        "The label printer {printer} does not answer ({reason}). Check that it is on, has labels"
        " and is closed; the {rest} labels that it has not taken wait."
    )


def send_labels(
    printer: str,
    kind: str,
    address: str,
    formats: Sequence[bytes],
    *,
    baud: int = 9600,
    first: int = 0,
    progress: Progress | None = None,
) -> int:
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
    """
    sent = first
    try:
        with _opened(kind, address, baud) as write:
            for one in formats[first:]:
                write(one)
                sent += 1
                if progress is not None and not progress(sent, len(formats)):
                    break
    except (*DEVICE_ERRORS, ValueError) as refusal:
        reason = getattr(refusal, "strerror", None) or str(refusal) or type(refusal).__name__
        raise LabelPrinterGone(
            printer=printer, reason=reason, sent=sent, rest=len(formats) - sent
        ) from refusal
    return sent


@contextmanager
def _opened(kind: str, address: str, baud: int) -> Iterator[Callable[[bytes], object]]:
    if kind == SOCKET:
        host, _, port = address.partition(":")
        place = (host, int(port or RAW_PORT))
        with socket.create_connection(place, timeout=_CONNECT_S) as line:
            line.settimeout(_PATIENCE_S)
            yield line.sendall
            line.shutdown(socket.SHUT_WR)
        return
    with serial.serial_for_url(address, baudrate=baud, write_timeout=_PATIENCE_S) as port_open:
        yield port_open.write
        port_open.flush()
