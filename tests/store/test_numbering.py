"""Numbers have no gaps and no repeats, whatever crashes and however many stations give them."""

import signal
import subprocess
import sys

import pytest

from leghorn_bench.store.engine import Store
from leghorn_bench.store.numbering import last_number, next_number
from leghorn_bench.store.opening import open_store
from tests.store.conftest import NOW

STATION = """
import sys
from datetime import UTC, datetime
from leghorn_bench.store.numbering import next_number
from leghorn_bench.store.opening import open_store
store = open_store(sys.argv[1], now=datetime(2026, 1, 1, tzinfo=UTC))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    with store.transaction():
        number = next_number(store, "quote", 2026)
        store.execute(
            "INSERT INTO setting (version, key, value) VALUES (1, ?, '1')", (f"n{number}",)
        )
print("done", flush=True)
"""


def test_each_kind_year_and_series_counts_by_itself(store: Store) -> None:
    with store.transaction():
        given = [
            next_number(store, kind, year, series)
            for kind, year, series in (
                ("ddt", 2026, ""),
                ("ddt", 2026, ""),
                ("ddt", 2026, "B"),
                ("ddt", 2027, ""),
                ("quote", 2026, ""),
            )
        ]
    assert given == [1, 2, 1, 1, 1]


def test_a_number_of_a_failed_issue_is_given_again(store: Store) -> None:
    def issue_on_a_jammed_printer() -> None:
        with store.transaction():
            next_number(store, "ddt", 2026)
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        issue_on_a_jammed_printer()
    with store.transaction():
        assert next_number(store, "ddt", 2026) == 1


def test_no_number_is_given_outside_a_transaction(store: Store) -> None:
    with pytest.raises(RuntimeError):
        next_number(store, "ddt", 2026)


def start_station(url: str, papers: int) -> subprocess.Popen[str]:
    station = subprocess.Popen(
        [sys.executable, "-c", STATION, url, str(papers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert station.stdout is not None
    assert station.stdout.readline() == "ready\n"
    return station


def begin(station: subprocess.Popen[str]) -> None:
    assert station.stdin is not None
    station.stdin.write("\n")
    station.stdin.flush()


def test_stations_that_issue_at_once_leave_no_gap_even_when_one_is_killed(store_url: str) -> None:
    store = open_store(store_url, now=NOW)
    steady = [start_station(store_url, 60) for _ in range(2)]
    killed = start_station(store_url, 100_000)
    for station in (*steady, killed):
        begin(station)
    for station in steady:
        assert station.communicate(timeout=60)[0] == "done\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=60)
    last = last_number(store, "quote", 2026)
    kept = {row[0] for row in store.rows("SELECT key FROM setting")}
    assert last >= 120
    assert kept == {f"n{number}" for number in range(1, last + 1)}
    store.close()
