"""The pages of cases at their edges: small window, long names, over, rejected, far down."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    open_ticket,
    reject,
    report_case,
)
from leghorn_bench.services.issuing import annul
from leghorn_bench.services.noting import write_note
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.support_time import start_timer
from leghorn_bench.store.records import add, read
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.widgets.one_line import OneLine
from tests.ui.bench.conftest import NOW, STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company
from tests.ui.cases.test_cases_page import bench_at, cases, opened, reported

__all__ = ["cases"]
LONG = "Consorzio Esempio " * 12


def sideways(page: CasesPage) -> set[int]:
    QApplication.processEvents()
    areas = [one for one in page.findChildren(QAbstractScrollArea) if one.isVisible()]
    return {one.horizontalScrollBar().maximum() for one in areas}


def show_list(scene: Scene, page: CasesPage) -> None:
    page.list.refresh()


def show_case(scene: Scene, page: CasesPage) -> None:
    with scene.station.store.transaction():
        email = "consorzio.nazionale.esempio.contenitori.sigillati@example.com"
        customer = add(scene.station.store, Customer(code="C9", name=LONG, email=email), STAMP)
    report = Report(customer_id=customer.id, text="x" * 300)
    case = report_case(bench_at(scene, -1), report)
    write_note(bench_at(scene, -1), case.id, f"https://example.com/{'photo' * 40}")
    page.open_case(case.id)


def show_papers(scene: Scene, page: CasesPage) -> None:
    have_company(scene)
    page.open_case(opened(scene, "It beeps").id)
    for _issued in range(2):
        page.work.papers.summarise()
        shown = QApplication.activeModalWidget()
        assert shown is not None
        press(shown, "Close")
    annul(bench_at(scene, 0), page.work.file.papers[0].id, "wrong" * 20)
    page.work.refresh()


@pytest.mark.parametrize("show", [show_list, show_case, show_papers])
def test_in_the_smallest_window_nothing_scrolls_sideways(
    scene: Scene, cases: CasesPage, show: Callable[[Scene, CasesPage], None]
) -> None:
    scene.station.window.resize(1024, 640)
    opened(scene, "It beeps", -30)
    show(scene, cases)
    assert sideways(cases) == {0}
    assert scene.station.window.size().toTuple() == (1024, 640)


def test_a_long_name_at_the_head_of_a_case_ends_with_an_ellipsis_and_a_short_one_is_whole(
    scene: Scene, cases: CasesPage
) -> None:
    scene.station.window.resize(1024, 640)
    show_case(scene, cases)
    QApplication.processEvents()
    (head,) = cases.view.findChildren(OneLine)
    assert head.shown.startswith("Consorzio Esempio")
    assert head.shown.endswith("…")
    assert head.toolTip().startswith(LONG.strip())
    cases.open_case(opened(scene, "It beeps").id)
    assert head.shown == "Porto Esempio S.p.A., Genova"


def test_esc_lands_on_the_row_of_a_case_far_down_the_list(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    with scene.station.store.transaction():
        for number in range(450):
            reported(scene, f"report {number}", -48)
    cases.list.refresh()
    view = cases.list.table.view
    for _page in range(2):
        cases.list.table.model.fetchMore(cases.list.table.model.index(-1, -1))
    view.selectRow(430)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    scene.station.window.go_back()
    row = cases.list.table.current_row
    assert (row and row.report, view.currentIndex().row()) == ("report 430", 430)


def test_a_rejected_case_says_who_noted_it_and_waits_for_nobody(
    scene: Scene, cases: CasesPage
) -> None:
    case = reported(scene, "It beeps")
    reject(bench_at(scene, -1), case.id, "Not our product")
    cases.open_case(case.id)
    told = seen(cases.view)
    assert "Report of 20 Nov 2026" in told
    assert "noted by Ada Esempio, " in told
    assert "waits for the sales rep" not in told


def test_what_is_here_of_a_rejected_case_is_sent_back_from_its_page(
    scene: Scene, cases: CasesPage
) -> None:
    scene.unit("LGD-0001", NOW.date().replace(month=3))
    parcel = begin_parcel(bench_at(scene, -1), Arrival(customer_id=scene.customer.id))
    device = scan_into_parcel(bench_at(scene, -1), parcel.id, "LGD-0001").device
    assert device is not None
    cases.open_case(device.case_id)
    cases.work.steps.reject()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("Not ours")
    press(dialog, "Reject")
    assert "1 device is here: send it back as it came." in scene.station.window.foot.message.text
    one = cases.work.file.devices[0]
    assert [step.value for step in one.steps] == ["return_as_it_came", "write_off"]
    cases.work.steps.take(one, one.steps[0])
    assert read(scene.station.store, CaseDevice, device.id).state == "as_it_came"


def test_a_timer_left_running_on_another_case_is_told_at_the_start_of_this_one(
    scene: Scene, cases: CasesPage
) -> None:
    start_timer(bench_at(scene, -1), opened(scene, "first").id)
    cases.open_case(opened(scene, "second").id)
    press(cases.view, "Start the timer")
    told = scene.station.window.foot.message.text
    assert "yours on case 2026-00001 is running, too: pause it there." in told


def test_a_long_history_is_drawn_in_part_and_whole_on_a_click(
    scene: Scene, cases: CasesPage
) -> None:
    case = opened(scene, "It beeps")
    for number in range(70):
        write_note(bench_at(scene, -1), case.id, f"note {number}")
    cases.open_case(case.id)
    assert "note 2\n" not in seen(cases.view)
    press(cases.view, "13 earlier entries")
    assert "note 2\n" in seen(cases.view)
    assert "Report put on file" in seen(cases.view)


def test_tab_comes_from_the_devices_title_to_their_rows(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    unit = scene.unit("LGD-0001")
    report = Report(customer_id=scene.customer.id, text="x")
    announced = [Announced(scanned="LGD-0001", device_id=unit.id)]
    cases.open_case(report_case(bench_at(scene, -1), report, announced).id)
    buttons = cases.view.findChildren(QAbstractButton)
    announce = next(one for one in buttons if one.accessibleName() == "Announce devices…")
    names = []
    for _step in range(2):
        announce = announce.nextInFocusChain()  # type: ignore[assignment]
        names.append(announce.accessibleName())
    assert names == ["Open LGD-0001", "Next steps of LGD-0001"]


def test_what_keeps_a_pallet_open_is_told_in_one_line_a_state(
    scene: Scene, cases: CasesPage
) -> None:
    announced = [Announced(scanned=f"ZZ-{number}") for number in range(1, 13)]
    report = Report(customer_id=scene.customer.id, text="x")
    case = report_case(bench_at(scene, -1), report, announced)
    authorise(bench_at(scene, -1), case.id, Authorisation(by="Rosa Esempio"))
    cases.open_case(open_ticket(bench_at(scene, -1), case.id).id)
    cases.work.steps.close()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    told = "12 devices were announced and have not come: ZZ-1, ZZ-2, ZZ-3, ZZ-4 and 8 more"
    assert told in seen(dialog)
    press(dialog, "Go on with the case")


def test_a_list_that_cannot_be_read_says_so_in_its_own_words(
    scene: Scene, cases: CasesPage
) -> None:
    opened(scene, "It beeps")
    store = scene.station.store
    store.database.close()
    path = Path(store.name)
    whole = path.read_bytes()
    path.write_bytes(b"no database " * 1000)
    cases.list.refresh()
    told = seen(cases)
    store.database.close()
    path.write_bytes(whole)
    assert "The list could not be read" in told
    cases.list.refresh()
    assert "The list could not be read" not in seen(cases)
