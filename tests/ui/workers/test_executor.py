"""The database thread."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.ui.workers.executor import DatabaseExecutor


class StaleRecordError(BenchError):
    sentence = "The record {number} was changed by somebody else."


def refuse() -> None:
    raise StaleRecordError(number=7)


@pytest.fixture
def executor(qtbot: QtBot) -> Iterator[DatabaseExecutor]:
    made = DatabaseExecutor()
    yield made
    made.close()


def test_work_runs_in_order_elsewhere_and_results_come_here(
    executor: DatabaseExecutor, qtbot: QtBot
) -> None:
    owner = QObject()
    results: list[tuple[int, bool]] = []

    def work(number: int) -> tuple[int, bool]:
        return number, threading.current_thread() is threading.main_thread()

    for number in range(5):
        executor.submit(owner, partial(work, number), results.append)
    qtbot.waitUntil(lambda: len(results) == 5)
    assert results == [(number, False) for number in range(5)]


def test_an_error_of_the_world_goes_to_the_one_who_asked(
    executor: DatabaseExecutor, qtbot: QtBot
) -> None:
    owner = QObject()
    errors: list[BenchError] = []
    executor.submit(owner, refuse, lambda _: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "The record 7 was changed by somebody else."


def test_an_error_nobody_expects_reaches_the_excepthook(
    executor: DatabaseExecutor, qtbot: QtBot
) -> None:
    owner = QObject()
    with qtbot.captureExceptions() as caught:
        executor.submit(owner, refuse, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is StaleRecordError


def test_a_result_for_a_closed_page_is_dropped(executor: DatabaseExecutor, qtbot: QtBot) -> None:
    gone, here = QObject(), QObject()
    go = threading.Event()
    results: list[str] = []
    executor.submit(gone, lambda: str(go.wait(5)), lambda _: results.append("gone"))
    executor.submit(here, lambda: "here", results.append)
    shiboken6.delete(gone)
    go.set()
    qtbot.waitUntil(lambda: bool(results))
    assert results == ["here"]
