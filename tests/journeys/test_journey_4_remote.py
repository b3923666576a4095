"""Journey 4: a matter solved on the phone is free; one that takes hours is charged as estimated."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.store.records import read
from leghorn_bench.ui.pages.cases.estimate import HoursSpin
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company, have_tariff


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def cases_page(scene: Scene) -> CasesPage:
    scene.station.window.open_page("cases")
    page = scene.station.window.front_page()
    assert isinstance(page, CasesPage)
    return page


def pass_time(scene: Scene, minutes: int) -> None:
    """The clock of the bench goes on, and whoever sits there goes on with it."""
    place = scene.station.workplace
    before = place.bench.clock() - NOW
    now = NOW + before + timedelta(minutes=minutes)
    place.take(Bench(place.bench.store, place.bench.operator, lambda: now))


def report(scene: Scene, text: str) -> None:
    """A report by mail, authorised by the rep."""
    press(scene.station.window, "New case…")
    form = dialog()
    form.findChildren(QPlainTextEdit)[0].setPlainText(text)
    fields = form.findChildren(QLineEdit)
    customer = next(one for one in fields if one.placeholderText() == "Customer")
    customer.setText("Porto Esempio S.p.A., Genova")
    customer.editingFinished.emit()
    by = next(one for one in fields if one.accessibleName() == "Authorised by")
    by.setText("Rosa Esempio")
    press(form, "Open the case")


def contact(scene: Scene, said: str) -> None:
    press(scene.station.window, "Record a contact…")
    dialog().findChildren(QPlainTextEdit)[0].setPlainText(said)
    press(dialog(), "Record the contact")


def test_twelve_minutes_on_the_phone_are_free_and_the_case_is_closed(scene: Scene) -> None:
    # Given a report by mail, put on file with the rep's authorisation
    page = cases_page(scene)
    report(scene, "The gate shows error 12")
    assert "contact within 24 h 0 min" in seen(page.view)

    # When the customer is called and the matter is solved in twelve minutes
    press(page.view, "Start the timer")
    contact(scene, "Restarted the gate with the customer on the phone")
    pass_time(scene, 12)
    press(page.view, "Pause the timer")

    # Then it is free, and the case closes without any paper
    assert "3 of 15 free minutes left" in seen(page.view)
    press(scene.station.window, "Close the case")
    case = read(scene.station.store, Case, page.work.file.case.id)
    assert (case.state, claims_of(scene.station.workplace.bench, case.id)) == ("closed", [])
    assert page.work.file.papers == ()


def test_three_hours_are_estimated_accepted_and_charged_as_estimated(scene: Scene) -> None:
    # Given a case whose fifteen free minutes were not enough
    have_company(scene)
    have_tariff(scene)
    page = cases_page(scene)
    report(scene, "The readings of the whole yard have to be sorted out")
    press(page.view, "Start the timer")
    contact(scene, "It takes longer")
    pass_time(scene, 20)
    press(page.view, "Pause the timer")
    assert "past the 15 free minutes" in seen(page.view)
    press(scene.station.window, "Close the case")
    assert "nothing was estimated" in seen(dialog())
    press(dialog(), "Go on with the case")

    # When three hours are estimated: the cheapest way is proposed, and taken
    press(page.view, "Estimate…")
    dialog().findChildren(HoursSpin)[0].setValue(12)
    press(dialog(), "Take it")
    assert "Cheapest: 3 h, 156.00 €" in seen(dialog())
    press(dialog(), "Issue the estimate")
    press(dialog(), "Close")

    # And the rep's answer comes, it is the estimate that is charged, not the time logged
    press(page.view, "Accepted")
    press(dialog(), "Record the answer")
    pass_time(scene, 400)
    page.work.log()
    dialog().findChildren(QSpinBox)[0].setValue(300)
    press(dialog(), "Record the time")
    press(page.view, "Issue the charge note")
    press(dialog(), "Close")
    press(scene.station.window, "Close the case")
    case = read(scene.station.store, Case, page.work.file.case.id)
    charged = claims_of(scene.station.workplace.bench, case.id)
    assert (case.state, [one.cents for one in charged]) == ("closed", [15600])
    assert {paper.kind for paper in page.work.file.papers} == {"time_estimate", "charge_note"}
