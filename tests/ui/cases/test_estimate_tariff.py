"""An estimate is begun when no tariff is valid: told, and mended by whoever may."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.store.records import add, select
from leghorn_bench.ui.pages.cases.estimate import HoursSpin
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.ui.bench.conftest import STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company, have_tariff
from tests.ui.cases.test_cases_page import cases, dialog, opened

__all__ = ["cases"]

EXPIRED = "No tariff is valid on 22 Nov 2026; the last one on file ended on 31 Dec 2020."
EXTEND = "Extend or enter a tariff…"


@pytest.fixture
def begin_estimate(scene: Scene) -> Callable[[], QWidget]:
    """Begin an estimate on a case by the button of its page."""

    def begin() -> QWidget:
        scene.station.window.open_page("cases")
        page = scene.station.window.front_page()
        assert isinstance(page, CasesPage)
        page.open_case(opened(scene, "It beeps").id)
        press(page.view, "Estimate…")
        return dialog()

    have_company(scene)
    return begin


def test_an_expired_tariff_is_told_and_extended_and_that_is_on_record(
    scene: Scene, begin_estimate: Callable[[], QWidget]
) -> None:
    form = begin_estimate()
    assert EXPIRED in seen(form)
    press(form, EXTEND)
    press(dialog(), "Put it in force")
    assert EXPIRED not in seen(form)
    press(form, "Issue the estimate")
    store = scene.station.store
    assert select(store, StoredTariff)[0].last_day == date(2026, 12, 31)
    done = select(store, Act, "WHERE note LIKE 'tariff %'")
    assert [one.who for one in done] == ["ada"]
    assert store.row("SELECT kind FROM paper") == ("time_estimate",)
    press(QApplication.activeModalWidget() or form, "Close")


def test_who_is_no_administrator_is_told_who_may_mend_it(
    scene: Scene, begin_estimate: Callable[[], QWidget]
) -> None:
    badge = "04DE0000000002"
    with scene.station.store.transaction():
        tito = Operator(login="tito", name="Tito", roles=("technician",), badge=badge)
        add(scene.station.store, tito, STAMP)
    scene.scan(badge)
    told = seen(begin_estimate())
    assert EXPIRED in told
    assert "An administrator has to extend it or enter a new one" in told
    assert EXTEND not in told


def test_nothing_is_to_be_written_before_a_tariff_is_valid(
    scene: Scene, begin_estimate: Callable[[], QWidget]
) -> None:
    form = begin_estimate()
    assert EXPIRED in seen(form)
    assert not any(field.isVisible() for field in form.findChildren(QSpinBox))
    assert "Issue the estimate" in seen(form)
    press(form, EXTEND)
    press(dialog(), "Put it in force")
    assert all(field.isVisible() for field in form.findChildren(QSpinBox))
    press(form, "Close without recording")


@pytest.mark.parametrize(("written", "shown"), [("1.9", "2"), ("1,3", "1.5"), ("2.25", "2.25")])
def test_hours_between_two_quarters_are_the_next_quarter_and_never_less(
    scene: Scene, begin_estimate: Callable[[], QWidget], qtbot: QtBot, written: str, shown: str
) -> None:
    have_tariff(scene)
    needed = begin_estimate().findChildren(HoursSpin)[0]
    qtbot.waitActive(dialog())
    qtbot.waitUntil(needed.hasFocus)
    needed.selectAll()
    qtbot.keyClicks(needed, written)
    qtbot.keyClick(needed, Qt.Key.Key_Tab)
    assert needed.text() == shown


def test_who_estimates_anew_is_told_what_was_accepted_already(
    scene: Scene, cases: CasesPage
) -> None:
    have_company(scene)
    have_tariff(scene)
    bench = scene.station.workplace.bench
    case = opened(scene, "It beeps")
    cases.open_case(case.id)
    cases.work.support.estimate()
    assert "are accepted" not in seen(dialog())
    dialog().hide()
    offer = issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(3))).quote
    answer_estimate(bench, offer.id, Answer.ACCEPTED, "Rosa")
    cases.work.support.estimate()
    assert "Estimates over 156.00 € without VAT are accepted" in seen(dialog())
