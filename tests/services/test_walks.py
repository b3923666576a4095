"""A thousand random legal walks through the services; afterwards everything still holds."""

from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from leghorn_bench.documents import registry
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.states import CaseState
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.company import save_company
from leghorn_bench.services.old_units import old_unit_of
from leghorn_bench.services.places import PlaceKind, place_of
from leghorn_bench.store.records import add
from tests.services.conftest import COMPANY, Clock, Stock
from tests.services.invariants import BREAKS, WRONG, breaks, broken
from tests.services.undo_watch import UndoWatch
from tests.services.walk_ends import ENDS
from tests.services.walker import Walker

SEEDS = range(10)
WALKS = 100
"""For each seed, on one file."""
AT_MOST = 300
"""Guided walks until all that is to be met was met; a fifth of them is mostly enough."""
STRIDE = 5
"""Walks between two looks at what they left."""


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
            is_kept = old_unit_of(walker.bench, device) is OldUnit.KEPT
            assert is_kept or place.kind in {PlaceKind.CUSTOMER, PlaceKind.SCRAPPED}
    assert list(broken(walker.bench)) == []
    assert check(walker.bench.store) == ()


@pytest.mark.slow
@pytest.mark.parametrize("walker", [2000, 2007], indirect=True)
def test_each_invariant_can_fail(walker: Walker) -> None:
    walker.guided = True
    unbroken = set(BREAKS)
    for _ in range(AT_MOST // STRIDE):
        for _ in range(STRIDE):
            walker.walk()
        unbroken -= {name for name in unbroken if breaks(walker.bench, name)}
        if not unbroken:
            break
    assert unbroken == set(), f"in {AT_MOST} walks nothing came by that these could break"
    assert list(broken(walker.bench)) == []
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
@pytest.mark.parametrize("walker", [1000, 1002, 1014], indirect=True)
def test_the_walks_come_by_every_state_with_every_step_taken_or_refused(walker: Walker) -> None:
    walker.guided = True
    for _ in range(AT_MOST):
        walker.walk()
        if not walker.unmet():
            break
    assert walker.unmet() == set(), f"not met in {AT_MOST} walks"
