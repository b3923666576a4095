"""A test waits as long as a busy machine may need: it tells what happens, never how fast."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

PATIENCE_MS = 30_000
"""What never comes fails the test after so long; what comes ends the wait at once."""


class PatientBot(QtBot):
    """A ``qtbot`` whose usual waits end on a machine that does ten things at once as well."""

    def waitUntil(  # noqa: N802 - the name is Qt's
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - the name is Qt's
        self, signal: SignalInstance, *, timeout: int = PATIENCE_MS, **wishes: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **wishes)
