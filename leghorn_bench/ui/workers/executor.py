"""A thread for work that would hold up the window, of the database above all; results come back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from leghorn_bench.domain.errors import BenchError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Over:
    """A piece of work that has ended, with all that somebody before the window waits for."""

    owner: QObject
    future: "Future[Any]"
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[BenchError], None] | None


class DatabaseExecutor(QObject):
    """Runs one piece of work after the other, in the order of ``submit``, on a thread of its own.

    A ``BenchError`` goes to the caller's ``failed``; without one, and for anything else, the error
    is raised on the GUI thread, where the excepthook reports it.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, thread: str = "database") -> None:
        super().__init__(parent)
        self._thread = thread
        self._pool: ThreadPoolExecutor | None = None
        self._asked: WeakSet[Future[Any]] = WeakSet()
        self._delivered: _Over | None = None
        """Kept until its thread has let go of it: a widget must not die there."""
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BenchError], None] | None = None,
    ) -> None:
        """Run ``work`` on the database thread, then ``done`` with its result on the GUI thread.

        Nothing is delivered once ``owner`` (the page or dialog that asks) is gone.
        """
        future = self._started().submit(work)
        self._asked.add(future)
        future.add_done_callback(
            lambda over: self._hand_over(_Over(owner, over, work, done, failed))
        )

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish what runs, drop what waits, do ``last`` on the thread, and end it."""
        if self._pool is None:
            return
        for future in self._asked:
            future.cancel()
        if last is not None:
            self._pool.submit(last)
        self._pool.shutdown(wait=True)

    def _started(self) -> "ThreadPoolExecutor":
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 3 ms of the start

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._thread)
        return self._pool

    def _hand_over(self, over: _Over) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(over)

    def _deliver(self, over: _Over) -> None:
        self._delivered = over
        if over.future.cancelled() or not shiboken6.isValid(over.owner):
            return
        error = over.future.exception()
        if isinstance(error, BenchError) and over.failed is not None:
            over.failed(error)
        elif error is not None:
            raise error
        else:
            over.done(over.future.result())
