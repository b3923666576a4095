"""Begin to work: open the store, and find out who is at the bench."""

import re
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from unicodedata import normalize

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.rights import Role
from leghorn_bench.domain.storage_errors import DatabaseUnreachable
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store, path_of
from leghorn_bench.store.records import add, select
from leghorn_bench.store.trouble import backups_of

SYSTEM = "system"
"""Who is named for what the program does by itself."""
FIRST_ROLES = (Role.ADMINISTRATOR.value, Role.TECHNICIAN.value, Role.WAREHOUSE.value)


def open_bench_store(url: str, *, now: datetime) -> Store:
    """The store at ``url``, begun or brought up to date when need be.

    Raises:
        DatabaseAddressUnknown, DatabaseUnreachable: nothing to open.
        DatabaseForeign, DatabaseNewer, DatabaseDamaged: not one to use; it was not changed.
    """
    return open_store(url, now=now)


def backups_beside(url: str) -> tuple[Path, ...]:
    """The copies of the database file at ``url``, the newest first; none of a server's."""
    path = path_of(url)
    return () if path is None else backups_of(path)


def go_on_with(url: str, backup: Path, *, now: datetime) -> Path:
    """Put a copy of ``backup`` in the place of the database file, which is set aside, unchanged.

    Gives where the file that could not be opened is now.

    Raises:
        DatabaseUnreachable: the system refuses; everything is where it was.
    """
    path = path_of(url)
    assert path is not None
    aside = path.with_name(f"{path.stem}-set-aside-{now.astimezone(UTC):%Y%m%d-%H%M%S}.db")
    try:
        fresh = path.with_name(f"{path.name}.fresh")
        copyfile(backup, fresh)
        for end in ("", "-wal", "-shm"):
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
        fresh.rename(path)
    except OSError as refusal:
        raise DatabaseUnreachable(path=path, reason=refusal.strerror) from refusal
    return aside


def operators_of(store: Store) -> list[Operator]:
    """Those who may work here, by name."""
    return select(store, Operator, "WHERE active = ? ORDER BY name", (True,))


def operator_of_badge(store: Store, badge: str) -> Operator | None:
    """Whose card was read; None when it is nobody's."""
    if not badge:
        return None
    found = select(store, Operator, "WHERE active = ? AND badge = ?", (True, badge))
    return found[0] if len(found) == 1 else None


def begin_with(store: Store, name: str, language: str, *, now: datetime) -> Operator:
    """Put the first person on file, who may do everything, so that a fresh store can be used.

    Raises:
        TextMissing: no name is given.
    """
    if not name.strip():
        raise TextMissing(what="name")
    person = Operator(
        login=login_for(name), name=name.strip(), roles=FIRST_ROLES, language=language
    )
    with store.transaction():
        return add(store, person, Stamp(SYSTEM, now))


def login_for(name: str) -> str:
    """A login made of a name.

    >>> login_for("Mario Rössi"), login_for("王伟")
    ('mario.rossi', 'operator')
    """
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return ".".join(re.findall(r"[a-z0-9]+", plain)) or "operator"
