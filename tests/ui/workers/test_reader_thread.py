"""The thread that carries a read loop."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread
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


class HungInTheSystem:
    def __init__(self) -> None:
        self.returns = threading.Event()

    def run(self, emit: Callable[[object], None]) -> None:
        self.returns.wait(10)
        emit("late")

    def stop(self) -> None:
        """The system does not listen."""


def test_a_thread_that_hangs_in_the_system_is_left_to_end_by_itself(qtbot: QtBot) -> None:
    """Qt would end the program if it were destroyed with its parent."""
    link, parent = HungInTheSystem(), QObject()
    thread = ReaderThread(link, parent, patience_ms=10)
    thread.start()
    assert not thread.close()
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    assert thread.isRunning()
    with qtbot.waitSignal(thread.destroyed):
        link.returns.set()
