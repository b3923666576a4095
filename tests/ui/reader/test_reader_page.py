"""The readers' page: search, roles, diagnostics, recordings, the simulated reader, the wedge."""

import json
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTableView,
)

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition, Direction, LinkState
from leghorn_bench.readers.known import Dress, KnownReader, Role
from leghorn_bench.readers.recording import Heading, Piece, Recording, recording_lines
from leghorn_bench.readers.registry import NAMES
from leghorn_bench.readers.troubles import (
    PluggedInNowhere,
    PortDenied,
    PortDeniedToAll,
    PortTakenBy,
)
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home
from leghorn_bench.ui.pages.reader.diagnostics import DiagnosticsView
from leghorn_bench.ui.pages.reader.page import ReaderPage
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.reader import Origin
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.workers.reader_search import ReaderSearch
from tests.ui.bench.seeing import press, seen
from tests.ui.reader.conftest import EPC, Scene, occupied, pad


@pytest.fixture
def scene(begin: Callable[..., Scene]) -> Scene:
    """The readers' page, with nothing plugged in."""
    made = begin()
    made.begin()
    press(made.station.window, "Readers")
    return made


def page(scene: Scene) -> ReaderPage:
    front = scene.station.window.front_page()
    assert isinstance(front, ReaderPage)
    return front


def told(scene: Scene) -> str:
    return seen(scene.station.window)


def plugged(scene: Scene, stage: ExitStack) -> KnownReader:
    known = KnownReader("m100", pad(stage).port, LineSettings(115200), Role.RFID)
    scene.station.readers.at_work.add(known, Origin.REAL)
    scene.until(Condition.READY)
    return known


def simulated(scene: Scene, name: str) -> None:
    """Plug a simulated reader of this dialect in, by hand."""
    press(scene.station.window, "Simulated reader")
    kinds = next(one for one in page(scene).findChildren(QComboBox) if one.findData(name) >= 0)
    kinds.setCurrentIndex(kinds.findData(name))
    kinds.activated.emit(kinds.currentIndex())
    press(page(scene), "Plug in")
    scene.until(Condition.READY)


def test_find_my_reader_asks_every_port_also_built_in_ones_and_keeps_what_it_found(
    scene: Scene, stage: ExitStack
) -> None:
    assert "No reader yet" in told(scene)
    reader = pad(stage)
    scene.plug(stage.enter_context(occupied(noise=True)), 1, "Maker", "Gadget")
    scene.plug(reader.port, 2, "Silicon Labs", "CP2102")
    press(scene.station.window, "Find my reader")
    scene.until(Condition.READY)
    words = told(scene)
    assert "Silicon Labs CP2102" in words
    assert "found: M100 V1.00 V2.3.1 115200 8N1" in words
    assert "Maker Gadget" in words
    press(scene.station.window, "Stop looking")
    assert "not decided" in told(scene)
    assert [one["dialect"] for one in read_settings(home().settings_file).readers] == ["m100"]


def test_a_reader_in_another_socket_that_is_looked_for_is_not_there_twice(
    scene: Scene, stage: ExitStack
) -> None:
    scene.plug(pad(stage).port, 1)
    here = scene.ports[0].usb
    assert here is not None
    known = KnownReader(
        "chafon288",
        "/dev/ttyUSB9",
        LineSettings(57600),
        Role.BARCODE,
        replace(here, location="2-4"),
    )
    work = scene.station.readers.at_work
    work.add(known, Origin.REAL)
    scene.until(Condition.SILENT)
    press(scene.station.window, "Find my reader")
    scene.until(Condition.READY)
    scene.qtbot.waitUntil(lambda: not work.searching)
    assert [(one.known.dialect, one.known.usb) for one in work.readers] == [("m100", here)]
    assert len(read_settings(home().settings_file).readers) == 1


def test_a_reader_that_is_found_as_the_window_closes_does_not_begin(
    scene: Scene, stage: ExitStack
) -> None:
    scene.plug(pad(stage).port, 1)
    work = scene.station.readers.at_work
    (search,) = work.findChildren(ReaderSearch)
    search.wait()  # it has found the reader, and the window has not heard of it
    scene.station.window.close()
    QApplication.processEvents()
    assert work.readers == ()


def test_a_device_with_a_long_name_hides_nothing_of_what_was_found(
    scene: Scene, stage: ExitStack
) -> None:
    scene.plug(pad(stage).port, 1, "Silicon Labs", "Bridge with a very long name " * 4)
    press(scene.station.window, "Find my reader")
    scene.until(Condition.READY)
    view = next(one for one in page(scene).findChildren(QScrollArea) if one.isVisible())
    scene.qtbot.waitUntil(lambda: "found: M100 V1.00" in told(scene))
    assert view.horizontalScrollBar().maximum() == 0


