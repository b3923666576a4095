"""A list of devices is announced from a file or by scanning; what is odd about it is told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.services.cases import Announced, Report, report_case
from leghorn_bench.ui.pages.cases.announced_edit import AnnouncedEdit
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.widgets.customer_edit import CustomerEdit
from tests.ui.bench.conftest import NOW, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.cases.test_cases_page import bench_at, cases, dialog, opened

__all__ = ["cases"]
SOLD = NOW.date().replace(month=3)


def edit() -> AnnouncedEdit:
    return dialog().findChildren(AnnouncedEdit)[0]


def customer(parent: QWidget) -> str:
    return parent.findChildren(CustomerEdit)[0].text()


def test_a_file_is_announced_and_its_buyer_is_the_customer(
    scene: Scene, cases: CasesPage, tmp_path: Path
) -> None:
    for serial in ("LGD-0001", "LGD-0002"):
        scene.unit(serial, SOLD)
    path = tmp_path / "elenco.csv"
    path.write_text("Matricola;Nota\nLGD-0001;a\nLGD-0002;b\nLGD-0002;c\nZZ-9;\n")
    cases.new_case()
    edit().read_file(path)
    told = seen(dialog())
    assert "3 devices, 2 on file" in told
    assert "Not on file: ZZ-9\nWritten twice, taken once: LGD-0002" in told
    assert customer(dialog()) == "Porto Esempio S.p.A., Genova"


def test_rows_of_a_file_that_name_no_device_are_told(
    scene: Scene, cases: CasesPage, tmp_path: Path
) -> None:
    scene.unit("LGD-0001", SOLD)
    path = tmp_path / "elenco.csv"
    path.write_text("Cliente;Matricola\nPorto;LGD-0001\nPorto;\nPorto\n")
    cases.new_case()
    edit().read_file(path)
    assert "2 rows of the file name no device and are left out: 3, 4" in seen(dialog())


def test_what_is_pasted_out_of_a_spreadsheet_is_one_number_a_line(
    scene: Scene, cases: CasesPage
) -> None:
    scene.unit("LGD-0001", SOLD)
    cases.new_case()
    QApplication.clipboard().setText("Matricola\tProdotto\r\nLGD-0001\tSigillo\r\nZZ-9\tSigillo")
    field = edit().findChildren(QPlainTextEdit)[0]
    field.paste()
    assert field.toPlainText() == "LGD-0001\nZZ-9"
    assert "2 devices, 1 on file" in seen(dialog())


def test_a_new_case_says_what_it_still_lacks(scene: Scene, cases: CasesPage, qtbot: QtBot) -> None:
    cases.new_case()
    form = dialog()
    qtbot.waitUntil(form.isActiveWindow)
    field = form.findChildren(QPlainTextEdit)[0]
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Write what the customer reports, and choose the customer." in seen(form)
    assert form.isVisible()


def test_scanned_devices_are_not_lost_by_one_escape(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    scene.unit("LGD-0001", SOLD)
    cases.new_case()
    scene.scan("LGD-0001")
    form = dialog()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert "What is written here is not recorded." in seen(form)
    assert [line.serial for line in edit().announced.lines] == ["LGD-0001"]
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_number_that_two_units_bear_is_told_apart_from_one_that_is_not_on_file(
    scene: Scene, cases: CasesPage
) -> None:
    scene.unit("LGD-0001", SOLD)
    scene.name(scene.unit("LGD-0002", SOLD), "serial", "LGD-0001")
    cases.new_case()
    edit().add_text("LGD-0001")
    told = seen(dialog())
    assert "1 device, 1 on file" in told
    assert "On file more than once: LGD-0001" in told
    assert "Not on file" not in told
    assert customer(dialog()) == ""


def test_a_file_that_is_no_list_is_told_and_what_was_written_stays(
    scene: Scene, cases: CasesPage, tmp_path: Path
) -> None:
    (tmp_path / "elenco.xlsx").write_bytes(b"PK\x03\x04")
    cases.new_case()
    edit().add_text("LGD-0001")
    edit().read_file(tmp_path / "elenco.xlsx")
    assert "is no text: expected was a list with one device a line." in seen(dialog())
    assert [line.serial for line in edit().announced.lines] == ["LGD-0001"]


def test_a_device_of_a_running_case_is_told_and_refused(scene: Scene, cases: CasesPage) -> None:
    case = opened(scene, "It beeps")
    cases.open_case(case.id)
    cases.work.steps.announce()
    edit().add_text("ZZ-9")
    press(dialog(), "Announce devices")
    cases.work.steps.announce()
    edit().add_text("zz-9")
    assert f"ZZ-9 is already in case {case.number}" in seen(dialog())
    press(dialog(), "Announce devices")
    assert "Open that case, or close it first." in seen(dialog())
    dialog().close()


def test_a_device_of_a_report_that_has_no_number_yet_is_told_in_the_words_of_the_screen(
    scene: Scene, cases: CasesPage
) -> None:
    unit = scene.unit("LGD-0001")
    report = Report(customer_id=scene.customer.id, text="x")
    report_case(bench_at(scene, -1), report, [Announced(scanned="x", device_id=unit.id)])
    cases.open_case(opened(scene, "It beeps").id)
    cases.work.steps.announce()
    edit().add_text("LGD-0001")
    assert "LGD-0001 is already in a case that is reported" in seen(dialog())
    press(dialog(), "Announce devices")
    assert "in a case without a number yet (state: Reported)" in seen(dialog())
    dialog().close()


def test_many_odd_devices_are_named_in_part(scene: Scene, cases: CasesPage) -> None:
    cases.new_case()
    edit().add_text("\n".join(f"ZZ-{number}" for number in range(1, 8)))
    assert "Not on file: ZZ-1, ZZ-2, ZZ-3, ZZ-4 and 3 more" in seen(dialog())
    dialog().close()


def test_ctrl_enter_records_out_of_a_field_of_several_lines(
    scene: Scene, cases: CasesPage, qtbot: QtBot
) -> None:
    cases.open_case(opened(scene, "It beeps").id)
    cases.work.steps.contact()
    field = dialog().findChildren(QPlainTextEdit)[0]
    qtbot.waitUntil(dialog().isActiveWindow)
    qtbot.keyClicks(field, "Told")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None
    assert "Customer contacted: Told" in seen(cases.view)
