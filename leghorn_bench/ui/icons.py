"""The icons: outlines of one family (Tabler), tinted with the colour of the words beside them."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from leghorn_bench.resources import resource_path
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.tokens import Tone

_SCALES = (1.0, 2.0)
_LARGE = 41
"""From this size on the outline is drawn thinner, or it would shout."""


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str, stroke: str) -> QSvgRenderer:
    svg = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{stroke}"'
    )
    return QSvgRenderer(svg.encode())


def paint_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Draw the icon ``name`` in ``box``, sharp at any scale of the screen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = "1.75" if box.width() < _LARGE else "1.5"
    _renderer(name, colour.name(), stroke).render(painter, box)


def stamp_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """As ``paint_icon``, from a picture drawn once: for lists, which are drawn many times a second.

    The picture falls on whole pixels, so that it stays sharp.
    """
    scale = painter.device().devicePixelRatioF()
    place = QPointF(round(box.left() * scale) / scale, round(box.top() * scale) / scale)
    painter.drawPixmap(place, _stamp(name, colour.name(), box.width(), scale))


@lru_cache(maxsize=256)
def _stamp(name: str, colour: str, pixels: float, scale: float) -> QPixmap:
    side = round(pixels * scale)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    # By the size on screen, as everywhere: at 200 % an outline is not thinner.
    painter.scale(scale, scale)
    paint_icon(painter, QRectF(0, 0, pixels, pixels), name, QColor(colour))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


@lru_cache(maxsize=256)
def icon(name: str, colour: str, pixels: int = 20) -> QIcon:
    """The icon ``name`` in ``#RRGGBB``, for buttons and tables, sharp at 100 % and 200 %."""
    made = QIcon()
    for scale in _SCALES:
        image = QPixmap(int(pixels * scale), int(pixels * scale))
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_icon(painter, QRectF(0, 0, pixels * scale, pixels * scale), name, QColor(colour))
        painter.end()
        image.setDevicePixelRatio(scale)
        made.addPixmap(image)
    return made


class IconLabel(QWidget):
    """One icon in the colour that the stylesheet gives to its words."""

    def __init__(self, name: str, pixels: int = 20, tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self._name = name
        self._pixels = pixels
        self.setFixedSize(pixels, pixels)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        mark(self, tone=tone)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another icon, or the same one in another tone."""
        self._name = name
        mark(self, tone=tone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the foreground colour of this widget."""
        painter = QPainter(self)
        box = QRectF(0, 0, self._pixels, self._pixels)
        paint_icon(painter, box, self._name, self.palette().windowText().color())
        painter.end()


class IconButton(QPushButton):
    """A button whose icon has the colour of its words, whatever the theme and the state.

    Args:
        name: the icon; empty for none.
        text: the word; without one, ``hint`` is the button's accessible name and tooltip.
        part: how it looks: ``primary``, ``plain``, ``quiet``, ``link``, ``icon``, ``danger``.
        hint: tooltip and accessible name.
    """

    def __init__(
        self, name: str, text: str = "", part: str = "plain", hint: str = "", pixels: int = 18
    ) -> None:
        super().__init__(text)
        self._name = name
        self.setIconSize(QSize(pixels, pixels))
        self.setToolTip(hint)
        self.setAccessibleName(text or hint)
        self.toggled.connect(self._tint)
        mark(self, part=part)

    def show_icon(self, name: str) -> None:
        """Take another icon."""
        self._name = name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Tint the icon again when the theme or the state has changed the words' colour."""
        super().changeEvent(event)
        if event.type() in {
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.EnabledChange,
        }:
            self._tint()

    def showEvent(self, event: QShowEvent) -> None:
        """The colour is known once the style has polished the button."""
        super().showEvent(event)
        self._tint()

    def _tint(self) -> None:
        if self._name:
            self.setIcon(icon(self._name, self._ink().name(), self.iconSize().width()))

    def _ink(self) -> QColor:
        if self.isCheckable() and self.isChecked():
            return self.palette().link().color()
        return self.palette().buttonText().color()
