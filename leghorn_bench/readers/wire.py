"""An open port as bytes: opened by name or URL, read with a deadline, woken by another thread."""

import contextlib
import os
import select
import socket
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlsplit

import serial

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.troubles import PortLost, PortRefused
from leghorn_bench.readers.unopened import DEVICE_ERRORS, refuse_if_shared, trouble_of

CHUNK = 4096
"""Bytes taken from the system at once."""
PATIENCE_S = 1.0
"""How long a write waits for a line that takes nothing."""
GLANCE_S = 0.05
"""How often a port that cannot be woken is asked whether somebody wants to wake it."""


class Wire(Protocol):
    """An open port. All but ``wake`` belong to one thread."""

    def read(self, within_s: float) -> bytes:
        """What has arrived, waiting at most ``within_s`` for the first byte; may be empty.

        Raises:
            PortLost: the port is gone. Whatever had arrived before was given out before.
        """
        ...

    def write(self, data: bytes) -> None:
        """Send ``data``; raises ``PortLost``."""
        ...

    def wake(self) -> None:
        """Let a waiting ``read`` return now. May be called by any thread."""
        ...

    def close(self) -> None:
        """Let the port go."""
        ...


def open_wire(port: str, line: LineSettings) -> Wire:
    """Open ``port``: COM3, /dev/ttyUSB0, a pty, or a URL (socket, rfc2217, loop).

    Raises:
        PortTrouble: the port cannot be used now, with what the person can do about it.
    """
    try:
        if port.startswith("socket://"):
            return _socket_wire(port)
        if "://" not in port and os.name == "posix":
            return _posix_wire(port, line)
        return _PatientWire(port, _opened(port, line, timeout=GLANCE_S))
    except DEVICE_ERRORS as error:
        raise trouble_of(error, port) from error
    except ValueError as error:  # what pySerial says of settings or a URL it does not know
        raise PortRefused(port=port, reason=str(error)) from error


def _opened(
    port: str, line: LineSettings, *, timeout: float, write_timeout: float | None = None
) -> serial.Serial:
    handle = serial.serial_for_url(port, do_not_open=True)
    handle.baudrate, handle.parity, handle.stopbits = line.baud, line.parity, line.stop_bits
    handle.timeout, handle.write_timeout = timeout, write_timeout
    handle.open()
    return handle


def _socket_wire(port: str) -> "_SelectedWire":
    address = urlsplit(port)
    if not address.hostname or address.port is None:
        raise ValueError("socket://host:port expected")
    line = socket.create_connection((address.hostname, address.port), timeout=PATIENCE_S)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def take() -> bytes:
        if data := line.recv(CHUNK):
            return data
        raise ConnectionResetError("the other end is closed")

    return _SelectedWire(port, line.fileno(), take, line.sendall, line.close)


def _posix_wire(port: str, line: LineSettings) -> "_SelectedWire":
    refuse_if_shared(port)
    handle = serial.Serial(exclusive=True, timeout=0, write_timeout=PATIENCE_S)
    handle.port = port
    handle.baudrate, handle.parity, handle.stopbits = line.baud, line.parity, line.stop_bits
    handle.open()
    # With a timeout of nothing pySerial takes what is there in one system call, so that an error
    # behind it cannot take good bytes along.
    return _SelectedWire(
        port, handle.fileno(), lambda: handle.read(CHUNK), handle.write, handle.close
    )


class _SelectedWire:
    """A port that the system can wait for together with a wake-up call."""

    def __init__(
        self,
        port: str,
        number: int,
        take: Callable[[], bytes],
        give: Callable[[bytes], object],
        close: Callable[[], None],
    ) -> None:
        self._port, self._number = port, number
        self._take, self._give, self._close = take, give, close
        self._bell, self._rope = socket.socketpair()
        self._bell.setblocking(False)
        self._rope.setblocking(False)

    def read(self, within_s: float) -> bytes:
        try:
            bell = self._bell.fileno()
            ready, _, _ = select.select([self._number, bell], [], [], within_s)
            if bell in ready:
                self._bell.recv(CHUNK)
            if self._number not in ready:
                return b""
            return self._take()
        except DEVICE_ERRORS as error:
            raise PortLost(port=self._port, reason=_reason(error)) from error

    def write(self, data: bytes) -> None:
        try:
            self._give(data)
        except DEVICE_ERRORS as error:
            raise PortLost(port=self._port, reason=_reason(error)) from error

    def wake(self) -> None:
        with contextlib.suppress(OSError):  # full: it rings already; closed: nobody waits
            self._rope.send(b"!")

    def close(self) -> None:
        self._close()
        self._bell.close()
        self._rope.close()


class _PatientWire:
    """A port that can only be waited for by itself: Windows, rfc2217, loop."""

    def __init__(self, port: str, handle: serial.Serial) -> None:
        self._port, self._handle = port, handle
        self._waking = False

    def read(self, within_s: float) -> bytes:
        first = self._first_byte(max(1, round(within_s / GLANCE_S)))
        if not first:
            return b""
        try:
            return first + self._handle.read(self._handle.in_waiting)
        except DEVICE_ERRORS:  # the next read tells of it; this byte is not to be lost
            return first

    def write(self, data: bytes) -> None:
        try:
            self._handle.write(data)
        except DEVICE_ERRORS as error:
            raise PortLost(port=self._port, reason=_reason(error)) from error

    def _first_byte(self, glances: int) -> bytes:
        try:
            while glances > 0 and not self._waking:
                if first := self._handle.read(1):
                    return first
                glances -= 1
        except DEVICE_ERRORS as error:
            raise PortLost(port=self._port, reason=_reason(error)) from error
        self._waking = False
        return b""

    def wake(self) -> None:
        self._waking = True

    def close(self) -> None:
        self._handle.close()


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__
