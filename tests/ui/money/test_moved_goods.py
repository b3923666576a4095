"""The register of goods moved within the EU, from the page of money."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leghorn_bench.services.cases import Announced, Authorisation, Report, authorise, report_case
from leghorn_bench.services.on_bench import join_case
from leghorn_bench.store.records import save
from leghorn_bench.ui.dialogs.moved_goods import MovedGoodsDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import enter_company

OPEN = "EU register…"


@pytest.fixture
def register(scene: Scene) -> MovedGoodsDialog:
    bench = scene.station.workplace.bench
    with bench.store.transaction():
        german = replace(scene.customer, country="DE", vat_number="DE000000000")
        save(bench.store, german, bench.stamp())
    unit = scene.unit("LGD-0001", date(2026, 3, 14))
    case = report_case(bench, Report(customer_id=scene.customer.id, text="x"))
    authorise(bench, case.id, Authorisation(by=scene.rep.name))
    join_case(bench, case.id, Announced(scanned="LGD-0001", device_id=unit.id))
    scene.station.window.open_page("money")
    press(scene.station.window, OPEN)
    return scene.station.window.findChildren(MovedGoodsDialog)[0]


def test_the_movements_of_the_period_are_counted_and_exported(
    register: MovedGoodsDialog, tmp_path: Path
) -> None:
    assert "1 movement" in seen(register)
    register.export_to(tmp_path / "register.csv")
    head, row = (tmp_path / "register.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("number;day;direction;document;customer;country;vat_number;goods")
    assert row.startswith("1;2026-11-22;in;")
    assert ";Porto Esempio S.p.A.;DE;DE000000000;Sigillo Demo LGD-0001;1;" in row
    register.export_to(tmp_path / "no" / "register.csv")
    assert "could not be written" in seen(register)
    register.reject()


def test_another_period_shows_other_movements_and_a_wrong_one_is_told(
    register: MovedGoodsDialog,
) -> None:
    register.first.show_day(date(2026, 1, 1))
    register.last.show_day(date(2026, 10, 31))
    assert "0 movements" in seen(register)
    register.last.show_day(date(2025, 10, 31))
    assert "The first day is after the last one" in seen(register)
    register.reject()


def test_the_company_is_asked_for_before_the_paper_which_then_comes_by_itself(
    scene: Scene, register: MovedGoodsDialog
) -> None:
    press(register, "Show the register")
    assert not register.findChildren(PaperPreview)
    assert "the company's own data are needed" not in seen(register)
    enter_company(scene)
    (preview,) = register.findChildren(PaperPreview)
    assert preview.isVisible()
    preview.accept()
    register.reject()
