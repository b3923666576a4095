"""Photos: taken, refused, removed, opened."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.widgets.photo_file import (
    Photo,
    PhotoUnreadableError,
    photo_of_image,
    picture_of,
    read_photo,
)
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip


def picture(width: int = 400, height: int = 300) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


@pytest.fixture
def photo_file(tmp_path: Path, qapp: object) -> Path:
    path = tmp_path / "seal.png"
    path.write_bytes(photo_of_image(picture(), "seal.png").content)
    return path


@pytest.fixture
def strip(qtbot: QtBot) -> PhotoStrip:
    made = PhotoStrip()
    qtbot.addWidget(made)
    made.show()
    return made


def test_files_are_taken_whole_and_in_order(strip: PhotoStrip, photo_file: Path) -> None:
    strip.add_files([photo_file])
    assert strip.photos == (Photo("seal.png", photo_file.read_bytes()),)
    assert strip.trouble == ""


def test_a_broken_photo_is_told_and_does_not_stop_the_others(
    strip: PhotoStrip, photo_file: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture at all")
    strip.add_files([broken, photo_file, tmp_path / "gone.png"])
    assert [photo.name for photo in strip.photos] == ["seal.png"]
    assert "broken.jpg cannot be read" in strip.trouble
    assert "gone.png cannot be read" in strip.trouble


def test_a_photo_of_40_megabytes_is_refused_with_the_limit(
    strip: PhotoStrip, tmp_path: Path
) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(40_000_000)
    strip.add_files([large])
    assert "large.jpg has 40 MB; at most 25 MB are kept" in strip.trouble


def test_dropped_files_and_pasted_pictures_are_taken(strip: PhotoStrip, photo_file: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(photo_file))])
    pasted = QMimeData()
    pasted.setImageData(picture())
    assert strip.take(dropped)
    assert strip.take(pasted)
    assert not strip.take(QMimeData())
    assert [photo.name for photo in strip.photos] == ["seal.png", "Pasted photo.png"]


def test_delete_removes_the_photo_with_the_focus(
    strip: PhotoStrip, photo_file: Path, qtbot: QtBot
) -> None:
    strip.add_files([photo_file, photo_file])
    with qtbot.waitSignal(strip.photos_changed):
        qtbot.keyClick(strip._thumbnails[0], Qt.Key.Key_Delete)
    assert len(strip.photos) == 1


def test_a_click_opens_the_photo_large(strip: PhotoStrip, photo_file: Path, qtbot: QtBot) -> None:
    strip.add_files([photo_file])
    qtbot.mouseClick(strip._thumbnails[0], Qt.MouseButton.LeftButton)
    view = strip.findChildren(PhotoView)[0]
    view.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(view))


def test_a_large_picture_is_decoded_no_larger_than_needed(qapp: object) -> None:
    photo = photo_of_image(picture(4000, 3000), "wide.png")
    assert picture_of(photo, QSize(64, 64)).size() == QSize(64, 48)


def test_half_a_picture_is_none(tmp_path: Path, qapp: object) -> None:
    half = tmp_path / "half.gif"
    half.write_bytes(b"GIF89a")
    with pytest.raises(PhotoUnreadableError, match="half"):
        read_photo(half)


def test_many_photos_fill_lines_and_never_widen_the_card(
    strip: PhotoStrip, photo_file: Path
) -> None:
    alone = strip.heightForWidth(420)
    strip.add_files([photo_file] * 12)
    QApplication.processEvents()
    assert strip.minimumSizeHint().width() < 200
    assert strip.heightForWidth(420) >= 3 * alone
    assert strip.heightForWidth(4000) <= alone
    strip.resize(420, strip.heightForWidth(420))
    edges = [one.geometry().right() for one in strip.findChildren(QPushButton) if one.isVisible()]
    assert max(edges) < 420
