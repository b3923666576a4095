"""Waits for a thread that was told to stop, and leaves to itself one that hangs in the system."""

from PySide6.QtCore import QThread

PATIENCE_MS = 5000
_left: list[QThread] = []
"""Threads that were waited for in vain: Qt ends the program if one is destroyed while it runs."""


def let_go(thread: QThread, patience_ms: int = PATIENCE_MS) -> bool:
    """Wait for ``thread``; False when it goes on, nobody's child, until it ends by itself.

    Opening a port can take the system longer than a person waits: Bluetooth, or a dead server.
    """
    if thread.wait(patience_ms):
        return True
    thread.setParent(None)
    _left.append(thread)
    thread.finished.connect(thread.deleteLater)
    return False
