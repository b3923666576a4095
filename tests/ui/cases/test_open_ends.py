"""What keeps a case open leads to the place where it is settled; an estimate is answered there."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.services.estimating import TimeWanted, issue_estimate
from leghorn_bench.services.support_time import log_time, start_timer
from leghorn_bench.services.tariffs import extend_tariff
from leghorn_bench.store.records import select
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.widgets.form_fields import DayEdit
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company
from tests.ui.bench.test_unit_history import stock
from tests.ui.cases.test_cases_page import bench_at, cases, dialog, opened

__all__ = ["cases", "stock"]


def with_devices(stock: Stock, cases: CasesPage, count: int) -> Sequence[str]:
    units = [stock.unit(date(2026, 3, 14)) for _ in range(count)]
    case, _devices, _parcel = received(stock.bench, stock, units)
    cases.open_case(case.id)
    cases.work.steps.close()
    return [unit.serial for unit in units]


def go(verb: str) -> None:
    links = [one for one in dialog().findChildren(QAbstractButton) if one.text() == verb]
    links[0].click()
    QApplication.processEvents()


def test_a_device_that_is_still_here_is_opened_on_the_bench(
    scene: Scene, stock: Stock, cases: CasesPage
) -> None:
    (serial,) = with_devices(stock, cases, 1)
    go("Open it on the bench")
    page = scene.station.window.front_page()
    assert isinstance(page, BenchPage)
    assert page.desk.card is not None
    assert page.desk.card.unit is not None
    assert page.desk.card.unit.device.serial == serial


def test_several_devices_are_shown_where_they_are_listed(
    scene: Scene, stock: Stock, cases: CasesPage
) -> None:
    scene.station.window.activateWindow()
    with_devices(stock, cases, 3)
    go("Show the devices")
    focus = scene.station.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Open LGD-0001"


@pytest.mark.parametrize(
    ("verb", "then"),
    [("Record a contact…", "Contact with the customer"), ("Estimate…", "Estimate of support time")],
)
@pytest.mark.usefixtures("stock")
def test_a_contact_or_an_estimate_that_lacks_is_begun_from_its_line(
    scene: Scene, cases: CasesPage, verb: str, then: str
) -> None:
    case = opened(scene, "It beeps")
    log_time(bench_at(scene, -1), case.id, 40, "by phone")
    cases.open_case(case.id)
    cases.work.steps.close()
    go(verb)
    assert dialog().windowTitle() == then
    press(dialog(), "Close without recording")


def test_a_timer_that_runs_is_paused_from_its_line(scene: Scene, cases: CasesPage) -> None:
    case = opened(scene, "It beeps")
    start_timer(bench_at(scene, 0), case.id)
    cases.open_case(case.id)
    cases.work.steps.close()
    go("Pause the timer")
    assert scene.station.window.foot.message.text == "The timer is paused."
    assert cases.work.file.time.running is None


def estimated(scene: Scene, cases: CasesPage) -> Case:
    """A case whose estimate waits for its answer."""
    case, bench = opened(scene, "It beeps"), bench_at(scene, -1)
    tariff = select(bench.store, StoredTariff)[-1]
    extend_tariff(bench, tariff.id, date(2026, 12, 31))
    issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(3)))
    cases.open_case(case.id)
    return case


@pytest.mark.usefixtures("stock")
def test_an_offer_that_waits_is_answered_from_its_line(scene: Scene, cases: CasesPage) -> None:
    estimated(scene, cases)
    cases.work.steps.close()
    go("Record the answer…")
    assert dialog().windowTitle() == "Answer to the estimate"
    press(dialog(), "Close without recording")


@pytest.mark.usefixtures("stock")
def test_an_estimate_is_answered_on_the_case_as_on_the_page_of_quotes_with_its_day(
    scene: Scene, cases: CasesPage
) -> None:
    estimated(scene, cases)
    press(cases.view, "Accepted")
    day = dialog().findChild(DayEdit)
    assert isinstance(day, DayEdit)
    assert day.day == bench_at(scene, 0).today()
    press(dialog(), "Record the answer")
    (estimate,) = cases.work.file.estimates
    assert estimate.state == Answer.ACCEPTED
    assert "waits for its answer" not in seen(cases.view.support)


def test_a_note_that_lacks_is_issued_from_its_line(
    scene: Scene, stock: Stock, cases: CasesPage
) -> None:
    have_company(scene)
    case, devices, _parcel = received(stock.bench, stock, [stock.unit(date(2026, 3, 14))])
    shipped(stock.bench, stock, [repaired(stock.bench, devices[0])])
    cases.open_case(case.id)
    cases.work.steps.close()
    go("Issue the note")
    kinds = "SELECT kind FROM paper ORDER BY id DESC LIMIT 1"
    assert scene.station.store.row(kinds) == ("reimbursement_note",)
