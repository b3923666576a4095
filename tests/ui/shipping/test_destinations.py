"""One parcel of several cases; what its destination asks for is proposed all at once."""

import pypdfium2
import pytest
from PySide6.QtWidgets import QLineEdit

from leghorn_bench.services.cases import devices_of
from leghorn_bench.ui.dialogs.company import CompanyDialog
from leghorn_bench.ui.pages.shipping.depart_dialog import DepartDialog
from leghorn_bench.ui.pages.shipping.departure_form import DepartureForm
from tests.ui.bench.seeing import press
from tests.warehouse_scene import WarehouseScene, repaired


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
    ("country", "asked_for"),
    [
        ("IT", ["Transport document", "Parcel label"]),
        ("DE", ["Transport document", "Parcel label"]),
        ("CH", ["Transport document", "Proforma invoice", "Parcel label"]),
    ],
)
def test_the_destination_decides_which_papers_are_proposed(
    scene: WarehouseScene, country: str, asked_for: list[str]
) -> None:
    units = scene.units(1)
    repaired(scene, units)
    scene.station.store.execute("UPDATE customer SET country = ?, vat_number = ''", (country,))
    scene.scan(units[0].serial)
    dialog = papers(scene)
    if country == "CH":  # customs ask for a number of the sender, which is entered on the spot
        press(dialog, "Enter the company’s data…")
        (company,) = dialog.findChildren(CompanyDialog)
        fields = company.findChildren(QLineEdit)
        next(one for one in fields if one.accessibleName() == "EORI").setText("IT00000000000")
        press(company, "Keep the data")
    assert names(dialog) == asked_for
    assert ("Intrastat" in text_of(dialog.sheets[0].pdf)) == (country == "DE")
    dialog.reject()
