"""Quotes and estimates that wait for their answer."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QRadioButton, QWidget

from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.services.cases import (
    Authorisation,
    Report,
    authorise,
    devices_of,
    open_ticket,
    report_case,
)
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.estimating import TimeWanted, issue_estimate
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line
from leghorn_bench.store.records import save, select
from leghorn_bench.ui.pages.quotes.page import QuotesPage
from leghorn_bench.ui.widgets.paged_table import LEAST
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company, have_tariff, quoted


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def another_case(scene: Scene) -> int:
    """Id of a case that is open."""
    bench = scene.station.workplace.bench
    report = Report(customer_id=scene.customer.id, rep_id=scene.rep.id, text="x")
    case = report_case(bench, report)
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    return open_ticket(bench, case.id).id


@pytest.fixture
def quotes(scene: Scene) -> QuotesPage:
    have_company(scene)
    have_tariff(scene)
    bench = scene.station.workplace.bench
    issue_estimate(bench, TimeWanted(case_id=another_case(scene), hours=Decimal(3)))
    scene.station.window.open_page("quotes")
    page = scene.station.window.front_page()
    assert isinstance(page, QuotesPage)
    return page


def column(quotes: QuotesPage, title: str) -> int:
    """Where a column stands."""
    model = quotes.table.model
    across = Qt.Orientation.Horizontal
    titles = [str(model.headerData(one, across)) for one in range(model.columnCount())]
    return titles.index(title)


def cell(quotes: QuotesPage, title: str) -> str:
    """What the first row says under a title."""
    return str(quotes.table.model.index(0, column(quotes, title)).data())


def test_an_estimate_is_answered_from_the_list(scene: Scene, quotes: QuotesPage) -> None:
    press(scene.station.window, "Record the answer…")
    press(dialog(), "Record the answer")
    assert "Choose what the answer is." in seen(dialog())
    choices = dialog().findChildren(QRadioButton)
    next(one for one in choices if one.text() == "Accepted").click()
    press(dialog(), "Record the answer")
    assert "No quote waits for an answer" in seen(quotes)
    assert [one.cents for one in claims_of(scene.station.workplace.bench, 1)] == [15600]


def test_a_reminder_is_noted_and_nothing_is_sent(scene: Scene, quotes: QuotesPage) -> None:
    press(scene.station.window, "Note a reminder")
    assert "Noted: Rosa Esempio was asked." in scene.station.window.foot.message.text
    assert cell(quotes, "Asked on") == "22 Nov 2026"


def test_an_offer_is_noted_as_sent_and_then_as_forwarded(scene: Scene, quotes: QuotesPage) -> None:
    assert cell(quotes, "Lies with") == "us"
    press(scene.station.window, "Note: sent to the rep")
    assert cell(quotes, "Lies with") == "the rep"
    press(scene.station.window, "Note: forwarded to the customer")
    assert cell(quotes, "Lies with") == "the customer"
    assert not quotes.secondary[1].isVisible()


def test_what_was_noted_is_taken_back_at_the_foot(scene: Scene, quotes: QuotesPage) -> None:
    press(scene.station.window, "Note: sent to the rep")
    scene.station.window.foot.message.undo()
    assert cell(quotes, "Lies with") == "us"
    press(scene.station.window, "Note a reminder")
    scene.station.window.foot.message.undo()
    assert cell(quotes, "Asked on") == "—"


@pytest.mark.parametrize("language", ["en", "it"])
def test_in_the_smallest_window_every_offer_names_its_customer_and_its_last_day(
    scene: Scene, quotes: QuotesPage, language: Literal["en", "it"]
) -> None:
    quotes.remind()
    scene.station.speak(language)
    window = scene.station.window
    window.resize(window.minimumSize())
    window.open_page("quotes")
    page = window.front_page()
    assert isinstance(page, QuotesPage)
    assert seen(page)
    view = page.table.view
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(column(page, {"en": "Customer", "it": "Cliente"}[language])) >= LEAST


def test_at_the_foot_of_the_smallest_window_nothing_covers_the_way_back(
    scene: Scene, quotes: QuotesPage
) -> None:
    scene.station.speak("it")
    window = scene.station.window
    window.resize(window.minimumSize())
    press(window, "Annota un sollecito")
    assert seen(window)
    undo = window.foot.message.findChildren(QAbstractButton)[0]
    assert undo.width() >= undo.sizeHint().width()
    (menu,) = window.foot.findChildren(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "Vedi il documento", "Registra la risposta…",
    ]  # fmt: skip
    window.resize(1600, 900)
    assert "Vedi il documento" in seen(window.foot)
    assert menu.actions() == []


def test_in_the_smallest_window_labels_on_their_way_take_room_from_buttons_and_not_from_words(
    scene: Scene, quotes: QuotesPage
) -> None:
    window, foot = scene.station.window, scene.station.window.foot
    window.resize(window.minimumSize())
    press(window, "Note a reminder")
    (menu,) = foot.findChildren(QMenu)
    before = len(menu.actions())
    foot.printing.show_progress(120, 1000)
    assert "120 of 1000 labels" in seen(foot)
    assert len(menu.actions()) > before
    foot.printing.show_jobs([])
    assert len(menu.actions()) == before


def test_an_answer_is_taken_back_at_the_foot(scene: Scene, quotes: QuotesPage) -> None:
    press(scene.station.window, "Record the answer…")
    choices = dialog().findChildren(QRadioButton)
    next(one for one in choices if one.text() == "Refused").click()
    press(dialog(), "Record the answer")
    assert "No quote waits for an answer" in seen(quotes)
    scene.station.window.foot.message.undo()
    assert quotes.table.model.rowCount() == 1


def test_what_is_noted_of_one_offer_leaves_the_person_on_it(
    scene: Scene, quotes: QuotesPage
) -> None:
    bench = scene.station.workplace.bench
    issue_estimate(bench, TimeWanted(case_id=another_case(scene), hours=Decimal(1)))
    quotes.refresh()
    quotes.table.view.selectRow(1)
    for _step in range(2):
        assert quotes.primary is not None
        quotes.primary.trigger()
        assert quotes.table.view.currentIndex().row() == 1


def test_the_primary_action_is_the_next_thing_to_do(scene: Scene, quotes: QuotesPage) -> None:
    assert quotes.primary is not None
    other = quotes.secondary[1]
    for first in ("Note: sent to the rep", "Note: forwarded to the customer"):
        assert (quotes.primary.text(), other.text()) == (first, "Record the answer…")
        quotes.primary.trigger()
    assert quotes.primary.text() == "Record the answer…"
    quotes.primary.trigger()
    assert "Answer to the estimate" in dialog().windowTitle()


def test_an_offer_past_its_validity_is_answered_first(scene: Scene, quotes: QuotesPage) -> None:
    assert quotes.primary is not None
    bench = scene.station.workplace.bench
    with bench.store.transaction():
        (offer,) = select(bench.store, StoredQuote)
        past = replace(offer, valid_through=bench.today() - timedelta(days=1))
        save(bench.store, past, bench.stamp())
    quotes.refresh()
    texts = (quotes.primary.text(), quotes.secondary[1].text())
    assert texts == ("Record the answer…", "Note: sent to the rep")


def test_the_paper_is_looked_at(scene: Scene, quotes: QuotesPage) -> None:
    press(scene.station.window, "Look at it")
    assert "Time estimate" in dialog().windowTitle()
    press(dialog(), "Close")
    quotes.table.row_opened.emit(quotes.table.current_row)
    assert "Case 2026-00001" in seen(scene.station.window.front_page())


def test_a_revised_quote_shows_its_revisions_from_the_list(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    window, bench = scene.station.window, scene.station.workplace.bench
    press(dialog(), "Close")
    (device,) = devices_of(bench, 1)
    again = Offer(case_id=1, lines=(labour_line(bench, Decimal(2), "Ansa", device.id),))
    issue_quote(bench, again)
    window.open_page("quotes")
    press(window, "Revisions…")
    assert "Revision 2 of 22 Nov 2026" in seen(dialog())
    press(dialog(), "Look at revision 2")
    assert "Repair quote 2026/00002" in dialog().windowTitle()
