"""The last net: what nobody caught, on any thread, is told on the screen and survived."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.dialogs.message import MessageDialog
from leghorn_bench.ui.dialogs.trouble import TroubleDialog, report_of


class LastNet(QObject):
    """Shows a ``BenchError`` in its sentence, anything else (our bug) as a report to keep.

    Args:
        parent_window: gives the window above which to tell.
        version: of the program, for the report.
    """

    _caught = Signal(object)

    def __init__(self, parent_window: Callable[[], QWidget | None], version: str) -> None:
        super().__init__()
        self._parent_window = parent_window
        self._version = version
        self._open: TroubleDialog | None = None
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what reaches the top of the main thread and of all others."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Take one error; may be called on any thread."""
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self._caught.emit(error)

    def _catch_in_thread(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self.catch(happened.exc_type, happened.exc_value, happened.exc_traceback)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, BenchError):
            MessageDialog(told(error, spoken()), self._parent_window()).open()
            return
        report = report_of(error, self._version)
        if self._open is not None and shiboken6.isValid(self._open):
            self._open.add_report(report)
            return
        self._open = TroubleDialog(report, self._parent_window())
        self._open.show()
