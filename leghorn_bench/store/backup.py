"""Copies of the database while it is in use, complete at one moment."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from leghorn_bench.domain.storage_errors import DatabaseUnreachable
from leghorn_bench.store.engine import Store
from leghorn_bench.store.trouble import world_told


def copy_path(database: Path, now: datetime) -> Path:
    """Where the copy made at ``now`` lies: in ``backups`` beside the file, newest last by name."""
    return database.parent / "backups" / f"{database.stem}-{now.astimezone(UTC):%Y%m%d-%H%M%S}.db"


def copy_to(store: Store, target: Path) -> Path:
    """Copy the whole database file to ``target``; others may go on writing meanwhile.

    It is written under another name first, so that a copy that exists is a whole one.

    Raises:
        DiskFull, DatabaseUnreachable: there is no copy, and no part of one.
    """
    unfinished = target.with_name(target.name + ".unfinished")
    with world_told(str(target)):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _copy(store, unfinished)
            unfinished.replace(target)
        except OSError as refusal:
            raise DatabaseUnreachable(path=target, reason=refusal.strerror) from refusal
    return target


def _copy(store: Store, unfinished: Path) -> None:
    try:
        copy = sqlite3.connect(unfinished)
        try:
            store.database.connection().backup(copy, pages=4096)
            copy.execute("PRAGMA journal_mode = delete")
        finally:
            copy.close()
    except sqlite3.Error:
        unfinished.unlink(missing_ok=True)
        raise
