"""Opening a database: made, brought up to date, or refused without touching it."""

import sqlite3
from pathlib import Path
from typing import cast

import pytest
from playhouse.schema_diff import diff_models

from leghorn_bench.domain.storage_errors import (
    DatabaseAddressUnknown,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseUnreachable,
)
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.tables import TABLES
from tests.store.conftest import NOW

BY_HAND = {
    "identifier_value_prefix",
    "device_serial_trigrams",
    "search_text_trigrams",
    "identifier_skeleton_prefix",
}


def test_the_tables_are_what_the_migrations_make(store: Store) -> None:
    found = diff_models(store.database, TABLES)
    surplus = [index for index in found.drop_indexes if index.name not in BY_HAND]
    assert not any((*found[:4], surplus)), found


def test_a_second_opening_finds_what_the_first_made(store_url: str) -> None:
    open_store(store_url, now=NOW).close()
    again = open_store(store_url, now=NOW, create=False)
    assert again.rows("SELECT name, last_day FROM tariff") == [("2020", "2020-12-31")]
    again.close()


def test_sqlite_keeps_what_was_written_when_the_power_goes(sqlite_url: str) -> None:
    store = open_store(sqlite_url, now=NOW)
    settings = [store.rows(f"PRAGMA {name}") for name in ("journal_mode", "synchronous")]
    assert settings == [[("wal",)], [(2,)]]
    store.close()


def test_a_value_of_the_wrong_type_is_refused_by_sqlite_itself(sqlite_url: str) -> None:
    store = open_store(sqlite_url, now=NOW)
    (created,) = cast("tuple[str]", store.row("SELECT sql FROM sqlite_master WHERE name = 'sale'"))
    assert created.endswith("STRICT")
    store.close()


@pytest.mark.parametrize("url", ["mysql://host/db", "sqlite://", "sqlite:///"])
def test_an_address_of_no_known_kind_is_refused(url: str) -> None:
    with pytest.raises(DatabaseAddressUnknown):
        open_store(url, now=NOW)


def test_a_missing_file_is_not_made_when_it_should_exist(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        open_store(sqlite_url, now=NOW, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_told_and_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    path = tmp_path / "bench.db"
    path.write_bytes(b"serial;product\n" * 100)
    with pytest.raises(DatabaseDamaged, match="open a backup"):
        open_store(sqlite_url, now=NOW)
    assert path.read_bytes() == b"serial;product\n" * 100
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_page_is_told_with_the_newest_backup(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url, now=NOW).close()
    path = tmp_path / "bench.db"
    (tmp_path / "backups").mkdir()
    backup = tmp_path / "backups" / "bench-20260101-000000.db"
    backup.write_bytes(path.read_bytes())
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged, match=backup.name):
        open_store(sqlite_url, now=NOW)
    assert path.read_bytes() == content


def test_a_newer_file_is_refused_and_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url, now=NOW)
    store.execute("INSERT INTO schema_migration (name, applied) VALUES ('m9999_later', '2030')")
    store.close()
    before = (tmp_path / "bench.db").read_bytes()
    with pytest.raises(DatabaseNewer, match="m9999_later"):
        open_store(sqlite_url, now=NOW)
    assert (tmp_path / "bench.db").read_bytes() == before


def test_a_database_of_another_program_is_left_alone(sqlite_url: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bench.db") as other:
        other.execute("CREATE TABLE cookies (name TEXT)")
    other.close()
    with pytest.raises(DatabaseForeign):
        open_store(sqlite_url, now=NOW)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        open_store(f"sqlite:///{tmp_path}", now=NOW)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(DatabaseUnreachable) as refused:
        open_store("postgresql://bench:secret@127.0.0.1:1/bench", now=NOW)
    assert "secret" not in str(refused.value)


def test_more_pages_are_kept_only_while_many_rows_are_written(sqlite_url: str) -> None:
    store = open_store(sqlite_url, now=NOW)
    (before,) = store.row("PRAGMA cache_size") or ()
    with store.room_for_many():
        (meanwhile,) = store.row("PRAGMA cache_size") or ()
    assert store.row("PRAGMA cache_size") == (before,)
    assert meanwhile < before  # negative: kilobytes
    store.close()
