"""The register: search as one types, walk through what is on file, notices."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.goods import Product
from leghorn_bench.domain.records.hits import Hit, HitKind
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.services.cases import Report, report_case
from leghorn_bench.services.company import save_company
from leghorn_bench.services.completing import complete_customer
from leghorn_bench.services.notices import keep_notice, notices_on_file
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.store.records import add, read
from leghorn_bench.ui.dialogs.customer import CustomerDialog
from leghorn_bench.ui.pages.register.page import RegisterPage
from tests.services.conftest import COMPANY
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen


@pytest.fixture
def register(scene: Scene) -> RegisterPage:
    for number in range(1, 301):
        scene.unit(f"LGD-{number:04d}", date(2026, 3, 14) if number % 2 else None)
    scene.station.window.open_page("register")
    page = scene.station.window.front_page()
    assert isinstance(page, RegisterPage)
    return page


def test_enter_on_a_unit_puts_it_on_the_bench(
    scene: Scene, register: RegisterPage, qtbot: QtBot
) -> None:
    register.field.setText("LGD-0299")
    qtbot.keyClick(register.field, Qt.Key.Key_Return)
    qtbot.keyClick(register.found.view, Qt.Key.Key_Return)
    assert "In warranty" in seen(scene.page)


def test_a_case_is_found_by_the_words_of_its_report(scene: Scene, register: RegisterPage) -> None:
    bench = scene.station.workplace.bench
    report_case(bench, Report(customer_id=scene.customer.id, text="Wasser im Gehäuse"))
    register.field.setText("gehause")
    hit = register.found.model.row(0)
    assert hit is not None
    register.found.row_opened.emit(hit)
    assert "Wasser im Gehäuse" in seen(scene.station.window.front_page())


def test_a_customer_opens_its_units_and_esc_comes_back(
    scene: Scene, register: RegisterPage
) -> None:
    register.field.setText("porto")
    hit = register.found.model.row(0)
    register.found.row_opened.emit(hit)
    assert register.devices.model.rowCount() == 150
    scene.station.window.go_back()
    assert register.front is register.customers


def test_a_customers_data_are_completed_from_the_register(
    scene: Scene, register: RegisterPage
) -> None:
    register.show_register(1)
    register.customers.view.selectRow(0)
    press(scene.station.window, "Customer’s data…")
    dialog = scene.station.window.findChild(CustomerDialog)
    assert dialog is not None
    fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    fields["City"].setText("Valparaíso")
    press(dialog, "Keep the data")
    row = register.customers.model.row(0)
    assert row is not None
    assert row.city == "Valparaíso"
    register.show_register(0)
    register.field.setText("porto")
    register.found.row_opened.emit(register.found.model.row(0))
    press(scene.station.window, "Customer’s data…")


def test_nothing_found_says_so(register: RegisterPage) -> None:
    register.field.setText("zzzzzz")
    assert "Nothing is found" in seen(register)


def test_a_notice_on_a_range_of_serials_is_put_in_force_and_ended(
    scene: Scene, register: RegisterPage
) -> None:
    register.show_register(3)
    press(scene.station.window, "New notice…")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.findChildren(QPlainTextEdit)[0].setPlainText("Check the battery")
    press(dialog, "Put it in force")
    assert "product, lot or serials" in seen(dialog)
    fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    fields["First serial"].setText("LGD-0001")
    press(dialog, "Put it in force")
    press(scene.station.window, "End the notice")
    notices = notices_on_file(scene.station.workplace.bench)
    assert [one.last_day for one in notices] == [scene.station.workplace.bench.today()]


def test_a_notice_is_corrected_from_its_row_and_taken_back(
    scene: Scene, register: RegisterPage, qtbot: QtBot
) -> None:
    bench, window = scene.station.workplace.bench, scene.station.window
    keep_notice(bench, Notice(text="Check the battery", lot="L1", first_day=bench.today()))
    register.show_register(3)
    qtbot.keyClick(register.notices.view, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    products = dialog.findChildren(QComboBox)[0]
    products.setCurrentIndex(products.findData(scene.product.id))
    press(dialog, "Keep the notice")
    assert [one.product_id for one in notices_on_file(bench)] == [scene.product.id]
    window.foot.message.undo()
    assert [one.product_id for one in notices_on_file(bench)] == [None]


def test_a_thousand_notices_are_listed(scene: Scene, register: RegisterPage) -> None:
    bench = scene.station.workplace.bench
    with bench.store.transaction():
        for number in range(300):
            notice = Notice(text=f"N{number}", lot=str(number), first_day=bench.today())
            add(bench.store, notice, bench.stamp())
    register.show_register(3)
    model = register.notices.model
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 300


def test_a_product_that_was_found_tells_its_battery(scene: Scene, register: RegisterPage) -> None:
    bench = scene.station.workplace.bench
    register.field.setText(scene.product.code)
    register.found.row_opened.emit(Hit(HitKind.PRODUCT, scene.product.id, "", ""))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    batteries = dialog.findChildren(QComboBox)[0]
    batteries.setCurrentIndex(batteries.findData("li_metal"))
    press(dialog, "Keep the data")
    assert read(bench.store, Product, scene.product.id).battery_kind == "li_metal"


def test_papers_are_listed_by_kind(scene: Scene, register: RegisterPage) -> None:
    issued_papers(scene)
    register.show_register(2)
    assert register.papers.model.rowCount() == 2
    register.kinds.setCurrentIndex(register.kinds.findData("quote"))
    assert register.papers.model.rowCount() == 0
    register.kinds.setCurrentIndex(register.kinds.findData("case_summary"))
    assert register.papers.model.rowCount() == 2


def test_the_archive_is_verified_on_screen_and_a_changed_paper_is_named(
    scene: Scene, register: RegisterPage, qtbot: QtBot
) -> None:
    issued_papers(scene)
    register.show_register(2)
    press(scene.station.window, "Verify the archive")
    foot = scene.station.window.foot.message
    qtbot.waitUntil(lambda: "2 papers verified: each is as it was issued." in foot.text)
    scene.station.store.execute("UPDATE paper SET pdf = ? WHERE label = ?", (b"x", "2026/00002"))
    press(scene.station.window, "Verify the archive")
    qtbot.waitUntil(lambda: "no longer as it was issued: Case summary 2026/00002" in foot.text)
    assert "backup" in foot.text


def issued_papers(scene: Scene) -> None:
    """Two case summaries on file."""
    bench = scene.station.workplace.bench
    save_company(bench, COMPANY)
    for text in ("Non legge", "Non chiude"):
        case = report_case(bench, Report(customer_id=scene.customer.id, text=text))
        issue_case_summary(bench, case.id)


def test_of_two_who_change_a_customer_the_later_sees_both_versions(
    scene: Scene, register: RegisterPage
) -> None:
    bench = scene.station.workplace.bench
    dialog = CustomerDialog(bench, scene.customer.id, register.window())
    dialog.open()
    theirs = replace(read(bench.store, Customer, scene.customer.id), city="Pisa")
    complete_customer(bench, theirs)
    fields = {one.accessibleName(): one for one in dialog.findChildren(QLineEdit)}
    fields["City"].setText("Savona")
    press(dialog, "Keep the data")
    assert "City: Pisa; yours: Savona" in seen(dialog)
    assert read(bench.store, Customer, scene.customer.id).city == "Pisa"
    press(dialog, "Keep mine all the same")
    assert read(bench.store, Customer, scene.customer.id).city == "Savona"
