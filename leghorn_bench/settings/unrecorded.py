"""What is written on the screen and not on file yet, kept on this computer against a power cut.

One JSON file for each window on a database; what photos hold lies beside it, in files named by
their SHA-256, so that a photo is written once however often the words around it change.
"""

import json
import os
from base64 import b32encode
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import Any, TypeGuard

from leghorn_bench.domain.errors import BenchError

_DAY, _CONTENT = "$day", "$content"
"""Names that stand for a day and for the bytes of a file, which JSON does not have."""
_LOST = object()
"""Stands for what held a content that is not on the disk as it was written."""


class UnrecordedUnkept(BenchError):
    """The system refuses to keep what is being written."""

    sentence = (
        "What you write here is not kept against a power cut until you record it: {path} cannot "
        "be written ({reason}). Check that the disk is not full and that the folder is yours."
    )


class UnrecordedDamaged(BenchError):
    """What was kept cannot be read as this program wrote it."""

    sentence = (
        "What was written and not recorded before the program ended could not be put back "
        "({reason}). Nothing on file is missing; the text is kept as {path}."
    )


class PhotosLost(BenchError):
    """The words are back, but photos beside them are not on the disk as they were written."""

    sentence = (
        "What was written and not recorded is here again, but not all its photos (missing: "
        "{count}). Add them again before you record it."
    )


class UnrecordedFile:
    """The file of one window on one database, e.g. ``unrecorded/K3QZ….json``.

    Args:
        folder: where such files lie; made when first needed.
        database: the database's address; ids in one mean nothing in another.
        window: counts the windows that are open on it at once, from 1.
    """

    def __init__(self, folder: Path, database: str, window: int = 1) -> None:
        self._folder = folder
        name = b32encode(sha256(database.encode()).digest()[:10]).decode()
        name = name if window == 1 else f"{name}-{window}"
        self.path = folder / f"{name}.json"
        self._contents = folder / name
        self.lock = folder / f"{name}.lock"
        """Held by the window whose file this is, as long as it is open."""
        self.lost = 0
        """How many contents the last ``read`` did not find as they were written."""

    def read(self) -> dict[str, Any]:
        """What was kept: ``pages`` by key and a list ``loose``; empty when there is nothing.

        A photo that is gone from the disk is left out and counted in ``lost``: the words stay.

        Raises:
            UnrecordedDamaged: it is something else; it is set aside, where the error says.
        """
        self.lost = 0
        try:
            written = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as wrong:  # no UTF-8 is a ValueError
            raise self.damaged(f"{wrong}") from wrong
        try:
            kept = json.loads(written, object_hook=self._revived)
        except (ValueError, RecursionError) as wrong:
            raise self.damaged(f"{wrong}") from wrong
        if not _is_kept(kept):
            raise self.damaged(written[:80])
        return kept

    def damaged(self, reason: str) -> UnrecordedDamaged:
        """Set the file aside, and its photos, in nobody's way; gives the error that says so."""
        ends = chain([".damaged"], (f".damaged-{number}" for number in count(2)))
        places = (
            (self.path.with_suffix(f"{end}.json"), self._contents.with_suffix(end)) for end in ends
        )
        aside, photos = next(pair for pair in places if not any(one.exists() for one in pair))
        if self.path.exists():
            self.path.replace(aside)
        if self._contents.is_dir():
            self._contents.replace(photos)
        return UnrecordedDamaged(reason=reason, path=aside)

    def write(self, kept: Mapping[str, Any]) -> None:
        """Keep ``kept`` instead of what was kept before, whole or not at all.

        Raises:
            UnrecordedUnkept: the system refuses; what was kept before stays.
        """
        used: set[str] = set()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps(kept, default=lambda value: self._plain(value, used), indent=1)
            _write_whole(self.path, text.encode())
            self._drop_all_but(used)
        except OSError as refusal:
            raise UnrecordedUnkept(path=self.path, reason=refusal.strerror) from refusal

    def forget(self) -> None:
        """All is on file, or not wanted.

        Raises:
            UnrecordedUnkept: the system refuses.
        """
        try:
            self.path.unlink(missing_ok=True)
            self._drop_all_but(set())
        except OSError as refusal:
            raise UnrecordedUnkept(path=self.path, reason=refusal.strerror) from refusal

    def _plain(self, value: object, used: set[str]) -> dict[str, str]:
        if isinstance(value, date):
            return {_DAY: value.isoformat()}
        assert isinstance(value, bytes), "days and contents are all that JSON does not have"
        name = sha256(value).hexdigest()
        used.add(name)
        place = self._contents / name
        if not place.exists():
            self._contents.mkdir(exist_ok=True)
            _write_whole(place, value)
        return {_CONTENT: name}

    def _revived(self, plain: dict[str, Any]) -> object:
        match plain:
            case {"$day": str(day)} if len(plain) == 1:
                return date.fromisoformat(day)
            case {"$content": str(name)} if len(plain) == 1:
                return self._content(name)
        if any(value is _LOST for value in plain.values()):
            return _LOST
        return {name: _without_lost(value) for name, value in plain.items()}

    def _content(self, name: str) -> object:
        try:
            content = (self._contents / Path(name).name).read_bytes()
        except OSError:
            content = b""
        if sha256(content).hexdigest() == name:
            return content
        self.lost += 1
        return _LOST

    def _drop_all_but(self, used: set[str]) -> None:
        if not self._contents.is_dir():
            return
        for place in self._contents.iterdir():
            if place.name not in used:
                place.unlink(missing_ok=True)


def _without_lost(value: object) -> object:
    if isinstance(value, list):
        return [item for item in value if item is not _LOST]
    return value


def _is_kept(kept: object) -> TypeGuard[dict[str, Any]]:
    return (
        isinstance(kept, dict)
        and isinstance(kept.get("pages", {}), dict)
        and isinstance(kept.get("loose", []), list)
    )


def _write_whole(path: Path, content: bytes) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
