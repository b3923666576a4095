"""The store that a verb works on, closed again whatever happens."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from leghorn_bench.settings.places import database_url, home
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store


@contextmanager
def opened(options: Namespace, settings: BenchSettings, *, create: bool) -> Iterator[Store]:
    """The database of the command line, else the person's own, which is made when need be.

    Raises:
        BenchError: it cannot be opened; with ``create`` False also when a named file is missing.
    """
    url = database_url(options.database, settings, home())
    own = options.database is None
    store = open_store(url, now=datetime.now(UTC), create=create or own)
    try:
        yield store
    finally:
        store.close()
