"""What the page of settings keeps, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.printing import PrintJob
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.company import company_of
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.house_rules import house_rules
from leghorn_bench.services.operators import add_operator
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.places import take_in_hand
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import keep_part, parts_in_stock
from leghorn_bench.services.replacing import carry_rule
from leghorn_bench.store.records import select
from leghorn_bench.ui.dialogs.parts_taken import PartsTaken
from leghorn_bench.ui.pages.settings.company import CompanySection
from leghorn_bench.ui.pages.settings.lists import ListsSection
from leghorn_bench.ui.pages.settings.page import SettingsPage
from leghorn_bench.ui.pages.settings.people import PeopleSection
from leghorn_bench.ui.pages.settings.sales_import import ImportSection
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen

SALES = "serial;product_code;product;customer_code;customer;sold_on\n"


@pytest.fixture
def settings(scene: Scene) -> SettingsPage:
    scene.station.window.open_page("settings")
    page = scene.station.window.front_page()
    assert isinstance(page, SettingsPage)
    return page


def shown(page: SettingsPage, key: str) -> QWidget:
    page.show_subject(key)
    return page.section(key)


def field(widget: QWidget, name: str) -> QLineEdit:
    found = (one for one in widget.findChildren(QLineEdit) if one.accessibleName() == name)
    return next(found)


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def foot(scene: Scene) -> str:
    return scene.station.window.foot.message.text


def test_the_company_needs_what_a_paper_must_show(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "company")
    field(section, "Company name").setText("Sigilli d'Esempio S.r.l.")
    press(section, "Keep")
    assert "street is missing" in foot(scene)
    for name, text in (
        ("Street and number", "Via 1"),
        ("City", "Livorno"),
        ("VAT number", "IT99000000499"),
    ):
        field(section, name).setText(text)
    press(section, "Keep")
    assert company_of(scene.station.workplace.bench).address.city == "Livorno"


def test_a_logo_is_a_picture(settings: SettingsPage, tmp_path: Path) -> None:
    section = shown(settings, "company")
    assert isinstance(section, CompanySection)
    (tmp_path / "no.png").write_bytes(b"no picture")
    section.take_logo(tmp_path / "no.png")
    assert "this is none" in seen(section)
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(tmp_path / "yes.png"))
    section.take_logo(tmp_path / "yes.png")
    assert section.company.logo.startswith(b"\x89PNG")


def test_a_badge_held_to_the_reader_belongs_to_the_new_person(
    scene: Scene, settings: SettingsPage
) -> None:
    section = shown(settings, "people")
    press(section, "Add a person…")
    field(dialog(), "Name").setText("Bruno Esempio")
    next(box for box in dialog().findChildren(QCheckBox) if box.text() == "technician").click()
    scene.scan("LB:O:04AABBCC")
    press(dialog(), "Keep")
    people = select(scene.station.store, Operator, "WHERE login = 'bruno.esempio'")
    assert (people[0].badge, people[0].roles) == ("04AABBCC", ("technician",))
    assert "Bruno Esempio" in seen(section)


def test_what_a_person_who_is_put_aside_still_has_is_told(
    scene: Scene, settings: SettingsPage
) -> None:
    bench, unit = scene.station.workplace.bench, scene.unit("LGD-0001", date(2026, 3, 14))
    tito = Operator(login="tito", name="Tito Esempio", roles=("technician",))
    tito = add_operator(bench, tito)
    parcel = begin_parcel(bench, Arrival(customer_id=scene.customer.id))
    device = scan_into_parcel(bench, parcel.id, unit.serial).device
    assert device is not None
    take_in_hand(bench, device.id, tito.login)
    section = shown(settings, "people")
    assert isinstance(section, PeopleSection)
    section.edit(tito)
    next(box for box in dialog().findChildren(QCheckBox) if box.text() == "works here").click()
    press(dialog(), "Keep")
    assert "still has a device: LGD-0001. Put it on a shelf." in foot(scene)


def test_the_last_administrator_stays_one(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "people")
    assert isinstance(section, PeopleSection)
    section.edit(scene.station.workplace.bench.operator)
    next(box for box in dialog().findChildren(QCheckBox) if box.text() == "administrator").click()
    press(dialog(), "Keep")
    assert "is the last administrator" in seen(dialog())
    press(dialog(), "Close without recording")


def test_the_rule_of_replacing_units_is_kept(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "rules")
    choices = section.findChildren(QAbstractButton)
    next(one for one in choices if one.text() == "Whichever of the two ends later").click()
    assert carry_rule(scene.station.workplace.bench) is CarryRule.LONGER


def test_a_sales_file_is_looked_at_before_it_is_imported(
    scene: Scene, settings: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    section = shown(settings, "import")
    assert isinstance(section, ImportSection)
    path = tmp_path / "sales.csv"
    good = "LGD-0001;LGD-SG100;Seal;C1;Porto Esempio S.p.A.;2026-03-14\n"
    path.write_text(SALES + good + "LGD-0002;LGD-SG100;Seal;C1;Porto;not a day\n")
    section.look_at(path)
    qtbot.waitUntil(lambda: "Dry run" in seen(section))
    assert "New: 1, updated: 0, unchanged: 0, rejected: 1" in seen(section)
    assert scene.station.store.row("SELECT count(*) FROM device") == (0,)
    press(section, "Import")
    qtbot.waitUntil(lambda: "The sales are imported." in foot(scene))
    assert scene.station.store.row("SELECT count(*) FROM device") == (1,)


def test_a_file_that_is_no_list_of_sales_is_refused_in_words(
    scene: Scene, settings: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    section = shown(settings, "import")
    assert isinstance(section, ImportSection)
    section.look_at(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: bool(foot(scene)))
    assert "gone.csv" in seen(section)


def test_printers_scanner_and_database_are_choices_of_this_computer(
    scene: Scene, settings: SettingsPage
) -> None:
    section = shown(settings, "printers")
    combo = printer_of(section, "Intake receipt")
    combo.addItem("Laser", "Laser")
    combo.setCurrentIndex(combo.count() - 1)
    press(section, "Keep")
    assert scene.station.settings.printers["intake_receipt"].printer == "Laser"
    section = shown(settings, "scanner")
    field(section, "Prefix").setText("~")
    press(section, "Keep")
    assert scene.station.settings.wedge.prefix == "~"
    section = shown(settings, "database")
    field(section, "Address").setText("postgresql://ada@server/bench")
    press(section, "Keep")
    assert scene.station.settings.database == "postgresql://ada@server/bench"


def test_a_prefix_of_the_scanner_holds_at_once(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "scanner")
    field(section, "Prefix").setText("~")
    press(section, "Keep")
    assert "from now on" in foot(scene)
    window, heard = scene.station.window, list[Scan]()
    window.scan_heard.connect(heard.append)
    for letter in "~LGD-1\r":  # a person's pace: only the prefix makes it a scan
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_A
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(window.windowHandle(), event)
    assert [(scan.text, scan.source) for scan in heard] == [("LGD-1", ScanSource.WEDGE)]


def test_a_backup_is_taken_while_the_window_goes_on(
    scene: Scene, settings: SettingsPage, qtbot: QtBot
) -> None:
    section = shown(settings, "care")
    press(section, "Back up now")
    qtbot.waitUntil(lambda: "The copy is kept in" in seen(section))
    press(section, "Check the data")
    qtbot.waitUntil(lambda: "The data are whole." in seen(section))
    assert scene.station.workplace.is_open


def test_an_entry_of_a_list_gets_another_wording(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "lists")
    press(section, "Add an entry…")
    for name, text in (("Code", "rust"), ("Italiano", "Ruggine"), ("English", "Rust")):
        field(dialog(), name).setText(text)
    press(dialog(), "Keep")
    assert scene.station.store.row("SELECT count(*) FROM setting") == (1,)


def test_the_section_in_front_survives_another_language(
    scene: Scene, settings: SettingsPage
) -> None:
    shown(settings, "tariffs")
    scene.station.speak("it")
    assert "Tariffe" in seen(scene.station.window)
    scene.station.wear("dark")
    assert scene.station.settings.theme == "dark"
    scene.station.wear("light")


def test_the_limits_of_the_house_are_kept(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "rules")
    field(section, "Fee for a diagnosis").setText("35,00")
    press(section, "Keep")
    assert house_rules(scene.station.workplace.bench).diagnosis_cents == 3500


def test_a_part_is_put_into_the_stock(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "parts")
    assert "No part is in stock yet." in seen(section)
    press(section, "Add a part…")
    press(dialog(), "Keep")
    assert "it has to be filled in" in seen(dialog())
    field(dialog(), "Code").setText("ANSA-1")
    field(dialog(), "Name").setText("Ansa demo")
    field(dialog(), "Shelf").setText("R2")
    press(dialog(), "Keep")
    assert "ANSA-1 · Ansa demo" in seen(section)
    assert [part.shelf for part in parts_in_stock(scene.station.workplace.bench)] == ["R2"]


@pytest.mark.parametrize("price", ["about ten", "-4"])
def test_a_price_that_is_no_amount_is_told_and_never_taken_for_nothing(
    scene: Scene, settings: SettingsPage, price: str
) -> None:
    press(shown(settings, "parts"), "Add a part…")
    for name, text in (("Code", "ANSA-1"), ("Name", "Ansa demo"), ("Price", price)):
        field(dialog(), name).setText(text)
    press(dialog(), "Keep")
    assert "Write an amount in euro" in seen(dialog())
    assert not parts_in_stock(scene.station.workplace.bench)
    dialog().close()


def test_a_fee_that_is_no_amount_is_told_and_changes_no_rule(
    scene: Scene, settings: SettingsPage
) -> None:
    section = shown(settings, "rules")
    fee = field(section, "Fee for a diagnosis")
    fee.setText("twenty")
    press(section, "Keep")
    assert "Write an amount in euro" in scene.station.window.foot.message.text
    assert fee.text() == "twenty"


def test_a_repair_takes_the_parts_that_are_chosen(scene: Scene, qtbot: QtBot) -> None:
    part = keep_part(scene.station.workplace.bench, Part(code="A", name="Ansa", quantity=3))
    taken = PartsTaken([part])
    qtbot.addWidget(taken)
    taken.show()
    taken.take(str(part.id))
    taken.take(str(part.id))
    assert taken.taken == ((part.id, 2),)
    assert "2 × A · Ansa" in seen(taken)
    press(taken, "Put Ansa back")
    assert not taken.taken


def test_a_checklist_is_kept_for_its_products(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "checklists")
    assert "all other products" in seen(section)
    press(section, "Add a checklist…")
    press(dialog(), "Add a step")
    for name, text in (
        ("Code", "bolt"), ("Products", "LGD-SG1"), ("Italiano", "Perno"), ("English", "Bolt"),
    ):  # fmt: skip
        field(dialog(), name).setText(text)
    press(dialog(), "Keep")
    assert "Checklist bolt is on file." in foot(scene)
    lists = catalogues_of(scene.station.store)
    assert [one.name.word("en") for one in lists.checklist_for("LGD-SG100").steps] == ["Bolt"]


def test_a_checklist_without_steps_is_refused(settings: SettingsPage) -> None:
    press(shown(settings, "checklists"), "Change seal")
    removing = [one for one in dialog().findChildren(QAbstractButton) if "step" in one.toolTip()]
    for button in removing:
        button.click()
    press(dialog(), "Keep")
    assert "it has to be filled in" in seen(dialog())


def test_a_fault_worded_anew_keeps_its_likely_cause(scene: Scene, settings: SettingsPage) -> None:
    section = shown(settings, "lists")
    assert isinstance(section, ListsSection)
    before = catalogues_of(scene.station.store).faults["antenna"]
    section.edit(before.name)
    field(dialog(), "English").setText("Aerial")
    press(dialog(), "Keep")
    after = catalogues_of(scene.station.store).faults["antenna"]
    assert (after.name.word("en"), after.hint, after.origin) == (
        "Aerial", before.hint, before.origin,
    )  # fmt: skip


def test_a_test_page_goes_through_the_queue_and_what_becomes_of_it_is_told(
    scene: Scene, settings: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leghorn_bench.ui.pages.settings.printers.printer_names", lambda: ["Attic"])
    section = shown(settings, "printers")
    printer_of(section, "Transport document").setCurrentText("Attic")
    press(section, "Test print of Transport document")
    assert "the printer Attic" in scene.station.window.foot.message.text
    (job,) = select(scene.station.store, PrintJob)
    assert (job.kind, job.printer, job.paper_id) == ("ddt", "Attic", None)


def printer_of(section: QWidget, paper: str) -> QComboBox:
    """The choice of the printer of a paper."""
    name = f"Printer of {paper}"
    return next(one for one in section.findChildren(QComboBox) if one.accessibleName() == name)
