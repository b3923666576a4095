"""The ledger of charges and reimbursements."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.services.acts import act
from leghorn_bench.services.cases import (
    Authorisation,
    Report,
    authorise,
    open_ticket,
    report_case,
)
from leghorn_bench.services.claiming import claim, issue_note
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.pages.money.page import MoneyPage
from tests.documents.pages import text_of
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import dialog, have_company, have_tariff


@pytest.fixture
def money(scene: Scene) -> MoneyPage:
    bench = scene.station.workplace.bench
    case = report_case(bench, Report(customer_id=scene.customer.id, text="x"))
    arrived = begin_parcel(bench, Arrival(customer_id=scene.customer.id))
    with act(bench, ActKind.NOTED, case_id=case.id) as done:
        claim(bench, done, case, ClaimKind.RETURN_TRANSPORT, 1850, "DDT 2026/00001")
        back = ClaimKind.INBOUND_REIMBURSEMENT
        claim(bench, done, case, back, 1200, "waybill 77", parcel_id=arrived.id)
    scene.station.window.open_page("money")
    page = scene.station.window.front_page()
    assert isinstance(page, MoneyPage)
    return page


def test_what_is_to_charge_and_to_reimburse_is_summed_apart(money: MoneyPage) -> None:
    assert "to charge 18.50 €, to reimburse 12.00 €" in seen(money)


def note_issued(scene: Scene) -> str:
    """The note of the row one is on, issued and looked at; gives its title."""
    have_company(scene)
    press(scene.station.window, "Issue its note…")
    preview = dialog(scene, PaperPreview)
    title = preview.windowTitle()
    preview.accept()
    return title


def test_the_note_comes_before_the_tick(scene: Scene, money: MoneyPage) -> None:
    assert money.primary is not None
    assert "Reimbursement note 2026/00001" in note_issued(scene)
    assert (money.primary.text(), money.table.model.rowCount()) == ("Tick as settled", 2)
    money.table.view.selectRow(1)
    assert "Charge note 2026/00001" in note_issued(scene)
    assert money.primary.text() == "Tick as settled"


def test_a_claim_whose_note_was_issued_is_the_one_that_is_ticked_next(
    scene: Scene, money: MoneyPage
) -> None:
    money.table.view.selectRow(1)
    assert "Charge note 2026/00001" in note_issued(scene)
    row = money.table.current_row
    assert row is not None
    assert row.claim.kind == "return_transport"


def test_the_company_is_asked_for_before_the_first_note(scene: Scene, money: MoneyPage) -> None:
    press(scene.station.window, "Issue its note…")
    assert dialog(scene, CompanyDialog).isVisible()
    assert [row[0] for row in scene.station.store.rows("SELECT paper_id FROM claim")] == [None] * 2
    dialog(scene, CompanyDialog).reject()


def test_a_settled_claim_leaves_the_list_of_the_open_ones(scene: Scene, money: MoneyPage) -> None:
    note_issued(scene)
    press(scene.station.window, "Tick as settled")
    assert money.table.model.rowCount() == 1
    chips = money.findChildren(QPushButton)
    next(chip for chip in chips if chip.text() == "Settled").click()
    assert money.table.model.rowCount() == 2


def test_the_list_is_exported_for_a_spreadsheet(
    scene: Scene, money: MoneyPage, tmp_path: Path
) -> None:
    money.export_to(tmp_path / "money.csv")
    lines = (tmp_path / "money.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("case;customer_code;customer;kind;amount")
    assert ";C1;Porto Esempio S.p.A.;inbound_reimbursement;12,00;" in lines[1]
    money.export_to(tmp_path / "no" / "money.csv")
    assert "could not be written" in scene.station.window.foot.message.text


def test_the_tick_is_taken_back_at_the_foot_and_long_after(scene: Scene, money: MoneyPage) -> None:
    window = scene.station.window
    note_issued(scene)
    press(window, "Tick as settled")
    window.foot.message.undo()
    assert money.table.model.rowCount() == 2
    money.table.view.selectRow(0)
    press(window, "Tick as settled")
    next(chip for chip in money.findChildren(QPushButton) if chip.text() == "Settled").click()
    money.table.view.selectRow(0)
    press(window, "Take the tick back")
    assert "To settle again" in window.foot.message.text
    rows = [money.table.model.row(number) for number in range(money.table.model.rowCount())]
    assert all(row is not None and row.claim.settled_at is None for row in rows)


def test_the_reason_is_in_the_language_of_the_screen_and_on_the_note_in_the_customers(
    scene: Scene, money: MoneyPage
) -> None:
    bench = scene.station.workplace.bench
    have_company(scene)
    have_tariff(scene)
    case = report_case(bench, Report(customer_id=scene.customer.id, text="x"))
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    open_ticket(bench, case.id)
    asked = issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(2)))
    answer_estimate(bench, asked.quote.id, Answer.ACCEPTED, "Rosa Esempio")
    money.refresh()
    row = money.table.model.row(0)
    assert row is not None
    assert row.reason == "Time estimate 2026/00001"
    note = issue_note(bench, row.claim.id)
    assert note is not None
    assert "Stima dei tempi 2026/00001" in text_of(note.pdf)


def test_a_period_leaves_out_what_arose_before_it(scene: Scene, money: MoneyPage) -> None:
    old = "UPDATE claim SET arisen_at = '2026-09-01T08:00:00.000000+00:00' WHERE cents = 1850"
    scene.station.store.execute(old)
    choose(money.findChildren(QComboBox)[0], "Last 30 days")
    assert money.table.model.rowCount() == 1
    assert "to charge 0.00 €, to reimburse 12.00 €" in seen(money)
    choose(money.findChildren(QComboBox)[0], "Last year")
    assert money.table.model.rowCount() == 2


def choose(box: QComboBox, text: str) -> None:
    """As a person chooses it from the list."""
    box.setCurrentText(text)


def test_the_kind_of_a_claim_is_read_whole_in_the_smallest_window(
    scene: Scene, money: MoneyPage
) -> None:
    scene.station.window.resize(1024, 700)
    QApplication.processEvents()
    view, kind = money.table.view, 3
    assert view.sizeHintForColumn(kind) <= view.columnWidth(kind)
    assert "Reimbursement" in {view.model().index(row, kind).data() for row in (0, 1)}
