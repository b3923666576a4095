"""A quote on the screen: goodwill and discount on a line, stock, diagnosis, revisions, answers."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.quote import LineKind
from leghorn_bench.domain.records.work import Part
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_rules import HouseRules, save_house_rules
from leghorn_bench.services.quoting import Line, quotes_of, rows_of
from leghorn_bench.services.repairing import keep_part
from leghorn_bench.ui.dialogs.answer import AnswerDialog
from leghorn_bench.ui.dialogs.house_dialog import HouseDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.dialogs.quote import QuoteDialog
from leghorn_bench.ui.dialogs.quote_lines import QuoteLines
from leghorn_bench.ui.dialogs.quote_revisions import QuoteRevisions
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import DayEdit
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import RECORD, choose_fault
from tests.ui.bench.test_papers import (
    ISSUE,
    QUOTE,
    dialog,
    have_company,
    have_tariff,
    judged,
    price_the_way_back,
    quoted,
)
from tests.ui.bench.test_work_dialogs import walked
from tests.ui.widgets.test_fields import turn_wheel

SOLD = date(2024, 3, 14)


def fields(form: QWidget, name: str) -> list[QLineEdit]:
    QApplication.processEvents()  # what was just added is shown by the event loop
    found = form.findChildren(QLineEdit)
    return [one for one in found if one.isVisible() and one.accessibleName() == name]


def begun(scene: Scene) -> HouseDialog:
    """The quote of a judged device, being written."""
    have_company(scene)
    have_tariff(scene)
    judged(scene, "LGD-0001", SOLD)
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form)
    return form


def case_id(scene: Scene) -> int:
    work = scene.page.desk.handling.work
    assert work is not None
    return work.case.id


def test_a_line_is_free_as_goodwill_once_the_reason_is_written(scene: Scene) -> None:
    form = begun(scene)
    press(form, "Free as goodwill")
    press(form, ISSUE)
    assert "is free as goodwill: write why below it" in seen(form)
    fields(form, "Reason of the goodwill")[0].setText("old customer")
    assert "22.57 €" in seen(form)  # the way back alone: 18.50 and 22 %
    press(form, ISSUE)
    bench = scene.station.workplace.bench
    (row, _way_back) = rows_of(bench, quotes_of(bench, case_id(scene))[0].id)
    assert (row.goodwill, row.goodwill_reason) == (True, "old customer")


def test_a_discount_is_taken_off_the_line_and_kept_within_bounds(scene: Scene) -> None:
    form = begun(scene)
    discount = fields(form, "Discount per cent")[0]
    discount.setText("10")
    assert "46.80" in seen(form)  # 52.00 less 10 %
    discount.setText("101")
    press(form, ISSUE)
    assert "correct the field marked red" in seen(form)


@pytest.mark.parametrize("name", ["Quantity", "Price"])
def test_less_than_nothing_is_refused_on_a_line(scene: Scene, name: str) -> None:
    form = begun(scene)
    fields(form, name)[0].setText("-5")
    press(form, ISSUE)
    assert "is no number, or less than zero: correct the field marked red" in seen(form)
    assert quotes_of(scene.station.workplace.bench, case_id(scene)) == []


def test_the_sums_of_a_quote_over_forty_devices_are_made_once(qtbot: QtBot) -> None:
    made = QuoteLines([Choice(str(one), f"LGD-{one:04d}") for one in range(40)])
    qtbot.addWidget(made)
    told: list[int] = []
    made.changed.connect(lambda: told.append(len(made.lines or ())))
    work = Line(kind=LineKind.LABOUR, description="Labour", unit_price=Decimal(60))
    made.show_lines([replace(work, case_device_id=one) for one in range(40)])
    assert told == [40]


def test_the_wheel_leaves_the_device_of_a_line_alone(scene: Scene) -> None:
    form = begun(scene)
    (device, *_others) = [one for one in form.findChildren(QComboBox) if one.isVisible()]
    before = device.currentText()
    turn_wheel(device)
    assert device.currentText() == before


def test_a_part_of_the_stock_becomes_a_line_with_its_price(scene: Scene) -> None:
    part = Part(code="ANSA-1", name="Ansa demo", price_cents=1280, quantity=3, shelf="R2")
    kept = keep_part(scene.station.workplace.bench, part)
    form = begun(scene)
    combos = form.findChildren(CodeCombo)
    stock = next(one for one in combos if one.accessibleName() == "Part from the stock")
    stock.setCurrentIndex(stock.findData(str(kept.id)))
    stock.activated.emit(stock.currentIndex())
    assert fields(form, "Description")[-1].text() == "Ansa demo"
    assert fields(form, "Price")[-1].text() == "12.80"
    assert not stock.code  # another one can be chosen


def test_the_diagnosis_is_offered_where_the_house_asks_for_it(scene: Scene) -> None:
    save_house_rules(scene.station.workplace.bench, HouseRules(diagnosis_cents=2500))
    form = begun(scene)
    assert [one.text() for one in fields(form, "Price")] == ["52.00", "25.00", "18.50"]
    press(form, "Diagnosis")
    assert [one.text() for one in fields(form, "Description")][-1] == "Diagnosi"


def test_the_revisions_show_what_changed_and_open_their_papers(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    press(scene.page, "Make a quote")
    form = dialog(scene, QuoteDialog)
    fields(form, "Quantity")[0].setText("2")
    press(form, ISSUE)
    dialog(scene, PaperPreview).accept()
    press(scene.page, "Quote and its revisions…")
    revisions = dialog(scene, QuoteRevisions)
    told = seen(revisions)
    for words in ("Revision 2 of", "Revision 1 of", "changed", "before:", "Waits for the answer"):
        assert words in told
    press(revisions, "Look at revision 1")
    assert "2026/00001" in dialog(scene, PaperPreview).windowTitle()


def test_an_offer_that_binds_cannot_be_declared_expired(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    press(scene.station.window, "Record the answer…")
    form = dialog(scene, AnswerDialog)
    expired = next(one for one in form.findChildren(QRadioButton) if one.text() == "expired")
    assert not expired.isEnabled()
    assert "expires past its last day" in expired.toolTip()


def two_quoted(scene: Scene) -> None:
    """Two devices on one quote, and the dialog of its answer open."""
    have_company(scene)
    have_tariff(scene)
    judged(scene, "LGD-0001", SOLD)
    scene.unit("LGD-0002", SOLD)
    scene.scan("LGD-0002")
    press(scene.page, "Add to case 2026-00001")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    press(scene.station.window, QUOTE)
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form)
    press(form, ISSUE)
    dialog(scene, PaperPreview).accept()
    press(scene.station.window, "Record the answer…")


def test_all_devices_are_answered_in_one_gesture_and_one_otherwise(scene: Scene) -> None:
    two_quoted(scene)
    answer = dialog(scene, AnswerDialog)
    assert "stays waiting" in seen(answer)
    press(answer, "All: accepted")
    press(answer, "LGD-0002: refused")
    press(answer, "Record the answer")
    states = scene.station.store.rows("SELECT state FROM case_device ORDER BY id")
    assert states == [("accepted",), ("refused",)]


def test_one_device_is_answered_now_and_the_other_one_later(scene: Scene) -> None:
    two_quoted(scene)
    answer = dialog(scene, AnswerDialog)
    press(answer, "LGD-0002: refused")
    press(answer, "Record the answer")
    states = "SELECT state FROM case_device ORDER BY id"
    assert scene.station.store.rows(states) == [("quoted",), ("refused",)]
    scene.scan("LGD-0001")
    press(scene.station.window, "Record the answer…")
    later = dialog(scene, AnswerDialog)
    assert "LGD-0002" not in seen(later)
    press(later, "LGD-0001: accepted")
    press(later, "Record the answer")
    assert scene.station.store.rows(states) == [("accepted",), ("refused",)]


def test_the_day_of_an_answer_lies_between_the_issue_and_today(scene: Scene) -> None:
    two_quoted(scene)
    answer = dialog(scene, AnswerDialog)
    (day,) = answer.findChildren(DayEdit)
    today = scene.station.workplace.bench.today()
    day.show_day(today + timedelta(days=9))
    assert day.day == today
    day.show_day(today - timedelta(days=9))
    assert day.day == today, "it was issued today"


def test_tab_walks_through_the_lines_and_then_to_what_can_be_added(scene: Scene) -> None:
    form = begun(scene)
    press(form, "Spare part")
    seen(form)
    first = next(one for one in form.findChildren(QComboBox) if one.accessibleName() == "Device")
    line = [
        "Device", "Description", "Quantity", "Price", "Discount per cent", "Free as goodwill",
        "Remove this line",
    ]  # fmt: skip
    assert walked(first, 23) == [*line * 3, "Tariff item", "Spare part"]


def test_after_the_answer_only_the_shipment_is_still_to_be_paid(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    assert "Repair quote to the sales rep" in seen(scene.page)
    press(scene.station.window, "Record the answer…")
    form = dialog(scene, AnswerDialog)
    press(form, "LGD-0001: refused")
    press(form, "Record the answer")
    told = seen(scene.page)
    assert "The customer pays the return" in told
    assert "Repair quote to the sales rep" not in told


def test_a_quote_begins_at_its_first_line_not_at_its_issue(scene: Scene) -> None:
    form = begun(scene)
    at = form.focusWidget()
    assert at is not None
    assert at.accessibleName() == "Description"


def test_an_offer_past_its_last_day_is_declared_expired_by_a_person(scene: Scene) -> None:
    have_company(scene)
    have_tariff(scene)
    quoted(scene, "LGD-0001")
    dialog(scene, PaperPreview).accept()
    work = scene.page.desk.handling.work
    assert work is not None
    later = Bench(
        scene.station.store,
        scene.station.workplace.bench.operator,
        lambda: NOW + timedelta(days=60),
    )
    form = AnswerDialog(later, work, quotes_of(later, work.case.id)[0], scene.station.window)
    form.open()
    press(form, "LGD-0001: expired")
    press(form, "Record the answer")
    assert scene.station.store.row("SELECT state FROM case_device") == ("refused",)
    scene.page.desk.refresh()
    assert "Prepare the return" in seen(scene.station.window)
