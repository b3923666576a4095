"""What holds for every sales file, however strange."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.services.register import ImportReport, import_sales, look_up
from leghorn_bench.store.audit import broken_links
from leghorn_bench.store.check import problems
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from tests.store.conftest import NOW

HEADER = (
    "serial", "product_code", "product", "lot", "epc", "sold_on", "document", "customer_code",
    "customer", "sales_rep", "warranty_months", "replaces",
)  # fmt: skip
CELLS = (
    st.sampled_from(["A", "B", "C", "D", "a ", ""]),
    st.sampled_from(["P", "Q", ""]),
    st.sampled_from(["", "Seal", "Lock"]),
    st.sampled_from(["", "L1", "L2"]),
    st.sampled_from(["", "3074257BF7194E4000001A85", "30 74", "x"]),
    st.sampled_from(["", "2024-01-01", "01/01/2024", "2025-06-01", "soon"]),
    st.sampled_from(["", "F1", "F2"]),
    st.sampled_from(["", "C1", "C2"]),
    st.sampled_from(["", "Rossi", "Verdi"]),
    st.sampled_from(["", "Anna", "Zoe"]),
    st.sampled_from(["", "12", "24", "0"]),
    st.sampled_from(["", "", "A", "B", "C", "D"]),
)
FILES = st.lists(st.tuples(*CELLS), max_size=12)


def imported(store: Store, folder: Path, rows: Sequence[Sequence[str]]) -> ImportReport:
    path = folder / "sales.csv"
    lines = [";".join(row) for row in (HEADER, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return import_sales(store, path, Stamp("maria", NOW))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=FILES, second=FILES)
def test_every_row_has_its_fate_and_a_second_import_changes_nothing(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store("sqlite:///" + folder + "/bench.db", now=NOW)
        for rows in (first, second):
            once = imported(store, Path(folder), rows)
            twice = imported(store, Path(folder), rows)
            assert once.rows == twice.rows == len(rows)
            assert (twice.imported, twice.updated) == (0, 0)
            assert twice.rejected >= once.rejected
        assert list(broken_links(store)) == []
        assert list(problems(store)) == []
        for (serial,) in store.rows("SELECT serial FROM device"):
            look_up(store, serial, today=date(2026, 1, 1))
        store.close()
