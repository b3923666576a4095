"""Draw the page of readers in each state of a reader and of a search: reader_states.py FOLDER."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leghorn_bench.readers.heard import LinkState
    from leghorn_bench.ui.reading.at_work import ReadersAtWork

FOLDER = Path("docs/screenshots/readers")
LONGEST_S = 90


def draw(folder: Path) -> None:
    """Draw no reader, the search, a reader at work, and each trouble of its line."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: PLC0415 - after the platform
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from leghorn_bench.app.station import Station  # noqa: PLC0415
    from leghorn_bench.cli.wish import Wish  # noqa: PLC0415
    from leghorn_bench.readers.ends import PtyEnd  # noqa: PLC0415
    from leghorn_bench.readers.heard import Condition  # noqa: PLC0415
    from leghorn_bench.readers.ports import PortSeen, UsbIdentity  # noqa: PLC0415
    from leghorn_bench.settings.values import BenchSettings  # noqa: PLC0415
    from leghorn_bench.texts.screen import speak  # noqa: PLC0415
    from leghorn_bench.ui.theme import in_fusion, load_fonts, load_spare_fonts  # noqa: PLC0415

    app = QApplication(in_fusion("reader states"))
    load_fonts()
    load_spare_fonts()
    speak("it")
    quiet = PtyEnd()
    ports: list[PortSeen] = []
    settings = BenchSettings(language="it", theme="light", sounds=False)
    station = Station(app, Wish(demo=True), settings, lambda: datetime.now(UTC), lambda: ports)

    def until(done: Callable[[], bool], longest_s: int = LONGEST_S) -> None:
        deadline = QDeadlineTimer(longest_s * 1000)
        while not done() and not deadline.hasExpired():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        for _ in range(10):
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def keep(name: str, settle_s: int = 1) -> None:
        until(lambda: False, settle_s)
        station.window.grab().save(str(folder / f"{name}.png"), None, 0)  # 0: pressed most

    station.window.resize(1280, 800)
    station.window.show()
    station.begin()
    until(lambda: station.workplace.is_open)
    work = station.readers.at_work
    until(lambda: work.readers[0].state.condition is Condition.READY)
    station.window.open_page("readers")
    station.readers.simulated.simulator.show("303400000000000000000001")  # type: ignore[union-attr]
    until(lambda: work.log.counts.tags > 0)
    keep("ready")
    for name, state in _states():
        _put(work, state)
        keep(name)
    station.readers.simulated.end()
    until(lambda: not work.readers)
    keep("none")
    ports.append(
        PortSeen(quiet.name, "Demo", "USB-Serial", UsbIdentity(0x1A86, 0x7523, None, "1-1"))
    )
    work.find()
    until(lambda: work.searching)
    keep("searching", 0)
    until(lambda: not work.searching)
    keep("nothing-found")
    station.window.close()
    quiet.close()


def _put(work: "ReadersAtWork", state: "LinkState") -> None:
    """As if the line had told it."""
    work.readers[0].state = state
    work.changed.emit()


def _states() -> "Iterator[tuple[str, LinkState]]":
    from leghorn_bench.readers.heard import Condition, LinkState  # noqa: PLC0415
    from leghorn_bench.readers.troubles import (  # noqa: PLC0415
        PortAbsent,
        PortDenied,
        PortDeniedToAll,
        PortLost,
        PortRefused,
        PortTakenBy,
    )

    port = "/dev/ttyUSB0"
    yield "connecting", LinkState(Condition.CONNECTING, port)
    yield "silent", LinkState(Condition.SILENT, port)
    yield "wrong-speed", LinkState(Condition.WRONG_SPEED, port)
    denied = PortDenied(port=port, group="dialout", user="ada")
    yield "denied", LinkState(Condition.DENIED, port, denied)
    yield "denied-to-all", LinkState(Condition.DENIED, port, PortDeniedToAll(port=port))
    taken = PortTakenBy(port=port, program="minicom", process=4711)
    yield "taken", LinkState(Condition.TAKEN, port, taken)
    yield "absent", LinkState(Condition.ABSENT, port, PortAbsent(port=port))
    refused = PortRefused(port="COM?", reason="no such name")
    yield "refused", LinkState(Condition.REFUSED, "COM?", refused)
    yield "lost", LinkState(Condition.LOST, port, PortLost(port=port, reason="Input/output error"))


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
