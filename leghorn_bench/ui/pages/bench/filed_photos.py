"""The photos on file of a device: opened large, and marked on a copy that is filed beside them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.records.cases import Evidence
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.on_bench import photo_bytes
from leghorn_bench.texts.errors import told
from leghorn_bench.texts.screen import spoken
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.marks import mark, words
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.flow import FlowLayout
from leghorn_bench.ui.widgets.photo_file import Photo, picture_of

_SIDE = 64


class FiledPhotos(QWidget):
    """Thumbnails in lines; a file that is gone or damaged is told below them."""

    marked = Signal(object)
    """A ``Photo``: a copy with marks on it, to be filed; the one below stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowLayout(4)
        self._trouble = words("", tone=Tone.STOP, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._trouble)

    def show_photos(self, bench: Bench, evidence: Sequence[Evidence]) -> None:
        """Show the photos among ``evidence``."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        troubles = []
        for one in evidence:
            if one.kind != "photo":
                continue
            try:
                self._row.addWidget(self._thumbnail(Photo(one.filename, photo_bytes(bench, one))))
            except BenchError as error:
                troubles.append(f"{one.filename}: {told(error, spoken())}")
        self._trouble.setText("\n".join(troubles))
        self._trouble.setVisible(bool(troubles))
        self.setVisible(bool(self._row.count() or troubles))

    def _thumbnail(self, photo: Photo) -> QPushButton:
        picture = picture_of(photo, QSize(_SIDE * 3, _SIDE * 3))
        button = mark(QPushButton(), part="icon")
        button.setIcon(QIcon(QPixmap.fromImage(picture)))
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFixedSize(_SIDE + 8, _SIDE + 8)
        button.setAccessibleName(photo.name)
        button.setToolTip(photo.name)
        button.clicked.connect(partial(self._open, photo))
        return button

    def _open(self, photo: Photo) -> None:
        PhotoView(photo, self.window(), self.marked.emit).open()
