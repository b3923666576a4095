"""What the world does to a store: a full disk, a busy neighbour, a killed program."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.storage_errors import DatabaseBusy, DatabaseUnreachable, DiskFull
from leghorn_bench.store.check import problems
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add, select
from tests.store.conftest import NOW

IMPORTING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.register import import_sales
from leghorn_bench.store.opening import open_store
now = datetime(2026, 3, 14, tzinfo=UTC)
store = open_store(sys.argv[1], now=now)
def told(rows):
    print(rows, flush=True)
    sys.stdin.readline()
import_sales(store, Path(sys.argv[2]), Stamp("night", now), progress=told)
"""


def test_a_full_disk_is_told_and_nothing_is_half_kept(sqlite_url: str, stamp: Stamp) -> None:
    store = open_store(sqlite_url, now=NOW)
    (pages,) = store.rows("PRAGMA page_count")[0]
    store.rows(f"PRAGMA max_page_count = {pages + 1}")

    def fill() -> None:
        with store.transaction():
            for number in range(500):
                add(store, Customer(code=f"C{number}", name="Rossi"), stamp)

    with pytest.raises(DiskFull):
        fill()
    assert select(store, Customer) == []
    assert list(problems(store)) == []
    store.close()


def test_a_neighbour_that_writes_too_long_is_told(sqlite_url: str, stamp: Stamp) -> None:
    busy, waiting = open_store(sqlite_url, now=NOW), open_store(sqlite_url, now=NOW)
    waiting.rows("PRAGMA busy_timeout = 50")
    with busy.transaction():
        add(busy, Customer(code="C1", name="Rossi"), stamp)
        with pytest.raises(DatabaseBusy), waiting.transaction():
            pass
    with waiting.transaction():
        add(waiting, Customer(code="C2", name="Verdi"), stamp)
    assert len(select(busy, Customer)) == 2
    busy.close()
    waiting.close()


def test_one_reads_what_was_there_while_another_writes(store_url: str, stamp: Stamp) -> None:
    writing, reading = open_store(store_url, now=NOW), open_store(store_url, now=NOW)
    with writing.transaction():
        add(writing, Customer(code="C1", name="Rossi"), stamp)
        assert select(reading, Customer) == []
    assert len(select(reading, Customer)) == 1
    writing.close()
    reading.close()


def test_threads_share_a_store_and_take_turns(store: Store, stamp: Stamp) -> None:
    def enter(first: int) -> None:
        for number in range(first, first + 20):
            with store.transaction():
                add(store, Customer(code=f"C{number}", name="Rossi"), stamp)
        store.close()

    threads = [threading.Thread(target=enter, args=(first,)) for first in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(select(store, Customer)) == 60
    assert list(problems(store)) == []


def test_an_import_that_is_killed_leaves_nothing_behind(store_url: str, tmp_path: Path) -> None:
    sales = tmp_path / "sales.csv"
    rows = [f"S{number},P" for number in range(5_000)]
    sales.write_text("\n".join(("serial,product_code", *rows, "")), encoding="utf-8")
    night = subprocess.Popen(
        [sys.executable, "-c", IMPORTING, store_url, str(sales)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert night.stdout is not None
    assert night.stdout.readline() == b"2000\n"
    night.send_signal(signal.SIGKILL)
    night.communicate(timeout=60)
    store = open_store(store_url, now=NOW)
    assert store.rows("SELECT COUNT(*) FROM device") == [(0,)]
    assert list(problems(store)) == []
    store.close()


@pytest.mark.postgresql
def test_a_server_that_was_away_is_told_once_and_found_again(
    postgresql_url: str, stamp: Stamp
) -> None:
    store, other = open_store(postgresql_url, now=NOW), open_store(postgresql_url, now=NOW)
    (backend,) = store.rows("SELECT pg_backend_pid()")[0]
    other.rows("SELECT pg_terminate_backend(?)", (backend,))
    with pytest.raises(DatabaseUnreachable):
        select(store, Customer)
    with store.transaction():
        add(store, Customer(code="C1", name="Rossi"), stamp)
    assert len(select(other, Customer)) == 1
    store.close()
    other.close()


@pytest.mark.postgresql
def test_a_server_that_goes_away_in_the_middle_keeps_nothing(
    postgresql_url: str, stamp: Stamp
) -> None:
    store, other = open_store(postgresql_url, now=NOW), open_store(postgresql_url, now=NOW)

    def enter() -> None:
        with store.transaction():
            add(store, Customer(code="C1", name="Rossi"), stamp)
            (backend,) = store.rows("SELECT pg_backend_pid()")[0]
            other.rows("SELECT pg_terminate_backend(?)", (backend,))
            add(store, Customer(code="C2", name="Verdi"), stamp)

    with pytest.raises(DatabaseUnreachable):
        enter()
    assert select(other, Customer) == []
    assert select(store, Customer) == []
    store.close()
    other.close()
