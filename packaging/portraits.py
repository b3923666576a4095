"""Draw the program at work on its demo, for the README: portraits.py [FOLDER]."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

FOLDER = Path("docs/screenshots")
LONGEST_S = 60


def draw(folder: Path) -> None:
    """Draw the bench with a covered device, in both looks, and other pages."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: PLC0415 - after the platform
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from leghorn_bench.app.station import Station  # noqa: PLC0415
    from leghorn_bench.cli.wish import Wish  # noqa: PLC0415
    from leghorn_bench.settings.values import BenchSettings  # noqa: PLC0415
    from leghorn_bench.texts.screen import speak  # noqa: PLC0415
    from leghorn_bench.ui.scan_bus import Scan, ScanSource  # noqa: PLC0415
    from leghorn_bench.ui.theme import (  # noqa: PLC0415
        in_fusion,
        load_fonts,
        load_spare_fonts,
    )

    app = QApplication(in_fusion("portraits"))
    load_fonts()
    load_spare_fonts()
    speak("it")
    settings = BenchSettings(language="it", theme="light", sounds=False)
    station = Station(app, Wish(demo=True), settings, lambda: datetime.now(UTC))

    def until(done: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(LONGEST_S * 1000)
        while not done() and not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        for _ in range(20):  # whatever came in behind: layouts, pages of lists, pictures
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def keep(name: str) -> None:
        station.window.grab().save(str(folder / f"{name}.png"), None, 0)  # 0: pressed most

    station.window.resize(1280, 800)
    station.window.show()
    station.begin()
    until(lambda: station.workplace.is_open)
    serial = _with_a_past(station.store)
    for look in ("light", "dark"):
        station.wear(look)
        station.window.open_page("bench")
        station.window.submit_scan(Scan(serial, ScanSource.FIELD))
        until(lambda: True)
        keep(f"bench-{look}")
    station.wear("light")
    for page in ("cases", "quotes", "shipping"):
        station.window.open_page(page)
        until(lambda: True)
        keep(page)
    station.close()


def _with_a_past(store: object) -> str:
    """The serial of a device of the demo that is in an open case and has been here before."""
    from leghorn_bench.domain.records.goods import Device  # noqa: PLC0415
    from leghorn_bench.store.engine import Store  # noqa: PLC0415
    from leghorn_bench.store.records import select  # noqa: PLC0415

    assert isinstance(store, Store)
    found = select(
        store,
        Device,
        "WHERE id IN (SELECT device_id FROM case_device WHERE state IN ('assessed', 'quoted'))"
        " ORDER BY id LIMIT 1",
    )
    return found[0].serial


def main() -> int:
    """Draw without a display, in a home of its own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(QT_QPA_PLATFORM="offscreen", LEGHORN_BENCH_HOME=home)
        draw(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
