"""Marks on a photo: drawn by mouse or keys, taken back, kept as a photo beside the original."""

from hashlib import sha256

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.widgets.photo_canvas import PhotoCanvas
from leghorn_bench.ui.widgets.photo_file import Photo, photo_of_image, picture_of
from leghorn_bench.ui.widgets.photo_marks import MarkKind
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.seeing import press, seen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def photo(qapp: object) -> Photo:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return photo_of_image(image, "seal.png")


@pytest.fixture
def strip(qtbot: QtBot, photo: Photo) -> PhotoStrip:
    made = PhotoStrip([photo], markable=True)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(qtbot: QtBot, strip: PhotoStrip) -> PhotoView:
    qtbot.mouseClick(strip._thumbnails[0], LEFT)
    return strip.findChildren(PhotoView)[0]


def draw(qtbot: QtBot, canvas: PhotoCanvas, begin: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas, LEFT, pos=begin)
    qtbot.mouseMove(canvas, (begin + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, pos=end)


def test_a_marked_photo_is_kept_beside_the_one_it_is_drawn_on(
    qtbot: QtBot, strip: PhotoStrip, photo: Photo
) -> None:
    view = opened(qtbot, strip)
    draw(qtbot, view.canvas, QPoint(40, 150), QPoint(360, 150))
    with qtbot.waitSignal(strip.photos_changed):
        press(view, "Keep as a new photo")
    original, marked = strip.photos
    assert original == photo
    assert marked.name == "seal, marked.jpg"
    assert marked.note == f"marks on {sha256(photo.content).hexdigest()}"
    drawn = picture_of(marked, QSize(400, 300))
    assert drawn.pixelColor(200, 150).red() > 180
    assert drawn.pixelColor(200, 40).red() < 80


@pytest.mark.parametrize("kind", MarkKind)
def test_each_kind_is_drawn_and_taken_back(qtbot: QtBot, strip: PhotoStrip, kind: MarkKind) -> None:
    view = opened(qtbot, strip)
    view.canvas.choose(kind)
    before = view.canvas.grab().toImage()
    draw(qtbot, view.canvas, QPoint(40, 40), QPoint(200, 200))
    assert [mark.kind for mark in view.canvas.marks] == [kind]
    assert view.canvas.grab().toImage() != before
    press(view, "Take back the last mark")
    assert view.canvas.marks == ()
    assert view.canvas.grab().toImage() == before
    view.reject()


def test_marks_are_drawn_by_the_keyboard_alone(qtbot: QtBot, strip: PhotoStrip) -> None:
    canvas = opened(qtbot, strip).canvas
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(canvas, key, Qt.KeyboardModifier.ShiftModifier)
    (mark,) = canvas.marks
    assert [round(point.x(), 2) for point in mark.points] == [0.4, 0.5]
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert canvas.marks == ()


def test_escape_drops_the_mark_begun_and_a_slip_of_the_hand_is_none(
    qtbot: QtBot, strip: PhotoStrip
) -> None:
    view = opened(qtbot, strip)
    qtbot.mouseClick(view.canvas, LEFT, pos=QPoint(50, 50))
    qtbot.keyClick(view.canvas, Qt.Key.Key_Space)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.isVisible()
    assert view.canvas.marks == ()
    view.reject()
    assert len(strip.photos) == 1


def test_where_no_marked_copy_is_kept_there_are_no_tools(qtbot: QtBot, photo: Photo) -> None:
    view = PhotoView(photo, None)
    view.show()
    draw(qtbot, view.canvas, QPoint(40, 40), QPoint(200, 200))
    assert view.canvas.marks == ()
    assert "Keep as a new photo" not in seen(view)
    view.reject()
