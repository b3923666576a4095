"""What other stations have changed is shown on the page in front, without a gesture."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from leghorn_bench.store.engine import Store
from leghorn_bench.store.news import News
from leghorn_bench.ui.window import BenchWindow
from leghorn_bench.ui.workers.reader_thread import ReaderThread

_TOGETHER_MS = 300
"""Changes that come in one burst are shown at once."""


class StationNews(QObject):
    """Listens while the store is open; ``changed`` is called when others have changed something."""

    def __init__(
        self,
        store: Store,
        window: Callable[[], BenchWindow],
        changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._changed = window, changed
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self._show)
        self._thread = ReaderThread(News(store), self)
        self._thread.heard.connect(lambda _station: self._soon.start())
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._soon.stop()
        self._thread.close()

    def _show(self) -> None:
        if QApplication.activeModalWidget() is not None:
            self._soon.start()  # What somebody is filling in is not pulled from under them.
            return
        self._window().others_changed()
        self._changed()
