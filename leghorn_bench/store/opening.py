"""Open a store: is it ours, is it whole, is it of this program's age; bring it up to date."""

import pkgutil
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from playhouse.migrations import Migration, Runner

from leghorn_bench.domain.storage_errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer
from leghorn_bench.store import migrations
from leghorn_bench.store.backup import copy_path, copy_to
from leghorn_bench.store.engine import WRITER_LOCK, Store, connect
from leghorn_bench.store.trouble import backups_told, world_told

HISTORY = "schema_migration"
_SQLITE_MAGIC = b"SQLite format 3\0"


class Step(Migration):
    """A migration that is a module of the program, so that a frozen program has it too."""

    __slots__ = ()

    def load(self) -> ModuleType:
        """The module."""
        return import_module(f"{migrations.__name__}.{self.name}")


class Steps(Runner):
    """The steps of this program, run and remembered by playhouse.migrations."""

    def migrations(self) -> list[Step]:
        """All steps in their order."""
        names = sorted(module.name for module in pkgutil.iter_modules(migrations.__path__))
        return [Step(int(name[1:5]), name, name, None) for name in names]


def open_store(url: str, *, now: datetime, create: bool = True) -> Store:
    """The store at ``url``, created or brought up to date when need be, a copy kept before.

    Raises:
        DatabaseAddressUnknown, DatabaseMissing, DatabaseUnreachable: nothing to open.
        DatabaseForeign, DatabaseNewer, DatabaseDamaged: not one to use; it was not changed.
    """
    store = None
    path = path_of(url)
    if path is not None:
        _look_at_file(path)
    store = connect(url, create=create)
    try:
        _bring_up_to_date(store, now)
    except BaseException:
        store.close()
        raise
    return store


def path_of(url: str) -> Path | None:
    """The file that ``url`` names; None when it names a server."""
    scheme, separator, rest = url.partition("://")
    if separator and scheme != "sqlite":
        return None
    return Path(rest.removeprefix("/") if separator else url).expanduser().absolute()


def _look_at_file(path: Path) -> None:
    # Before SQLite sees it: opening in WAL mode already writes to a file.
    if not path.is_file() or path.stat().st_size == 0:
        return
    with path.open("rb") as stream:
        found = stream.read(len(_SQLITE_MAGIC))
    if found != _SQLITE_MAGIC:
        raise DatabaseDamaged(path=path, found=repr(found), backups=backups_told(path))
    with world_told(str(path)):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
            applied = (
                [row[0] for row in connection.execute(f"SELECT name FROM {HISTORY}")]
                if HISTORY in names
                else []
            )
        finally:
            connection.close()
    if names and HISTORY not in names:
        raise DatabaseForeign(path=path)
    _refuse_newer(str(path), applied)


def _refuse_newer(name: str, applied: Sequence[str]) -> None:
    known = {module.name for module in pkgutil.iter_modules(migrations.__path__)}
    newer = sorted(set(applied) - known)
    if newer:
        raise DatabaseNewer(path=name, step=newer[-1], backups=backups_told(Path(name)))


def _bring_up_to_date(store: Store, now: datetime) -> None:
    database = store.database
    steps: Any = Steps(database, HISTORY)
    steps.table_name = HISTORY
    with world_told(store.name):
        applied = steps.applied()
        _refuse_newer(store.name, list(applied))
        if len(applied) == len(steps.migrations()):
            return
        if applied and store.on_sqlite:
            copy_to(store, copy_path(Path(store.name), now))
        if store.on_sqlite:
            # Rebuilding a table must not delete the rows that point at it; checked at the end.
            store.execute("PRAGMA foreign_keys = 0")
        try:
            with database.atomic():
                if not store.on_sqlite:
                    database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (WRITER_LOCK,))
                steps.up()
                _refuse_broken_links(store)
        finally:
            if store.on_sqlite:
                store.execute("PRAGMA foreign_keys = 1")


def _refuse_broken_links(store: Store) -> None:
    if store.on_sqlite and (broken := store.row("PRAGMA foreign_key_check")):
        raise RuntimeError(f"a migration broke the link of {broken}")
