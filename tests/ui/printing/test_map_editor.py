"""The map of papers to printers: what is chosen is what is kept, and nothing else is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.services.label_jobs import stock_names
from leghorn_bench.services.paper_files import PatternUnknown
from leghorn_bench.settings.values import BenchSettings, LabelPrinter, PrinterChoice
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.printing.map_editor import MapEditor

ZEBRA = LabelPrinter("Zebra", "zpl-serial", "COM3", "roll-100x50", 12, 19200)
SETTINGS = BenchSettings(
    operator="mario",
    printers={
        "quote": PrinterChoice("Office", "Lower", 2, save=True),
        "device_label": PrinterChoice("Zebra"),
        "ddt": PrinterChoice("Attic"),
    },
    label_printers=(ZEBRA,),
    papers_folder="/papers",
    papers_name="{kind}-{number}",
)


def editor(qtbot: QtBot, settings: BenchSettings = SETTINGS) -> MapEditor:
    made = MapEditor(settings, ["Office", "Warehouse"], lambda _printer: ["Upper"], stock_names())
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot) -> None:
    assert editor(qtbot).chosen() == SETTINGS


def test_a_printer_that_is_not_there_now_stays_chosen_and_is_told(qtbot: QtBot) -> None:
    made = editor(qtbot)
    row = made.rows[PaperKind.DDT]
    assert row.printer.currentText() == "Attic (not there now)"


def test_a_paper_is_given_a_printer_copies_and_a_file(qtbot: QtBot) -> None:
    made = editor(qtbot)
    row = made.rows[PaperKind.REPLACEMENT_SLIP]
    assert not row.copies.isEnabled()
    row.printer.setCurrentText("Warehouse")
    assert row.copies.isEnabled()
    row.copies.setValue(3)
    row.save.setChecked(True)
    wanted = PrinterChoice("Warehouse", "", 3, save=True)
    assert made.chosen().printers == {**SETTINGS.printers, "replacement_slip": wanted}


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_trays_of_the_printer_are_offered_when_the_list_is_opened(qtbot: QtBot) -> None:
    made = editor(qtbot)
    tray = made.rows[PaperKind.QUOTE].tray
    tray.showPopup()
    tray.hidePopup()
    assert [tray.itemText(number) for number in range(tray.count())] == ["", "Upper"]
    assert tray.currentText() == "Lower"


def test_a_label_printer_takes_labels_alone(qtbot: QtBot) -> None:
    made = editor(qtbot)
    rows = made.rows
    assert rows[PaperKind.PARCEL_LABEL].printer.findData("Zebra") > 0
    assert rows[PaperKind.QUOTE].printer.findData("Zebra") < 0


def test_a_label_printer_is_added_tested_and_removed(qtbot: QtBot) -> None:
    made = editor(qtbot, replace(SETTINGS, label_printers=()))
    made.label_printers.add_one()
    (row,) = made.label_printers.rows
    row.address.setText("192.0.2.7:9100")
    assert made.rows[PaperKind.DEVICE_LABEL].printer.findData("Labels 1") > 0
    test = next(one for one in row.findChildren(IconButton) if one.text().strip() == "Test label")
    with qtbot.waitSignal(made.test_asked) as asked:
        qtbot.mouseClick(test, Qt.MouseButton.LeftButton)
    assert asked.args == [LabelPrinter("Labels 1", address="192.0.2.7:9100")]
    row.removed.emit()
    assert made.chosen().label_printers == ()


def test_a_name_that_papers_cannot_fill_is_refused_and_told_at_once(qtbot: QtBot) -> None:
    made = editor(qtbot)
    made.files.pattern.setText("{client}")
    with pytest.raises(PatternUnknown, match="client"):
        made.chosen()


def test_every_paper_of_the_house_but_the_auditors_register_has_its_line(qtbot: QtBot) -> None:
    assert set(editor(qtbot).rows) == set(PaperKind) - {PaperKind.EU_REGISTER}


def test_the_labels_of_a_label_printer_are_its_own_and_those_of_another_are_chosen(
    qtbot: QtBot,
) -> None:
    made = editor(qtbot)
    row = made.rows[PaperKind.DEVICE_LABEL]
    assert (row.stock.currentData(), row.stock.isEnabled()) == ("roll-100x50", False)
    row.printer.setCurrentText("Office")
    assert row.stock.isEnabled()
    row.stock.setCurrentIndex(row.stock.findData("a4-3x7"))
    assert made.chosen().printers["device_label"] == PrinterChoice("Office", stock="a4-3x7")


def test_labels_come_out_with_each_scan_where_a_person_says_so(qtbot: QtBot) -> None:
    made = editor(qtbot)
    when = made.rows[PaperKind.DEVICE_LABEL].when
    assert when is not None
    when.setCurrentIndex(1)
    assert made.chosen().printers["device_label"].at_once


def test_a_test_print_is_asked_for_where_the_paper_goes(qtbot: QtBot) -> None:
    made = editor(qtbot)
    row = made.rows[PaperKind.QUOTE]
    with qtbot.waitSignal(made.page_asked) as asked:
        qtbot.mouseClick(row.test, Qt.MouseButton.LeftButton)
    assert asked.args == [PaperKind.QUOTE, PrinterChoice("Office", "Lower", 2, save=True)]
    assert not made.rows[PaperKind.REPLACEMENT_SLIP].test.isEnabled()


def test_what_a_files_name_may_say_is_put_in_by_a_click(qtbot: QtBot) -> None:
    made = editor(qtbot)
    made.files.pattern.setText("{year}/")
    customer = next(one for one in made.findChildren(IconButton) if one.text() == "customer")
    qtbot.mouseClick(customer, Qt.MouseButton.LeftButton)
    assert made.chosen().papers_name == "{year}/{customer}"
