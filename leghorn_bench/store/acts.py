"""Take back what a range of audit events wrote: records are again as they were before."""

import json
from collections.abc import Mapping
from datetime import datetime

from peewee import IntegrityError

from leghorn_bench.domain.records.audit import AuditEvent, Facts
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.store.audit import events_between, write_event
from leghorn_bench.store.engine import Store, marks
from leghorn_bench.store.fields import moment_text
from leghorn_bench.store.settings import write_setting

SETTINGS = "setting"


def take_back(
    store: Store, first: int, last: int, stamp: Stamp, stays: frozenset[str] = frozenset()
) -> None:
    """Reverse the events ``first`` to ``last``, the newest first, inside a transaction.

    What was added is removed (the trail keeps it), what was changed gets its old values; records
    of the tables in ``stays`` are left alone.

    Raises:
        ChangedSince: somebody changed one of the records later, or something later rests on it.
    """
    store.require_transaction()
    for event in reversed(events_between(store, first, last)):
        if event.subject in stays:
            continue
        if event.subject == SETTINGS:
            _restore_setting(store, event, stamp)
        elif event.before is None:
            _remove(store, event, stamp)
        else:
            _restore(store, event, stamp)


def changed_since(store: Store, first: int, last: int) -> str | None:
    """The table of a record that is no longer as the events ``first`` to ``last`` left it.

    Only looks, with one query for all records of a kind; None when all is as it was left.
    """
    left: dict[tuple[str, int], dict[str, object]] = {}
    for event in events_between(store, first, last):
        if event.after is not None and event.subject != SETTINGS:
            left.setdefault((event.subject, event.subject_id), {}).update(event.after)
    alike: dict[tuple[str, tuple[str, ...]], dict[int, Facts]] = {}
    for (table, record_id), after in left.items():
        columns = tuple(name for name in after if name != "version")
        alike.setdefault((table, columns), {})[record_id] = after
    changed = (
        table
        for (table, columns), records in alike.items()
        if not _all_same(store, table, columns, records)
    )
    return next(changed, None)


def _all_same(
    store: Store, table: str, columns: tuple[str, ...], records: Mapping[int, Facts]
) -> bool:
    names = ", ".join(f'"{name}"' for name in ("id", *columns))
    found = store.rows(
        f"SELECT {names} FROM {table} WHERE id IN ({marks(len(records))})", tuple(records)
    )
    now = {int(row[0]): list(row[1:]) for row in found}
    return all(
        now.get(record_id) == [after[name] for name in columns]
        for record_id, after in records.items()
    )


def _restore_setting(store: Store, event: AuditEvent, stamp: Stamp) -> None:
    """A setting that all stations share is again what it was, or unset as before."""
    row = store.row("SELECT key, value FROM setting WHERE id = ?", (event.subject_id,))
    if row is None or json.loads(row[1]) != event.after:
        raise ChangedSince(table=event.subject)
    if event.before is not None:
        write_setting(store, row[0], event.before, stamp)
        return
    store.execute("DELETE FROM setting WHERE id = ?", (event.subject_id,))
    write_event(
        store, stamp, "taken back", SETTINGS, event.subject_id, before=event.after, after=None
    )


def _require_same(store: Store, event: AuditEvent) -> None:
    assert event.after is not None
    columns = [name for name in event.after if name != "version"]
    names = ", ".join(f'"{name}"' for name in columns)
    row = store.row(f"SELECT {names} FROM {event.subject} WHERE id = ?", (event.subject_id,))
    if row is None or list(row) != [event.after[name] for name in columns]:
        raise ChangedSince(table=event.subject)


def _remove(store: Store, event: AuditEvent, stamp: Stamp) -> None:
    _require_same(store, event)
    try:
        store.execute(f"DELETE FROM {event.subject} WHERE id = ?", (event.subject_id,))
    except IntegrityError as rests:
        raise ChangedSince(table=event.subject) from rests
    write_event(
        store, stamp, "taken back", event.subject, event.subject_id, before=event.after, after=None
    )


def _restore(store: Store, event: AuditEvent, stamp: Stamp) -> None:
    _require_same(store, event)
    assert event.before is not None
    assignments = ", ".join(f'"{name}" = ?' for name in event.before)
    store.execute(
        f"UPDATE {event.subject} SET {assignments}, version = version + 1 WHERE id = ?",
        (*event.before.values(), event.subject_id),
    )
    write_event(
        store, stamp, "taken back", event.subject, event.subject_id,
        before=event.after, after=event.before,
    )  # fmt: skip


def devices_noted(store: Store, what: str, note: str, since: datetime | None) -> list[int]:
    """Ids of the case devices with an act of this kind and note that stands, since a moment."""
    begun = moment_text(since) if since is not None else ""
    rows = store.rows(
        "SELECT DISTINCT case_device_id FROM act"
        " WHERE at >= ? AND what = ? AND note = ? AND undone = ?",
        (begun, what, note, False),
    )
    return [int(row[0]) for row in rows]
