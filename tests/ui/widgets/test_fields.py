"""The fields: amounts, catalogues, origins, tests."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.money import Money
from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.pages.cases.estimate import HoursSpin
from leghorn_bench.ui.widgets.code_combo import Choice, CodeCombo
from leghorn_bench.ui.widgets.form_fields import DayEdit
from leghorn_bench.ui.widgets.measure_editor import MeasureEditor, MeasureShown
from leghorn_bench.ui.widgets.money_edit import MoneyEdit, read_money, write_money
from leghorn_bench.ui.widgets.number_edit import NumberEdit
from leghorn_bench.ui.widgets.quiet_combo import QuietCombo
from leghorn_bench.ui.widgets.radio_choice import Option, RadioChoice


@pytest.mark.parametrize(
    ("text", "language", "cents"),
    [
        ("12,50", "it", 1250),
        ("12.50", "it", 1250),
        ("12.5", "it", 1250),
        ("1.234", "it", 123400),
        ("1.234,56", "it", 123456),
        ("1.234.567,8", "it", 123456780),
        ("€ 30", "it", 3000),
        ("30,", "it", 3000),
        ("-5,20", "it", -520),
        ("12.50", "en", 1250),
        ("12,50", "en", 1250),
        ("1,234.56", "en", 123456),
        ("1,234", "en", 123400),
        ("12,5,6", "it", None),
        ("1.23.456", "it", None),
        ("12,345", "it", None),
        ("abc", "it", None),
        ("", "it", None),
        ("--5", "en", None),
    ],
)
def test_an_amount_is_read_as_a_person_means_it(
    text: str, language: str, cents: int | None
) -> None:
    assert read_money(text, language) == (None if cents is None else Money(cents))


@given(st.integers(-(10**10), 10**10), st.sampled_from(["it", "en"]))
def test_what_is_written_is_read_back(cents: int, language: str) -> None:
    assert read_money(write_money(Money(cents), language), language) == Money(cents)


def test_an_amount_is_told_when_the_field_is_left(qtbot: QtBot) -> None:
    speak("it")
    field = MoneyEdit(None, "Importo")
    qtbot.addWidget(field)
    told: list[Money | None] = []
    field.money_changed.connect(told.append)
    qtbot.keyClicks(field, "1234,5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [Money(123450)]
    assert field.text() == "1.234,50"


def test_what_is_no_amount_is_marked_and_kept(qtbot: QtBot) -> None:
    field = MoneyEdit(Money(100), "Amount")
    qtbot.addWidget(field)
    told: list[Money | None] = []
    field.money_changed.connect(told.append)
    field.setText("12..")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong") is True
    assert field.text() == "12.."
    assert told == []


@pytest.fixture
def faults(qtbot: QtBot) -> CodeCombo:
    combo = CodeCombo([Choice("ant", "Antenna"), Choice("bat", "Battery low")], "Fault")
    qtbot.addWidget(combo)
    return combo


def test_typing_a_whole_entry_chooses_its_code(faults: CodeCombo, qtbot: QtBot) -> None:
    with qtbot.waitSignal(faults.code_chosen) as chosen:
        faults._line.setText("battery LOW")
        faults._line.editingFinished.emit()
    assert chosen.args == ["bat"]
    assert faults.currentText() == "Battery low"


def test_what_fits_nothing_is_put_back(faults: CodeCombo) -> None:
    faults.choose("ant")
    faults._line.setText("volcano")
    faults._line.editingFinished.emit()
    assert (faults.code, faults.currentText()) == ("ant", "Antenna")


def test_emptying_chooses_none(faults: CodeCombo, qtbot: QtBot) -> None:
    faults.choose("ant")
    with qtbot.waitSignal(faults.code_chosen) as chosen:
        faults._line.setText("")
        faults._line.editingFinished.emit()
    assert chosen.args == [""]


def test_an_origin_is_chosen_by_click_and_may_be_forbidden(qtbot: QtBot) -> None:
    choice = RadioChoice([Option("wear", "Wear"), Option("misuse", "Misuse", "Needs proof")], "O")
    qtbot.addWidget(choice)
    choice.show()
    assert choice.key == ""
    with qtbot.waitSignal(choice.key_chosen) as chosen:
        choice._buttons["misuse"].click()
    assert (chosen.args, choice.key) == (["misuse"], "misuse")
    choice.choose("")
    assert choice.key == ""
    choice.allow("misuse", allowed=False, why="No photo yet")
    assert choice._buttons["misuse"].toolTip() == "No photo yet"


def test_tests_are_added_removed_and_empty_rows_left_out(qtbot: QtBot) -> None:
    editor = MeasureEditor([MeasureShown("read at 1 m", "0/10")], ["read at 1 m", "voltage"])
    qtbot.addWidget(editor)
    editor._add_empty()
    assert editor.measures == (MeasureShown("read at 1 m", "0/10"),)
    editor._rows[1].name.setText("voltage")
    editor._rows[1].value.setText("2.9")
    editor._rows[1].unit.setText("V")
    editor._rows[0].remove.click()
    assert editor.measures == (MeasureShown("voltage", "2.9", "V"),)


def test_a_unit_is_never_cut_short(qtbot: QtBot) -> None:
    editor = MeasureEditor([MeasureShown("Tightness: pressure drop", "", "mbar")])
    qtbot.addWidget(editor)
    editor.resize(340, 120)
    editor.show()
    unit = next(one for one in editor.findChildren(QLineEdit) if one.text() == "mbar")
    assert unit.width() >= unit.fontMetrics().horizontalAdvance("mbar") + 24


def turn_wheel(field: QWidget) -> None:
    """Turn the wheel while the pointer lies over a field."""
    held = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)


def number() -> NumberEdit:
    made = NumberEdit()
    made.setValue(5)
    return made


def combo() -> QuietCombo:
    made = QuietCombo()
    made.addItems(["LGD-0001", "LGD-0002"])
    return made


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda: DayEdit("Reported on", date(2026, 3, 14), date(2026, 11, 22)), "14 Mar 2026"),
        (number, "5"),
        (lambda: HoursSpin("Hours"), "0"),
        (combo, "LGD-0001"),
    ],
)
def test_the_wheel_scrolls_the_page_and_changes_no_field(
    qtbot: QtBot, make: Callable[[], QComboBox | QAbstractSpinBox], shown: str
) -> None:
    field = make()
    qtbot.addWidget(field)
    field.show()
    turn_wheel(field)
    assert (field.currentText() if isinstance(field, QComboBox) else field.text()) == shown
