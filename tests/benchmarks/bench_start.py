"""From the start of the process to a window on the screen, beside a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.harness import Result, ratio_of

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, window, window.close)
sys.exit(app.exec())
"""


def measures() -> Iterator[Result]:
    """The start of the window."""
    with tempfile.TemporaryDirectory() as home:
        variables = {**os.environ, "LEGHORN_BENCH_HOME": home}
        ours = [sys.executable, str(ROOT / "main.py"), "--leave-when-ready"]
        bare = [sys.executable, "-c", BARE]
        for command in (ours, bare):  # warm: caches of files, compiled modules, first data
            _seconds(command, variables)
        first, second = [], []
        for _ in range(ROUNDS):
            first.append(_seconds(ours, variables))
            second.append(_seconds(bare, variables))
    yield ratio_of("start to a window that takes a scan", first, second, limit=1.3)


def _seconds(command: list[str], variables: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=variables, check=True, capture_output=True)
    return time.perf_counter() - start
