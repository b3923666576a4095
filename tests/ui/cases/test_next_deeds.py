"""What stands at the bottom right of a case is what has to be done next."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.support_time import log_time
from leghorn_bench.store.records import save
from leghorn_bench.ui.pages.cases.notes import note_words
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press
from tests.ui.bench.test_papers import have_company, have_tariff
from tests.ui.cases.test_cases_page import dialog


@pytest.fixture
def stock(scene: Scene) -> Stock:
    have_company(scene)
    have_tariff(scene)
    bench = scene.station.workplace.bench
    with bench.store.transaction():
        address = replace(scene.customer, address="Molo 1", postcode="16100", province="GE")
        customer = save(bench.store, address, bench.stamp())
    return Stock(bench, scene.product, customer, scene.rep)


@pytest.fixture
def cases(scene: Scene) -> CasesPage:
    scene.station.window.open_page("cases")
    page = scene.station.window.front_page()
    assert isinstance(page, CasesPage)
    return page


def sent_back(stock: Stock) -> Case:
    """A case whose only device was repaired in warranty and has left."""
    case, devices, _parcel = received(stock.bench, stock, [stock.unit(date(2026, 3, 14))])
    shipped(stock.bench, stock, [repaired(stock.bench, one) for one in devices])
    assert devices_of(stock.bench, case.id)[0].state == "shipped"
    return case


def next_deed(page: CasesPage) -> str:
    assert page.primary is not None
    return page.primary.text() if page.primary.isVisible() else ""


def test_a_case_asks_for_its_note_then_its_closing_then_its_summary(
    scene: Scene, cases: CasesPage, stock: Stock
) -> None:
    cases.open_case(sent_back(stock).id)
    for deed in ("Issue the reimbursement note", "Close the case", "Issue the case summary"):
        assert next_deed(cases) == deed
        press(scene.station.window, deed)
        if deed.startswith("Issue"):
            press(dialog(), "Close")
    assert next_deed(cases) == ""


def test_a_case_that_owes_and_charges_issues_both_notes_in_one_gesture(
    scene: Scene, cases: CasesPage, stock: Stock
) -> None:
    case, bench = sent_back(stock), stock.bench
    log_time(bench, case.id, 40, "by phone")
    cases.open_case(case.id)
    assert next_deed(cases) == "Estimate…"
    estimate = issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(1)))
    answer_estimate(bench, estimate.quote.id, Answer.ACCEPTED, "Rosa Esempio")
    cases.open_case(case.id)
    press(scene.station.window, "Issue the notes")
    press(dialog(), "Close")
    press(dialog(), "Close")
    kinds = {paper.kind for paper in cases.work.file.papers}
    assert {"reimbursement_note", "charge_note"} <= kinds
    assert next_deed(cases) == "Close the case"


@pytest.mark.parametrize(
    ("kind", "note", "words"),
    [
        (ActKind.SETTLED, "inbound_reimbursement", "reimbursement of the inbound shipment"),
        (ActKind.SENT, "time rev. 2", "time estimate rev. 2"),
        (ActKind.REMINDED, "repair rev. 1", "repair quote rev. 1"),
        (ActKind.EDITED, "battery suspect", "battery suspect"),
        (ActKind.EDITED, "1Z999", "1Z999"),
        (ActKind.CONTACTED, "time will tell", "time will tell"),
    ],
)
def test_codes_in_the_history_are_worded_and_peoples_words_stay(
    kind: ActKind, note: str, words: str
) -> None:
    assert note_words(kind, note) == words
