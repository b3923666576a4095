"""The audit trail: every change, in the same transaction, linked by hash to the one before."""

from collections.abc import Iterator
from hashlib import sha256

from leghorn_bench.domain.records.audit import AuditEvent, Facts
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.engine import Row, Store
from leghorn_bench.store.fields import JsonField, json_text, moment_of, moment_text
from leghorn_bench.store.numbering import last_number, next_number
from leghorn_bench.store.search_text import refresh

SERIES = "audit"
FIRST_HASH = ""
_COLUMNS = "number, at, who, what, subject, subject_id, before, after, previous_hash, hash"
_facts = JsonField().python_value


def write_event(
    store: Store,
    stamp: Stamp,
    what: str,
    subject: str,
    subject_id: int,
    *,
    before: Facts | None = None,
    after: Facts | None = None,
) -> None:
    """Add one event to the trail; what is searched of the record follows it."""
    store.require_transaction()
    refresh(store, subject, subject_id, before if after is None else None)
    number = next_number(store, SERIES, 0)
    previous = store.row("SELECT hash FROM audit_event WHERE number = ?", (number - 1,))
    previous_hash = previous[0] if previous is not None else FIRST_HASH
    told = (
        number,
        moment_text(stamp.at),
        stamp.who,
        what,
        subject,
        subject_id,
        None if before is None else json_text(before),
        None if after is None else json_text(after),
        previous_hash,
    )
    store.execute(
        f"INSERT INTO audit_event ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (*told, _hash_of(told)),
    )
    store.tell_others()


def _hash_of(told: Row) -> str:
    return sha256(json_text(told).encode()).hexdigest()


def events_of(store: Store, subject: str, subject_id: int) -> list[AuditEvent]:
    """What happened to one record, the oldest first."""
    found = store.rows(
        f"SELECT {_COLUMNS} FROM audit_event WHERE subject = ? AND subject_id = ? ORDER BY number",
        (subject, subject_id),
    )
    return [_event(row) for row in found]


def events_between(store: Store, first: int, last: int) -> list[AuditEvent]:
    """The events with the numbers ``first`` to ``last``, both included."""
    found = store.rows(
        f"SELECT {_COLUMNS} FROM audit_event WHERE number BETWEEN ? AND ? ORDER BY number",
        (first, last),
    )
    return [_event(row) for row in found]


def _event(row: Row) -> AuditEvent:
    number, at, who, what, subject, subject_id, before, after, previous_hash, own_hash = row
    return AuditEvent(
        number, moment_of(at), who, what, subject, subject_id,
        _facts(before), _facts(after), previous_hash, own_hash,
    )  # fmt: skip


def broken_links(store: Store) -> Iterator[int]:
    """Numbers of the events that were changed, removed or slipped in."""
    expected, previous_hash = 1, FIRST_HASH
    page = 5_000
    while True:
        found = store.rows(
            f"SELECT {_COLUMNS} FROM audit_event WHERE number >= ? ORDER BY number LIMIT {page}",
            (expected,),
        )
        for row in found:
            told, own_hash = row[:-1], row[-1]
            if row[0] != expected or row[8] != previous_hash or _hash_of(told) != own_hash:
                yield expected
            expected, previous_hash = row[0] + 1, own_hash
        if len(found) < page:
            break
    if expected - 1 != last_number(store, SERIES, 0):
        yield expected
