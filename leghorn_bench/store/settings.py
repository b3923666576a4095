"""Settings that all stations share, a JSON value under each key."""

import json
from collections.abc import Mapping
from typing import Any

from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.audit import write_event
from leghorn_bench.store.engine import Store
from leghorn_bench.store.fields import json_text


def setting(store: Store, key: str) -> dict[str, Any] | None:
    """The value under ``key``; None when it was never set."""
    row = store.row("SELECT value FROM setting WHERE key = ?", (key,))
    return None if row is None else dict(json.loads(row[0]))


def write_setting(store: Store, key: str, value: Mapping[str, Any], stamp: Stamp) -> None:
    """Keep ``value`` (JSON-ready) under ``key``, inside a transaction."""
    store.require_transaction()
    before = setting(store, key)
    row = store.row(
        "INSERT INTO setting (key, value, version) VALUES (?, ?, 1)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = setting.version + 1"
        " RETURNING id",
        (key, json_text(value)),
    )
    assert row is not None
    write_event(store, stamp, "set", "setting", row[0], before=before, after=value)
