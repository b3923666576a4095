"""Databases that are up to date: made once a run, and copied for each test that only wants one."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store, path_of
from tests.postgresql import Server

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def _content() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bench.db"
        open_store(f"sqlite:///{file}", now=LONG_AGO).close()
        return file.read_bytes()


def new_store(url: str, *, now: datetime) -> Store:
    """The store at ``url``; where no file is yet, a new one without anything in it."""
    path = path_of(url)
    if path is not None and not path.exists():
        path.write_bytes(_content())
    return open_store(url, now=now)


_numbers = count(1)


@pytest.fixture(scope="session")
def _new_on_server(postgresql_server: Server) -> str:
    """The name of a database to be copied."""
    postgresql_server.execute("CREATE DATABASE new TEMPLATE template0")
    open_store(postgresql_server.url("new"), now=LONG_AGO).close()
    return "new"


@pytest.fixture
def new_postgresql_url(postgresql_server: Server, _new_on_server: str) -> Iterator[str]:
    """The address of a database without anything in it but its tables, for one test."""
    name = f"new{next(_numbers)}"
    postgresql_server.execute(f"CREATE DATABASE {name} TEMPLATE {_new_on_server}")
    yield postgresql_server.url(name)
    postgresql_server.execute(f"DROP DATABASE {name} WITH (FORCE)")
