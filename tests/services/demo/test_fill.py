from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, Doubt, judge
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.tariff import TariffExpired, tariff_on
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.company import company_of
from leghorn_bench.services.demo.fill import Demo, fill_with_demo
from leghorn_bench.services.judging import unit_of
from leghorn_bench.store.audit import broken_links
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import select

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("demo")
    opened = open_store(f"sqlite:///{folder / 'bench.db'}", now=NOW)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def demo(store: Store) -> Demo:
    return fill_with_demo(store, NOW)


@pytest.fixture
def bench(store: Store, demo: Demo) -> Bench:
    return Bench(store, demo.operator, lambda: NOW)


def test_every_row_of_the_sales_file_is_taken(demo: Demo) -> None:
    assert demo.imported.rejects == ()
    assert demo.imported.imported == len(demo.units) + 2
    assert demo.imported.ignored_columns == ()


def test_a_technician_sits_at_the_bench(demo: Demo) -> None:
    assert demo.operator.roles == ("technician",)


@pytest.mark.parametrize(
    "coverage",
    [coverage for coverage in Coverage if coverage not in {Coverage.UNKNOWN, Coverage.AMBIGUOUS}],
)
def test_every_coverage_of_one_unit_can_be_seen(bench: Bench, coverage: Coverage) -> None:
    today = ComparedDay(bench.today(), Compared.TODAY)
    verdicts = (judge([unit_of(bench, d.id)], today) for d in select(bench.store, Device))

    assert any(verdict.coverage is coverage for verdict in verdicts)


def test_every_doubt_of_a_sale_can_be_seen(bench: Bench) -> None:
    today = ComparedDay(bench.today(), Compared.TODAY)
    doubts = {
        doubt
        for device in select(bench.store, Device)
        for doubt in judge([unit_of(bench, device.id)], today).doubts
    }

    assert {Doubt.EXTENSION_LATE, Doubt.INHERITED, Doubt.SEVERAL_SALES} <= doubts


def test_a_tag_on_two_units_can_be_seen(store: Store) -> None:
    copied = store.rows(
        "SELECT kind FROM identifier GROUP BY kind, value HAVING count(DISTINCT device_id) > 1"
    )

    assert {kind for (kind,) in copied} >= {"epc", "serial"}


def test_work_can_be_quoted_on_the_demo_tariff_and_not_on_the_policys_own(bench: Bench) -> None:
    on_file = {stored.name: stored.tariff for stored in select(bench.store, StoredTariff)}

    assert tariff_on(on_file.values(), bench.today()).name == "Demo 2026"
    with pytest.raises(TariffExpired, match="2020-12-31"):
        tariff_on([on_file["2020"]], bench.today())


def test_the_letterhead_can_be_printed_at_once(bench: Bench) -> None:
    company = company_of(bench)

    company.require()
    assert company.logo.startswith(b"\x89PNG")


def test_the_audit_trail_of_the_demo_holds(store: Store, demo: Demo) -> None:
    assert demo.units
    assert list(broken_links(store)) == []


def test_the_demo_can_be_opened_on_a_day_that_not_every_year_has(tmp_path: Path) -> None:
    leap_day = datetime(2028, 2, 29, 23, 59, tzinfo=UTC)
    store = open_store(f"sqlite:///{tmp_path / 'bench.db'}", now=leap_day)
    demo = fill_with_demo(store, leap_day)
    store.close()

    assert demo.imported.rejects == ()
    assert max(u.made_on for u in demo.units) <= date(2028, 3, 1)
