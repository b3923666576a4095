"""A program of its own in which a person writes and never records; a test pulls its plug.

``python -m tests.app.a_person_writes URL PHOTO``; it says ``kept`` once what was written is on the
disk, and stays.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.settings.places import home
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.theme import load_fonts
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
WORDS = "Cut with a grinder"


def main(url: str, photo: str) -> None:
    """Sit down, scan, write, and wait for what may come."""
    qt = QApplication(["bench", "-platform", "offscreen"])
    load_fonts()
    speak("en")
    station = Station(qt, Wish(database=url), BenchSettings(language="en"), lambda: NOW)
    station.window.show()
    station.workplace.bench_changed.connect(lambda: _write(station, Path(photo)))
    station.begin()
    watch = QTimer(station)
    watch.timeout.connect(_tell_when_kept)
    watch.start(20)
    qt.exec()


def _write(station: Station, photo: Path) -> None:
    station.window.submit_scan(Scan("LGD-0001", ScanSource.FIELD))
    QApplication.processEvents()
    for field in station.window.findChildren(QPlainTextEdit):
        if field.isVisible() and field.accessibleName() == "In words":
            field.setPlainText(WORDS)
    station.window.findChildren(PhotoStrip)[0].add_files([photo])


def _tell_when_kept() -> None:
    if any(WORDS in path.read_text() for path in home().unrecorded.glob("*.json")):
        print("kept", flush=True)  # noqa: T201 - the test listens


if __name__ == "__main__":
    main(*sys.argv[1:])
