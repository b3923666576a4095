"""Every step of the file's shape: an older file is brought up to date, and a copy kept before."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.engine import Store, connect
from leghorn_bench.store.migrations import __path__ as migrations_path
from leghorn_bench.store.opening import HISTORY, Steps, open_store
from leghorn_bench.store.records import add
from leghorn_bench.store.search import search
from tests.store.conftest import NOW

STEPS = sorted(path.stem for path in Path(next(iter(migrations_path))).glob("m*.py"))

A_CUSTOMER = (
    "INSERT INTO customer (version, code, name, vat_number, tax_code, address, postcode, city,"
    " province, country, language, vat_regime, email, phone, contact, consumer)"
    " VALUES (1, 'C1', 'Società Navale', '', '', '', '', 'Livorno', '', 'IT', 'it', '', '', '', '',"
    " {no})"
)


def file_of_step(url: str, step: str) -> None:
    """A database as the program of that step left it, with something in it."""
    store = connect(url)
    steps = Steps(store.database, HISTORY)
    steps.table_name = HISTORY
    steps.up(step)
    no = "0" if store.on_sqlite else "false"
    store.execute(A_CUSTOMER.format(no=no))
    store.close()


def has_first_tariff(store: Store) -> bool:
    return store.rows("SELECT name FROM tariff") == [("2020",)]


def has_acts(store: Store) -> bool:
    return store.rows("SELECT COUNT(*) FROM act") == [(0,)]


def has_parcel_columns(store: Store) -> bool:
    return store.rows("SELECT closed_at FROM parcel") == []


def finds_older_customers(store: Store) -> bool:
    return [hit.title for hit in search(store, "navale")] == ["Società Navale"]


def has_words_of_no_case_yet(store: Store) -> bool:
    return store.rows("SELECT folded FROM search_text WHERE subject = 'repair_case'") == []


def has_claims_and_batteries(store: Store) -> bool:
    return store.rows("SELECT claim.id, battery FROM claim, case_device") == []


def has_print_jobs(store: Store) -> bool:
    return store.rows("SELECT COUNT(*) FROM print_job") == [(0,)]


def has_photos_of_parcels(store: Store) -> bool:
    return store.rows("SELECT parcel_id FROM evidence") == []


def has_shelves(store: Store) -> bool:
    return store.rows("SELECT shelf FROM device") == []


def has_chip_doubts(store: Store) -> bool:
    return store.rows("SELECT tid, differing FROM chip_doubt") == []


def has_what_was_seen_on_arrival(store: Store) -> bool:
    seen = "symptom, symptom_code, arrival, assessment.battery, firmware, urgent"
    return store.rows(f"SELECT {seen} FROM assessment, repair_case") == []


def has_labels_drawn_when_printed(store: Store) -> bool:
    return store.rows("SELECT subjects, stock, skip, total, spooled FROM print_job") == []


BROUGHT: dict[str, Callable[[Store], bool]] = {
    "m0001_first": has_first_tariff,
    "m0002_acts_and_resting_papers": has_acts,
    "m0003_parcels_opened": has_parcel_columns,
    "m0004_search": finds_older_customers,
    "m0005_the_rest_of_a_case": has_claims_and_batteries,
    "m0006_print_jobs": has_print_jobs,
    "m0007_photos_of_parcels": has_photos_of_parcels,
    "m0008_shelves_of_spares": has_shelves,
    "m0009_chip_doubts": has_chip_doubts,
    "m0012_what_was_seen_on_arrival": has_what_was_seen_on_arrival,
    "m0013_words_of_cases": has_words_of_no_case_yet,
    "m0015_labels_drawn_when_printed": has_labels_drawn_when_printed,
}
"""What each step brought, seen in a file that was older."""


def test_every_step_has_its_test() -> None:
    assert sorted(BROUGHT) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_a_file_of_any_older_version_has_all_that_later_ones_brought(
    store_url: str, step: str
) -> None:
    file_of_step(store_url, step)
    store = open_store(store_url, now=NOW)
    missing = [name for name, there in BROUGHT.items() if name > step and not there(store)]
    assert missing == []
    assert store.rows("SELECT code FROM customer") == [("C1",)]
    store.close()


def test_a_copy_is_kept_before_a_file_is_changed(sqlite_url: str, tmp_path: Path) -> None:
    file_of_step(sqlite_url, STEPS[0])
    open_store(sqlite_url, now=NOW).close()
    (copy,) = (tmp_path / "backups").iterdir()
    older = connect(f"sqlite:///{copy}")
    assert older.rows(f"SELECT name FROM {HISTORY}") == [(STEPS[0],)]
    older.close()


def test_a_step_that_fails_leaves_the_file_as_it_was(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_of_step(sqlite_url, STEPS[0])

    def broken(_self: Steps) -> None:
        raise ConnectionResetError

    with monkeypatch.context() as patched:
        patched.setattr("leghorn_bench.store.opening._refuse_broken_links", broken)
        with pytest.raises(ConnectionResetError):
            open_store(sqlite_url, now=NOW)
    store = connect(sqlite_url)
    assert store.rows(f"SELECT name FROM {HISTORY}") == [(STEPS[0],)]
    store.close()


OPENING = """
import sys
from datetime import UTC, datetime
from leghorn_bench.store.opening import open_store
sys.stdin.readline()
open_store(sys.argv[1], now=datetime(2026, 1, 1, tzinfo=UTC)).close()
"""


def test_stations_that_open_a_new_database_at_once_make_it_once(store_url: str) -> None:
    stations = [
        subprocess.Popen([sys.executable, "-c", OPENING, store_url], stdin=subprocess.PIPE)
        for _ in range(4)
    ]
    for station in stations:
        assert station.stdin is not None
        station.stdin.write(b"\n")
        station.stdin.flush()
    assert [station.wait(timeout=60) for station in stations] == [0] * 4
    for station in stations:
        station.communicate()
    store = open_store(store_url, now=NOW)
    assert sorted(name for (name,) in store.rows(f"SELECT name FROM {HISTORY}")) == STEPS
    store.close()


def test_what_was_noted_before_is_found_once_the_file_is_brought_up_to_date(
    store_url: str,
) -> None:
    store = open_store(store_url, now=NOW)
    stamp = Stamp("ada", NOW)
    with store.transaction():
        case = add(store, Case(number="2026-00001", report="Non legge"), stamp)
        noted = Act(
            what="noted", who="ada", at=NOW, case_id=case.id, note="portuale", first_event=1,
            last_event=1,
        )  # fmt: skip
        add(store, noted, stamp)
        store.execute("UPDATE search_text SET folded = '2026-00001 non legge'")
    store.execute(f"DELETE FROM {HISTORY} WHERE name = 'm0013_words_of_cases'")
    store.close()
    again = open_store(store_url, now=NOW)
    assert [hit.title for hit in search(again, "portuale")] == ["2026-00001"]
    again.close()
