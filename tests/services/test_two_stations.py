"""Two stations at work on one server: numbers without gaps, and no change lost unseen."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.storage_errors import RecordChanged
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.services.acts import undo
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.company import save_company
from leghorn_bench.services.going_back import is_fresh
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.unit_story import device_way_back
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add, read, save, select
from tests.services.case_stories import received
from tests.services.conftest import COMPANY, NOW, Stock

ROUNDS = 8
ROLES = ("technician", "administrator")


@pytest.fixture
def stations(postgresql_url: str) -> Iterator[list[Bench]]:
    """Two stations, each with its own connections and its own person."""
    stores = [open_store(postgresql_url, now=NOW) for _ in range(2)]
    people = [Operator(login=name, name=name.title(), roles=ROLES) for name in ("ada", "ugo")]
    save_company(Bench(stores[0], people[0], lambda: NOW), COMPANY)
    yield [Bench(store, person, lambda: NOW) for store, person in zip(stores, people, strict=True)]
    for store in stores:
        store.close()


@pytest.fixture
def stocks(stations: list[Bench]) -> list[Stock]:
    """The same goods, as each station sees them; each adds units of its own customer's."""
    store, stamp = stations[0].store, stations[0].stamp()
    with store.transaction():
        rep = add(store, SalesRep(name="Rosa Esempio"), stamp)
        found = []
        for place, bench in enumerate(stations):
            customer = Customer(code=f"C{place}", name=f"Esempio {place}", city="Genova")
            product = Product(code=f"LGD-{place}", name="Sigillo Demo")
            stored = add(store, product, stamp), add(store, customer, stamp)
            found.append(Stock(bench, *stored, rep))
    # Serials are counted: those of the second station begin far behind those of the first.
    found[1].made.extend([found[0].unit()] * 100)
    return found


def at_once(store_of: Callable[[int], Store], work: Callable[[int], object]) -> list[object]:
    """Do ``work`` on both stations in the same moment; gives results, or what refused it."""
    barrier = Barrier(2)

    def station(place: int) -> object:
        barrier.wait()
        with closing(store_of(place)):
            try:
                return work(place)
            except RecordChanged as changed:
                return changed

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(station, range(2)))


@pytest.mark.postgresql
def test_two_stations_number_their_cases_and_papers_without_gaps(
    stations: list[Bench], stocks: list[Stock]
) -> None:
    def work(place: int) -> None:
        bench, stock = stations[place], stocks[place]
        for _ in range(ROUNDS):
            unit = stock.unit(date(2026, 2, 1))
            case, (device,), _ = received(bench, stock, [unit])
            assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))
            issue_technical_report(bench, case.id)

    assert at_once(lambda place: stations[place].store, work) == [None, None]
    papers = select(stations[0].store, StoredPaper, "ORDER BY number")
    assert [paper.number for paper in papers] == list(range(1, 2 * ROUNDS + 1))
    assert {paper.issued_by for paper in papers} == {"ada", "ugo"}
    assert check(stations[0].store) == ()


@pytest.mark.postgresql
def test_of_two_who_change_one_device_the_later_is_told(
    stations: list[Bench], stocks: list[Stock]
) -> None:
    _, (device,), _ = received(stations[0], stocks[1], [stocks[1].unit(date(2026, 2, 1))])
    told = 0
    for turn in range(ROUNDS):
        answers = at_once(
            lambda place: stations[place].store,
            lambda place, turn=turn: put_on_shelf(stations[place], device.id, f"{turn}-{place}"),  # type: ignore[misc]
        )
        refused = [answer for answer in answers if isinstance(answer, RecordChanged)]
        kept = [answer for answer in answers if isinstance(answer, CaseDevice)]
        told += len(refused)
        on_file = read(stations[0].store, CaseDevice, device.id)
        assert on_file in kept
        assert all(change.theirs == on_file for change in refused)
    moves = stations[0].store.row("SELECT count(*) FROM act WHERE what = 'moved'")
    assert moves == (2 * ROUNDS - told,)
    assert check(stations[0].store) == ()


@pytest.mark.postgresql
def test_the_last_step_of_one_station_is_taken_back_at_the_other_until_it_is_worked_on(
    stations: list[Bench], stocks: list[Stock]
) -> None:
    ada, ugo = stations
    _, (device,), _ = received(ada, stocks[0], [stocks[0].unit(date(2026, 2, 1))])
    put_on_shelf(ada, device.id, "A3")
    first = device_way_back(ugo, device.id)
    assert first is not None
    assert (first.refused, is_fresh(ugo, first.done)) == (None, False)
    undo(ugo, first.done.id)
    moved = put_on_shelf(ada, device.id, "A4")
    with ada.store.transaction():
        save(ada.store, replace(moved, shelf="B1"), ada.stamp())
    second = device_way_back(ugo, device.id)
    assert second is not None
    assert isinstance(second.refused, ChangedSince)
