"""A parcel is unpacked by scanning alone; each scan is told in words, colour and sound."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.services.demo.pictures import Sight, photograph
from leghorn_bench.services.parcel_photos import photos_of_parcel
from leghorn_bench.services.parcels import contents, open_parcels, reconcile
from leghorn_bench.store.records import read
from leghorn_bench.ui.dialogs.labels import LabelsDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.pages.receiving.page import ReceivingPage
from leghorn_bench.ui.pages.receiving.parcel_view import ParcelView
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.warehouse_scene import WarehouseScene


def page_of(scene: WarehouseScene) -> ReceivingPage:
    assert isinstance(scene.page, ReceivingPage)
    return scene.page


def band(scene: WarehouseScene) -> str:
    return scene.page.findChildren(VerdictBand)[0].accessibleName()


def counter(scene: WarehouseScene) -> str:
    return scene.page.findChildren(BigCounter)[0].accessibleName()


def parcel_id(scene: WarehouseScene) -> int:
    parcel = page_of(scene).parcel
    assert parcel is not None
    return parcel.id


def in_front(scene: WarehouseScene, qtbot: QtBot) -> None:
    """Keys go to the window that is active."""
    window = scene.station.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_all_that_the_keyboard_reaches_in_a_parcel_has_a_name(scene: WarehouseScene) -> None:
    scene.scan("1Z999DEMO")
    view = page_of(scene).findChildren(ParcelView)[0]
    reached = [
        one
        for one in (view, *view.findChildren(QWidget))
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert view in reached
    spoken_for = [one for one in reached if one.focusProxy() is not None]  # the words of a choice
    nameless = [one for one in reached if not one.accessibleName() and one not in spoken_for]
    assert nameless == []


def test_a_scanned_waybill_begins_a_parcel(scene: WarehouseScene) -> None:
    scene.scan("1Z999DEMO")
    assert open_parcels(scene.bench)[0].waybill == "1Z999DEMO"
    assert "Scan the first device" in band(scene)


def test_the_first_device_begins_a_parcel_and_tells_whose_it_is(scene: WarehouseScene) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan(units[0].serial)
    assert open_parcels(scene.bench)[0].customer_id == scene.customer.id
    assert counter(scene).startswith("1 / 3")
    assert units[0].serial in band(scene)
    assert "Announced" in band(scene)


def test_a_waybill_scanned_after_the_parcel_was_begun_fills_its_field(
    scene: WarehouseScene,
) -> None:
    press(scene.station.window, "New parcel")
    scene.scan("1Z999DEMO")
    assert open_parcels(scene.bench)[0].waybill == "1Z999DEMO"


def test_what_is_odd_is_told_in_words(scene: WarehouseScene) -> None:
    units = scene.units(2)
    (foreign,) = scene.units(1, scene.another_customer())
    scene.announced(units[:1])
    scene.scan("1Z999DEMO", units[0].serial)
    scene.scan(units[0].serial)
    assert "Already scanned" in band(scene)
    scene.scan(units[1].serial)
    assert "Not announced" in band(scene)
    scene.scan("XX-UNKNOWN-1")
    assert "Unknown" in band(scene)
    scene.scan(foreign.serial)
    assert "sold to Terminal Prova S.r.l." in band(scene)
    told = seen(scene.page)
    assert "1 extra" in told
    assert "1 sold to others" in told
    assert "1 unknown" in told


def test_a_device_in_another_open_case_is_refused_and_not_added(scene: WarehouseScene) -> None:
    (unit,) = scene.units(1)
    scene.announced([unit])
    scene.scan("1Z999DEMO", unit.serial)
    scene.page.go_back()
    scene.scan("1Z999OTHER", unit.serial)
    assert "In another open case" in band(scene)
    assert not contents(scene.bench, parcel_id(scene))


def test_a_parcel_without_authorisation_is_received_and_held(scene: WarehouseScene) -> None:
    units = scene.units(1)
    scene.announced(units, authorised=False)
    scene.scan("1Z999DEMO", units[0].serial)
    assert "Received in a case that is reported. Held: the sales rep has not" in band(scene)
    assert contents(scene.bench, parcel_id(scene))[0].state == "received"


def test_the_last_scan_can_be_undone(scene: WarehouseScene) -> None:
    units = scene.units(2)
    scene.announced(units)
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    scene.station.window.foot.message.undo()
    assert len(contents(scene.bench, parcel_id(scene))) == 1
    assert counter(scene).startswith("1 / 2")


def test_closing_names_what_is_missing_and_can_be_undone(scene: WarehouseScene) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.station.window, "Close the parcel")
    assert "1 device received, 2 missing, 0 extra, 0 unknown." in band(scene)
    assert not open_parcels(scene.bench)
    scene.station.window.foot.message.undo()
    assert len(open_parcels(scene.bench)) == 1
    assert len(reconcile(scene.bench, parcel_id(scene)).missing) == 2


def test_the_missing_ones_are_listed_on_a_click(scene: WarehouseScene) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.page, "2 missing")
    view = page_of(scene).findChildren(VerdictBand)[0].parent()
    assert view is not None
    assert page_of(scene).listed == [unit.serial for unit in units[1:]]
    scene.scan(units[1].serial)
    assert page_of(scene).listed == [units[1].serial, units[0].serial]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, offscreen
def test_accessories_and_condition_take_two_keys(scene: WarehouseScene, qtbot: QtBot) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    in_front(scene, qtbot)
    for opens, key in (("A", "2"), ("A", "6"), ("C", "4")):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, opens)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        qtbot.keyClicks(menu, key)
    device = read(scene.bench.store, CaseDevice, contents(scene.bench, parcel_id(scene))[0].id)
    assert device.accessories == ("Cavo di ricarica", "Chiave o tessera")
    assert device.condition == "Tagliato"
    assert "Charging cable, Key or card · Cut" in seen(scene.page)


def test_a_label_that_was_stuck_on_is_confirmed_by_scanning_it(scene: WarehouseScene) -> None:
    units = scene.units(2)
    scene.announced(units)
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    scene.scan(f"LB:D:{units[0].serial}")
    assert "Label confirmed" in band(scene)
    assert "1 device still waits for its label." in band(scene)
    press(scene.station.window, "Close the parcel")
    scene.scan(f"LB:D:{units[1].serial}")
    assert "All labels of this parcel are confirmed." in band(scene)


def test_the_label_of_another_thing_is_refused_with_a_sentence(scene: WarehouseScene) -> None:
    scene.scan("1Z999DEMO", "LB:S:A1")
    assert "Refused" in band(scene)


def test_a_parcel_put_aside_is_found_again(scene: WarehouseScene, qtbot: QtBot) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    first = parcel_id(scene)
    scene.page.go_back()
    assert page_of(scene).parcel is None
    qtbot.waitUntil(lambda: "1Z999DEMO · Porto Esempio S.p.A." in seen(scene.page))
    scene.scan(f"LB:P:{first}")
    assert parcel_id(scene) == first


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_parcel_survives_a_change_of_language(scene: WarehouseScene, language: str) -> None:
    scene.scan("1Z999DEMO")
    before = parcel_id(scene)
    scene.station.speak(language)  # type: ignore[arg-type]
    assert parcel_id(scene) == before


def test_all_labels_are_one_document_on_any_stock(
    scene: WarehouseScene, tmp_path: Path, qtbot: QtBot
) -> None:
    units = scene.units(3)
    scene.announced(units)
    scene.scan("1Z999DEMO", *(unit.serial for unit in units))
    press(scene.station.window, "Labels")
    dialog = scene.station.window.findChild(LabelsDialog)
    assert dialog is not None
    dialog.save_to(tmp_path / "missing" / "labels.pdf")
    qtbot.waitUntil(lambda: "Choose another folder" in seen(dialog))
    with qtbot.waitSignal(dialog.printed):
        dialog.save_to(tmp_path / "labels.pdf")
    printed = pypdfium2.PdfDocument((tmp_path / "labels.pdf").read_bytes())
    assert [unit.serial in page_text(printed, n) for n, unit in enumerate(units)] == [True] * 3
    assert "stick each on, then scan it to confirm" in scene.foot


def page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    return str(pdf[number].get_textpage().get_text_bounded())


def strips(scene: WarehouseScene, qtbot: QtBot) -> list[PhotoStrip]:
    """Those of the unopened and the opened box, once they are on screen."""

    def seen_now() -> list[PhotoStrip]:
        return [one for one in scene.page.findChildren(PhotoStrip) if one.isVisible()]

    qtbot.waitUntil(lambda: len(seen_now()) == 2)
    return seen_now()


def test_photos_of_the_box_are_kept_with_the_parcel(
    scene: WarehouseScene, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "box.jpg"
    picture.write_bytes(photograph(Sight.INTACT, "BOX"))
    scene.scan("1Z999DEMO")
    for strip in strips(scene, qtbot):
        strip.add_files([picture])
    first = parcel_id(scene)
    kept = photos_of_parcel(scene.bench, first)
    assert [photo.note for photo in kept] == ["unopened", "opened"]
    scene.page.go_back()
    page_of(scene).open_parcel(first)
    assert [len(strip.photos) for strip in strips(scene, qtbot)] == [1, 1]
    press(scene.page, "Remove this photo")
    assert len(photos_of_parcel(scene.bench, first)) == 1


def test_the_other_code_of_a_label_confirms_it_once_labels_are_printed(
    scene: WarehouseScene, tmp_path: Path, qtbot: QtBot
) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.station.window, "Labels")
    dialog = scene.station.window.findChild(LabelsDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.printed):
        dialog.save_to(tmp_path / "labels.pdf")
    scene.scan(units[0].serial)
    assert "Label confirmed" in band(scene)


def test_receipts_are_issued_when_the_parcel_is_closed(scene: WarehouseScene) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.station.window, "Close the parcel")
    press(scene.station.window, "Receipts")
    preview = scene.station.window.findChild(PaperPreview)
    assert preview is not None
    assert "Intake receipt 2026/00001" in preview.windowTitle()
    preview.reject()
    press(scene.station.window, "Receipts")
    again = scene.station.window.findChildren(PaperPreview)[-1]
    assert "Intake receipt 2026/00001" in again.windowTitle()
    assert "marked as a copy" in seen(again)


def test_the_label_of_a_case_opens_the_case_while_a_parcel_is_unpacked(
    scene: WarehouseScene,
) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial, "LB:C:2026-00001")
    assert "Case 2026-00001" in seen(scene.page)
    scene.open("receiving")
    assert counter(scene).startswith("1 / 1")


def test_the_receipts_are_what_comes_next_once_a_parcel_is_closed(scene: WarehouseScene) -> None:
    units = scene.units(1)
    scene.announced(units)
    scene.scan("1Z999DEMO", units[0].serial)
    press(scene.station.window, "Close the parcel")
    primary = page_of(scene).primary
    assert primary is not None
    assert primary.text() == "Receipts"
    primary.trigger()
    preview = scene.station.window.findChild(PaperPreview)
    assert preview is not None
    assert preview.windowTitle() == "Intake receipt 2026/00001"
