"""Catch scanners that type like a keyboard before any field sees their keys."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from leghorn_bench.domain.identifiers.layout import layout_undone
from leghorn_bench.domain.identifiers.scan import GS
from leghorn_bench.settings.values import WedgeSettings
from leghorn_bench.ui.key_burst import KeyBurst
from leghorn_bench.ui.scan_bus import Scan, ScanSource

_HeldKey = tuple[QWindow, QKeyEvent]
_GRACE_MS = 15
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_Control)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SEPARATORS = (Qt.Key.Key_BracketRight, Qt.Key.Key_Plus)
_LINE_ENDS = (Qt.Key.Key_M, Qt.Key.Key_J)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = _COMMANDS | Qt.KeyboardModifier.ShiftModifier


class KeyboardWedge(QObject):
    """An event filter of the application; install it with ``app.installEventFilter``.

    It looks at the windows' key events, which come before any widget's, and judges pace by the
    time that each event bears: keys queued behind a busy program would else look like a scan.
    """

    scan_heard = Signal(object)
    """A ``Scan`` typed by a scanner."""

    def __init__(self, settings: WedgeSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst: KeyBurst[_HeldKey] = KeyBurst(settings)
        self._enabled, self._types_as_us = settings.enabled, settings.types_as_us
        self._replaying = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(self._burst.gap_ms + _GRACE_MS)
        self._pause.timeout.connect(self._pause_over)

    def obey(self, settings: WedgeSettings) -> None:
        """Know scanners by other marks from now on."""
        self._replay(self._burst.flush())
        self._burst = KeyBurst(settings)
        self._enabled, self._types_as_us = settings.enabled, settings.types_as_us
        self._pause.setInterval(self._burst.gap_ms + _GRACE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, swallow or pass one key event."""
        if self._replaying or not self._enabled or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWindow):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        if event.type() == QEvent.Type.KeyRelease:
            return self._burst.release((watched, _copied(event)))
        return False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() in _SHIFTS:
            return False
        text = self._meant(event)
        heard = self._burst.press((window, _copied(event)), text, event.timestamp())
        self._replay(heard.replay)
        if self._burst.holding:
            self._pause.start()
        else:
            self._pause.stop()
        if heard.scan is not None:
            self.scan_heard.emit(Scan(heard.scan, ScanSource.WEDGE))
        return heard.swallow

    def _meant(self, event: QKeyEvent) -> str:
        """The character that a scanner means by a key; none for a key that is a command."""
        if self._burst.holding and _is_separator(event):
            return GS
        if self._burst.in_scan and _is_line_end(event):
            return "\n"
        if event.isAutoRepeat() or _is_command(event):
            return ""
        return layout_undone(event.text()) if self._types_as_us else event.text()

    def _pause_over(self) -> None:
        """No key for a while; but some may wait behind us in the queue, so let them in first."""
        QTimer.singleShot(0, self, self._flush_if_still_quiet)

    def _flush_if_still_quiet(self) -> None:
        if not self._pause.isActive():
            self._replay(self._burst.flush())

    def _replay(self, keys: tuple[_HeldKey, ...]) -> None:
        self._replaying = True
        try:
            for window, event in keys:
                if shiboken6.isValid(window):  # it may have closed since
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._replaying = False


def _is_separator(event: QKeyEvent) -> bool:
    """Whether this is Ctrl and ``]``, as scanners type the separator of GS1; ``+`` in Italian."""
    return event.key() in _SEPARATORS and event.modifiers() & _MODIFIERS == _CONTROL


def _is_line_end(event: QKeyEvent) -> bool:
    """Whether this is Ctrl and M or J, as some scanners type the end of a line."""
    return event.key() in _LINE_ENDS and event.modifiers() & _MODIFIERS == _CONTROL


def _is_command(event: QKeyEvent) -> bool:
    """Whether a modifier makes this key a command; AltGr characters are text all the same."""
    modifiers = event.modifiers() & _COMMANDS
    if not modifiers:
        return False
    return not (event.text().isprintable() and event.text()) and event.text() != "\x1d"


def _copied(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
