"""What the database drivers raise, told as what happened to the bench."""

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import peewee

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseUnreachable,
    DiskFull,
)

_PRIMARY = 0xFF
_NO_BACKUP = "-"


def backups_of(path: Path) -> tuple[Path, ...]:
    """The copies of a database file that lie in ``backups`` beside it, the newest first."""
    return tuple(sorted((path.parent / "backups").glob(f"{path.stem}-*.db"), reverse=True))


def backups_told(path: Path) -> str:
    """The newest copy for a sentence, or a dash."""
    return next((str(found) for found in backups_of(path)), _NO_BACKUP)


def _of_sqlite(cause: sqlite3.Error, name: str) -> BenchError | None:
    match getattr(cause, "sqlite_errorcode", 0) & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy()
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseDamaged(path=name, found=cause, backups=backups_told(Path(name)))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_IOERR:
            return DatabaseUnreachable(path=name, reason=cause)
    return None


def _of_peewee(error: peewee.PeeweeException, name: str) -> BenchError | None:
    cause = error.__cause__ or error.__context__ or (error.args[0] if error.args else None)
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, name)
    state = getattr(cause, "sqlstate", None)
    if state == "53100":
        return DiskFull()
    if state in {"55P03", "40P01"}:
        return DatabaseBusy()
    if isinstance(error, peewee.OperationalError):
        return DatabaseUnreachable(path=name, reason=" ".join(str(cause or error).split()))
    return None


def _behind_rollback(error: peewee.PeeweeException, name: str) -> BenchError | None:
    # SQLite rolls back by itself when the disk is full, at a statement or only at the end; Peewee
    # then fails to do it again, and its complaint would hide the reason.
    if not any(word in str(error) for word in ("cannot rollback", "no such savepoint")):
        return None
    behind = error.__context__
    while behind is not None:
        told = _of_sqlite(behind, name) if isinstance(behind, sqlite3.Error) else behind
        if isinstance(told, BenchError):
            return told
        behind = behind.__context__
    return None


@dataclass(frozen=True, slots=True)
class _WorldTold:
    """A context manager by hand, since one made of a generator costs more than a lookup."""

    name: str

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Raise what happened to the bench in the place of what the driver says of it."""
        if error is None:
            return
        told = None
        if isinstance(error, peewee.PeeweeException):
            told = _behind_rollback(error, self.name) or _of_peewee(error, self.name)
        elif isinstance(error, sqlite3.Error):
            told = _of_sqlite(error, self.name)
        if told is not None:
            raise told from error


def world_told(name: str) -> AbstractContextManager[None]:
    """Turn a driver's error about the world into a ``BenchError``; our own mistakes pass."""
    return _WorldTold(name)
