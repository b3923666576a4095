from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, Doubt, judge
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.tariff import TariffExpired, tariff_on
from leghorn_bench.resources import resource_path
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.care import check
from leghorn_bench.services.company import company_of
from leghorn_bench.services.demo import fill
from leghorn_bench.services.demo.fill import Demo, fill_with_demo
from leghorn_bench.services.demo.showcase import showcase
from leghorn_bench.services.judging import unit_of
from leghorn_bench.services.register import look_up
from leghorn_bench.services.shipped import ShippedFileDamaged
from leghorn_bench.store.audit import broken_links
from leghorn_bench.store.engine import Store
from leghorn_bench.store.opening import open_store
from leghorn_bench.store.records import select

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_every_row_of_the_sales_file_is_taken(demo: Demo) -> None:
    assert demo.imported.rejects == ()
    assert demo.imported.imported == len(demo.units) + 2
    assert demo.imported.ignored_columns == ()


def test_a_technician_sits_at_the_bench(demo: Demo) -> None:
    assert demo.operator.roles == ("technician",)


@pytest.mark.parametrize("coverage", Coverage)
def test_the_simulated_reader_can_show_every_coverage(
    bench: Bench, demo: Demo, coverage: Coverage
) -> None:
    shown = showcase(demo.units, bench.today())[coverage]

    card = look_up(bench.store, shown, today=bench.today(), given=bench.today())

    assert card.verdict.coverage is coverage


def test_the_unknown_serial_of_the_demo_has_near_matches(bench: Bench, demo: Demo) -> None:
    stranger = showcase(demo.units, bench.today())[Coverage.UNKNOWN]

    assert look_up(bench.store, stranger, today=bench.today()).near_matches


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


@pytest.mark.slow
@pytest.mark.parametrize(
    "now",
    [datetime(2028, 2, 29, 23, 59, tzinfo=UTC), datetime(2027, 1, 4, 0, 1, tzinfo=UTC)],
    ids=["leap day", "after New Year"],
)
def test_the_demo_can_be_opened_on_any_day(tmp_path: Path, now: datetime) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'bench.db'}", now=now)
    demo = fill_with_demo(store, now)
    store.close()

    assert demo.imported.rejects == ()
    assert all(work.case_id for work in demo.cases)


def test_a_demo_that_cannot_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(resource_path("demo"), tmp_path / "demo")
    (folder / "cases.toml").write_text("[[case]]", encoding="utf-8")
    monkeypatch.setattr(fill, "resource_path", lambda *_: folder)
    store = open_store(f"sqlite:///{tmp_path / 'bench.db'}", now=NOW)

    with pytest.raises(ShippedFileDamaged, match=r"case 1. Expected days_ago"):
        fill_with_demo(store, NOW)

    assert select(store, Device) == []
    store.close()


def test_nothing_is_wrong_with_the_demos_data(store: Store, demo: Demo) -> None:
    assert demo.cases
    assert check(store) == ()


@pytest.mark.postgresql
@pytest.mark.slow
def test_the_demo_can_be_put_on_a_server_for_several_stations(postgresql_url: str) -> None:
    store = open_store(postgresql_url, now=NOW)
    demo = fill_with_demo(store, NOW)

    assert check(store) == ()
    assert len(select(store, Device)) == len(demo.units)
    store.close()
