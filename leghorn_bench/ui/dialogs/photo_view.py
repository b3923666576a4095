"""One photo, as large as the screen allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.widgets.photo_file import Photo, picture_of


class PhotoView(HouseDialog):
    """Shows a photo large; Esc or Enter closes."""

    def __init__(self, photo: Photo, parent: QWidget | None) -> None:
        super().__init__(photo.name, parent)
        room = self.screen().availableSize() * 0.8
        scale = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(picture_of(photo, QSize(room) * scale))
        pixmap.setDevicePixelRatio(scale)
        shown = QLabel()
        shown.setAccessibleName(photo.name)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setPixmap(pixmap)
        self.add(shown, 1)
        self.add_verb(_("Close"), "primary").clicked.connect(self.accept)
