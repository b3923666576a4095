"""``simulate`` is a port that speaks as a reader does."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.wire import open_wire
from tests.process import ROOT, Bench

EPC = "E20010710000529B0940B402"


@contextmanager
def simulated(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, str(ROOT / "main.py"), "simulate", *arguments]
    # A shell starts what runs in the background deaf to Ctrl-C, and its children inherit that.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    finally:
        signal.signal(signal.SIGINT, ours)
    with process as running:
        yield running


@pytest.mark.parametrize("port", ["pty", "socket://127.0.0.1:0"])
def test_what_is_typed_arrives_at_the_port_as_the_reader_would_send_it(port: str) -> None:
    with simulated("--dialect", "m100", "--port", port) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        name = running.stdout.readline().decode().strip()
        wire = open_wire(name, dialect("m100").lines[0])
        running.stdin.write(f"{EPC}\n".encode())
        running.stdin.close()
        assert bytes.fromhex(EPC) in wire.read(10)
        wire.close()
        assert running.wait(timeout=30) == 0


def test_the_port_is_told_as_json() -> None:
    with simulated("--dialect", "ascii", "--port", "socket://127.0.0.1:0", "--json") as running:
        assert running.stdout is not None
        told = json.loads(running.stdout.readline())
        assert told["dialect"] == "ascii"
        assert told["port"].startswith("socket://127.0.0.1:")
        assert interrupted(running) == 0


def interrupted(running: "subprocess.Popen[bytes]") -> int:
    """Ctrl-C until it ends: one that comes just before a read is heard after that read only."""
    for _ in range(30):
        running.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.wait(timeout=1)
    raise AssertionError("it does not end")


def test_a_line_that_the_reader_cannot_see_is_told_and_the_next_is_shown() -> None:
    with simulated("--dialect", "m100") as running:
        _, complaint = running.communicate(b"not a tag\n", timeout=30)
    assert running.returncode == 0
    assert "not a tag" in complaint.decode()


def test_a_port_that_cannot_be_had_is_refused(bench: Bench) -> None:
    done = bench("simulate", "--dialect", "m100", "--port", "COM99")
    assert done.returncode == 2
    assert b"COM99" in done.stderr
