"""A customer's list of devices as a file: read as text, whatever program wrote it."""

from collections.abc import Callable
from pathlib import Path

from leghorn_bench.domain.case_errors import (
    AnnouncedFileNoColumn,
    AnnouncedFileNoText,
    AnnouncedFileTooLarge,
    AnnouncedFileUnreadable,
)
from leghorn_bench.services.announced_table import ListedNumbers, columns_in, numbers_in_table

_MOST_MB = 4
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How workbooks, PDFs and old office files begin."""


def numbers_in_file(path: Path, known: Callable[[str], bool]) -> ListedNumbers:
    """The identifiers that the file lists, in its order.

    Args:
        path: the file.
        known: whether a text names a unit on file; finds the columns where no header does.

    Raises:
        AnnouncedFileRefused: it cannot be read, or is no list.
    """
    text = _text(path)
    listed = numbers_in_table(text, known)
    if listed is None:
        raise AnnouncedFileNoColumn(path=path, columns=columns_in(text))
    return listed


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read((_MOST_MB << 20) + 1)
    except OSError as refusal:
        raise AnnouncedFileUnreadable(path=path, reason=refusal.strerror) from refusal
    if len(content) > _MOST_MB << 20:
        raise AnnouncedFileTooLarge(path=path, most=_MOST_MB)
    try:
        if content.startswith(_UTF16):
            return content.decode("utf-16")
        if content.startswith(_NO_TEXT) or b"\0" in content:
            raise AnnouncedFileNoText(path=path)
        return _decoded(content)
    except UnicodeDecodeError:
        raise AnnouncedFileNoText(path=path) from None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")  # what Excel on Windows calls CSV
