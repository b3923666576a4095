"""Put the window together and run it until it is closed."""

import os
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from leghorn_bench import __version__
from leghorn_bench.app.pages import entries
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.frame.top_bar import OperatorShown
from leghorn_bench.ui.keyboard_wedge import KeyboardWedge
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.theme import Appearance, dress, load_fonts, tokens_for
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow

LEAVE_VARIABLE = "LEGHORN_BENCH_LEAVE"
"""For measuring the start: say ``ready`` once the window is on the screen, and leave."""


def run_window(_wish: Wish, settings: BenchSettings, trouble: BenchError | None) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear Ctrl-C
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("leghorn-bench")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("leghorn-bench")
    load_fonts()
    dress(qt, tokens_for(qt, Appearance(settings.theme)))
    window = BenchWindow(entries(), OperatorShown(settings.operator, ""))
    wedge = KeyboardWedge(settings.wedge, window)
    wedge.scan_heard.connect(window.submit_scan)
    qt.installEventFilter(wedge)
    window.show()
    if trouble is not None:
        from leghorn_bench.texts.errors import told  # noqa: PLC0415 - knows all words: 10 ms

        window.say(Said(told(trouble, spoken()), tone=Tone.STOP))
    if os.environ.get(LEAVE_VARIABLE):
        # Behind the paint event in the queue: what the window shows first is on the screen.
        QTimer.singleShot(0, window, lambda: _leave(window))
    return qt.exec()


def _leave(window: BenchWindow) -> None:
    print("ready", flush=True)  # noqa: T201 - what measures the start waits for it
    window.close()
