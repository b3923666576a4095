"""Photos as files: read whole, refused with a clear sentence when they are no evidence."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from leghorn_bench.domain.errors import BenchError

MOST_MEGABYTES = 25
_MEGABYTE = 1_000_000


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
