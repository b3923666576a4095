"""The photos of a case: added by file, drag and drop or paste; opened large, marked; removed."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import PHOTO, RADIUS, Tone
from leghorn_bench.ui.widgets.flow import FlowLayout
from leghorn_bench.ui.widgets.photo_file import Photo, photo_of_image, picture_of, read_photo

_SIDE = PHOTO - 4


class _Thumbnail(QPushButton):
    """One photo; Enter or a click opens it, Delete or its cross removes it."""

    def __init__(self, photo: Photo, removed: Callable[[], None]) -> None:
        super().__init__()
        self.photo = photo
        self._removed = removed
        self._pixmap = QPixmap.fromImage(picture_of(photo, QSize(_SIDE * 4, _SIDE * 4)))
        self.setAccessibleName(photo.name)
        self.setToolTip(photo.name)
        mark(self, part="thumb")
        cross = IconButton("x", part="cross", hint=_("Remove this photo"), pixels=14)
        cross.setParent(self)
        cross.setGeometry(_SIDE - 20, 4, 22, 22)
        cross.clicked.connect(removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._removed()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photo, cut to a square with round corners."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        box = QRectF(3, 3, _SIDE, _SIDE)
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS, RADIUS)
        painter.setClipPath(outline)
        side = min(self._pixmap.width(), self._pixmap.height())
        left = (self._pixmap.width() - side) / 2
        top = (self._pixmap.height() - side) / 2
        painter.drawPixmap(box, self._pixmap, QRectF(left, top, side, side))
        painter.end()


class PhotoStrip(QWidget):
    """Photos in lines. What cannot be taken is told below the strip; the others are kept.

    Where they are ``markable``, a marked copy of one becomes a photo of its own.
    """

    photos_changed = Signal()

    def __init__(
        self,
        photos: Iterable[Photo] = (),
        parent: QWidget | None = None,
        *,
        markable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._markable = markable
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._thumbnails: list[_Thumbnail] = []
        add = IconButton("photo-plus", part="drop", hint=_("Add photos"), pixels=24)
        add.clicked.connect(self._ask)
        self._row = FlowLayout(8)
        self._row.addWidget(add)
        self._hint = words(_("Drop photos here, or paste them."), tone=Tone.QUIET, wrap=True)
        begin = QHBoxLayout()
        begin.setSpacing(8)
        begin.addLayout(self._row)
        begin.addWidget(self._hint, 1)
        self._trouble = words("", tone=Tone.STOP, wrap=True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(begin)
        column.addWidget(self._trouble)
        for photo in photos:
            self._show(photo)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos, in the order in which they were added."""
        return tuple(thumbnail.photo for thumbnail in self._thumbnails)

    @property
    def trouble(self) -> str:
        """What was told of photos that could not be taken."""
        return self._trouble.text()

    def show_photos(self, photos: Iterable[Photo]) -> None:
        """Show other photos in place of these, without telling."""
        for thumbnail in tuple(self._thumbnails):
            self._drop(thumbnail)
        self._hint.setVisible(True)
        self._tell("")
        for photo in photos:
            self._show(photo)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Take photos from files; one that cannot be taken does not stop the others."""
        troubles = []
        for path in paths:
            try:
                self._show(read_photo(path))
            except BenchError as error:
                troubles.append(told(error, spoken()))
        self._tell("\n".join(troubles))
        self.photos_changed.emit()

    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted: files or a picture; False when it is neither."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.add_files(files)
            return True
        picture = mime.imageData()
        if isinstance(picture, QImage) and not picture.isNull():
            self._show(photo_of_image(picture, f"{_('Pasted photo')}.png"))
            self._tell("")
            self.photos_changed.emit()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take(QGuiApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def _ask(self) -> None:
        kinds = _("Photos") + " (*.jpg *.jpeg *.png *.webp *.bmp *.gif)"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Add photos"), "", kinds)
        if names:
            self.add_files(Path(name) for name in names)

    def _show(self, photo: Photo) -> None:
        thumbnail = _Thumbnail(photo, lambda: self._remove(thumbnail))
        thumbnail.clicked.connect(lambda: self._open(photo))
        self._thumbnails.append(thumbnail)
        self._row.addWidget(thumbnail)
        self._hint.setVisible(False)

    def _open(self, photo: Photo) -> None:
        PhotoView(photo, self.window(), self._keep if self._markable else None).open()

    def _keep(self, marked: Photo) -> None:
        self._show(marked)
        self.photos_changed.emit()

    def _drop(self, thumbnail: _Thumbnail) -> None:
        self._thumbnails.remove(thumbnail)
        self._row.removeWidget(thumbnail)
        thumbnail.hide()
        thumbnail.deleteLater()

    def _remove(self, thumbnail: _Thumbnail) -> None:
        self._drop(thumbnail)
        self._hint.setVisible(not self._thumbnails)
        self.photos_changed.emit()

    def _tell(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
