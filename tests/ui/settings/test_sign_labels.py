"""Labels of shelves and badges come from the settings, and a scan of them does what they say."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.dialogs.labels import LabelsDialog
from leghorn_bench.ui.icons import IconButton
from leghorn_bench.ui.pages.settings.page import SettingsPage
from tests.documents.pages import codes
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import open_case
from tests.ui.bench.test_pointed_out import SOLD


@pytest.fixture
def settings(scene: Scene) -> SettingsPage:
    scene.station.window.open_page("settings")
    page = scene.station.window.front_page()
    assert isinstance(page, SettingsPage)
    return page


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def written(text: str) -> QWidget:
    """The dialog of shelves with these names in it."""
    names = dialog().findChild(QPlainTextEdit)
    assert names is not None
    names.setPlainText(text)
    return dialog()


def shelves(settings: SettingsPage) -> None:
    settings.show_subject("printers")
    press(settings.section("printers"), "Print shelf labels…")


def printed(qtbot: QtBot, path: Path) -> str:
    """What the labels that are shown say, once they are saved; the dialog closes."""
    there = dialog()
    assert isinstance(there, LabelsDialog)
    with qtbot.waitSignal(there.printed):
        there.save_to(path)
    (said,) = {text for _form, text in codes(path.read_bytes())}
    return said


def test_the_label_that_is_printed_takes_the_device_to_its_shelf(
    scene: Scene, settings: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    shelves(settings)
    press(written("a-07"), "Show the labels")
    said = printed(qtbot, tmp_path / "shelf.pdf")
    scene.station.window.open_page("bench")
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    scene.scan(said)
    assert "On shelf A-07" in seen(scene.page)


def test_how_many_labels_there_will_be_is_told_as_one_writes(settings: SettingsPage) -> None:
    shelves(settings)
    assert "0 labels" in seen(dialog())
    assert "14 labels" in seen(written("A1..A12\nB1\nB2"))
    assert "is no row of shelves" in seen(written("A1..B2"))
    assert "14 labels" not in seen(dialog())
    press(dialog(), "Close")


def test_shelves_in_use_are_written_already(scene: Scene, settings: SettingsPage) -> None:
    scene.unit("LGD-0009")
    scene.station.store.execute("UPDATE device SET shelf = 'g2'")
    shelves(settings)
    names = dialog().findChild(QPlainTextEdit)
    assert names is not None
    assert names.toPlainText() == "G2"
    press(dialog(), "Close")


def test_the_badge_that_is_printed_is_the_persons(
    scene: Scene, settings: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.show_subject("people")
    section = settings.section("people")
    who = scene.station.workplace.bench.operator
    press(section, f"Print the badge of {who.name}")
    said = printed(qtbot, tmp_path / "badge.pdf")
    assert said.casefold() == f"lb:o:{who.login}"
    assert "The badges went to" in scene.station.window.foot.message.text


def test_the_badges_of_all_who_work_here_are_shown_together(
    scene: Scene, settings: SettingsPage
) -> None:
    scene.station.store.execute("UPDATE operator SET active = 0 WHERE login <> 'ada'")
    settings.show_subject("people")
    press(settings.section("people"), "Print the badges…")
    assert "1 label" in seen(dialog())
    press(dialog(), "Close")


def test_nobody_prints_the_badge_of_who_no_longer_works_here(
    scene: Scene, settings: SettingsPage
) -> None:
    scene.station.store.execute("UPDATE operator SET active = 0")
    settings.show_subject("people")
    section = settings.section("people")
    section.refresh()
    buttons = section.findChildren(IconButton)
    badges = [one for one in buttons if one.accessibleName().startswith("Print the badge of")]
    assert badges
    assert not any(one.isEnabled() for one in badges)
