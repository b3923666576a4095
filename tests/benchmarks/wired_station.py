"""The whole program with a line scanner on a pty: wired_station.py URL UNITS SCANS."""

# ruff: noqa: E402 - what the program does before it imports the rest is done here, too

import json
import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from leghorn_bench.ui.quick_imports import read_no_sources

read_no_sources()

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.readers.antenna import Antenna, AntennaSettings, Outcome, Sighting
from leghorn_bench.readers.events import LineRead
from leghorn_bench.readers.heard import Condition, LinkState
from leghorn_bench.readers.link import Link
from leghorn_bench.readers.registry import dialect
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.theme import in_fusion, load_fonts
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from leghorn_bench.ui.workers.reader_thread import ReaderThread
from tests.benchmarks.bare_window import resident

NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)
WARM = 20
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Painted(QObject):
    """Notes that a widget has been painted."""

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, and let it pass."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


class Wired:
    """A station, a reader thread on the far end of a pty, and the near end to write to."""

    def __init__(self, app: QApplication, url: str) -> None:
        self.app = app
        self.station = Station(app, Wish(database=url), BenchSettings(language="it"), lambda: NOW)
        self.station.window.show()
        self.station.begin()
        while not self.station.workplace.is_open:
            app.processEvents(WAIT)
        self.wire, far = os.openpty()
        self.ready = False
        link = Link(os.ttyname(far), dialect("ascii"), antenna=Antenna(AntennaSettings()))
        self.thread = ReaderThread(link)
        self.thread.heard.connect(self.hear)
        self.thread.start()
        while not self.ready:
            app.processEvents(WAIT)

    def hear(self, heard: object) -> None:
        """As the program does: state, or a scan for the page in front."""
        match getattr(heard, "what", None):
            case LinkState(condition=Condition.READY):
                self.ready = True
            case Sighting(scan=LineRead() as line, outcome=Outcome.ACCEPTED):
                self.station.window.submit_scan(Scan(line.text, ScanSource.READER))
            case _:
                pass

    def scanned(self, serial: str, painted: Painted) -> float:
        """Seconds from the last byte to the end of the painting of the card of ``serial``."""
        page = self.station.window.front_page()
        assert isinstance(page, BenchPage)
        painted.seen = False
        os.write(self.wire, f"{serial}\r\n".encode())
        start = time.perf_counter()
        while not painted.seen or _serial_on(page) != serial:
            self.app.processEvents(WAIT)
        return time.perf_counter() - start

    def close(self) -> None:
        """Stop the thread, close the window."""
        self.thread.close()
        self.station.window.close()


def _serial_on(page: BenchPage) -> str:
    card = page.desk.card
    return card.unit.device.serial if card is not None and card.unit is not None else ""


def main() -> None:
    """Scan units all over the register."""
    url, units, scans = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(9)
    app = QApplication(in_fusion("bench"))
    load_fonts()
    wired = Wired(app, url)
    painted = Painted()
    page = wired.station.window.front_page()
    assert isinstance(page, BenchPage)
    page.desk.findChildren(VerdictBand)[0].installEventFilter(painted)
    serials = [f"LG-{number:08d}" for number in chance.sample(range(units), WARM + scans)]
    seconds = [wired.scanned(serial, painted) for serial in serials][WARM:]
    print(json.dumps({"seconds": seconds, "megabytes": resident()}))
    wired.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        os.environ["LEGHORN_BENCH_HOME"] = own
        main()
