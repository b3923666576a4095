"""One parcel of several cases; what its destination asks for is proposed all at once."""

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from leghorn_bench.services.cases import devices_of
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.pages.shipping.depart_dialog import DepartDialog
from leghorn_bench.ui.pages.shipping.departure_form import DepartureForm
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene, repaired

AT_HOME = ["Transport document", "Parcel label"]
ABROAD = ["Transport document", "Proforma invoice", "Parcel label"]


def write(scene: WarehouseScene, name: str, text: str) -> None:
    form = scene.page.findChildren(DepartureForm)[0]
    field = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)
    field.setText(text)
    field.editingFinished.emit()


def papers(scene: WarehouseScene) -> DepartDialog:
    press(scene.station.window, "Papers and departure…")
    (dialog,) = scene.station.window.findChildren(DepartDialog)
    return dialog


def names(dialog: DepartDialog) -> list[str]:
    return [sheet.name.splitlines()[0] for sheet in dialog.sheets]


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(str(page.get_textpage().get_text_bounded()) for page in pages)


def test_devices_of_two_cases_of_one_customer_leave_in_one_parcel_with_all_that_was_written(
    scene: WarehouseScene,
) -> None:
    units = scene.units(2)
    devices = [*repaired(scene, units[:1]), *repaired(scene, units[1:])]
    scene.scan(units[0].serial, units[1].serial)
    told = {"Carrier": "Corriere Prova", "Tracking number": "1Z999DEMO", "Packages": "3"}
    for name, text in {**told, "Weight, kg": "2.5"}.items():
        write(scene, name, text)
    dialog = papers(scene)
    ddt = text_of(dialog.sheets[0].pdf)
    for said in ("2026-00001", "2026-00002", *told.values(), "2,5", *(u.serial for u in units)):
        assert said in ddt, said
    press(dialog, "Issue all and ship")
    states = {one.state for device in devices for one in devices_of(scene.bench, device.case_id)}
    assert states == {"shipped"}
    press(dialog, "Done")


@pytest.mark.parametrize(
    ("country", "postcode", "asked_for"),
    [
        ("IT", "16100", AT_HOME),
        ("DE", "20095", AT_HOME),
        ("CH", "4001", ABROAD),
        ("IT", "23041", ABROAD),
        ("GB", "BT9 5AB", AT_HOME),
        ("GB", "EC1A 1BB", ABROAD),
        ("SM", "47890", ABROAD),
    ],
)
def test_the_destination_decides_which_papers_are_proposed(
    scene: WarehouseScene, country: str, postcode: str, asked_for: list[str]
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.station.store.execute(
        "UPDATE customer SET country = ?, postcode = ?, vat_number = ''", (country, postcode)
    )
    scene.scan(units[0].serial)
    dialog = papers(scene)
    if asked_for == ABROAD:
        enter_eori(dialog)
    assert names(dialog) == asked_for
    within = country != "IT" and asked_for == AT_HOME
    assert ("Intrastat" in text_of(dialog.sheets[0].pdf)) == within
    dialog.reject()


def enter_eori(dialog: DepartDialog) -> None:
    """Customs ask for a number of the sender, which is entered on the spot."""
    press(dialog, "Enter the company’s data…")
    (company,) = dialog.findChildren(CompanyDialog)
    fields = company.findChildren(QLineEdit)
    next(one for one in fields if one.accessibleName() == "EORI").setText("IT00000000000")
    press(company, "Keep the data")


def fill_in(dialog: DepartDialog, **fields: str) -> None:
    """Write into the fields of the dialog, named with _ for a blank."""
    for name, text in fields.items():
        told = name.replace("_", " ")
        found = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == told)
        found.setText(text)
        found.editingFinished.emit()


def test_another_destination_beyond_the_union_asks_for_what_customs_want(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = papers(scene)
    assert "Delivery terms (Incoterms)" not in seen(dialog)
    place = {"Another_destination:_name": "Lager Prova", "Its_postcode_and_town": "4001 Basel"}
    fill_in(dialog, **place, Its_street_and_number="Weg 1", Its_country="ch")
    enter_eori(dialog)
    assert names(dialog) == ABROAD
    assert "Delivery terms (Incoterms)" in seen(dialog)
    assert "Lager Prova" in text_of(dialog.sheets[1].pdf)
    fill_in(dialog, Its_country="ZZ")
    assert "ZZ" in seen(dialog)
    assert not shown(dialog, "Issue all and ship").isEnabled()
    dialog.reject()


def shown(dialog: DepartDialog, name: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == name)


def test_once_the_parcel_has_left_escape_leaves_at_once_whatever_the_papers_were_told(
    scene: WarehouseScene, qtbot: QtBot
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = papers(scene)
    names = ("Another destination: name", "Its street and number", "Its postcode and town")
    for name, text in zip(names, ("Lager Prova", "Via Prova 1", "16100 Genova"), strict=True):
        qtbot.keyClicks(field(dialog, name), text)
        field(dialog, name).editingFinished.emit()
    press(dialog, "Issue all and ship")
    assert not shown(dialog, "Issue all and ship").isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_what_is_sought_in_a_paper_is_no_writing_that_escape_would_lose(
    scene: WarehouseScene, qtbot: QtBot
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.scan(units[0].serial)
    dialog = papers(scene)
    (preview,) = dialog.findChildren(PdfPreview)
    qtbot.keyClicks(preview.findChildren(QLineEdit)[0], units[0].serial)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def field(dialog: DepartDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)
