"""Cyclic garbage is freed on the GUI thread: a widget freed by another thread ends the program."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_YOUNG = 1
"""What is collected in a millisecond or two: all but the oldest generation."""


class GarbageOnThisThread(QObject):
    """Takes the place of Python's own rhythm, which any thread may set off, a reader's as well.

    Qt's objects must die on the thread that they live on. Whoever has made one calls ``stop``
    where Python's rhythm is wanted back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Free what has become garbage: the oldest generation that is due by Python's limits."""
        if self._settled:
            free_what_is_due()
        else:
            self._settle()

    def _settle(self) -> None:
        """What the start made lives on: each look at all of it would cost the window frames."""
        gc.collect(_YOUNG)
        gc.freeze()
        self._settled = True

    def stop(self) -> None:
        """Let Python free garbage wherever it likes."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def free_what_is_due() -> None:
    """Free the garbage of the oldest generation that is due by Python's limits, and the younger."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age in range(len(counts)) if counts[age] > limits[age]]
    if due:
        gc.collect(due[-1])
