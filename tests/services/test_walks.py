"""A thousand random legal walks through the services; afterwards everything still holds."""

from datetime import date
from random import Random

import pytest

from leghorn_bench.documents import registry
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DEVICE_STEPS, CaseState, DeviceStep
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.closing import left_open
from leghorn_bench.services.company import save_company
from leghorn_bench.services.places import PlaceKind, place_of
from leghorn_bench.store.engine import Store
from leghorn_bench.store.records import add
from tests.services.conftest import COMPANY, Clock, Stock
from tests.services.walker import ENDS, Walker

SEEDS = range(10)
WALKS = 100
"""For each seed, on one file."""


@pytest.fixture
def walker(
    request: pytest.FixtureRequest,
    bench: Bench,
    chief: Bench,
    stock: Stock,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Walker:
    """Somebody who walks fast: what is drawn on papers, and the disk, are proven elsewhere."""
    monkeypatch.setattr(registry, "render", lambda kind, content: f"{kind}{content}".encode())
    # A crash of the computer would lose what the disk did not yet write; nothing else differs.
    bench.store.execute("PRAGMA synchronous = 0")
    save_company(chief, COMPANY)
    prices = {item.value: price.cents for item, price in POLICY_TARIFF.prices.items()}
    with bench.store.transaction():
        long = StoredTariff(
            name="lunga", first_day=date(2026, 1, 1), last_day=date(2099, 12, 31), prices=prices
        )
        add(bench.store, long, bench.stamp())
    return Walker(bench, chief, stock, clock, Random(request.param))


def none_of(store: Store, sql: str) -> None:
    assert store.rows(sql) == []


@pytest.mark.slow
@pytest.mark.parametrize("walker", SEEDS, indirect=True)
def test_random_legal_walks_leave_everything_whole(walker: Walker) -> None:
    for _ in range(WALKS):
        case = walker.walk()
        assert case.state in {CaseState.CLOSED, CaseState.REJECTED}
        if case.state == CaseState.CLOSED:
            assert left_open(walker.bench, case.id) == ()
            assert {device.state for device in walker.devices()} <= ENDS
        for device in walker.devices():
            place = place_of(walker.bench, device)
            assert place.kind in {PlaceKind.CUSTOMER, PlaceKind.SCRAPPED} or case.rejected_reason
    everything_holds(walker.bench.store)
    assert check(walker.bench.store) == ()


def everything_holds(store: Store) -> None:
    """One place a unit, one shipment a device, a reason and a paper behind all money."""
    none_of(
        store,
        "SELECT device_id FROM case_device JOIN repair_case ON repair_case.id = case_id"
        " WHERE repair_case.state NOT IN ('closed', 'rejected') AND device_id IS NOT NULL"
        " AND case_device.state NOT IN ('shipped', 'written_off', 'missing')"
        " GROUP BY device_id HAVING count(*) > 1",
    )
    none_of(
        store,
        "SELECT subject_id FROM audit_event WHERE subject = 'case_device' AND what = 'ship'"
        " GROUP BY subject_id HAVING count(*) > 1",
    )
    none_of(
        store,
        "SELECT case_device_id FROM paper_device JOIN paper ON paper.id = paper_id"
        " WHERE paper.kind = 'ddt' GROUP BY case_device_id HAVING count(*) > 1",
    )
    none_of(
        store,
        "SELECT case_device.id FROM case_device LEFT JOIN parcel ON parcel.id = parcel_out_id"
        " WHERE (case_device.state = 'shipped') <> (parcel.closed_at IS NOT NULL)",
    )
    none_of(store, "SELECT id FROM claim WHERE reason = '' OR cents <= 0 OR paper_id IS NULL")
    none_of(
        store,
        "SELECT claim.id FROM claim JOIN quote ON quote.id = quote_id"
        " WHERE quote.state <> 'accepted'",
    )
    none_of(
        store,
        "SELECT claim.id FROM claim LEFT JOIN parcel ON parcel.id = parcel_id"
        f" WHERE claim.kind = '{ClaimKind.RETURN_TRANSPORT}' AND parcel.payer <> 'customer'",
    )
    none_of(
        store,
        f"SELECT claim.id FROM claim WHERE kind = '{ClaimKind.INBOUND_REIMBURSEMENT}'"
        " AND NOT EXISTS (SELECT 1 FROM case_device"
        " JOIN assessment ON assessment.case_device_id = case_device.id"
        " WHERE case_device.parcel_in_id = claim.parcel_id AND case_device.coverage = 'covered'"
        " AND assessment.origin = 'manufacturing')",
    )


@pytest.mark.slow
@pytest.mark.parametrize("walker", [1000], indirect=True)
def test_the_walks_come_by_every_step_and_try_most_illegal_ones(walker: Walker) -> None:
    for _ in range(2 * WALKS):
        walker.walk()
    legal = {(state.value, step.value) for state, step in DEVICE_STEPS if state is not None}
    not_by_itself = {DeviceStep.MISS.value, DeviceStep.WRITE_OFF.value}
    assert {pair for pair in legal - walker.taken if pair[1] not in not_by_itself} == set()
    assert len(walker.tried) > 150
