"""The last step of a case is taken back from its history, or says why not and what instead."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import record_contact
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.noting import write_note
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.store.records import select
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company
from tests.ui.cases.test_cases_page import bench_at, cases, dialog, opened, reported

__all__ = ["cases"]


def undo_key(scene: Scene, qtbot: QtBot) -> str:
    """Press Ctrl+Z; gives what the foot then says."""
    window = scene.station.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    return window.foot.message.text


def noted(scene: Scene, cases: CasesPage, *texts: str, hours: float = 0, who: str = "ada") -> Case:
    case = opened(scene, "It beeps")
    operator = Operator(login=who, name=who.title(), roles=("technician",))
    bench = Bench(scene.station.store, operator, lambda: NOW + timedelta(hours=hours))
    for text in texts:
        write_note(bench, case.id, text)
    cases.open_case(case.id)
    return case


def crossed_out(page: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just added is shown by the event loop
    labels = [one for one in page.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in labels if one.font().strikeOut()]


def test_the_newest_step_carries_its_undo_and_stays_crossed_out(
    scene: Scene, cases: CasesPage
) -> None:
    noted(scene, cases, "first", "second", hours=-20)
    press(cases.view, "Undo: second")
    assert scene.station.window.foot.message.text == "Taken back: second."
    assert seen(cases.view).count("\nUndo") == 1
    assert crossed_out(cases) == ["second (taken back)"]
    press(cases.view, "Undo: first")
    assert crossed_out(cases) == ["second (taken back)", "first (taken back)"]


def test_the_undo_is_reached_with_tab_and_the_next_one_has_the_focus_after_it(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    noted(scene, cases, "first", "second")
    window = scene.station.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    links = cases.view.story.findChildren(QAbstractButton)
    next(one for one in links if one.text() == "Add a file…").setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert focus_name() == "Undo: second"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: focus_name() == "Undo: first")
    assert crossed_out(cases) == ["second (taken back)"]


def focus_name() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def test_a_paper_on_it_is_told_in_words_and_annulled_from_there(
    scene: Scene, cases: CasesPage
) -> None:
    have_company(scene)
    case = noted(scene, cases, "first")
    issue_case_summary(bench_at(scene, 0), case.id)
    cases.work.refresh()
    told = "Case summary 2026/00001 has its number: the way back is to annul the paper."
    assert told in seen(cases.view)
    press(cases.view.story, "Annul Case summary 2026/00001")
    dialog().findChildren(QPlainTextEdit)[0].setPlainText("wrong customer")
    press(dialog(), "Annul the paper")
    assert "The paper is annulled." in scene.station.window.foot.message.text
    press(cases.view, "Undo: first")


def test_who_may_not_annul_is_told_who_may(scene: Scene, cases: CasesPage) -> None:
    have_company(scene)
    case = noted(scene, cases, "first")
    issue_case_summary(bench_at(scene, 0), case.id)
    rep = Operator(login="rosa", name="Rosa Esempio", roles=("sales",))
    workplace = scene.station.workplace
    workplace.take(replace(workplace.bench, operator=rep))
    told = "ask somebody who is: administrator, technician, warehouse."
    assert told in seen(cases.view)
    assert "Annul the paper…" not in seen(cases.view)


def test_a_case_closed_the_day_before_says_that_it_is_reopened_with_a_reason(
    scene: Scene, cases: CasesPage
) -> None:
    case = opened(scene, "It beeps")
    record_contact(bench_at(scene, -30), case.id)
    close_case(bench_at(scene, -20), case.id)
    cases.open_case(case.id)
    assert "Case 2026-00001 is over" in seen(cases.view.story)
    assert "Reopen it with a reason first" in seen(cases.view.story)


def test_ctrl_z_takes_back_at_once_what_this_person_did_a_moment_ago(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    noted(scene, cases, "first", "second")
    assert undo_key(scene, qtbot) == "Taken back: second."
    assert undo_key(scene, qtbot) == "Taken back: first."
    assert crossed_out(cases) == ["second (taken back)", "first (taken back)"]


@pytest.mark.parametrize(("who", "hours"), [("ada", -3), ("ugo", 0)])
def test_ctrl_z_names_the_step_of_hours_ago_or_of_another_before_it_takes_it_back(
    scene: Scene, cases: CasesPage, qtbot: QtBot, who: str, hours: float
) -> None:
    noted(scene, cases, "first", hours=hours, who=who)
    told = undo_key(scene, qtbot)
    assert told.startswith("The last step here: first, by ")
    assert crossed_out(cases) == []
    assert undo_key(scene, qtbot) == "Taken back: first."
    assert crossed_out(cases) == ["first (taken back)"]


def test_ctrl_z_says_why_a_numbered_paper_stays(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    have_company(scene)
    case = noted(scene, cases, "first")
    issue_case_summary(bench_at(scene, 0), case.id)
    cases.work.refresh()
    assert "the way back is to annul the paper" in undo_key(scene, qtbot)


def test_ctrl_z_in_a_field_of_words_is_the_field_s_own(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    noted(scene, cases, "first")
    field = scene.station.window.top.scan_field
    field.setFocus()
    qtbot.keyClicks(field, "LGD")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert crossed_out(cases) == []


def test_a_report_that_is_taken_back_leaves_the_list_in_front(
    scene: Scene, cases: CasesPage
) -> None:
    case = reported(scene, "It beeps")
    cases.open_case(case.id)
    press(cases.view, "Undo: Report put on file")
    assert select(scene.station.store, Case) == []
    assert cases.list.isVisible()
    assert scene.station.window.foot.message.text == "Taken back: Report put on file."
