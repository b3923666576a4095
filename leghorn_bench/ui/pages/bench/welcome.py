"""The empty bench: what to do, whether the reader hears, and the last devices on the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.frame.top_bar import ReaderShown
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Size, Tone
from leghorn_bench.ui.widgets.badge import Chip
from leghorn_bench.ui.widgets.empty_state import EmptyState

_LEAST = 180
"""Pixels of a line at its narrowest: sign and serial number."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A device that was on the table a moment ago."""

    serial: str
    about: str
    """Product and verdict in words."""
    icon: str


class Welcome(EmptyState):
    """Says *Scan a device*; the last five open by a click."""

    serial_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("scan", _("Scan a device"), _usual_help())
        self._reader = Chip("antenna", "", Tone.QUIET)
        self._reader.hide()
        self.add_below(self._reader)
        self._title = words(_("Last on the table"), Size.SMALL, Tone.QUIET)
        self._last = QWidget()
        self._lines = QVBoxLayout(self._last)
        self._lines.setContentsMargins(0, 16, 0, 0)
        self._lines.setSpacing(4)
        self.add_below(self._last)
        self.show_recent(())

    def invite(self) -> None:
        """Say what an empty bench says."""
        self.say("scan", _("Scan a device"), _usual_help())

    def show_reader(self, reader: ReaderShown) -> None:
        """Say whether the reader hears; without one, a serial number can still be typed."""
        told = " · ".join(part for part in (reader.name, reader.word) if part)
        self._reader.show_state(reader.icon, told, reader.tone)
        self._reader.setVisible(bool(told))

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Offer the devices that were on the table, the newest first."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._title:
                widget.hide()
                widget.deleteLater()
        self._last.setVisible(bool(recent))
        self._lines.addWidget(self._title)
        for device in recent:
            self._lines.addWidget(self._opener(device), 0, Qt.AlignmentFlag.AlignLeft)

    def _opener(self, device: Recent) -> IconButton:
        button = _ElidedButton(device.icon, f"{device.serial}   {device.about}")
        button.setAccessibleName(_("Open {serial}").format(serial=device.serial))
        button.clicked.connect(lambda: self.serial_wanted.emit(device.serial))
        return button


class _ElidedButton(IconButton):
    """Cut short where the bench is narrow; the tooltip says the whole."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__(icon, text, part="quiet")
        mark(self, leading=True)
        self._whole = text
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        longer = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + longer, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the serial number."""
        return QSize(_LEAST, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        around = self.sizeHint().width() - metrics.horizontalAdvance(self._whole)
        room = event.size().width() - around
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


def _usual_help() -> str:
    return _("Hold it to the reader, or type its serial number above (Ctrl+K).")
