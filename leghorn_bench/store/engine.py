"""The opened database: a connection a thread, one writer at a time, statements in plain SQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from peewee import Database, PostgresqlDatabase, SqliteDatabase

from leghorn_bench.domain.storage_errors import DatabaseAddressUnknown, DatabaseMissing
from leghorn_bench.store.driver import load_server_driver
from leghorn_bench.store.trouble import world_told

Row = tuple[Any, ...]

BUSY_SECONDS = 30
PAGES_KEPT_KB = 4_000
"""Pages of the file that a connection keeps; the system keeps all of them that it has room for."""
PAGES_KEPT_FOR_MANY_KB = 16_000
PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "cache_size": -PAGES_KEPT_KB,
    "temp_store": 2,
    "journal_size_limit": 64 << 20,
}
WRITER_LOCK = 0x4C424E43
"""Key of the advisory lock that makes writers on PostgreSQL take turns, as they do on SQLite."""


CHANNEL = "leghorn_bench"
"""On which stations that share a server tell each other that something has changed."""


@cache
def _for_postgresql(sql: str) -> str:
    return sql.replace("?", "%s")


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """What the bench remembers. Any thread may use it; each has its own connection."""

    database: Database
    name: str
    """Path of the file, or address of the server without its password."""
    folder: Path | None
    """Folder of the database file; None on a server."""
    station: str = ""
    """Under which others hear of what is changed here; empty on a file."""

    @property
    def on_sqlite(self) -> bool:
        """Whether it is one file."""
        return isinstance(self.database, SqliteDatabase)

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """One use case: all of it is kept, or nothing; ``keep=False`` only rehearses it.

        Writers take turns from the start on both databases, so that what was read inside is still
        true when it is written, and no two wait for each other.
        """
        with world_told(self.name):
            self._connect()
            with self.database.atomic() as change:
                if not self.on_sqlite and self.database.transaction_depth() == 1:
                    self.database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (WRITER_LOCK,))
                yield
                if not keep:
                    change.rollback()

    def _connect(self) -> None:
        """This thread's connection, made anew after the server was away."""
        database = self.database
        if database.is_closed():
            database.connect()
        elif not (self.on_sqlite or database.in_transaction() or database.is_connection_usable()):
            database.close()
            database.connect()

    def execute(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run one statement with ``?`` placeholders; gives the driver's cursor."""
        with world_told(self.name):
            self._connect()
            if not self.on_sqlite:
                sql = _for_postgresql(sql)
            return self.database.execute_sql(sql, values)

    def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each of ``rows``, inside a transaction."""
        with world_told(self.name):
            if not self.on_sqlite:
                sql = _for_postgresql(sql)
            self.database.cursor().executemany(sql, rows)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with world_told(self.name):
            found: list[Row] = self._query(sql, values).fetchall()
        return found

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query."""
        with world_told(self.name):
            found: Row | None = self._query(sql, values).fetchone()
        return found

    def _query(self, sql: str, values: Sequence[object]) -> Any:
        # Straight to the driver on SQLite: a lookup is many small statements.
        if self.on_sqlite:
            return self.database.connection().execute(sql, values)
        return self.execute(sql, values)

    def require_transaction(self) -> None:
        """Refuse, as our own mistake, to write outside a transaction."""
        if not self.database.in_transaction():
            raise RuntimeError("a change is written inside `with store.transaction():`")

    @contextmanager
    def room_for_many(self) -> Iterator[None]:
        """Keep more pages while many rows are written, so that none goes to the disk twice."""
        if not self.on_sqlite:
            yield
            return
        self.execute(f"PRAGMA cache_size = -{PAGES_KEPT_FOR_MANY_KB}")
        try:
            yield
        finally:
            self.execute(f"PRAGMA cache_size = -{PAGES_KEPT_KB}")
            self.execute("PRAGMA shrink_memory")

    def tell_others(self) -> None:
        """Let the other stations know, once what is being changed is kept; a file has no others."""
        if not self.on_sqlite:
            self.execute("SELECT pg_notify(?, ?)", (CHANNEL, self.station))

    def close(self) -> None:
        """Close this thread's connection; who started a thread calls it there at the end."""
        self.database.close()


def marks(count: int) -> str:
    """``count`` placeholders for an IN list."""
    return ",".join("?" * count)


def connect(url: str, *, create: bool = True) -> Store:
    """The database at ``url``, its shape not yet looked at.

    Raises:
        DatabaseAddressUnknown: neither SQLite nor PostgreSQL.
        DatabaseMissing: no such file, and ``create`` is False.
        DatabaseUnreachable: it cannot be opened.
    """
    scheme, separator, rest = url.partition("://")
    if not separator or scheme == "sqlite":
        path = Path(rest.removeprefix("/") if separator else url)
        if not path.name:
            raise DatabaseAddressUnknown(url=url)
        return _file(path.expanduser().absolute(), create=create)
    if scheme in {"postgresql", "postgres"}:
        return _server(url)
    raise DatabaseAddressUnknown(url=scheme + "://")


def _file(path: Path, *, create: bool) -> Store:
    if not create and not path.exists():
        raise DatabaseMissing(path=path)
    with world_told(str(path)):
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        database = SqliteDatabase(
            str(path),
            pragmas=PRAGMAS,
            timeout=BUSY_SECONDS,
            lock_type="IMMEDIATE",
            autoconnect=False,
        )
        database.connect()
    return Store(database, str(path), path.parent)


def _server(url: str) -> Store:
    from playhouse.db_url import parse  # noqa: PLC0415 - only stations that share a server pay

    load_server_driver()
    place = parse(url)
    name = f"postgresql://{place.get('host', 'localhost')}/{place['database']}"
    with world_told(name):
        database = PostgresqlDatabase(**place, autoconnect=False, connect_timeout=BUSY_SECONDS)
        database.connect()
    return Store(database, name, None, uuid4().hex)
