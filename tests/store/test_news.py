"""Stations that share a server hear what others have kept, and nothing else."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Queue

import pytest

from leghorn_bench.domain.records.parties import SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.engine import Store
from leghorn_bench.store.news import News
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from tests.store.conftest import NOW

LONGEST_S = 20


@pytest.fixture
def stations(postgresql_url: str) -> Iterator[tuple[Store, Store]]:
    here, there = open_store(postgresql_url, now=NOW), open_store(postgresql_url, now=NOW)
    yield here, there
    here.close()
    there.close()


@pytest.fixture
def heard(stations: tuple[Store, Store]) -> Iterator["Queue[object]"]:
    """What the first station hears; it listens from the start."""
    news, told = News(stations[0]), Queue[object]()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(news.run, told.put)
        until_heard(stations[1], told)
        yield told
        news.stop()
        running.result(LONGEST_S)


def until_heard(store: Store, told: "Queue[object]") -> None:
    """Speak until it is heard: nobody knows when a listener has begun to listen."""
    while told.empty():
        with store.transaction():
            store.tell_others()
    while not told.empty():
        told.get()


def change(store: Store, name: str, *, keep: bool = True) -> None:
    with store.transaction(keep=keep):
        add(store, SalesRep(name=name), Stamp("ada", NOW))


@pytest.mark.postgresql
def test_a_change_of_another_station_is_heard_once_it_is_kept(
    stations: tuple[Store, Store], heard: "Queue[object]"
) -> None:
    here, there = stations
    change(here, "Sua propria")
    change(there, "Mai tenuta", keep=False)
    change(there, "Rosa Esempio")
    assert heard.get(timeout=LONGEST_S) == there.station
    assert here.station != there.station


@pytest.mark.postgresql
def test_a_file_has_nobody_to_tell(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('one') / 'bench.db'}", now=NOW)
    change(store, "Rosa Esempio")
    assert store.station == ""
    store.close()
