"""``import-sales``, ``verdict``, ``check`` and ``backup``, as a night job calls them."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import add
from tests.process import Bench

SALES = (
    "matricola;codice_articolo;descrizione;data_vendita;codice_cliente;cliente\n"
    "LG-1;NEP;Nettuno;14/03/2025;C1;Rossi\n"
    "LG-2;NEP;Nettuno;31/02/2025;C1;Rossi\n"
)
ITALIAN = {"LEGHORN_BENCH_LANGUAGE": "it"}
VERDICT_KEYS = {
    "identifier", "kind", "coverage", "serial", "product", "customer", "sold_on", "months",
    "last_day", "compared_day", "compared", "reason", "near_matches",
}  # fmt: skip


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'bench.db'}"


@pytest.fixture
def sales(tmp_path: Path) -> str:
    path = tmp_path / "sales.csv"
    path.write_text(SALES, encoding="utf-8")
    return str(path)


def test_an_import_counts_and_tells_its_rejects(bench: Bench, url: str, sales: str) -> None:
    done = bench("import-sales", sales, "--database", url, "--json", LEGHORN_BENCH_LANGUAGE="en")
    found = json.loads(done.stdout)
    (reject,) = found.pop("rejects")
    assert {name: found[name] for name in ("rows", "imported", "updated", "unchanged")} == {
        "rows": 2,
        "imported": 1,
        "updated": 0,
        "unchanged": 0,
    }
    assert found["rejected"] == 1
    assert reject == {
        "line": 3,
        "column": "data_vendita",
        "value": "31/02/2025",
        "reason": "Expected a day as YYYY-MM-DD or DD/MM/YYYY, found 31/02/2025.",
    }


def test_a_dry_run_changes_nothing(bench: Bench, url: str, sales: str) -> None:
    done = bench("import-sales", sales, "--dry-run", "--database", url, **ITALIAN)
    assert "Prova: non è stato modificato nulla." in done.stdout.decode()
    found = json.loads(bench("verdict", "LG-1", "--database", url, "--json").stdout)
    assert found["coverage"] == "unknown"


def test_a_verdict_has_all_its_keys_and_null_for_what_is_not_on_file(
    bench: Bench, url: str, sales: str
) -> None:
    bench("import-sales", sales, "--database", url)
    done = bench("verdict", "lg-1", "--on", "2026-03-14", "--database", url, "--json")
    found = json.loads(done.stdout)
    assert set(found) >= VERDICT_KEYS
    assert (found["coverage"], found["last_day"]) == ("covered", "2026-03-14")
    assert (found["compared_day"], found["compared"]) == ("2026-03-14", "given")
    assert (found["serial"], found["product"], found["customer"]) == ("LG-1", "Nettuno", "Rossi")
    done = bench("verdict", "LG-l", "--database", url, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["coverage"], found["serial"], found["last_day"]) == ("unknown", None, None)
    assert [near["serial"] for near in found["near_matches"]] == ["LG-1"]


def test_a_replacing_unit_belongs_to_whom_the_first_one_was_sold(
    bench: Bench, url: str, tmp_path: Path
) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(
        "serial,product_code,sold_on,customer_code,customer,replaces\n"
        "LG-2,NEP,2026-01-01,,,LG-1\n"
        "LG-1,NEP,2025-12-01,C1,Rossi,\n"
    )
    bench("import-sales", str(path), "--database", url)
    found = json.loads(bench("verdict", "LG-2", "--database", url, "--json").stdout)
    assert (found["customer"], found["sold_on"]) == ("Rossi", "2025-12-01")


def test_a_recall_is_told_with_the_verdict(bench: Bench, url: str, sales: str) -> None:
    bench("import-sales", sales, "--database", url)
    today = datetime.now().astimezone().date()
    store = open_store(url, now=datetime.now(UTC), create=False)
    with store.transaction():
        recall = Notice(first_serial="LG-1", last_serial="LG-1", text="Recall", first_day=today)
        add(store, recall, Stamp("system", datetime.now(UTC)))
    store.close()
    found = json.loads(bench("verdict", "LG-1", "--database", url, "--json").stdout)
    assert found["notices"] == ["Recall"]
    assert (
        "Avviso: Recall" in bench("verdict", "LG-1", "--database", url, **ITALIAN).stdout.decode()
    )


def test_people_read_the_verdict_in_their_language(bench: Bench, url: str, sales: str) -> None:
    bench("import-sales", sales, "--database", url)
    done = bench("verdict", "LG-1", "--on", "2026-03-15", "--database", url, **ITALIAN)
    first, second, *_ = done.stdout.decode().splitlines()
    assert first == "GARANZIA SCADUTA"
    assert "14/03/2026" in second


@pytest.mark.parametrize(
    "command",
    [
        ("import-sales", "/nowhere.csv"),
        ("verdict", "LG-1", "--on", "14/03/2026"),
        ("verdict", ""),
        ("check", "--database", "mysql://nowhere"),
        ("check", "--database", "sqlite:////nowhere/bench.db"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    bench: Bench, command: tuple[str, ...]
) -> None:
    done = bench(*command)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


def test_a_check_of_whole_data_finds_no_problem(bench: Bench, url: str, sales: str) -> None:
    bench("import-sales", sales, "--database", url)
    assert json.loads(bench("check", "--database", url, "--json").stdout) == {"problems": []}


def test_a_damaged_file_is_told_and_left_alone(bench: Bench, url: str, tmp_path: Path) -> None:
    (tmp_path / "bench.db").write_bytes(b"rubbish" * 1_000)
    for verb in ("check", "backup", "verdict x", f"import-sales {tmp_path / 'bench.db'}"):
        done = bench(*verb.split(), "--database", url)
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1
    assert (tmp_path / "bench.db").read_bytes() == b"rubbish" * 1_000


def test_a_file_of_a_newer_program_is_told_and_left_alone(
    bench: Bench, url: str, sales: str, tmp_path: Path
) -> None:
    bench("import-sales", sales, "--database", url)
    with closing(sqlite3.connect(tmp_path / "bench.db")) as newer, newer:
        newer.execute("INSERT INTO schema_migration (name, applied) VALUES ('m9999_later', '2030')")
    before = (tmp_path / "bench.db").read_bytes()
    for verb in ("check", "verdict LG-1", f"import-sales {sales}"):
        done = bench(*verb.split(), "--database", url)
        assert done.returncode == 2
        assert b"m9999_later" in done.stderr
    assert (tmp_path / "bench.db").read_bytes() == before


def test_a_sale_in_the_future_has_not_started_and_is_doubted(
    bench: Bench, url: str, tmp_path: Path
) -> None:
    (tmp_path / "sales.csv").write_text("serial,product_code,sold_on\nLG-9,NEP,2099-01-31\n")
    bench("import-sales", str(tmp_path / "sales.csv"), "--database", url)
    told = json.loads(bench("verdict", "LG-9", "--database", url, "--json").stdout)
    assert (told["coverage"], told["sold_on"]) == ("not_started", "2099-01-31")
    assert "doubtful" in told["reason"]


def test_a_copy_goes_where_it_is_told(bench: Bench, url: str, sales: str, tmp_path: Path) -> None:
    bench("import-sales", sales, "--database", url)
    target = tmp_path / "stick" / "copy.db"
    done = bench("backup", str(target), "--database", url, "--json")
    assert json.loads(done.stdout) == {"path": str(target)}
    found = bench("verdict", "LG-1", "--database", f"sqlite:///{target}", "--json")
    assert json.loads(found.stdout)["serial"] == "LG-1"
