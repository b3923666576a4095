"""200 tags a second through a pty into the window: it answers within a frame (``make soak``)."""

import os
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from leghorn_bench.readers.antenna import Mode
from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.ui.reading.reader import Origin
from leghorn_bench.ui.workers.garbage import GarbageOnThisThread
from tests.ui.bench.seeing import press
from tests.ui.conftest import dressed, english
from tests.ui.reader.conftest import Scene, begin, pad, stage

__all__ = ["begin", "dressed", "english", "stage"]
SECONDS = float(os.environ.get("SOAK_SECONDS", "20"))
TAGS_A_SECOND = 200
BATCH = 10
FRAME_MS = 16.7
BEAT_MS = 5


@pytest.mark.parametrize("view", ["Readers and antenna", "Diagnostics"])
def test_the_window_answers_within_a_frame_and_no_read_is_lost(
    begin: Callable[..., Scene], stage: ExitStack, view: str
) -> None:
    scene = begin()
    garbage = GarbageOnThisThread()  # as the program does
    stage.callback(garbage.stop)
    window = scene.begin().window
    readers = scene.station.readers.at_work
    reader = pad(stage)
    known = KnownReader("m100", reader.port, LineSettings(115200), Role.RFID)
    readers.add(known, Origin.REAL)
    press(window, "Readers")
    press(window, view)
    readers.want(Mode.BULK)  # each of the thousands is another tag, and counted
    scene.until(Condition.READY)

    late: list[float] = []
    since = QElapsedTimer()
    since.start()

    def beat() -> None:
        late.append(max(0.0, since.nsecsElapsed() / 1e6 - BEAT_MS))
        since.restart()

    heart = QTimer()
    heart.timeout.connect(beat)
    heart.start(BEAT_MS)
    shown: list[int] = []
    hand = threading.Thread(target=lambda: shown.append(show_for(reader)))
    hand.start()
    done = lambda: bool(shown) and readers.log.counts.tags >= shown[0]  # noqa: E731 - read twice
    scene.qtbot.waitUntil(done, timeout=round(SECONDS * 1000) + 60_000)
    hand.join()
    ordered = sorted(late)
    p99 = ordered[len(ordered) * 99 // 100]
    print(  # noqa: T201 - the figures are what a soak is for
        f"\n{view}: {shown[0]} tags in {SECONDS:.0f} s, {shown[0] - readers.log.counts.tags} lost;"
        f" the window answers late by: median {ordered[len(ordered) // 2]:.2f} ms,"
        f" p99 {p99:.2f} ms, most {ordered[-1]:.1f} ms"
    )
    assert readers.log.counts.tags == shown[0]
    assert p99 < FRAME_MS


def show_for(reader: Simulator) -> int:
    """Show numbered tags at their pace, on a thread of its own; gives how many."""
    pace = threading.Event()  # never set: a clock that can be waited for
    begun, shown = time.monotonic(), 0
    while time.monotonic() < begun + SECONDS:
        numbers = range(shown, shown + BATCH)
        reader.show(*(TagRead(epc=b"\x30\x34SOAK" + n.to_bytes(6, "big")) for n in numbers))
        shown += BATCH
        pace.wait(max(0.0, begun + shown / TAGS_A_SECOND - time.monotonic()))
    return shown
