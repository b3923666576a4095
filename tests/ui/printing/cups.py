"""A CUPS of one's own: a scheduler in a folder of its own, with printers that the test commands."""

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
ServerBin {root}/bin
"""
_BACKEND = """#!/bin/sh
[ $# -eq 0 ] && exit 0
tray=${{DEVICE_URI#bench:}}
while [ -e "$tray/empty" ]; do
    echo "STATE: +media-empty-error" >&2
    sleep 0.1
done
echo "STATE: -media-empty-error" >&2
cat "${{6:--}}" >> "$tray/out"
"""
"""A printer that tells, as real ones do, when the file ``empty`` says that it has no paper."""
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
_PROGRAMS = Path("/usr/lib/cups")
CUPSD = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin")
_SOCKET = _PROGRAMS / "backend" / "socket"
"""What speaks to ``Office``; on Debian it does not come with the scheduler, but with ``cups``."""
ABLE = CUPSD is not None and _SOCKET.exists() and hasattr(os, "geteuid") and os.geteuid() == 0


@dataclass
class Cups:
    """A running scheduler with two printers.

    ``Office`` takes whatever comes on a socket; ``Bench`` prints into a file, and runs out of paper
    when it is told to.
    """

    server: socket.socket
    tray: Path

    def arrived(self) -> bytes:
        """What the printer has been sent, until the scheduler closes the line."""
        self.server.settimeout(_PATIENCE_S)
        line, _ = self.server.accept()
        with line:
            return b"".join(iter(lambda: line.recv(65536), b""))

    @property
    def printed(self) -> bytes:
        """What ``Bench`` has printed."""
        out = self.tray / "out"
        return out.read_bytes() if out.exists() else b""

    def take_paper_out(self) -> None:
        """Let ``Bench`` have no paper."""
        (self.tray / "empty").touch()

    def put_paper_in(self) -> None:
        """Let ``Bench`` have paper again."""
        (self.tray / "empty").unlink()

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
    for name in ("spool", "cache", "run", "tmp", "log", "tray"):
        (folder / name).mkdir(parents=True)
    (folder / "tray").chmod(0o777)
    _programs(folder / "bin")
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
            cups = Cups(server, folder / "tray")
            uri = f"socket://127.0.0.1:{server.getsockname()[1]}/?waiteof=false"
            cups.run("lpadmin", "-p", "Office", "-E", "-v", uri)
            cups.run("lpadmin", "-p", "Bench", "-E", "-v", f"bench:{folder / 'tray'}")
            yield cups
    finally:
        process.terminate()
        process.wait(_PATIENCE_S)


def _programs(folder: Path) -> None:
    """The programs of CUPS, and the back end of ``Bench`` beside its own ones."""
    (folder / "backend").mkdir(parents=True)
    for program in _PROGRAMS.iterdir():
        if program.name != "backend":
            (folder / program.name).symlink_to(program)
    for backend in (_PROGRAMS / "backend").iterdir():
        (folder / "backend" / backend.name).symlink_to(backend)
    bench = folder / "backend" / "bench"
    bench.write_text(_BACKEND.format(), encoding="utf-8")
    bench.chmod(0o755)


def _wait_for(door: Path, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(_PATIENCE_S * 20):
        with socket.socket(socket.AF_UNIX) as line:
            if door.exists() and line.connect_ex(str(door)) == 0:
                return
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"cupsd ended: {process.wait(0.05)}")
    pytest.fail("cupsd did not answer")
