"""Load Peewee without the driver of the server, which only a station that shares one needs.

Peewee and its migrations import ``psycopg`` wherever it is installed: 26 MB and 75 ms for a bench
on a file.
"""

import sys
from importlib import import_module
from typing import Any, cast

_DRIVER = "psycopg"


def load_peewee() -> None:
    """Import Peewee, and let it find no driver unless somebody else has loaded it."""
    if "peewee" in sys.modules or _DRIVER in sys.modules:
        return
    modules = cast("dict[str, object]", sys.modules)
    modules[_DRIVER] = None  # what Python takes for "cannot be imported"
    try:
        import_module("playhouse.migrations")
    finally:
        del modules[_DRIVER]


def load_server_driver() -> None:
    """Give Peewee the driver, as its own import would have; without one, it says so itself."""
    peewee: Any = import_module("peewee")
    if peewee.psycopg is not None:
        return
    try:
        driver = import_module(_DRIVER)
    except ImportError:
        return
    status = import_module("psycopg.pq").TransactionStatus
    json = import_module("psycopg.types.json")
    peewee.TransactionStatus, peewee.Json_pg3, peewee.Jsonb_pg3 = status, json.Json, json.Jsonb
    adapter = peewee.Psycopg3Adapter
    adapter.txn_idle, adapter.txn_inerror = status.IDLE, status.INERROR
    adapter.txn_unknown = status.UNKNOWN
    peewee.psycopg = driver
