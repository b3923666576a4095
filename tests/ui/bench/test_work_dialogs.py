"""Work on a device, and the check of what goes back as it came, in their dialogs."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QRadioButton, QWidget

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.work import Part
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.services.parcels import note_condition
from leghorn_bench.services.repairing import keep_part, parts_in_stock, parts_taken, work_on
from leghorn_bench.services.returning import last_check
from leghorn_bench.store.records import select
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.dialogs.repair_work import RepairWorkDialog
from leghorn_bench.ui.dialogs.replacement import ReplacementDialog
from leghorn_bench.ui.pages.shipping.check_dialog import CheckDialog
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import (
    RECORD,
    choose_fault,
    choose_origin,
    open_case,
    side,
    write,
)
from tests.ui.bench.test_papers import dialog, have_company, judged
from tests.ui.bench.test_record import add_photo

SOLD = date(2026, 3, 14)


def device_id(scene: Scene) -> int:
    work = scene.page.desk.handling.work
    assert work is not None
    return work.device.id


def repairing(scene: Scene) -> RepairWorkDialog:
    """The work on a device in repair, being written."""
    judged(scene, "LGD-0001", SOLD)
    press(scene.station.window, "Repair free of charge")
    press(scene.station.window, "Finish the repair…")
    form = dialog(scene, RepairWorkDialog)
    assert isinstance(form, RepairWorkDialog)
    return form


def test_work_that_goes_on_is_recorded_and_stands_on_the_card(scene: Scene) -> None:
    form = repairing(scene)
    write(form, "What was done", "soldered the antenna")
    press(form, "Record, and go on repairing")
    told = seen(side(scene))
    assert "soldered the antenna" in told
    assert "In repair" in told
    (work,) = work_on(scene.station.workplace.bench, device_id(scene))
    assert not work.passed


def test_work_with_a_passed_test_is_released_not_gone_on_with(scene: Scene) -> None:
    form = repairing(scene)
    write(form, "What was done", "soldered the antenna")
    box = next(one for one in form.findChildren(QCheckBox) if "final test" in one.text())
    box.setChecked(True)
    press(form, "Record, and go on repairing")
    assert "release the device, or untick it" in seen(form)
    press(form, "Release the device")
    assert "passed" in seen(side(scene))
    assert "Ready" in seen(side(scene))


def test_a_part_is_taken_by_scanning_its_code(scene: Scene) -> None:
    bench = scene.station.workplace.bench
    keep_part(bench, Part(code="ANSA-1", name="Ansa demo", quantity=3, shelf="R2"))
    form = repairing(scene)
    scene.scan("ansa-1")
    scene.scan("ANSA-1")
    assert "2 × ANSA-1 · Ansa demo, shelf R2" in seen(form)
    scene.scan("NOTHING")
    assert "NOTHING is the code of no part in the stock." in seen(form)
    write(form, "What was done", "new shackle")
    press(form, "Record, and go on repairing")
    assert [one.quantity for one in parts_in_stock(bench)] == [1]
    assert [one.quantity for one in parts_taken(bench, device_id(scene))] == [2]


def test_the_steps_of_the_checklist_are_ticked_at_the_final_test(scene: Scene) -> None:
    form = repairing(scene)
    write(form, "What was done", "soldered")
    press(form, "Opening signalled and recorded")
    press(form, "Record, and go on repairing")
    (work,) = work_on(scene.station.workplace.bench, device_id(scene))
    assert [one.name for one in work.measurements] == ["Opening signalled and recorded"]


def test_a_device_goes_back_beside_its_photos_of_arrival(scene: Scene, tmp_path: Path) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    bench = scene.station.workplace.bench
    kept = ("Cavo di ricarica", "Manuale")
    note_condition(bench, device_id(scene), accessories=kept, condition="Graffiato o ammaccato")
    choose_fault(scene, "antenna")
    choose_origin(scene, "No fault found")
    add_photo(side(scene), tmp_path)
    press(scene.station.window, RECORD)
    press(scene.station.window, "Return as it came")
    press(scene.station.window, "Check against the intake")
    form = dialog(scene, CheckDialog)
    assert "Scratched or dented" in seen(form)
    press(form, "shackle.png")
    assert dialog(scene, PhotoView).windowTitle() == "shackle.png"


def test_what_lacks_at_the_check_is_told_and_noted(scene: Scene, tmp_path: Path) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    bench = scene.station.workplace.bench
    kept = ("Cavo di ricarica", "Manuale")
    note_condition(bench, device_id(scene), accessories=kept, condition="")
    choose_fault(scene, "antenna")
    choose_origin(scene, "No fault found")
    press(scene.station.window, RECORD)
    press(scene.station.window, "Return as it came")
    press(scene.station.window, "Check against the intake")
    form = dialog(scene, CheckDialog)
    press(form, "Charging cable")
    assert "noted on the slip: Manual" in seen(form)
    add_photo(form, tmp_path)
    press(form, "Checked: it may be packed")
    check = last_check(bench, device_id(scene))
    assert check is not None
    assert check.differences == "- Manuale"
    told = seen(side(scene))
    assert "- Manual" in told
    assert "Ready" in told


def test_the_cover_to_come_is_told_beside_the_scanned_spare(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", SOLD)
    scene.unit("LGD-NEW1")
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    scene.scan("LGD-NEW1")
    assert "Takes over what is left of the warranty, through 14 Mar 2027." in seen(form)


def test_a_notice_on_the_spare_shows_when_it_is_scanned_and_does_not_forbid_it(
    scene: Scene,
) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", SOLD)
    scene.unit("LGD-NEW1")
    recall = Notice(
        text="Richiamo: non caricare",
        first_serial="LGD-NEW1",
        last_serial="LGD-NEW1",
        first_day=SOLD,
    )
    keep_notice(scene.station.workplace.bench, recall)
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    scene.scan("LGD-NEW1")
    assert "Richiamo: non caricare" in seen(form)
    assert "can replace it" not in seen(form)
    press(form, "Replace and issue the slip")


def test_who_agreed_that_the_old_unit_is_scrapped_is_asked_for(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", SOLD)
    scene.unit("LGD-NEW1")
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    scene.scan("LGD-NEW1")
    consent = form.findChildren(QLineEdit)[-1]
    assert not consent.isVisible()
    buttons = form.findChildren(QRadioButton)
    next(one for one in buttons if one.text().startswith("Scrapped")).click()
    press(form, "Replace and issue the slip")
    assert "record who consented" in seen(form)
    assert form.isVisible()
    consent.setText("Bianchi, by phone today")
    press(form, "Replace and issue the slip")
    (device,) = select(scene.station.store, CaseDevice)
    assert (device.state, device.consent) == ("ready", "Bianchi, by phone today")


def walked(start: QWidget, count: int) -> list[str]:
    """The accessible names, or words, of the fields through which Tab goes from ``start``."""
    names: list[str] = []
    at: QWidget | None = start
    while at is not None and len(names) < count:
        name = at.accessibleName() or (at.text() if isinstance(at, QAbstractButton) else "")
        if name and at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            names.append(name)  # the fields inside combos have no name of their own
        at = at.nextInFocusChain()
    return names


def test_tab_walks_through_the_work_from_top_to_bottom(scene: Scene) -> None:
    form = repairing(scene)
    press(form, "Add a test")
    seen(form)
    first = next(one for one in form.findChildren(CodeCombo) if one.accessibleName() == "Repair")
    names = walked(first, 25)
    row = ["Test", "Value", "Unit of measure", "Remove this test"]
    assert names[:4] == ["Repair", "What was done", "Part from the stock", "Time"]
    assert names[4:20] == row * 4
    assert names[20:] == [
        "Add a test",
        "Housing and label intact",
        "Opening signalled and recorded",
        "The final test is passed",
        "Close without recording",
    ]
