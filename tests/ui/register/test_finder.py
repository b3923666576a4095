"""What is found while one types into the scan field, reached without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.hits import HitKind
from leghorn_bench.services.cases import Report, report_case
from leghorn_bench.store.search import search
from leghorn_bench.ui.frame.finder import Finder
from leghorn_bench.ui.frame.scan_field import ScanField
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.register.page import RegisterPage
from leghorn_bench.ui.widgets.hit_table import about, title
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import seen

DOWN, ENTER, ESC = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def field(scene: Scene) -> ScanField:
    field = scene.station.window.top.scan_field
    field.setFocus()
    return field


@pytest.fixture
def finder(scene: Scene, field: ScanField) -> Finder:
    case = Report(customer_id=scene.customer.id, text="Il varco non legge il sigillo")
    report_case(scene.station.workplace.bench, case)
    (finder,) = scene.station.window.findChildren(Finder)
    return finder


def typed(qtbot: QtBot, field: ScanField, finder: Finder, text: str) -> None:
    """Typed as a person types, one key after the other; the list is there."""
    for letter in text:
        qtbot.keyClick(field, letter, delay=60)
    qtbot.waitUntil(finder.isVisible)


def test_a_customer_is_found_from_the_scan_field_and_opened_by_keys_alone(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    qtbot.keyClick(scene.station.window, "k", Qt.KeyboardModifier.ControlModifier)
    typed(qtbot, field, finder, "porto")
    qtbot.keyClick(field, DOWN)
    while finder.hits[finder.table.view.currentIndex().row()].title != scene.customer.name:
        qtbot.keyClick(field, DOWN)
    qtbot.keyClick(field, ENTER)
    page = scene.station.window.front_page()
    assert isinstance(page, RegisterPage)
    assert not finder.isVisible()
    assert scene.customer.name in seen(page) or page.devices.isVisible()


def test_a_found_device_is_told_with_its_product_in_the_language_of_the_screen(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    scene.unit("LGD-0001")
    typed(qtbot, field, finder, "lgd-0001")
    (device,) = [hit for hit in finder.hits if hit.kind is HitKind.DEVICE]
    assert about(device).startswith("Demo Seal")
    (seal,) = search(scene.station.store, "Sigillo Demo")
    assert title(seal) == "Demo Seal"


def test_enter_alone_is_a_scan_although_something_was_found(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    heard: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: heard.append(scan.text))
    typed(qtbot, field, finder, "porto")
    qtbot.keyClick(field, ENTER)
    assert heard == ["porto"]
    assert not finder.isVisible()


def test_esc_closes_the_list_and_keeps_what_was_typed(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    typed(qtbot, field, finder, "porto")
    qtbot.keyClick(field, ESC)
    assert not finder.isVisible()
    assert field.text() == "porto"
    assert isinstance(scene.station.window.front_page(), BenchPage)


def test_a_case_is_found_by_the_words_of_its_report(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    typed(qtbot, field, finder, "varco")
    assert [hit.kind.value for hit in finder.hits] == ["case"]
    finder.table.view.clicked.emit(finder.table.model.index(0, 0))
    qtbot.waitUntil(lambda: "Il varco non legge" in seen(scene.station.window))
    QApplication.processEvents()


def test_what_is_not_found_shows_no_list_and_can_still_be_scanned(
    scene: Scene, qtbot: QtBot, field: ScanField, finder: Finder
) -> None:
    typed(qtbot, field, finder, "porto")
    qtbot.keyClicks(field, "qqq", delay=60)
    qtbot.waitUntil(lambda: not finder.isVisible())
    assert field.text() == "portoqqq"
