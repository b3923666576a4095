"""A widget in a cycle is freed by the thread that it lives on."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.workers.garbage import GarbageOnThisThread


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageOnThisThread]:
    gc.unfreeze()  # as a program that has just begun
    made = GarbageOnThisThread()
    yield made
    made.stop()


class Dropped(QObject):
    """With a timer that only its own thread may stop, and in a cycle with itself."""

    def __init__(self, freed_by: list[str]) -> None:
        super().__init__()
        QTimer(self).start(60_000)
        self.itself = self
        self._freed_by = freed_by

    def __del__(self) -> None:
        self._freed_by.append(threading.current_thread().name)


def litter() -> None:
    """More cycles than Python leaves lying about."""
    for _ in range(gc.get_threshold()[0] * 3):
        cycle: list[object] = []
        cycle.append(cycle)


def test_a_reader_thread_that_litters_frees_no_widget(
    collector: GarbageOnThisThread, qtbot: QtBot
) -> None:
    freed_by: list[str] = []
    Dropped(freed_by)
    reader = threading.Thread(target=litter, name="reader")
    reader.start()
    reader.join()
    assert freed_by == []
    qtbot.waitUntil(lambda: freed_by == [threading.main_thread().name])
    assert not gc.isenabled()


def test_nothing_is_done_while_there_is_little_garbage(collector: GarbageOnThisThread) -> None:
    gc.collect()
    collector.look()
    assert gc.get_count()[1] == 0


def test_what_the_start_made_is_not_looked_through_again(
    collector: GarbageOnThisThread, qtbot: QtBot
) -> None:
    assert gc.get_freeze_count() == 0
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    frozen = gc.get_freeze_count()
    litter()
    collector.look()
    assert gc.get_freeze_count() == frozen
    collector.stop()
    assert gc.get_freeze_count() == 0
