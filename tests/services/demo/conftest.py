from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from leghorn_bench.services.bench import Bench
from leghorn_bench.services.demo.fill import Demo, fill_with_demo
from leghorn_bench.store.engine import Store
from tests.stores import new_store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("demo")
    opened = new_store(f"sqlite:///{folder / 'bench.db'}", now=NOW)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo(store: Store) -> Demo:
    return fill_with_demo(store, NOW)


@pytest.fixture
def bench(store: Store, demo: Demo) -> Bench:
    """The bench as the demo opens it; the store is shared, so tests only look."""
    return Bench(store, demo.operator, lambda: NOW)
