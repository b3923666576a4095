"""A paper on the screen as it will be printed: pages, zoom, keys."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone

_POINT = 96 / 72
"""Device-independent pixels in a point at 100 %."""
_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0
_MARGIN = 32
"""Kept free beside a fitted page, the scroll bar in it."""


class _Area(QScrollArea):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll within the page; at its end they are left to turn it."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_PageDown: bar.maximum(), Qt.Key.Key_PageUp: bar.minimum()}
        if ends.get(Qt.Key(event.key())) == bar.value():
            event.ignore()
        else:
            super().keyPressEvent(event)


class PdfPreview(QWidget):
    """Shows the bytes of a PDF, a page at a time, as wide as there is room unless zoomed."""

    def __init__(self, pdf: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Any = None
        self._page = 0
        self._zoom = 0.0
        self.setAccessibleName(name)
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = _Area()
        self._area.resized.connect(self._fit)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._sheet)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = words("", tone=Tone.QUIET)
        self._percent = words("", tone=Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools())
        column.addWidget(self._area, 1)
        self.show_pdf(pdf)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another paper, from its first page."""
        import pypdfium2  # noqa: PLC0415 - 40 ms that only those who look at a paper need

        if self._document is not None:
            self._document.close()
        self._document = pypdfium2.PdfDocument(pdf)
        self._page = 0
        self._draw()

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return len(self._document)

    @property
    def page(self) -> int:
        """The page shown, from 1."""
        return self._page + 1

    def turn(self, pages: int) -> None:
        """Go so many pages on, or back when negative."""
        page = max(0, min(self.pages - 1, self._page + pages))
        if page != self._page:
            self._page = page
            self._draw()
            self._area.verticalScrollBar().setValue(0)

    def zoom(self, factor: float) -> None:
        """Show larger or smaller; 0 fits the width again."""
        self._zoom = factor and max(_LEAST, min(_MOST, self._shown_zoom() * factor))
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn, plus and minus zoom, 0 fits the width."""
        acts = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
            Qt.Key.Key_0: lambda: self.zoom(0),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._back = IconButton("chevron-left", part="icon", hint=_("Page before"))
        self._on = IconButton("chevron-right", part="icon", hint=_("Next page"))
        smaller = IconButton("zoom-out", part="icon", hint=_("Smaller"))
        larger = IconButton("zoom-in", part="icon", hint=_("Larger"))
        fit = IconButton("", _("Fit the width"), part="quiet")
        for button, act in (
            (self._back, lambda: self.turn(-1)),
            (self._on, lambda: self.turn(1)),
            (smaller, lambda: self.zoom(1 / _STEP)),
            (larger, lambda: self.zoom(_STEP)),
            (fit, lambda: self.zoom(0)),
        ):
            button.clicked.connect(act)
        for widget in (self._back, self._number, self._on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (smaller, self._percent, larger, fit):
            row.addWidget(widget)
        return row

    def _shown_zoom(self) -> float:
        if self._zoom:
            return self._zoom
        wide = float(self._document[self._page].get_size()[0]) * _POINT
        return max(_LEAST, min(_MOST, (self._area.width() - _MARGIN) / wide))

    def _fit(self) -> None:
        if not self._zoom and self._document is not None:
            self._draw()

    def _draw(self) -> None:
        scale = self.devicePixelRatioF()
        zoom = self._shown_zoom()
        bitmap = self._document[self._page].render(
            scale=zoom * _POINT * scale, prefer_bgrx=True, optimize_mode="lcd"
        )
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(scale)
        self._sheet.setPixmap(pixmap)
        told = _("page {page} of {pages}").format(page=self.page, pages=self.pages)
        self._number.setText(told)
        self._sheet.setAccessibleName(told)
        self._percent.setText(f"{zoom:.0%}")
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self.pages - 1)
