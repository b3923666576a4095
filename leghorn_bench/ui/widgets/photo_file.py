"""Photos as files: read whole, refused with a clear sentence when they are no evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.ui.widgets.photo_marks import Mark, draw_marks

MOST_MEGABYTES = 25
_MEGABYTE = 1_000_000
_MARKED = QSize(3000, 3000)
"""A marked copy is no larger; the photo itself stays as it was taken."""
_JPEG_QUALITY = 92


class PhotoTooLargeError(BenchError):
    """A file larger than the bench keeps as evidence."""

    sentence = (
        "The photo {name} has {megabytes} MB; at most {most} MB are kept."
        " Take it again at a lower resolution, or export it smaller."
    )


class PhotoUnreadableError(BenchError):
    """A file that is missing, broken, or no picture."""

    sentence = (
        "A photo was expected, but {name} cannot be read as one ({why})."
        " Choose a JPEG, PNG or WebP file, or take the photo again."
    )


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo, as its file holds it."""

    name: str
    content: bytes
    note: str = ""
    """What it is, beside a photo as taken: ``marks on`` and the SHA-256 of the one below."""


def read_photo(path: Path) -> Photo:
    """The photo in the file ``path``.

    Raises:
        PhotoTooLargeError: it has more than 25 MB.
        PhotoUnreadableError: it is missing, broken, or no picture.
    """
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * _MEGABYTE:
            raise PhotoTooLargeError(
                name=path.name, megabytes=round(size / _MEGABYTE), most=MOST_MEGABYTES
            )
        photo = Photo(path.name, path.read_bytes())
    except OSError as error:
        raise PhotoUnreadableError(name=path.name, why=error.strerror) from error
    picture_of(photo, QSize(64, 64))
    return photo


def photo_of_image(image: QImage, name: str) -> Photo:
    """A pasted picture as a photo (PNG, so that nothing is lost)."""
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return Photo(name, bytes(stored.data()))


def marked_photo(photo: Photo, marks: Iterable[Mark], name: str) -> Photo:
    """A copy of ``photo`` with ``marks`` on it, as a JPEG called ``name``.

    Its note names the photo that it was drawn on, so that both can be laid side by side.
    """
    image = picture_of(photo, _MARKED).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_marks(painter, marks, QRectF(image.rect()))
    painter.end()
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPEG"))
    writer.setQuality(_JPEG_QUALITY)
    writer.write(image)
    note = f"marks on {sha256(photo.content).hexdigest()}"
    return Photo(f"{name}.jpg", bytes(stored.data()), note)


def picture_of(photo: Photo, within: QSize) -> QImage:
    """The picture, upright, no larger than ``within``; decoded small, so a large one is quick.

    Raises:
        PhotoUnreadableError: the bytes are no whole picture.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(photo.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and (size.width() > within.width() or size.height() > within.height()):
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise PhotoUnreadableError(name=photo.name, why=reader.errorString())
    return image