def test_a_reader_is_forgotten_when_the_person_says_so(scene: Scene, stage: ExitStack) -> None:
    plugged(scene, stage)
    press(page(scene), "Forget this reader")
    assert "No reader yet" in told(scene)
    assert read_settings(home().settings_file).readers == ()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (LinkState(Condition.SILENT, "COM3"), ["asleep", "Wake it with its button"]),
        (LinkState(Condition.WRONG_SPEED, "COM3"), ["wrong speed", "at another speed"]),
        (
            LinkState(
                Condition.DENIED,
                "COM3",
                PortDenied(port="COM3", group="dialout", user="ada"),
            ),
            ["port forbidden", "belongs to the group dialout", "sudo usermod -aG dialout ada"],
        ),
        (
            LinkState(Condition.DENIED, "COM3", PortDeniedToAll(port="COM3")),
            ["60-leghorn-bench.rules", "sudo cp packaging/linux/60-leghorn-bench.rules"],
        ),
        (
            LinkState(
                Condition.TAKEN, "COM3", PortTakenBy(port="COM3", program="minicom", process=7)
            ),
            ["port in use", "minicom (process 7) is using COM3", "The bench goes on by itself."],
        ),
        (
            LinkState(Condition.ABSENT, "", PluggedInNowhere(port="")),
            ["not plugged in", "The reader is not plugged in to this computer. Plug it in."],
        ),
    ],
)
def test_each_trouble_is_told_with_what_to_do(
    scene: Scene, stage: ExitStack, state: LinkState, words: list[str]
) -> None:
    port = stage.enter_context(occupied(noise=False))
    known = KnownReader("rdm6300", port, LineSettings(9600), Role.RFID, pushes=True)
    work = scene.station.readers.at_work
    work.add(known, Origin.REAL)
    scene.until(Condition.READY)  # it only pushes: its line tells no other state by itself
    work.readers[0].state = state
    work.changed.emit()
    shown = told(scene)
    assert [one for one in words if one not in shown] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_dialect_is_simulated_in_the_window(scene: Scene, name: str) -> None:
    simulated(scene, name)
    number = "LGD-0001" if name == "ascii" else EPC
    if name in {"rdm6300", "em18", "7941"}:
        number = "0102030405" if name != "7941" else "0A0B0C0D"
    if name in {"fdxb", "134k"}:
        number = "038412DBFAE7D5"
    if name in {"pn532", "cr95hf", "twn4", "metratec", "feig", "3m810"}:
        number = "E0040150954F02B1" if name != "pn532" else "04A1B2C3D4E5F6"
    field = next(
        one for one in page(scene).findChildren(QLineEdit) if one.accessibleName() == "Another tag"
    )
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    field.setText(number)
    scene.qtbot.keyClick(field, Qt.Key.Key_Return)
    scene.qtbot.waitUntil(lambda: bool(scans))


def test_a_ticked_tag_lies_on_the_antenna_and_the_line_can_be_made_bad(scene: Scene) -> None:
    simulated(scene, "m100")
    tags = page(scene).findChildren(QListWidget)[0]
    scene.qtbot.waitUntil(lambda: tags.count() == 1)
    tags.item(0).setCheckState(Qt.CheckState.Checked)
    press(scene.station.window, "Readers and antenna")
    scene.qtbot.waitUntil(lambda: "3074 257B F719 4E40 0000 1A85" in told(scene))
    press(scene.station.window, "Simulated reader")
    noise = next(
        one for one in page(scene).findChildren(QSlider) if one.accessibleName().startswith("Noise")
    )
    noise.setValue(100)
    counts = scene.station.readers.at_work.log.counts
    scene.qtbot.waitUntil(lambda: counts.noise > 0)


@pytest.mark.parametrize(
    ("name", "number", "maker"),
    [("pn532", "038412DBFAE7D5", "Hitachi"), ("fdxb", "038412DBFAE7D5", None)],
)
def test_the_country_of_an_animal_tag_is_not_taken_for_the_maker_of_a_chip(
    scene: Scene, name: str, number: str, maker: str | None
) -> None:
    simulated(scene, name)
    scene.station.readers.simulated.show(number)
    press(scene.station.window, "Readers and antenna")
    scene.qtbot.waitUntil(lambda: "0384 12DB FAE7 D5" in told(scene))
    assert ("Maker" in told(scene), "Hitachi" in told(scene)) == (bool(maker), bool(maker))


def test_a_number_that_the_reader_cannot_see_is_refused_in_words(scene: Scene) -> None:
    simulated(scene, "m100")
    field = next(
        one for one in page(scene).findChildren(QLineEdit) if one.accessibleName() == "Another tag"
    )
    field.setText("no tag")
    scene.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "found “no tag”" in told(scene)


