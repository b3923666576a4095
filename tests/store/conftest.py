"""A store on each database: the same tests run on a SQLite file and on a PostgreSQL server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.engine import Store
from tests.stores import new_store

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
MARIA = Stamp("maria", NOW)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'bench.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    name = "sqlite_url" if request.param == "sqlite" else "postgresql_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store."""
    name = "sqlite_url" if request.param == "sqlite" else "new_postgresql_url"
    opened = new_store(request.getfixturevalue(name), now=NOW)
    yield opened
    opened.close()


@pytest.fixture
def stamp() -> Stamp:
    return MARIA
