"""What is ready is packed by scanning, and leaves with all its papers in one gesture."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.demo.pictures import Sight, photograph
from leghorn_bench.services.leaving_goods import Payment
from leghorn_bench.services.returning import Checked, check_against_intake, last_check
from leghorn_bench.services.shipping import PaidBecause, note_battery, packed, packing_parcels
from leghorn_bench.services.stepping import take_step
from leghorn_bench.settings.values import PrinterChoice
from leghorn_bench.store.records import read, select
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.dialogs.customer import CustomerDialog
from leghorn_bench.ui.dialogs.product import ProductDialog
from leghorn_bench.ui.pages.shipping.check_dialog import CheckDialog
from leghorn_bench.ui.pages.shipping.depart_dialog import DepartDialog
from leghorn_bench.ui.pages.shipping.page import ShippingPage
from leghorn_bench.ui.pages.shipping.reasons import payment_shown
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, received, repaired, returned


def page_of(scene: WarehouseScene) -> ShippingPage:
    assert isinstance(scene.page, ShippingPage)
    return scene.page


def band(scene: WarehouseScene) -> str:
    return scene.page.findChildren(VerdictBand)[0].accessibleName()


def counter(scene: WarehouseScene) -> str:
    return scene.page.findChildren(BigCounter)[0].accessibleName()


def parcel_id(scene: WarehouseScene) -> int:
    parcel = page_of(scene).parcel
    assert parcel is not None
    return parcel.id


def state(scene: WarehouseScene, device: CaseDevice) -> str:
    return read(scene.bench.store, CaseDevice, device.id).state


def test_a_scanned_device_begins_the_parcel_of_its_customer(scene: WarehouseScene) -> None:
    units = scene.units(3)
    repaired(scene, units)
    scene.scan(units[0].serial)
    assert counter(scene).startswith("1 / 3")
    assert "At our expense" in band(scene)
    assert "A fault of material or production, in warranty." in band(scene)
    scene.scan(f"LB:D:{units[1].serial}")
    assert len(packed(scene.bench, parcel_id(scene))) == 2


def test_what_waits_is_shown_by_customer(scene: WarehouseScene) -> None:
    repaired(scene, scene.units(2))
    scene.page.came_to_front()
    model = page_of(scene).waiting
    assert [(row.ready, row.to_check) for row in model] == [(2, 0)]


def test_a_device_that_is_not_ready_is_refused_in_words(scene: WarehouseScene) -> None:
    (unit,) = scene.units(1)
    scene.announced([unit])
    scene.scan(unit.serial)
    assert scene.foot
    assert page_of(scene).parcel is None


def test_a_packed_device_can_be_taken_out_again(scene: WarehouseScene) -> None:
    units = scene.units(2)
    repaired(scene, units)
    scene.scan(units[0].serial)
    scene.station.window.foot.message.undo()
    assert not packed(scene.bench, parcel_id(scene))
    scene.scan(units[0].serial)
    press(scene.page, "Take out (Del)")
    assert not packed(scene.bench, parcel_id(scene))


def test_the_tracking_number_is_scanned(scene: WarehouseScene) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial, "1Z999TRACK")
    assert packing_parcels(scene.bench)[0].waybill == "1Z999TRACK"


def test_a_misread_serial_number_is_no_tracking_number(scene: WarehouseScene) -> None:
    (unit,) = scene.units(1)
    repaired(scene, [unit])
    scene.scan(unit.serial, unit.serial[:-1])
    assert "Refused" in band(scene)
    assert not packing_parcels(scene.bench)[0].waybill


def test_a_suspect_battery_never_goes_by_air(scene: WarehouseScene) -> None:
    units = scene.units(1)
    (device,) = repaired(scene, units)
    scene.scan(units[0].serial)
    note_battery(scene.bench, device.id, BatteryState.SUSPECT)
    scene.page.came_to_front()
    air = next(one for one in scene.page.findChildren(QCheckBox) if one.isVisible())
    air.click()
    assert "Refused" in band(scene)
    assert not air.isChecked()
    assert not packing_parcels(scene.bench)[0].by_air


def test_a_device_goes_back_only_when_it_was_held_against_its_intake(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    (device,) = returned(scene, units)
    scene.scan(units[0].serial)
    dialog = scene.station.window.findChild(CheckDialog)
    assert dialog is not None
    told = seen(dialog)
    assert "On arrival: Intact" in told
    assert "Not in the box, and noted on the slip: Charging cable" in told
    dialog.findChildren(QCheckBox)[0].click()
    press(dialog, "Checked: it may be packed")
    check = last_check(scene.bench, device.id)
    assert check is not None
    assert check.accessories == ("Cavo di ricarica",)
    assert not check.differences
    assert "At the customer's expense" in band(scene)
    assert counter(scene).startswith("1 / 1")


def test_all_papers_are_shown_issued_and_saved_in_one_gesture(
    scene: WarehouseScene, tmp_path: Path, qtbot: QtBot
) -> None:
    units = scene.units(1)
    more = scene.units(1)
    devices = [*repaired(scene, units), *returned(scene, more)]
    scene.scan(units[0].serial, more[0].serial)
    check = scene.station.window.findChild(CheckDialog)
    assert check is not None
    with qtbot.waitSignal(check.finished):
        press(check, "Checked: it may be packed")
    press(scene.station.window, "Papers and departure…")
    dialog = next(one for one in scene.station.window.findChildren(DepartDialog))
    assert [sheet.name.splitlines()[0] for sheet in dialog.sheets] == [
        "Transport document",
        "Returned as it came",
        "Parcel label",
    ]
    assert not select(scene.bench.store, StoredPaper)
    with qtbot.waitSignal(dialog.departed):
        press(dialog, "Issue all and ship")
    assert {state(scene, device) for device in devices} == {"shipped"}
    dialog.save_into(tmp_path)
    ddt = pypdfium2.PdfDocument((tmp_path / "ddt-2026-00001.pdf").read_bytes())
    assert units[0].serial in ddt[0].get_textpage().get_text_bounded()
    assert "Shipped" in band(scene)
    press(dialog, "Done")


def test_what_a_paper_lacks_is_told_before_anything_leaves(scene: WarehouseScene) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.station.store.execute("UPDATE customer SET address = '', city = ''")
    scene.scan(units[0].serial)
    press(scene.station.window, "Papers and departure…")
    dialog = scene.station.window.findChild(DepartDialog)
    assert dialog is not None
    assert not dialog.sheets
    assert not next(
        button
        for button in dialog.findChildren(type(dialog.add_verb("x")))
        if button.accessibleName() == "Issue all and ship"
    ).isEnabled()


def dialog_of(scene: WarehouseScene) -> DepartDialog:
    press(scene.station.window, "Papers and departure…")
    dialog = scene.station.window.findChild(DepartDialog)
    assert dialog is not None
    return dialog


def write(dialog: QWidget, **fields: str) -> None:
    """Write into the fields of ``dialog``, named with _ for a blank."""
    for name, text in fields.items():
        told = name.replace("_", " ")
        found = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == told]
        found[0].setText(text)
        found[0].editingFinished.emit()


def test_an_address_that_lacks_is_completed_without_leaving_the_parcel(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.station.store.execute("UPDATE customer SET address = '', city = ''")
    scene.scan(units[0].serial)
    dialog = dialog_of(scene)
    press(dialog, "Complete the customer’s data…")
    customer = dialog.findChild(CustomerDialog)
    assert customer is not None
    write(customer, Country="Italy")
    press(customer, "Keep the data")
    assert customer.isVisible()
    write(customer, Country="it", Street_and_number="Via <b>Prova</b> & 1", City="Livorno")
    press(customer, "Keep the data")
    text = pypdfium2.PdfDocument(dialog.sheets[0].pdf)[0].get_textpage().get_text_bounded()
    assert "Via <b>Prova</b> & 1" in text


def test_what_customs_ask_for_is_entered_before_a_proforma_is_issued(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.station.store.execute("UPDATE customer SET country = 'CH', city = 'Basel'")
    scene.station.store.execute(
        "UPDATE product SET hs_code = '', origin_country = '', value_cents = 0"
    )
    scene.scan(units[0].serial)
    dialog = dialog_of(scene)
    press(dialog, "Enter the company’s data…")
    company = dialog.findChild(CompanyDialog)
    assert company is not None
    write(company, EORI="IT00000000000")
    press(company, "Keep the data")
    press(dialog, "Complete the product’s data…")
    product = dialog.findChild(ProductDialog)
    assert product is not None
    fields = {"Customs_code_(HS)": "85", "Country_of_origin": "it"}
    write(product, **fields, **{"Value_for_customs,_euro": "185.00"})
    press(product, "Keep the data")
    assert product.isVisible()
    write(product, **{"Customs_code_(HS)": "8526.91"})
    press(product, "Keep the data")
    names = [sheet.name.splitlines()[0] for sheet in dialog.sheets]
    assert "Proforma invoice" in names
    assert "8526.91" in proforma_text(dialog)
    procedure = next(
        box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Customs procedure"
    )
    procedure.setCurrentText("Inward processing (repair)")
    write(dialog, **{"Reference_of_the_import_or_export_(MRN)": "26it00000000000007"})
    assert "Re-export after inward processing" in proforma_text(dialog)
    assert "26IT00000000000007" in proforma_text(dialog)


def proforma_text(dialog: DepartDialog) -> str:
    (pdf,) = (sheet.pdf for sheet in dialog.sheets if sheet.name.startswith("Proforma invoice"))
    return str(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded())


def test_another_destination_is_written_once_for_papers_and_label(scene: WarehouseScene) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = dialog_of(scene)
    write(dialog, **{"Another_destination:_name": "Deposito Prova"})
    assert "its name, street and town are needed" in seen(dialog)
    write(dialog, Its_street_and_number="Molo 9", Its_postcode_and_town="16100 Genova")
    for sheet in (dialog.sheets[0], dialog.sheets[-1]):
        text = pypdfium2.PdfDocument(sheet.pdf)[0].get_textpage().get_text_bounded()
        assert "Deposito Prova" in text


def test_a_device_whose_label_is_gone_is_packed_by_hand(
    scene: WarehouseScene, qtbot: QtBot
) -> None:
    repaired(scene, scene.units(1))
    scene.page.came_to_front()
    for name in ("Devices that wait to leave", "Devices for this parcel"):
        tables = page_of(scene).findChildren(QTableView)
        qtbot.keyClick(next(t for t in tables if t.accessibleName() == name), Qt.Key.Key_Return)
    assert len(packed(scene.bench, parcel_id(scene))) == 1


def test_the_label_of_a_case_opens_the_case_while_a_parcel_is_packed(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial, "LB:C:2026-00001")
    assert "Case 2026-00001" in seen(scene.page)
    scene.open("shipping")
    assert counter(scene).startswith("1 / 1")


def test_all_photos_of_a_device_that_goes_back_fit_the_smallest_screen(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    (device,) = received(scene, units)
    photos = tuple(
        NewFile(filename=f"{n}.jpg", content=photograph(Sight.INTACT, "")) for n in "1234"
    )
    assess(scene.bench, device.id, Judgement(origin=Origin.NO_FAULT, photos=photos))
    take_step(scene.bench, device.id, DeviceStep.RETURN_AS_IT_CAME)
    scene.scan(units[0].serial)
    dialog = scene.station.window.findChild(CheckDialog)
    assert dialog is not None
    assert dialog.height() <= 640


def test_several_reasons_of_the_customer_are_told_together() -> None:
    told = payment_shown(
        Payment(Payer.CUSTOMER, {PaidBecause.ACCEPTED: 2, PaidBecause.AS_IT_CAME: 1})
    )
    assert told.reason == (
        "Several reasons, all of them the customer's to pay: quote accepted (2), as it came (1)."
    )


def test_a_transport_that_a_quote_charges_is_told_although_the_parcel_is_ours() -> None:
    mixed = Payment(Payer.COMPANY, {PaidBecause.WARRANTY: 1, PaidBecause.ACCEPTED: 1})
    told = payment_shown(mixed, Money.of(20))
    assert told.word == "At our expense"
    assert "20.00 € stands in the accepted quote, and is charged with it." in told.reason
    assert "20.00" not in payment_shown(mixed).reason


def test_the_cost_that_lacks_is_written_without_leaving_the_papers(
    scene: WarehouseScene, qtbot: QtBot
) -> None:
    (device,) = returned(scene, scene.units(1))
    check_against_intake(scene.bench, device.id, Checked(accessories=device.accessories))
    scene.open("shipping")
    scene.scan(device.scanned)
    page_of(scene).ask_papers()
    papers = QApplication.activeModalWidget()
    assert isinstance(papers, DepartDialog)
    assert "its cost is not written" in seen(papers)
    assert "No paper can be made yet" in seen(papers)
    press(papers, "Write the cost…")
    asked = QApplication.activeModalWidget()
    assert asked is not None
    press(asked, "Keep the cost")
    assert "Write an amount" in seen(asked)
    amount = asked.findChildren(QLineEdit)[0]
    qtbot.keyClicks(amount, "18,50")
    press(asked, "Keep the cost")
    assert [sheet.file[:3] for sheet in papers.sheets] == ["ddt", "as_", "par"]
    assert "its cost is not written" not in seen(papers)
    assert "No paper can be made yet" not in seen(papers)


def test_what_the_map_sends_out_is_not_printed_again_and_the_rest_is_one_gesture(
    scene: WarehouseScene, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    module = "leghorn_bench.ui.pages.shipping.depart_dialog"
    monkeypatch.setattr(f"{module}.printer_names", lambda: ["Attic"])
    choices = {"ddt": PrinterChoice("Office", "Lower", 3)}
    scene.station.settings = replace(scene.station.settings, printers=choices)
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = dialog_of(scene)
    with qtbot.waitSignal(dialog.departed):
        press(dialog, "Issue all and ship")
    assert "Sent to their printers: Transport document 2026/00001." in seen(dialog)
    press(dialog, "Print the others")
    jobs = select(scene.bench.store, PrintJob, "ORDER BY id")
    assert [(job.kind, job.printer, job.copies) for job in jobs] == [
        ("ddt", "Office", 3),
        ("parcel_label", "Attic", 1),
    ]
    press(dialog, "Done")


def test_all_papers_of_a_parcel_are_printed_from_the_dialog_through_the_queue(
    scene: WarehouseScene, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    module = "leghorn_bench.ui.pages.shipping.depart_dialog"
    monkeypatch.setattr(f"{module}.printer_names", lambda: ["Attic"])
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = dialog_of(scene)
    with qtbot.waitSignal(dialog.departed):
        press(dialog, "Issue all and ship")
    press(dialog, "Print all")
    press(dialog, "Print all")
    jobs = select(scene.bench.store, PrintJob, "ORDER BY id")
    originals = [job for job in jobs if job.paper_id is not None]
    assert [job.kind for job in jobs] == ["ddt", "parcel_label"] * 2
    assert len(originals) == 1
    press(dialog, "Done")
