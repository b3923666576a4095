"""A CUPS of one's own: a scheduler in a folder of its own, its printer a socket of the test."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_FILES = """ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/tmp
ErrorLog {root}/log/error
AccessLog {root}/log/access
PageLog {root}/log/page
"""
_DAEMON = """Listen {socket}
Browsing No
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
_PATIENCE_S = 10
CUPSD = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
ABLE = CUPSD is not None and hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass
class Cups:
    """A running scheduler and one printer, ``Office``, that takes whatever comes on a socket."""

    server: socket.socket

    def arrived(self) -> bytes:
        """What the printer has been sent, until the scheduler closes the line."""
        self.server.settimeout(_PATIENCE_S)
        line, _ = self.server.accept()
        with line:
            return b"".join(iter(lambda: line.recv(65536), b""))

    def run(self, *command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE_S)


@contextmanager
def running(patch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """Start it, with ``Office`` set up; stop it at the end."""
    assert CUPSD is not None
    with TemporaryDirectory(prefix="cups-") as made:
        folder = Path(made)
        folder.chmod(0o755)  # what sends the paper to the printer runs as another user
        yield from _running(folder, patch)


def _running(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Cups]:
    assert CUPSD is not None
    for name in ("spool", "cache", "run", "tmp", "log"):
        (folder / name).mkdir(parents=True)
    door = folder / "run" / "cups.sock"
    files, daemon = folder / "cups-files.conf", folder / "cupsd.conf"
    files.write_text(_FILES.format(root=folder), encoding="utf-8")
    daemon.write_text(_DAEMON.format(socket=door), encoding="utf-8")
    patch.setenv("CUPS_SERVER", str(door))
    patch.setenv("PATH", f"{os.environ['PATH']}:/usr/sbin")
    process = subprocess.Popen([CUPSD, "-f", "-c", str(daemon), "-s", str(files)])
    try:
        _wait_for(door, process)
        with socket.create_server(("127.0.0.1", 0)) as server:
            cups = Cups(server)
            uri = f"socket://127.0.0.1:{server.getsockname()[1]}/?waiteof=false"
            cups.run("lpadmin", "-p", "Office", "-E", "-v", uri)
            yield cups
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _wait_for(door: Path, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(_PATIENCE_S * 20):
        with socket.socket(socket.AF_UNIX) as line:
            if door.exists() and line.connect_ex(str(door)) == 0:
                return
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"cupsd ended: {process.wait(0.05)}")
    pytest.fail("cupsd did not answer")
