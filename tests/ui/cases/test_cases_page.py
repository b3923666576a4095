"""The list of cases and the page of a case, by keyboard and on the real window."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    open_ticket,
    record_contact,
    report_case,
)
from leghorn_bench.services.support_time import log_time, start_timer
from leghorn_bench.store.records import read
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.pages.cases.story import ACTS
from leghorn_bench.ui.widgets.filter_chips import FilterChips
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company


def bench_at(scene: Scene, hours: float) -> Bench:
    return Bench(
        scene.station.store,
        scene.station.workplace.bench.operator,
        lambda: NOW + timedelta(hours=hours),
    )


def reported(scene: Scene, text: str, hours: float = -48) -> Case:
    report = Report(customer_id=scene.customer.id, rep_id=scene.rep.id, text=text)
    return report_case(bench_at(scene, hours), report)


def opened(scene: Scene, text: str, hours: float = -48) -> Case:
    case, bench = reported(scene, text, hours), bench_at(scene, hours)
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    return open_ticket(bench, case.id)


@pytest.fixture
def cases(scene: Scene) -> CasesPage:
    scene.station.window.open_page("cases")
    page = scene.station.window.front_page()
    assert isinstance(page, CasesPage)
    return page


def listed(page: CasesPage) -> list[str]:
    model = page.list.table.model
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.report for row in rows if row is not None]


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def test_late_contacts_lead_then_what_nobody_touched_for_longest(
    scene: Scene, cases: CasesPage
) -> None:
    for text, hours in (("touched", -2.0), ("left alone", -200.0)):
        case = opened(scene, text, hours)
        record_contact(bench_at(scene, hours), case.id)
    opened(scene, "clock runs", -1)
    opened(scene, "late", -30)
    cases.list.refresh()
    assert listed(cases)[-2:] == ["touched", "left alone"]  # acts are put on file in this order
    assert set(listed(cases)[:2]) == {"clock runs", "late"}
    model = cases.list.table.model
    told = [str(model.index(row, 6).data()) for row in range(4)]
    assert "contact late by 6 h 0 min" in told
    assert "contact within 23 h 0 min" in told
    assert "8 days ago" in told


def test_enter_opens_a_case_and_esc_lands_on_its_row(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    for number in range(3):
        opened(scene, f"report {number}")
    cases.list.refresh()
    view = cases.list.table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert "Case 2026-00002" in seen(cases.view)
    scene.station.window.go_back()
    row = cases.list.table.current_row
    assert row is not None
    assert row.number == "2026-00002"


@pytest.mark.parametrize("text", ["gate", "porto ese", "00001", "LGD-0077"])
def test_text_finds_a_case_by_its_words_customer_number_and_devices(
    scene: Scene, cases: CasesPage, text: str
) -> None:
    case = opened(scene, "The gate reads nothing")
    unit = scene.unit("LGD-0077")
    bench = bench_at(scene, -1)
    report = Report(customer_id=scene.customer.id, text="Something else")
    report_case(bench, report, [Announced(scanned="LGD-0077", device_id=unit.id)])
    cases.list.search(text)
    expected = {"LGD-0077": {"Something else"}, "porto ese": set(listed(cases))}
    assert set(listed(cases)) == expected.get(text, {case.report})
    assert listed(cases)
    cases.list.search("zzz")
    assert "No case here" in seen(cases)


def test_a_report_is_authorised_opened_contacted_and_closed_with_the_primary_action(
    scene: Scene, cases: CasesPage
) -> None:
    case = reported(scene, "It beeps")
    cases.open_case(case.id)
    assert cases.primary is not None
    cases.primary.trigger()
    press(dialog(), "Authorise and open the case")
    assert "Case 2026-00001 is open." in scene.station.window.foot.message.text
    assert "contact within 24 h 0 min" in seen(cases.view)
    cases.primary.trigger()
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("Told to change the battery")
    press(dialog(), "Record the contact")
    assert "Customer contacted: Told to change the battery" in seen(cases.view)
    cases.primary.trigger()
    assert "The case is closed." in scene.station.window.foot.message.text
    scene.station.window.foot.message.undo()
    assert read(scene.station.store, Case, case.id).state == "open"


def test_a_contact_before_the_opening_says_that_the_clock_starts_later(
    scene: Scene, cases: CasesPage
) -> None:
    case = reported(scene, "It beeps")
    authorise(bench_at(scene, 0), case.id, Authorisation(by="Rosa Esempio"))
    cases.open_case(case.id)
    press(scene.station.window, "Record a contact…")
    assert "The clock starts when the case is opened" in seen(dialog())
    press(dialog(), "Record the contact")
    assert cases.primary is not None
    cases.primary.trigger()
    assert "contact within 24 h 0 min" in seen(cases.view)


def test_what_was_done_with_one_case_is_not_told_of_another(scene: Scene, cases: CasesPage) -> None:
    first, second = opened(scene, "It beeps"), opened(scene, "It is silent")
    foot = scene.station.window.foot.message
    cases.open_case(first.id)
    press(cases.view, "Start the timer")
    cases.open_case(first.id)
    assert "The timer is running" in foot.text
    cases.open_case(second.id)
    assert (foot.text, foot.can_undo) == ("", False)


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_way_back_has_its_room_at_the_foot_of_the_smallest_window(
    scene: Scene, cases: CasesPage, language: Literal["en", "it"]
) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    scene.station.speak(language)
    window = scene.station.window
    window.resize(window.minimumSize())
    window.say(Said("What was done is told in a sentence of some length. " * 2, lambda: None))
    assert seen(window)
    undo = window.foot.message.findChildren(QAbstractButton)[0]
    assert undo.width() >= undo.sizeHint().width()


def test_a_closed_case_is_reopened_with_a_reason_only(scene: Scene, cases: CasesPage) -> None:
    case = opened(scene, "It beeps")
    record_contact(bench_at(scene, -1), case.id)
    cases.open_case(case.id)
    cases.work.steps.close()
    press(scene.station.window, "Reopen the case…")
    press(dialog(), "Reopen the case")
    assert "A reason is needed" in seen(dialog())
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("It beeps again")
    press(dialog(), "Reopen the case")
    assert "Case reopened: It beeps again" in seen(cases.view)


def test_a_case_that_has_open_ends_tells_them(scene: Scene, cases: CasesPage) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    cases.work.steps.close()
    assert "The customer was not contacted yet" in seen(dialog())
    press(dialog(), "Go on with the case")


def test_a_rejection_asks_for_its_reason(scene: Scene, cases: CasesPage) -> None:
    case = reported(scene, "It beeps")
    cases.open_case(case.id)
    cases.work.steps.reject()
    press(dialog(), "Reject")
    assert "A reason is needed" in seen(dialog())
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("Not our product")
    press(dialog(), "Reject")
    assert "Rejected: Not our product" in seen(cases.view)


def test_a_new_case_takes_scanned_devices(scene: Scene, cases: CasesPage) -> None:
    scene.unit("LGD-0001")
    cases.new_case()
    scene.scan("LGD-0001")
    scene.scan("LGD-9999")
    assert "2 devices, 1 on file" in seen(dialog())
    form = dialog().findChildren(QPlainTextEdit)[0]
    form.setPlainText("Two seals do not answer")
    customer = next(
        one for one in dialog().findChildren(QLineEdit) if one.placeholderText() == "Customer"
    )
    customer.setText("Porto Esempio S.p.A., Genova")
    customer.editingFinished.emit()
    press(dialog(), "Put the report on file")
    told = seen(cases.view)
    assert "Two seals do not answer" in told
    assert "LGD-9999" in told
    assert "Not identified" in told


def test_minutes_are_added_and_corrected_with_a_reason(scene: Scene, cases: CasesPage) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    cases.work.support.log()
    dialog().findChildren(QSpinBox)[0].setValue(12)
    press(dialog(), "Record the time")
    assert "3 of 15 free minutes left" in seen(cases.view)
    cases.work.support.correct(cases.work.file.time.spans[0])
    dialog().findChildren(QSpinBox)[0].setValue(20)
    press(dialog(), "Record the time")
    assert "A reason is needed" in seen(dialog())
    dialog().findChildren(QLineEdit)[-1].setText("the call was longer")
    press(dialog(), "Record the time")
    assert "past the 15 free minutes" in seen(cases.view)


def test_a_timer_left_running_is_corrected_from_what_it_has_counted(
    scene: Scene, cases: CasesPage
) -> None:
    case = opened(scene, "It beeps")
    start_timer(bench_at(scene, -2), case.id)
    cases.open_case(case.id)
    cases.work.support.correct(cases.work.file.time.spans[0])
    assert dialog().findChildren(QSpinBox)[0].value() == 120


def test_three_hours_of_support_read_as_hours(scene: Scene, cases: CasesPage) -> None:
    case = opened(scene, "It beeps")
    log_time(bench_at(scene, -1), case.id, 12, "by phone")
    cases.open_case(case.id)
    assert "12:00" in seen(cases.view.support).splitlines()
    log_time(bench_at(scene, -1), case.id, 168, "by phone")
    cases.open_case(case.id)
    assert "3:00:00" in seen(cases.view.support).splitlines()


def test_only_legal_steps_are_offered(scene: Scene, cases: CasesPage) -> None:
    unit = scene.unit("LGD-0001")
    report = Report(customer_id=scene.customer.id, text="x")
    case = report_case(bench_at(scene, -1), report, [Announced(scanned="x", device_id=unit.id)])
    cases.open_case(case.id)
    steps = {step.value for step in cases.work.file.devices[0].steps}
    assert steps == {"receive", "miss"}


def test_a_scanned_case_label_opens_the_case(scene: Scene, cases: CasesPage) -> None:
    opened(scene, "It beeps")
    scene.scan("LB:C:2026-00001")
    assert cases.work.is_open
    scene.scan("LB:C:2026-09999")
    assert "No case has the number 2026-09999." in scene.station.window.foot.message.text


def test_the_states_and_their_counts_are_whole_at_any_width(scene: Scene, cases: CasesPage) -> None:
    scene.station.speak("it")
    window = scene.station.window
    window.open_page("cases")
    chips = window.front_page().findChildren(FilterChips)[0].findChildren(QPushButton)
    for width in range(1024, 1400, 12):
        window.resize(width, 700)
        QApplication.processEvents()
        assert [one.text() for one in chips if one.width() < one.sizeHint().width()] == []


def test_another_language_shows_the_same_case(scene: Scene, cases: CasesPage) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    scene.station.speak("it")
    assert "Pratica 2026-00001" in seen(scene.station.window)


def test_every_act_has_its_words_in_the_history() -> None:
    assert {kind for kind in ActKind if kind not in ACTS} == set()


def test_the_whole_case_is_issued_on_paper_and_annulled_with_a_reason(
    scene: Scene, cases: CasesPage
) -> None:
    have_company(scene)
    cases.open_case(opened(scene, "It beeps").id)
    press(cases.view, "Case summary")
    press(dialog(), "Close")
    assert "Case summary 2026/00001" in seen(cases.view)
    press(cases.view, "Annul Case summary 2026/00001")
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("wrong report")
    press(dialog(), "Annul the paper")
    assert "annulled: wrong report" in seen(cases.view)


def test_a_file_is_kept_with_the_case(scene: Scene, cases: CasesPage, tmp_path: Path) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    (tmp_path / "mail.eml").write_bytes(b"Subject: it beeps")
    cases.work.story.attach(tmp_path / "mail.eml")
    assert "mail.eml  ·  1 kB" in seen(cases.view)
    cases.work.story.attach(tmp_path / "gone.eml")
    assert "could not be read" in scene.station.window.foot.message.text


def test_notes_and_files_are_there_when_the_case_is_opened_again(
    scene: Scene, cases: CasesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, saved = opened(scene, "It beeps"), tmp_path / "saved.eml"
    cases.open_case(case.id)
    (tmp_path / "mail.eml").write_bytes(b"Subject: it beeps")
    cases.work.story.attach(tmp_path / "mail.eml")
    cases.work.story.note()
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("Asked for a video")
    press(dialog(), "Keep the note")
    scene.station.window.go_back()
    cases.open_case(case.id)
    assert "Asked for a video" in seen(cases.view)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(saved), ""))
    press(cases.view, "Save mail.eml")
    assert saved.read_bytes() == b"Subject: it beeps"
