"""A paper on the screen as it will be printed: pages, zoom, find, keys."""

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.pdf_search import Place, places

_POINT = 96 / 72
"""Device-independent pixels in a point at 100 %."""
_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0
_MARGIN = 32
"""Kept free beside a fitted page, the scroll bar in it."""
_FOUND, _HERE = QColor(255, 196, 0, 90), QColor(255, 120, 0, 140)
"""Laid over the words that were looked for; a paper is white in either look of the window."""


class _Area(QScrollArea):
    resized = Signal()
    zoomed = Signal(float)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms, as everywhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

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


class _FindField(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(lambda: self.setModified(False))  # what is sought is no writing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next place, and is not left to the dialog, which would close."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class PdfPreview(QWidget):
    """Shows the bytes of a PDF, a page at a time, as wide as there is room unless zoomed."""

    def __init__(self, pdf: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Any = None
        self._page = 0
        self._zoom = 0.0
        self._places: list[Place] = []
        self._here = 0
        self.setAccessibleName(name)
        self._sheet = QLabel()
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = _Area()
        self.area.resized.connect(self._fit)
        self.area.zoomed.connect(self.zoom)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._sheet)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = words("", tone=Tone.QUIET)
        self._percent = words("", tone=Tone.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._tools())
        column.addWidget(self.area, 1)
        self.show_pdf(pdf)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another paper, from its first page."""
        import pypdfium2  # noqa: PLC0415 - 40 ms that only those who look at a paper need

        if self._document is not None:
            self._document.close()
        self._document = pypdfium2.PdfDocument(pdf)
        self._page = 0
        self._places = places(self._document, self._field.text())
        self._draw()

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return len(self._document)

    @property
    def text(self) -> str:
        """What can be read on all pages."""
        pages = []
        for page in self._document:
            words_on = page.get_textpage()
            pages.append(words_on.get_text_range())
            words_on.close()
        return "\n".join(pages)

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
            self.area.verticalScrollBar().setValue(0)

    def zoom(self, factor: float) -> None:
        """Show larger or smaller; 0 fits the width again."""
        self._zoom = factor and max(_LEAST, min(_MOST, self.shown_zoom * factor))
        self._draw()

    def find_text(self, text: str) -> int:
        """Mark every place of ``text`` and show the first from this page on; gives how many."""
        self._places = places(self._document, text)
        later = [at for at, place in enumerate(self._places) if place.page >= self._page]
        self._here = later[0] if later else 0
        self._show_place()
        return len(self._places)

    def find_next(self) -> None:
        """Show the next place, after the last one the first again."""
        if self._places:
            self._here = (self._here + 1) % len(self._places)
            self._show_place()

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

    def _finder(self) -> None:
        self._field = _FindField()
        self._field.setPlaceholderText(_("Find"))
        self._field.setAccessibleName(_("Find in the paper"))
        self._field.setClearButtonEnabled(True)
        self._field.setMaximumWidth(150)
        self._field.textChanged.connect(self.find_text)
        self._counted = words("", tone=Tone.QUIET)
        ctrl_f = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        ctrl_f.activated.connect(self._field.setFocus)
        self._field.returnPressed.connect(self.find_next)

    def _show_place(self) -> None:
        told = ""
        if self._places:
            self._page = self._places[self._here].page
            told = _("{n} of {all}").format(n=self._here + 1, all=len(self._places))
        elif self._field.text().strip():
            told = _("not found")
        self._counted.setText(told)
        self._draw()
        self._scroll_to_place()

    def _scroll_to_place(self) -> None:
        if not self._places or not self._places[self._here].boxes:
            return
        left, _bottom, _right, top = self._places[self._here].boxes[0]
        zoom = self.shown_zoom * _POINT
        high = float(self._document[self._page].get_size()[1])
        self.area.ensureVisible(int(left * zoom), int((high - top) * zoom), 80, 80)

    def _mark_places(self, pixmap: QPixmap, scale: float) -> None:
        """Lay a colour over what was looked for; ``scale`` is pixels a point."""
        high = float(self._document[self._page].get_size()[1])
        painter = QPainter(pixmap)
        for number, place in enumerate(self._places):
            if place.page == self._page:
                for left, bottom, right, top in place.boxes:
                    box = QRectF(left, high - top, right - left, top - bottom)
                    larger = box.adjusted(-1, -1, 1, 1)
                    corner = larger.topLeft() * scale
                    area = QRectF(corner, larger.size() * scale)
                    painter.fillRect(area, _HERE if number == self._here else _FOUND)
        painter.end()

    def _tools(self) -> QHBoxLayout:
        self._finder()
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
        row.addWidget(self._counted)
        row.addWidget(self._field)
        row.addSpacing(8)
        for widget in (smaller, self._percent, larger, fit):
            row.addWidget(widget)
        return row

    @property
    def shown_zoom(self) -> float:
        """1 shows a point as it is on paper."""
        if self._zoom:
            return self._zoom
        wide = float(self._document[self._page].get_size()[0]) * _POINT
        return max(_LEAST, min(_MOST, (self.area.width() - _MARGIN) / wide))

    def _fit(self) -> None:
        if not self._zoom and self._document is not None:
            self._draw()

    def _draw(self) -> None:
        scale = self.devicePixelRatioF()
        zoom = self.shown_zoom
        bitmap = self._document[self._page].render(
            scale=zoom * _POINT * scale, prefer_bgrx=True, optimize_mode="lcd"
        )
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        self._mark_places(pixmap, zoom * _POINT * scale)
        pixmap.setDevicePixelRatio(scale)
        self._sheet.setPixmap(pixmap)
        told = _("page {page} of {pages}").format(page=self.page, pages=self.pages)
        self._number.setText(told)
        self._sheet.setAccessibleName(told)
        self._percent.setText(f"{zoom:.0%}")
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self.pages - 1)
