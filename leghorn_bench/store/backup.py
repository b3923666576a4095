"""Copies of the database while it is in use, complete at one moment."""

import errno
import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from leghorn_bench.domain.storage_errors import DatabaseUnreachable, DiskFull
from leghorn_bench.store.engine import Store
from leghorn_bench.store.evidence import evidence_folder, folder_beside
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


def copy_evidence(store: Store, target: Path) -> int:
    """Copy the evidence that the copy ``target`` of the database lacks; gives how many files.

    Files never change under their hash, so on the same disk the copy is a second name of the same
    file, which costs no room.

    Raises:
        DiskFull, DatabaseUnreachable: some are not copied; asked again, it goes on.
    """
    folder = evidence_folder(store)
    if folder is None or not folder.is_dir():
        return 0
    copies = folder_beside(target)
    copied = 0
    try:
        for file in folder.glob("??/*"):
            copy = copies / file.relative_to(folder)
            if copy.exists() or file.name.startswith("."):
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            _second_name(file, copy)
            copied += 1
    except OSError as refusal:
        if refusal.errno == errno.ENOSPC:
            raise DiskFull from refusal
        raise DatabaseUnreachable(path=copies, reason=refusal.strerror) from refusal
    return copied


def _second_name(file: Path, copy: Path) -> None:
    try:
        os.link(file, copy)
    except OSError:
        # Another disk, or one that knows no second names.
        unfinished = copy.with_name(f".{copy.name}")
        shutil.copyfile(file, unfinished)
        unfinished.replace(copy)