def test_a_session_is_recorded_saved_and_played_back_without_any_effect(
    scene: Scene, tmp_path: Path
) -> None:
    simulated(scene, "m100")
    reading = scene.station.readers
    scans: list[Scan] = []
    scene.station.window.scan_heard.connect(scans.append)
    reading.simulated.show(EPC)
    press(scene.station.window, "Diagnostics")
    view = page(scene).findChildren(DiagnosticsView)[0]
    scene.qtbot.waitUntil(lambda: len(scans) == 1)
    view.refresh()
    assert view.findChildren(QTableView)[0].model().rowCount() > 4
    recording = tmp_path / "session.wire.txt"
    view.save(recording)
    assert "saved in" in told(scene)
    reading.simulated.end()

    view.play(recording)
    scene.qtbot.waitUntil(lambda: reading.at_work.log.counts.tags == 2)
    assert len(scans) == 1, "what is played is not acted on"
    press(view, "Stop playing")
    assert reading.at_work.readers == ()


def test_a_reader_that_is_unplugged_takes_not_the_port_of_its_twin(
    scene: Scene, stage: ExitStack
) -> None:
    """Adapters without a serial number are told apart by their sockets only."""
    here, gone = pad(stage, "rdm6300").port, pad(stage).port
    scene.plug(here, 7)
    twin = scene.ports[0].usb
    assert twin is not None
    work = scene.station.readers.at_work
    line = LineSettings(9600)
    absent = KnownReader("m100", gone, line, Role.RFID, replace(twin, location="2-1"))
    work.add(KnownReader("rdm6300", here, line, Role.RFID, twin), Origin.REAL)
    scene.until(Condition.READY)
    work.add(absent, Origin.REAL)
    scene.until(Condition.ABSENT, 1)
    assert "The reader is not plugged in to this computer." in told(scene)
    assert "is using" not in told(scene)


def searched_for(scene: Scene, stage: ExitStack, gone: KnownReader) -> ReadersAtWork:
    """``gone`` is plugged in nowhere, and looked for behind a port that says nothing."""
    scene.plug(stage.enter_context(occupied(noise=False)), 1)
    work = scene.station.readers.at_work
    work.add(gone, Origin.REAL)
    scene.until(Condition.ABSENT)
    press(scene.station.window, "Find my reader")
    scene.qtbot.waitUntil(lambda: work.searching)
    return work


def test_a_reader_that_is_forgotten_while_its_port_is_searched_does_not_come_back(
    scene: Scene, stage: ExitStack
) -> None:
    gone = KnownReader("m100", "/dev/ttyNOTHERE", LineSettings(115200), Role.RFID)
    work = searched_for(scene, stage, gone)
    press(scene.station.window, "Forget this reader")
    press(scene.station.window, "Stop looking")
    assert work.readers == ()
    assert read_settings(home().settings_file).readers == ()


def test_a_scanner_that_is_dressed_while_its_port_is_searched_reads_on_afterwards(
    scene: Scene, stage: ExitStack
) -> None:
    gone = KnownReader("ascii", "/dev/ttyNOTHERE", LineSettings(9600), Role.BARCODE)
    work = searched_for(scene, stage, gone)
    work.dress(work.readers[0], Dress(prefix="~"))
    assert work.readers[0].state.condition is Condition.CONNECTING
    press(scene.station.window, "Stop looking")
    scene.until(Condition.ABSENT)
    assert work.readers[0].known.dress.prefix == "~"
    assert work.readers[0].recorder.recording().heading.dress.prefix == "~"


def test_cards_without_any_end_are_played_back_as_they_were_read(
    scene: Scene, tmp_path: Path
) -> None:
    cards = ["# leghorn-bench wire recording 1\n# dialect: em18\n# line: 9600 N 1\n"]
    digits = (b"4500C5D1E9B8"[5:], b"4500C5D1E9B8", b"1F00644BB686")  # the first was cut short
    cards += [f"{at}.5 < {card.hex()}\n" for at, card in enumerate(digits)]
    recording = tmp_path / "cards.wire.txt"
    recording.write_text("".join(cards), encoding="utf-8")
    noticed: list[str] = []
    work = scene.station.readers.at_work
    work.noticed.connect(lambda one: noticed.append(one.sighting.scan.uid.hex().upper()))
    press(scene.station.window, "Diagnostics")
    view = page(scene).findChildren(DiagnosticsView)[0]
    speeds = next(one for one in view.findChildren(QComboBox) if one.findText("without pauses") > 0)
    speeds.setCurrentIndex(speeds.findText("without pauses"))
    view.play(recording)
    scene.qtbot.waitUntil(lambda: noticed == ["4500C5D1E9", "1F00644BB6"])


