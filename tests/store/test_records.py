"""Records: what goes in comes out, nothing is overwritten unseen, every change is on the trail."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, cast

import pytest

from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice, Measurement
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote, StoredTariff
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.storage_errors import RecordChanged, RecordExists, RecordMissing
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.store.audit import broken_links, events_of
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import TABLE_OF, add, read, save, select

ROSSI = Customer(code="C1", name="Rossi S.r.l.", city="Livorno", consumer=True)
BYTES_BESIDE = {"pdf", "payload"}


@pytest.mark.parametrize("kind", TABLE_OF, ids=lambda kind: kind.__name__)
def test_a_record_has_the_columns_of_its_table(kind: Any) -> None:
    columns = {field.column_name for field in cast("Any", TABLE_OF[kind])._meta.sorted_fields}
    assert {field.name for field in fields(kind)} == columns - BYTES_BESIDE


def test_what_was_added_is_read_back(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        rep = add(store, SalesRep(name="Bianchi"), stamp)
        added = add(store, replace(ROSSI, rep_id=rep.id), stamp)
    assert read(store, Customer, added.id) == added
    assert (added.version, added.consumer, added.rep_id) == (1, True, rep.id)


def test_days_moments_and_values_come_back_as_what_they_are(store: Store, stamp: Stamp) -> None:
    rome = timezone(timedelta(hours=1))
    with store.transaction():
        case = add(store, Case(opened_at=datetime(2026, 3, 1, 8, tzinfo=rome)), stamp)
        device = add(store, CaseDevice(case_id=case.id, accessories=("key", "cable")), stamp)
        measured = Assessment(
            case_device_id=device.id,
            assessed_at=stamp.at,
            assessed_by="maria",
            origin="misuse",
            coverage="covered",
            measurements=(Measurement(name="battery", value="2.9", unit="V"),),
        )
        measured = add(store, measured, stamp)
    assert read(store, Case, case.id).opened_at == datetime(2026, 3, 1, 7, tzinfo=UTC)
    assert read(store, CaseDevice, device.id).accessories == ("key", "cable")
    assert read(store, Assessment, measured.id) == measured


def test_a_newer_version_of_somebody_else_is_not_overwritten(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        first = add(store, ROSSI, stamp)
    with store.transaction():
        theirs = save(store, replace(first, city="Pisa"), stamp)
    mine = replace(first, city="Lucca")
    with pytest.raises(RecordChanged) as refused, store.transaction():
        save(store, mine, stamp)
    assert (refused.value.mine, refused.value.theirs) == (mine, theirs)
    assert read(store, Customer, first.id).city == "Pisa"


def test_saving_what_did_not_change_leaves_no_trace(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        first = add(store, ROSSI, stamp)
        assert save(store, first, stamp) is first
    assert len(events_of(store, "customer", first.id)) == 1


def test_a_second_record_of_one_code_is_refused(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        add(store, ROSSI, stamp)
    with pytest.raises(RecordExists), store.transaction():
        add(store, ROSSI, stamp)


def test_a_record_that_is_not_on_file_is_told(store: Store) -> None:
    with pytest.raises(RecordMissing):
        read(store, Operator, 7)


def test_a_change_is_on_the_trail_with_before_and_after(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        first = add(store, ROSSI, stamp)
        save(store, replace(first, city="Pisa"), stamp)
    added, changed = events_of(store, "customer", first.id)
    assert (added.what, added.who, added.at) == ("added", "maria", stamp.at)
    assert (changed.before, changed.after) == ({"city": "Livorno"}, {"city": "Pisa"})


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_event SET who = 'nobody' WHERE number = 2",
        "DELETE FROM audit_event WHERE number = 2",
        "DELETE FROM audit_event WHERE number = 3",
    ],
)
def test_a_trail_that_was_tampered_with_shows_it(
    store: Store, stamp: Stamp, tampering: str
) -> None:
    with store.transaction():
        for code in ("C1", "C2", "C3"):
            add(store, replace(ROSSI, code=code), stamp)
    assert list(broken_links(store)) == []
    store.execute(tampering)
    assert list(broken_links(store))


def test_the_first_tariff_on_file_is_the_one_of_the_policy(store: Store) -> None:
    (first,) = select(store, StoredTariff)
    assert first.tariff == POLICY_TARIFF


def test_a_quote_line_keeps_every_digit(store: Store, stamp: Stamp) -> None:
    with store.transaction():
        case = add(store, Case(), stamp)
        quote = add(store, StoredQuote(case_id=case.id), stamp)
        line = QuoteRow(
            quote_id=quote.id,
            position=1,
            kind="part",
            description="battery",
            quantity=Decimal("0.10"),
            unit_price=Decimal("12345678901234567.8901"),
        )
        line = add(store, line, stamp)
    assert str(read(store, QuoteRow, line.id).unit_price) == "12345678901234567.8901"
