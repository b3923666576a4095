"""A thousand random legal walks through the services; afterwards everything still holds."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from leghorn_bench.documents import registry
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.states import DEVICE_STEPS, CaseState, DeviceStep
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.company import save_company
from leghorn_bench.services.places import PlaceKind, place_of
from leghorn_bench.store.records import add
from tests.services.conftest import COMPANY, Clock, Stock
from tests.services.invariants import BREAKS, WRONG, broken
from tests.services.undo_watch import UndoWatch
from tests.services.walker import ENDS, Walker

SEEDS = range(10)
WALKS = 100
"""For each seed, on one file."""


@pytest.fixture
def walker_of(
    bench: Bench,
    chief: Bench,
    stock: Stock,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[int], Walker]:
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
    return lambda seed: Walker(bench, chief, stock, clock, Random(seed))


@pytest.fixture
def walker(request: pytest.FixtureRequest, walker_of: Callable[[int], Walker]) -> Walker:
    """The one of the seed that a test asks for."""
    return walker_of(request.param)


@pytest.mark.slow
@pytest.mark.parametrize("walker", SEEDS, indirect=True)
def test_random_legal_walks_leave_everything_whole(walker: Walker) -> None:
    for _ in range(WALKS):
        case = walker.walk()
        assert case.state in {CaseState.CLOSED, CaseState.REJECTED}
        if case.state == CaseState.CLOSED:
            assert {device.state for device in walker.devices()} <= ENDS
        for device in walker.devices():
            place = place_of(walker.bench, device)
            assert place.kind in {PlaceKind.CUSTOMER, PlaceKind.SCRAPPED}
    assert list(broken(walker.bench)) == []
    assert check(walker.bench.store) == ()


@pytest.mark.slow
@pytest.mark.parametrize("walker", [2001], indirect=True)
def test_each_invariant_can_fail(walker: Walker) -> None:
    for _ in range(WALKS):
        walker.walk()
    store = walker.bench.store
    store.execute("PRAGMA foreign_keys = 0")
    assert list(broken(walker.bench)) == []
    for name, statements in BREAKS.items():
        with store.transaction(keep=False):
            for statement in statements.split("; "):
                store.execute(statement)
            assert name in list(broken(walker.bench)), name
    assert set(WRONG) <= set(BREAKS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_every_step_of_a_walk_is_undone_to_the_very_same_state_or_refused(
    walker_of: Callable[[int], Walker], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    walker = walker_of(3000 + seed)
    watch = UndoWatch(monkeypatch)
    for _ in range(8):
        walker.walk()
    assert len(watch.outcomes) > 20


@pytest.mark.slow
@pytest.mark.parametrize("walker", [1001], indirect=True)
def test_the_walks_come_by_every_step_and_try_most_illegal_ones(walker: Walker) -> None:
    for _ in range(3 * WALKS):
        walker.walk()
    legal = {(state.value, step.value) for state, step in DEVICE_STEPS if state is not None}
    not_by_itself = {DeviceStep.MISS.value, DeviceStep.WRITE_OFF.value}
    assert {pair for pair in legal - walker.taken if pair[1] not in not_by_itself} == set()
    assert len(walker.tried) > 150
