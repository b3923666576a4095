"""Why a port would not open, from what the operating system says of it."""

import errno
import os
import sys
from pathlib import Path

import serial

from leghorn_bench.readers.holders import holder_of
from leghorn_bench.readers.troubles import (
    PortAbsent,
    PortDenied,
    PortDeniedToAll,
    PortRefused,
    PortTaken,
    PortTakenBy,
    PortTrouble,
)

if sys.platform == "win32":
    DEVICE_ERRORS: tuple[type[Exception], ...] = (OSError,)
else:
    import grp
    import termios

    # pySerial lets termios.error through when a port dies between two calls; it is no OSError.
    DEVICE_ERRORS = (OSError, termios.error)

ABSENT = {errno.ENOENT, errno.ENXIO, errno.ENODEV, errno.ECONNREFUSED, errno.EHOSTUNREACH}
TAKEN = {errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK}
WINDOWS_ABSENT = ("FileNotFoundError", "OSError(22")
WINDOWS_TAKEN = "PermissionError"


def trouble_of(error: Exception, port: str) -> PortTrouble:
    """What ``error``, raised while ``port`` was opened, means for the person."""
    if isinstance(error, TimeoutError) or _number(error) in ABSENT or _says(error, WINDOWS_ABSENT):
        return PortAbsent(port=port)
    if _number(error) in TAKEN or _says(error, (WINDOWS_TAKEN,)):
        return taken(port)
    if _number(error) in {errno.EACCES, errno.EPERM}:
        return denied(port)
    return PortRefused(port=port, reason=str(error))


def taken(port: str) -> PortTaken:
    """The trouble of a port that another program has open, named where the system tells."""
    holder = holder_of(port)
    if holder is None:
        return PortTaken(port=port)
    return PortTakenBy(port=port, program=holder.program, process=holder.process)


def denied(port: str) -> PortTrouble:
    """The trouble of a port that this user may not open: the group to join, or the rule to add."""
    if sys.platform == "win32":
        return PortTaken(port=port)
    try:
        group = grp.getgrgid(Path(port).stat().st_gid).gr_name
    except (KeyError, OSError):  # a group without a name, or the port went away meanwhile
        return PortDeniedToAll(port=port)
    if group == "root":
        return PortDeniedToAll(port=port)
    return PortDenied(port=port, group=group, user=os.environ.get("USER", f"{os.getuid()}"))


def refuse_if_shared(port: str) -> None:
    """Refuse a real device that another program reads too: each would get half of the bytes.

    Linux lets two programs open one port unless both ask for a lock. The other end of a pty is
    held by another program by its nature, so it is left alone.

    Raises:
        PortTaken: another program has ``port`` open.
    """
    device = os.path.realpath(port)
    if not device.startswith("/dev/pts/") and holder_of(device) is not None:
        raise taken(device)


def _number(error: Exception) -> int | None:
    return error.errno if isinstance(error, OSError) else None


def _says(error: Exception, words: tuple[str, ...]) -> bool:
    """Whether pySerial's message quotes Windows so; it gives no number there."""
    return isinstance(error, serial.SerialException) and any(word in str(error) for word in words)
