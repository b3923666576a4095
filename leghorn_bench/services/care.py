"""Care of the data: check that they are whole, keep copies."""

from datetime import datetime
from pathlib import Path

from leghorn_bench.domain.records.problem import Problem
from leghorn_bench.domain.storage_errors import BackupNeedsServer
from leghorn_bench.store.backup import copy_evidence, copy_path, copy_to
from leghorn_bench.store.check import problems
from leghorn_bench.store.engine import Store


def check(store: Store) -> tuple[Problem, ...]:
    """What is wrong with the data; empty when all is well."""
    return tuple(problems(store))


def back_up(store: Store, *, now: datetime, target: Path | None = None) -> Path:
    """Keep a copy of the database and its evidence, in ``backups`` beside it unless told where.

    Raises:
        BackupNeedsServer: it lies on a server, which has its own tools.
        DiskFull, DatabaseUnreachable: there is no copy.
    """
    if not store.on_sqlite:
        raise BackupNeedsServer(database=store.name)
    copy = copy_to(store, target or copy_path(Path(store.name), now))
    copy_evidence(store, copy)
    return copy