def test_a_dressed_scanner_is_played_back_as_it_was_dressed(scene: Scene, tmp_path: Path) -> None:
    heading = Heading("ascii", LineSettings(9600), dress=Dress(prefix="~", suffix="#"))
    wire = Piece(0.5, Direction.RECEIVED, b"~LB-0001#~LB-0002#")
    recording = tmp_path / "scanner.wire.txt"
    recording.write_text("".join(recording_lines(Recording(heading, (wire,)))), encoding="utf-8")
    press(scene.station.window, "Diagnostics")
    page(scene).findChildren(DiagnosticsView)[0].play(recording)
    lines: list[str] = []
    (reader,) = scene.station.readers.at_work.readers
    reader.heard.connect(lambda one: lines.append(getattr(one.what, "text", "")))
    scene.qtbot.waitUntil(lambda: [one for one in lines if one] == ["LB-0001", "LB-0002"])


def test_the_sessions_of_several_readers_are_saved_each_in_its_file(
    scene: Scene, stage: ExitStack, tmp_path: Path
) -> None:
    plugged(scene, stage)
    simulated(scene, "rdm6300")
    press(scene.station.window, "Diagnostics")
    page(scene).findChildren(DiagnosticsView)[0].save(tmp_path / "session.wire.txt")
    saved = sorted(tmp_path.glob("session*"))
    assert [one.name for one in saved] == ["session-1.wire.txt", "session-2.wire.txt"]
    assert ["m100" in one.read_text(encoding="utf-8") for one in saved] == [True, False]


def test_what_is_no_recording_is_refused_in_words(scene: Scene, tmp_path: Path) -> None:
    press(scene.station.window, "Diagnostics")
    view = page(scene).findChildren(DiagnosticsView)[0]
    view.play(tmp_path / "nothing")
    assert "could not be reached" in told(scene)
    (tmp_path / "letter.txt").write_text("Dear all,\n", encoding="utf-8")
    view.play(tmp_path / "letter.txt")
    assert "found “Dear all,”" in told(scene)


def test_the_file_for_support_holds_the_wires_and_the_versions(
    scene: Scene, stage: ExitStack, tmp_path: Path
) -> None:
    plugged(scene, stage)
    press(scene.station.window, "Diagnostics")
    page(scene).findChildren(DiagnosticsView)[0].save_for_support(tmp_path / "support.zip")
    assert "Attach" in told(scene)
    with zipfile.ZipFile(tmp_path / "support.zip") as archive:
        about = json.loads(archive.read("about.json"))
        assert about["readers"][0]["condition"] == "ready"
        assert "leghorn-bench" in about
        assert archive.read("1-m100.wire.txt").startswith(b"# leghorn-bench wire recording 1\n")
        shown = archive.read("diagnostics.txt").decode().splitlines()
    assert shown[0] == "Time\tReader\tWhat\tContent"
    assert any("info command=03" in line for line in shown)


def test_what_a_scanner_types_is_explained_and_its_settings_are_kept(scene: Scene) -> None:
    press(scene.station.window, "Scanner that types")
    scene.station.window.submit_scan(Scan("(01)08012345678905(21)7", ScanSource.WEDGE))
    assert "A scanner typed this" in told(scene)
    pause = next(
        one for one in page(scene).findChildren(QSpinBox) if "pause" in one.accessibleName()
    )
    pause.setValue(60)
    assert read_settings(home().settings_file).wedge.longest_gap_ms == 60


def test_the_threshold_is_kept_and_obeyed(scene: Scene, stage: ExitStack) -> None:
    plugged(scene, stage)
    weakest = next(
        one for one in page(scene).findChildren(QSlider) if "strength" in one.accessibleName()
    )
    weakest.setValue(-50)
    assert "Tags weaker than -50 dBm" in told(scene)
    assert read_settings(home().settings_file).antenna.weakest_dbm == -50


def test_a_reader_that_tells_no_dbm_has_its_shelf_kept_away_by_its_signal(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage, "chafon288")
    known = KnownReader("chafon288", reader.port, LineSettings(57600), Role.RFID)
    scene.station.readers.at_work.add(known, Origin.REAL)
    scene.until(Condition.READY)
    assert "Tags of any signal" not in told(scene)
    reader.show(TagRead(bytes.fromhex(EPC), signal=90))
    scene.qtbot.waitUntil(lambda: "Tags of any signal are taken" in told(scene))
    sliders = page(scene).findChildren(QSlider)
    next(one for one in sliders if "signal" in one.accessibleName()).setValue(80)
    assert read_settings(home().settings_file).antenna.weakest_signal == 80
    reader.show(TagRead(b"\x30\x34SHELF-0001", signal=72))
    scene.qtbot.waitUntil(lambda: "too weak: signal 72" in told(scene))
