"""What the readers tell, as the person at the bench sees it in the window."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QTableView

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.ends import PtyEnd
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home
from leghorn_bench.settings.values import AntennaChoice, BenchSettings
from leghorn_bench.ui.reading.reader import Origin
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.ui.reader.conftest import EPC, TID, Scene, pad

CARD = dialect("rdm6300").simulation()
TAG = TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID))


@pytest.fixture
def scene(begin: Callable[..., Scene]) -> Scene:
    """A station with nothing plugged in."""
    made = begin()
    made.begin()
    return made


def plugged(scene: Scene, reader: Simulator, name: str = "m100", baud: int = 115200) -> None:
    """The bench reads from ``reader``."""
    role = Role.BARCODE if name == "ascii" else Role.RFID
    known = KnownReader(name, reader.port, LineSettings(baud), role)
    scene.station.readers.at_work.add(known, Origin.REAL)
    scene.until(Condition.READY, len(scene.station.readers.at_work.readers) - 1)


def told(scene: Scene) -> str:
    return seen(scene.station.window)


def verdict(scene: Scene) -> str:
    bands = scene.station.window.front_page().findChildren(VerdictBand)
    return bands[0].accessibleName() if bands else ""


def test_the_chip_is_told_beside_the_code_and_agrees_with_the_one_on_file(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    reader.show(TAG)
    chip = "Chip E280 1170 0000 020A 1B2C 3D4E, made by Impinj: the one on file."
    scene.qtbot.waitUntil(lambda: chip in told(scene))
    assert verdict(scene).startswith("Not sold")


def test_a_code_on_another_chip_is_told_as_a_possible_clone_with_what_differs(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    reader.show(TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID[:-1] + "F")))
    scene.qtbot.waitUntil(lambda: verdict(scene).startswith("Ambiguous"))
    assert "a clone, or the tag was changed" in verdict(scene)
    differs = "TID read E280 1170 0000 020A 1B2C 3D4F, on file E280 1170 0000 020A 1B2C 3D4E."
    assert differs in told(scene)


def test_a_chip_that_was_told_while_its_scan_waited_for_a_dialog_is_told_with_it(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    dialog = QDialog(scene.station.window)
    dialog.setModal(True)
    dialog.show()
    scene.qtbot.waitExposed(dialog)
    reader.show(TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID[:-1] + "F")))
    work = scene.station.readers.at_work
    scene.qtbot.waitUntil(lambda: work.last_chip is not None)
    assert verdict(scene) == ""
    dialog.close()
    scene.qtbot.waitUntil(lambda: verdict(scene).startswith("Ambiguous"))


def test_a_code_of_nobody_on_two_chips_is_told_as_a_possible_clone_too(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    nobodys = bytes.fromhex(EPC[:-1] + "6")
    reader.lay(TagRead(nobodys, tid=bytes.fromhex(TID[:-1] + "1")))
    scene.qtbot.waitUntil(lambda: scene.station.readers.at_work.last_chip is not None)
    reader.lay()
    scene.qtbot.waitUntil(lambda: verdict(scene).startswith("Unknown"))
    scene.station.readers.at_work.begin_parcel()
    reader.lay(TagRead(nobodys, tid=bytes.fromhex(TID[:-1] + "2")))
    scene.qtbot.waitUntil(lambda: verdict(scene).startswith("Ambiguous"))
    assert "but earlier the same code was on E280 1170 0000 020A 1B2C 3D41" in verdict(scene)


def test_two_chips_under_one_code_in_a_parcel_are_told_though_nobody_knows_the_code(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    nobodys = bytes.fromhex(EPC[:-1] + "6")
    reader.lay(*(TagRead(nobodys, tid=bytes.fromhex(TID[:-1] + end)) for end in "12"))
    scene.qtbot.waitUntil(lambda: "a clone, or the tag was changed" in verdict(scene))
    scene.qtbot.waitUntil(lambda: len(received(scene)) == 1)
    assert received(scene)[0][1].startswith("Possible clone")


def test_a_scanner_and_a_pad_serve_the_same_window(scene: Scene, stage: ExitStack) -> None:
    tags, barcodes = pad(stage), pad(stage, "ascii")
    plugged(scene, tags)
    plugged(scene, barcodes, "ascii", 9600)
    assert "2 readers" in told(scene)
    tags.show(EPC)
    scene.qtbot.waitUntil(lambda: "LGD-0001" in told(scene))
    barcodes.show("LGD-9999")
    scene.qtbot.waitUntil(lambda: verdict(scene).startswith("Unknown"))


def test_a_tag_that_two_readers_see_is_scanned_once(scene: Scene, stage: ExitStack) -> None:
    pads = pad(stage), pad(stage)
    for reader in pads:
        plugged(scene, reader)
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    for reader in pads:
        reader.lay(EPC)
    told_by = {one.name for one in scene.station.readers.at_work.readers}
    heard: set[str] = set()
    scene.station.readers.at_work.noticed.connect(lambda one: heard.add(one.reader.name))
    scene.qtbot.waitUntil(lambda: heard == told_by)
    assert scans == [EPC]


def test_a_tag_that_is_still_held_when_its_reader_is_forgotten_is_scanned(
    begin: Callable[..., Scene], stage: ExitStack
) -> None:
    held = AntennaChoice(hold_s=60)
    scene = begin(BenchSettings(language="en", sounds=False, antenna=held))
    scene.begin()
    reader = pad(stage)
    plugged(scene, reader)
    reader.show(EPC)
    work = scene.station.readers.at_work
    scene.qtbot.waitUntil(lambda: work.log.counts.tags > 0)
    assert "LGD-0001" not in told(scene)
    work.drop(work.readers[0])
    scene.qtbot.waitUntil(lambda: "LGD-0001" in told(scene))


def test_a_reader_unplugged_in_the_middle_of_a_frame_goes_on_when_it_is_back(
    scene: Scene, tmp_path: Path
) -> None:
    first, second = (CARD.show([number]) for number in ("0102030405", "0504030201"))
    port = tmp_path / "ttyUSB7"
    end = PtyEnd()
    port.symlink_to(end.name)
    known = KnownReader("rdm6300", f"{port}", LineSettings(9600), Role.RFID, pushes=True)
    scene.station.readers.at_work.add(known, Origin.REAL)
    scene.until(Condition.READY)
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    words: list[str] = []
    scene.station.readers.at_work.changed.connect(lambda: words.append(told(scene)))

    end.write(first + second[:6])  # the second read is cut in the middle
    scene.qtbot.waitUntil(lambda: scans == ["0102030405"])
    port.unlink()
    end.close()
    scene.qtbot.waitUntil(lambda: any("unplugged, trying again" in one for one in words))

    end = PtyEnd()
    port.symlink_to(end.name)
    scene.until(Condition.READY)
    end.write(second)
    scene.qtbot.waitUntil(lambda: scans == ["0102030405", "0504030201"])
    scene.station.window.close()
    end.close()


def test_the_reader_page_shows_the_tag_and_keeps_the_scan_to_itself(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Readers")
    reader.show(TAG)
    scene.qtbot.waitUntil(lambda: "E280 1170 0000 020A 1B2C 3D4E" in told(scene))
    words = told(scene)
    assert "Impinj" in words
    assert "1 read so far" in words
    assert verdict(scene) == ""


def test_what_was_read_is_no_longer_shown_when_the_last_reader_has_gone(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Readers")
    reader.show(TAG)
    scene.qtbot.waitUntil(lambda: "3074 257B F719 4E40 0000 1A85" in told(scene))
    press(scene.station.window, "Forget this reader")
    assert "3074 257B F719 4E40 0000 1A85" not in told(scene)
    assert "Hold a tag on it" in told(scene)


def test_what_was_read_is_no_longer_shown_when_its_reader_is_unplugged(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Readers")
    reader.show(TAG)
    scene.qtbot.waitUntil(lambda: "3074 257B F719 4E40 0000 1A85" in told(scene))
    reader.close()
    scene.qtbot.waitUntil(lambda: "Hold a tag on it" in told(scene))


def test_the_shelf_hides_the_tag_on_the_table_for_a_moment_only(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Readers")
    reader.lay(TagRead(bytes.fromhex(EPC), rssi_dbm=-45))
    scene.qtbot.waitUntil(lambda: "Read" in told(scene).splitlines())
    reader.lay(
        TagRead(bytes.fromhex(EPC), rssi_dbm=-45), TagRead(b"\x30\x34SHELF-0001", rssi_dbm=-72)
    )
    scene.qtbot.waitUntil(lambda: "Too weak" in told(scene).splitlines())
    scene.qtbot.waitUntil(lambda: "Too weak" not in told(scene).splitlines())
    assert "3074 257B F719 4E40 0000 1A85" in told(scene)


def test_a_tag_that_lies_there_is_shown_with_its_chip_when_the_page_is_opened_later(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    reader.lay(TAG)
    scene.qtbot.waitUntil(lambda: "made by Impinj" in told(scene))
    press(scene.station.window, "Readers")
    scene.qtbot.waitUntil(lambda: "E280 1170 0000 020A 1B2C 3D4E" in told(scene))


def test_a_parcel_is_counted_tag_by_tag_where_the_page_takes_many(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    scene.station.window.submit_scan(Scan("1Z999DEMO0042", ScanSource.FIELD))  # the waybill
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    parcel = [TagRead(number.to_bytes(12, "big"), rssi_dbm=-40 - number) for number in range(1, 9)]
    reader.lay(*parcel)
    scene.qtbot.waitUntil(lambda: len(scans) >= len(parcel))
    tags = scene.station.readers.at_work.log.counts
    again = tags.tags + 2 * len(parcel)
    scene.qtbot.waitUntil(lambda: tags.tags >= again)  # they lie there, and are not counted twice
    assert sorted(scans) == [number.to_bytes(12, "big").hex().upper() for number in range(1, 9)]


def test_a_parcel_that_begins_with_its_tags_takes_each_of_them_once(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    parcel = [TagRead(number.to_bytes(12, "big"), rssi_dbm=-50) for number in range(1, 9)]
    reader.lay(*parcel)
    scene.qtbot.waitUntil(lambda: len(received(scene)) == len(parcel))
    counts = scene.station.readers.at_work.log.counts
    again = counts.tags + 3 * len(parcel)
    scene.qtbot.waitUntil(lambda: counts.tags >= again)
    assert len(scans) == len(set(scans)) == len(parcel)
    assert "Already scanned" not in told(scene)


def test_a_tag_that_was_taken_back_may_be_read_again_once_it_has_gone(
    begin: Callable[..., Scene], stage: ExitStack
) -> None:
    quick = AntennaChoice(repeat_s=0.3)
    scene = begin(BenchSettings(language="en", sounds=False, antenna=quick))
    scene.begin()
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    reader.show(EPC)
    scene.qtbot.waitUntil(lambda: len(received(scene)) == 1)
    scene.station.window.undo_last()
    assert received(scene) == []
    again = QTimer(interval=400)  # it goes, and comes again
    again.timeout.connect(lambda: reader.show(EPC))
    again.start()
    scene.qtbot.waitUntil(lambda: len(received(scene)) == 1)
    again.stop()


def test_the_chip_of_a_tag_that_was_taken_back_doubts_nothing_in_the_parcel(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage, "chafon288")  # tells TIDs by itself
    plugged(scene, reader, "chafon288", 57600)
    press(scene.station.window, "Receiving")
    reader.show(TAG)
    scene.qtbot.waitUntil(lambda: len(received(scene)) == 1)
    scene.station.window.undo_last()
    other = bytes.fromhex(TID[:-1] + "F")
    reader.show(TagRead(bytes.fromhex(EPC), tid=other))
    work = scene.station.readers.at_work
    scene.qtbot.waitUntil(
        lambda: (
            work.last_chip is not None
            and work.last_chip.tag is not None
            and work.last_chip.tag.tid == other
        )
    )
    assert "clone" not in verdict(scene)


def test_a_tag_of_a_parcel_that_passes_by_another_reader_later_is_not_scanned_again(
    begin: Callable[..., Scene], stage: ExitStack
) -> None:
    quick = AntennaChoice(repeat_s=0.3)
    scene = begin(BenchSettings(language="en", sounds=False, antenna=quick))
    scene.begin()
    first, second = pad(stage), pad(stage)
    for reader in (first, second):
        plugged(scene, reader)
    press(scene.station.window, "Receiving")
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    first.show(EPC)
    scene.qtbot.waitUntil(lambda: len(received(scene)) == 1)
    work = scene.station.readers.at_work
    seen_by: list[str] = []
    work.noticed.connect(lambda one: seen_by.append(one.reader.name))
    QTimer.singleShot(400, lambda: second.show(EPC))  # it has gone from the first one meanwhile
    scene.qtbot.waitUntil(lambda: work.readers[1].name in seen_by)
    assert scans == [EPC]


def test_one_code_on_two_chips_in_a_parcel_is_told_as_a_possible_clone(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage, "chafon288")  # tells TIDs by itself
    plugged(scene, reader, "chafon288", 57600)
    press(scene.station.window, "Receiving")
    reader.show(TAG)
    scene.qtbot.waitUntil(lambda: "LGD-0001" in verdict(scene))
    assert "clone" not in verdict(scene)
    reader.show(TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID[:-1] + "F")))
    scene.qtbot.waitUntil(lambda: "a clone, or the tag was changed" in verdict(scene))
    assert "TID read E280 1170 0000 020A 1B2C 3D4F" in verdict(scene)


def received(scene: Scene) -> list[list[str]]:
    """The list of the parcel, as it is shown."""
    views = [
        view
        for view in scene.station.window.front_page().findChildren(QTableView)
        if view.isVisible()
    ]
    if not views:
        return []
    model = views[0].model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def doubted(scene: Scene) -> dict[str, list[str]]:
    """The lines of the parcel that may be clones, by their serial numbers."""
    return {line[0]: line for line in received(scene) if "clone" in line[1]}


def test_the_chips_of_a_parcel_are_asked_for_and_a_doubt_stays_with_its_line(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    reader.lay(
        TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID[:-1] + "F")),
        TagRead(bytes.fromhex(EPC[:-1] + "6"), tid=bytes.fromhex(TID[:-1] + "7")),
    )
    scene.qtbot.waitUntil(lambda: "LGD-0001" in doubted(scene))
    assert list(doubted(scene)) == ["LGD-0001"]
    assert "TID read E280 1170 0000 020A 1B2C 3D4F" in doubted(scene)["LGD-0001"][3]


def test_the_bench_is_told_of_what_was_doubted_in_the_parcel(
    scene: Scene, stage: ExitStack
) -> None:
    reader = pad(stage)
    plugged(scene, reader)
    press(scene.station.window, "Receiving")
    reader.lay(TagRead(bytes.fromhex(EPC), tid=bytes.fromhex(TID[:-1] + "F")))
    scene.qtbot.waitUntil(lambda: "a clone, or the tag was changed" in verdict(scene))
    reader.lay()
    press(scene.station.window, "Bench")
    scene.station.window.submit_scan(Scan(EPC, ScanSource.FIELD))
    scene.qtbot.waitUntil(lambda: "Doubted in its parcel: TID read E280" in told(scene))


def test_a_scanners_dress_is_told_on_its_card_kept_and_obeyed_at_once(
    scene: Scene, stage: ExitStack
) -> None:
    barcodes = pad(stage, "ascii")
    plugged(scene, barcodes, "ascii", 9600)
    press(scene.station.window, "Readers")
    prefix = next(
        field
        for field in scene.station.window.front_page().findChildren(QLineEdit)
        if field.accessibleName() == "Prefix"
    )
    prefix.setText("LG")
    prefix.editingFinished.emit()
    scene.until(Condition.READY)
    scans: list[str] = []
    scene.station.window.scan_heard.connect(lambda scan: scans.append(scan.text))
    barcodes.show("X-1", "LGD-4711")
    scene.qtbot.waitUntil(lambda: scans == ["D-4711"])
    (kept,) = read_settings(home().settings_file).readers
    assert kept["dress"]["prefix"] == "LG"


def test_a_station_with_a_simulated_reader_may_be_closed_twice(scene: Scene) -> None:
    scene.station.readers.simulated.begin("m100")
    scene.station.close()
    scene.station.window.close()
