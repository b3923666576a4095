"""From the start of the process to a painted window that takes text, beside the barest such window.

Both have compiled modules at hand, as on any computer where the program has run once.
"""

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
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
class Field(QLineEdit):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, leave)
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
field = Field()
field.setPlaceholderText("Scan or search")
window.setCentralWidget(field)
window.show()
def leave():
    print("ready", flush=True)
    window.close()
sys.exit(app.exec())
"""


def measures() -> Iterator[Result]:
    """The start of the window."""
    with tempfile.TemporaryDirectory() as home:
        kept = {"LEGHORN_BENCH_HOME": home, "LEGHORN_BENCH_LEAVE": "1"}
        variables = {**os.environ, **kept, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, str(ROOT / "main.py")]
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
    with subprocess.Popen(
        command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        seconds = time.perf_counter() - start
    assert said == b"ready\n", f"{command} did not start"
    return seconds
