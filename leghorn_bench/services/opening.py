"""Begin to work: open the store, and find out who is at the bench."""

import re
from datetime import datetime
from unicodedata import normalize

from leghorn_bench.domain.case_errors import TextMissing
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.rights import Role
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add, select

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
