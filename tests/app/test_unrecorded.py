"""What is written and not recorded is there again after the program ended, however it ended."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.settings.places import home
from leghorn_bench.settings.unrecorded import UnrecordedDamaged, UnrecordedFile
from leghorn_bench.ui.dialogs.written_before import LooseText, WrittenBeforeDialog, loose_texts
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.bench.side import Side
from leghorn_bench.ui.pages.cases.case_dialogs import MinutesDialog
from leghorn_bench.ui.pages.cases.new_case import NewCaseDialog
from leghorn_bench.ui.pages.register.notice_dialog import NoticeDialog
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.app.a_person_writes import WORDS
from tests.ui.bench.conftest import Scene, begin, scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import open_case, photo, side, write
from tests.ui.conftest import dressed

__all__ = ["begin", "dressed", "scene"]
Begin = Callable[[Wish], Station]
REPORT = "What the customer reports"


@pytest.fixture
def again(scene: Scene, begin: Begin, tmp_path: Path, qtbot: QtBot) -> Callable[[], Station]:
    """Close the window, when it is still there, and start the program anew."""

    def start() -> Station:
        scene.station.window.close()
        station = begin(Wish(database=f"sqlite:///{tmp_path / 'bench.db'}"))
        qtbot.waitUntil(lambda: station.workplace.is_open)
        QApplication.processEvents()
        return station

    return start


def kept() -> list[Path]:
    return [*home().unrecorded.glob("*.json")]


def side_of(station: Station) -> Side:
    page = station.window.front_page()
    assert isinstance(page, BenchPage)
    return page.desk.handling.side


def test_a_judgement_with_its_photo_survives_the_plug(
    scene: Scene, again: Callable[[], Station], tmp_path: Path
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    side(scene).case_form.suggest_customer(scene.customer.id)
    open_case(scene, "LGD-0001")
    scene.station.window.close()
    url = f"sqlite:///{tmp_path / 'bench.db'}"
    command = [sys.executable, "-m", "tests.app.a_person_writes", url, str(photo(tmp_path))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as person:
        assert person.stdout is not None
        assert person.stdout.readline() == "kept\n"
        person.kill()
    draft = side_of(again()).assessment.draft
    assert draft.found == WORDS
    assert [one.content for one in draft.photos] == [(tmp_path / "shackle.png").read_bytes()]


def test_a_report_that_was_being_written_is_asked_for_again(
    scene: Scene, again: Callable[[], Station]
) -> None:
    scene.station.window.open_page("cases")
    press(scene.station.window, "New case…")
    dialog = scene.station.window.findChildren(NewCaseDialog)[0]
    write(dialog, REPORT, "Half a sentence")
    write(dialog, "Serial numbers, one a line", "LGD-0001")
    station = again()
    draft = station.window.findChildren(NewCaseDialog)[0].draft
    assert draft is not None
    assert (draft.form.report, draft.devices) == ("Half a sentence", "LGD-0001\n")
    assert "is here again" in station.window.foot.message.text


def test_what_stood_in_another_dialog_is_shown_to_be_copied(
    scene: Scene, again: Callable[[], Station]
) -> None:
    dialog = NoticeDialog(scene.station.workplace.bench, scene.station.window)
    dialog.open()
    field = dialog.findChildren(QPlainTextEdit)[0]
    field.insertPlainText("Lot with a weak battery")
    station = again()
    shown = station.window.findChildren(WrittenBeforeDialog)[0]
    assert dialog.windowTitle() in seen(shown)
    assert [one.toPlainText() for one in shown.findChildren(QPlainTextEdit)] == [
        "Lot with a weak battery"
    ]
    press(shown, "Copy")
    assert QApplication.clipboard().text() == "Lot with a weak battery"


def test_a_number_that_was_typed_is_kept_under_the_name_of_its_field(
    scene: Scene, qtbot: QtBot
) -> None:
    dialog = MinutesDialog("Add minutes", "Reason", 5, lambda _n, _why: None, scene.station.window)
    dialog.open()
    (minutes,) = dialog.findChildren(QSpinBox)
    qtbot.keyClicks(minutes, "42")
    assert loose_texts() == (LooseText("Add minutes", "Minutes", "42 min"),)
    dialog.reject()


def test_what_is_recorded_comes_back_no_more(
    scene: Scene, again: Callable[[], Station], qtbot: QtBot
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    qtbot.waitUntil(lambda: bool(kept()))
    side(scene).case_form.suggest_customer(scene.customer.id)
    open_case(scene, "LGD-0001")
    qtbot.waitUntil(lambda: not kept())
    assert "here again" not in again().window.foot.message.text


def test_a_damaged_file_is_told_and_set_aside(
    scene: Scene, again: Callable[[], Station], qtbot: QtBot
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    scene.station.window.close()
    file = kept()[0]
    file.write_bytes(b'{"pages": {"bench": {"cases": {"case of 1": {"report": 5}')
    assert "could not be put back" in again().window.foot.message.text
    assert file.with_suffix(".damaged.json").exists()


def test_what_was_set_aside_is_not_overwritten_by_the_next_damage() -> None:
    file = UnrecordedFile(home().unrecorded, "sqlite:///bench.db")
    for words in ("first", "second"):
        file.write({"pages": {}, "loose": []})
        file.path.write_text(words)
        with pytest.raises(UnrecordedDamaged):
            file.read()
    asides = sorted(home().unrecorded.glob("*.damaged*.json"))
    assert [one.read_text() for one in asides] == ["second", "first"]


@pytest.mark.parametrize(
    "damage",
    [
        '{"pages": 3}',
        '{"pages": {"no such page": {}}}',
        '{"pages": {"quotes": {}}}',
        '{"pages": {"bench": {"$day": 3}}}',
        '{"loose": 3}',
        '{"loose": [{"dialog": "Note"}]}',
        "[" * 100_000,
    ],
)
def test_whatever_the_file_holds_is_told_and_writing_is_kept_from_then_on(
    scene: Scene, again: Callable[[], Station], qtbot: QtBot, damage: str
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    scene.station.window.close()
    kept()[0].write_text(damage)
    station = again()
    assert "could not be put back" in station.window.foot.message.text
    station.window.submit_scan(Scan("LGD-0001", ScanSource.FIELD))
    write(side_of(station), REPORT, "Another sentence")
    qtbot.waitUntil(lambda: any("Another sentence" in one.read_text() for one in kept()))


def test_a_page_that_can_be_read_comes_back_beside_one_that_cannot(
    scene: Scene, again: Callable[[], Station]
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    scene.station.window.close()
    file = kept()[0]
    file.write_text(file.read_text().replace('"pages": {', '"pages": {"gone": {},', 1))
    station = again()
    assert "could not be put back" in station.window.foot.message.text
    assert side_of(station).case_form.draft.report == "Half a sentence"


@pytest.mark.parametrize("left", [None, b"half a pho"])
def test_the_words_of_a_judgement_come_back_when_its_photo_is_gone_and_that_is_told(
    scene: Scene, again: Callable[[], Station], tmp_path: Path, left: bytes | None
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    side(scene).case_form.suggest_customer(scene.customer.id)
    open_case(scene, "LGD-0001")
    write(side(scene), "In words", WORDS)
    side(scene).findChildren(PhotoStrip)[0].add_files([photo(tmp_path)])
    scene.station.window.close()
    (content,) = home().unrecorded.glob("*/*")
    content.unlink() if left is None else content.write_bytes(left)
    station = again()
    draft = side_of(station).assessment.draft
    assert (draft.found, draft.photos) == (WORDS, ())
    assert "not all its photos (missing: 1)" in station.window.foot.message.text


def test_a_folder_that_cannot_be_written_is_told_and_kept_in_once_it_can(
    scene: Scene, qtbot: QtBot
) -> None:
    rmtree(home().unrecorded)
    home().unrecorded.write_bytes(b"a file where a folder is wanted")
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    foot = scene.station.window.foot.message
    qtbot.waitUntil(lambda: "is not kept against a power cut" in foot.text)
    home().unrecorded.unlink()
    qtbot.waitUntil(lambda: any("Half a sentence" in one.read_text() for one in kept()))


def test_two_windows_on_one_database_keep_each_its_own_words_and_photos(
    scene: Scene, begin: Begin, tmp_path: Path, qtbot: QtBot
) -> None:
    def written() -> list[str]:
        return [side_of(station).assessment.draft.found for station in stations]

    def another() -> Station:
        station = begin(Wish(database=f"sqlite:///{tmp_path / 'bench.db'}"))
        qtbot.waitUntil(lambda: station.workplace.is_open)
        QApplication.processEvents()
        return station

    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    side(scene).case_form.suggest_customer(scene.customer.id)
    open_case(scene, "LGD-0001")
    stations = [scene.station, another()]
    for station, words in zip(stations, ("in the first", "in the second"), strict=True):
        station.window.submit_scan(Scan("LGD-0001", ScanSource.FIELD))
        write(side_of(station), "In words", words)
        side_of(station).findChildren(PhotoStrip)[0].add_files([photo(tmp_path)])
    for station in stations:
        station.window.close()
    assert len(kept()) == 2
    stations = [another(), another()]
    assert written() == ["in the first", "in the second"]
    photos = [side_of(station).assessment.draft.photos for station in stations]
    assert [len(own) for own in photos] == [1, 1]


def test_what_a_second_window_left_comes_back_in_the_first_that_opens(
    scene: Scene, again: Callable[[], Station]
) -> None:
    scene.unit("LGD-0001")
    scene.scan("LGD-0001")
    write(side(scene), REPORT, "Half a sentence")
    scene.station.window.close()
    (file,) = kept()
    file.rename(file.with_stem(f"{file.stem}-2"))
    assert side_of(again()).case_form.draft.report == "Half a sentence"
