"""The reader's end of a port that the bench can open: a pty, or a socket where there is none."""

import contextlib
import os
import select
import socket
import sys
from typing import Protocol
from urllib.parse import urlsplit

from leghorn_bench.readers.troubles import EndRefused

CHUNK = 4096
PATIENCE_S = 1.0
"""How long a write waits for a bench that reads nothing; what it does not take then is lost."""


class End(Protocol):
    """The far end of a line."""

    name: str
    """What the bench opens."""

    @property
    def attended(self) -> bool:
        """Whether a bench may be listening; a pty cannot tell and says yes."""
        ...

    def read(self, within_s: float) -> bytes:
        """What the bench has sent, waiting at most ``within_s``; may be empty."""
        ...

    def write(self, data: bytes) -> None:
        """Send to the bench; lost, as on a real line, when nobody is there to take it."""
        ...

    def wake(self) -> None:
        """Let a waiting ``read`` return now. May be called by any thread."""
        ...

    def close(self) -> None:
        """Unplug: the bench loses the port."""
        ...


def open_end(port: str) -> End:
    """An end for ``port``: ``pty``, or ``socket://HOST:PORT`` (port 0: any free one).

    Raises:
        EndRefused: the name is neither, or the system refuses it.
    """
    try:
        if port == "pty":
            return PtyEnd()
        return SocketEnd(port)
    except (OSError, ValueError) as error:
        raise EndRefused(port=port, reason=str(error)) from error


class _Bell:
    """A wake-up call that a select can wait for."""

    def __init__(self) -> None:
        self._ear, self._rope = socket.socketpair()
        self._ear.setblocking(False)
        self._rope.setblocking(False)
        self.number = self._ear.fileno()

    def ring(self) -> None:
        with contextlib.suppress(OSError):  # it rings already, or nobody waits any more
            self._rope.send(b"!")

    def hush(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._ear.recv(CHUNK)

    def close(self) -> None:
        self._ear.close()
        self._rope.close()


class PtyEnd:
    """A pseudo terminal: to the bench it is a serial port like any other."""

    def __init__(self) -> None:
        if sys.platform == "win32":
            raise ValueError("Windows has no pty; use socket://127.0.0.1:0")
        import tty  # noqa: PLC0415 - Windows has no such module

        self._master, self._slave = os.openpty()
        # Held open, so that the line stays up while the bench lets go and comes back.
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.name = os.ttyname(self._slave)
        self._bell = _Bell()
        self.attended = True

    def read(self, within_s: float) -> bytes:
        """What the bench has sent."""
        ready, _, _ = select.select([self._master, self._bell.number], [], [], within_s)
        if self._bell.number in ready:
            self._bell.hush()
        return os.read(self._master, CHUNK) if self._master in ready else b""

    def write(self, data: bytes) -> None:
        """Send to the bench."""
        while data:
            _, ready, _ = select.select([], [self._master], [], PATIENCE_S)
            if not ready:
                return
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(self._master, data) :]

    def wake(self) -> None:
        """Let a waiting ``read`` return now."""
        self._bell.ring()

    def close(self) -> None:
        """Unplug."""
        os.close(self._slave)
        os.close(self._master)
        self._bell.close()


class SocketEnd:
    """A TCP server for one bench at a time; another may come when the first has gone."""

    def __init__(self, port: str) -> None:
        address = urlsplit(port)
        if address.scheme != "socket" or not address.hostname or address.port is None:
            raise ValueError("expected pty or socket://HOST:PORT")
        self._server = socket.create_server((address.hostname, address.port))
        host, number = self._server.getsockname()[:2]
        self.name = f"socket://{host}:{number}"
        self._bench: socket.socket | None = None
        self._bell = _Bell()

    @property
    def attended(self) -> bool:
        """Whether a bench is connected."""
        return self._bench is not None

    def read(self, within_s: float) -> bytes:
        """What the bench has sent."""
        watched = [self._server.fileno() if self._bench is None else self._bench.fileno()]
        ready, _, _ = select.select([*watched, self._bell.number], [], [], within_s)
        if self._bell.number in ready:
            self._bell.hush()
        if watched[0] not in ready:
            return b""
        if self._bench is None:
            self._bench, _ = self._server.accept()
            self._bench.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._bench.settimeout(PATIENCE_S)
            return b""
        return self._hear(self._bench)

    def _hear(self, bench: socket.socket) -> bytes:
        try:
            data = bench.recv(CHUNK)
        except OSError:  # the bench broke off
            data = b""
        if not data:
            self._hang_up()
        return data

    def write(self, data: bytes) -> None:
        """Send to the bench."""
        if self._bench is not None:
            try:
                self._bench.sendall(data)
            except OSError:  # the bench broke off, or takes nothing
                self._hang_up()

    def wake(self) -> None:
        """Let a waiting ``read`` return now."""
        self._bell.ring()

    def close(self) -> None:
        """Unplug."""
        self._hang_up()
        self._server.close()
        self._bell.close()

    def _hang_up(self) -> None:
        if self._bench is not None:
            self._bench.close()
            self._bench = None
