"""Draw the bench on the demo's data, a card of every kind: screenshots_bench.py FOLDER SCALE."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from leghorn_bench.app.station import Station


def draw(app: "QApplication", folder: Path, scale: str) -> None:
    """Draw every card in both looks and both languages."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415 - after the scale is set

    from leghorn_bench.app.station import Station  # noqa: PLC0415
    from leghorn_bench.cli.wish import Wish  # noqa: PLC0415
    from leghorn_bench.settings.values import BenchSettings  # noqa: PLC0415
    from leghorn_bench.texts.screen import speak  # noqa: PLC0415
    from leghorn_bench.ui.theme import load_spare_fonts  # noqa: PLC0415

    load_spare_fonts()
    speak("it")
    settings = BenchSettings(language="it", theme="light")
    station = Station(app, Wish(demo=True), settings, lambda: datetime.now(UTC))
    station.window.show()
    opened = QEventLoop()
    station.workplace.bench_changed.connect(opened.quit)
    station.begin()
    opened.exec()
    for look in ("light", "dark"):
        for language in ("it", "en"):
            station.wear(look)
            station.speak(language)
            _cards(app, station, folder, f"{language}-{look}-{scale}00")
    station.window.close()


def _cards(app: "QApplication", station: "Station", folder: Path, name: str) -> None:
    from leghorn_bench.services.register import look_up  # noqa: PLC0415 - after the start
    from leghorn_bench.ui.scan_bus import Scan, ScanSource  # noqa: PLC0415

    bench, shown = station.workplace.bench, set[str]()
    rows = station.store.rows("SELECT value FROM identifier WHERE kind IN ('serial', 'epc')")
    for text in ("LGD-0000000Z", *(str(row[0]) for row in rows)):
        card = look_up(bench.store, text, today=bench.today())
        case = card.unit.open_case if card.unit is not None else None
        kind = card.verdict.coverage.value + (f"-{case.device_state}" if case is not None else "")
        if kind in shown:
            continue
        shown.add(kind)
        station.window.submit_scan(Scan(text, ScanSource.FIELD))
        for _ in range(8):
            app.processEvents()
        station.window.grab().save(str(folder / f"bench-{kind}-{name}.png"))


def main() -> int:
    """Draw at the scale that this process was started with."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the scale is set

    from leghorn_bench.ui.theme import load_fonts  # noqa: PLC0415

    app = QApplication([])
    load_fonts()
    draw(app, Path(sys.argv[1]), sys.argv[2])
    return 0


if __name__ == "__main__":
    sys.exit(main())
