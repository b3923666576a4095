"""The thread that carries a read loop."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.workers.reader_thread import ReaderThread


class Loop:
    def __init__(self) -> None:
        self._stopped = threading.Event()

    def run(self, emit: Callable[[object], None]) -> None:
        emit("first")
        emit("second")
        self._stopped.wait(10)
        emit("last good scan")

    def stop(self) -> None:
        self._stopped.set()


def test_events_arrive_in_order_on_the_gui_thread_and_none_is_lost_at_the_end(
    qtbot: QtBot,
) -> None:
    heard: list[tuple[object, bool]] = []
    thread = ReaderThread(Loop())
    here = QThread.currentThread()
    thread.heard.connect(lambda event: heard.append((event, QThread.currentThread() is here)))
    with qtbot.waitSignal(thread.heard):
        thread.start()
    assert thread.close()
    assert thread.isFinished()
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert [event for event, _ in heard] == ["first", "second", "last good scan"]
