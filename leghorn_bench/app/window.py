"""Put the window together and run it until it is closed."""

import signal
import sys
from argparse import Namespace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from leghorn_bench import __version__
from leghorn_bench.app.pages import entries
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.frame.top_bar import OperatorShown
from leghorn_bench.ui.keyboard_wedge import KeyboardWedge
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.theme import Appearance, dress, load_fonts, tokens_for
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow


def run_window(options: Namespace, settings: BenchSettings, trouble: BenchError | None) -> int:
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
        window.say(Said(told(trouble, spoken()), tone=Tone.STOP))
    if options.leave_when_ready:
        # Behind the paint event in the queue: what the window shows first is on the screen.
        QTimer.singleShot(0, window, window.close)
    return qt.exec()
