"""Put the window together and run it until it is closed."""

import os
import signal
import sys
from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from leghorn_bench import __version__
from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.ui.theme import in_fusion, load_fonts, load_spare_fonts

LEAVE_VARIABLE = "LEGHORN_BENCH_LEAVE"
"""For measuring the start: say ``ready`` once the window is on the screen, and leave."""


def run_window(wish: Wish, settings: BenchSettings, trouble: BenchError | None) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not hear Ctrl-C
    qt = QApplication(in_fusion(sys.argv[0]))
    qt.setApplicationName("leghorn-bench")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("leghorn-bench")
    load_fonts()
    station = Station(qt, wish, settings, lambda: datetime.now(UTC))
    # Queued: the rest of this first picture goes to the screen before anything else is done.
    station.window.top.scan_field.first_painted.connect(
        lambda: QTimer.singleShot(0, station, lambda: _go_on(station, trouble))
    )
    station.window.show()
    return qt.exec()


def _go_on(station: Station, trouble: BenchError | None) -> None:
    if os.environ.get(LEAVE_VARIABLE):
        print("ready", flush=True)  # noqa: T201 - what measures the start waits for it
        station.window.close()
        return
    from leghorn_bench.ui.workers.garbage import GarbageOnThisThread  # noqa: PLC0415 - as below

    GarbageOnThisThread(station)
    load_spare_fonts()
    from leghorn_bench.ui.excepthook import LastNet  # noqa: PLC0415 - after the first picture

    station.net = LastNet(lambda: station.window, __version__)
    station.net.install()
    if trouble is not None:
        from leghorn_bench.app.mending import begin_afresh  # noqa: PLC0415 - seldom
        from leghorn_bench.ui.dialogs.message import MessageDialog  # noqa: PLC0415 - seldom

        MessageDialog(begin_afresh(trouble, datetime.now(UTC)), station.window).open()
    if os.environ.get("LEGHORN_BENCH_SMOKE"):
        from leghorn_bench.app.smoke import Smoke  # noqa: PLC0415 - for testing a bundle

        Smoke(station)
    station.begin()
