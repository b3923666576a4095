"""The record of a judgement on the card: what arrived, its revisions, marks on filed photos."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from leghorn_bench.services.assessing import evidence_of
from leghorn_bench.services.on_bench import photo_bytes
from leghorn_bench.ui.dialogs.earlier_judgements import EarlierJudgements
from leghorn_bench.ui.dialogs.photo_view import PhotoView
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import (
    RECORD,
    choose_fault,
    choose_origin,
    open_case,
    photo,
    side,
    write,
)
from tests.ui.bench.test_papers import dialog

SOLD = date(2026, 3, 14)


def choose(scene: Scene, name: str, code: str) -> None:
    combos = side(scene).assessment.findChildren(CodeCombo)
    combo = next(one for one in combos if one.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def add_photo(parent: QWidget, folder: Path) -> None:
    """Add a photo to the strip that is on the screen."""
    strip = next(one for one in parent.findChildren(PhotoStrip) if one.isVisible())
    strip.add_files([photo(folder)])


def judged_with_photo(scene: Scene, folder: Path) -> int:
    """A device whose judgement has one photo; gives its id in the case."""
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    add_photo(side(scene), folder)
    press(scene.station.window, RECORD)
    work = scene.page.desk.handling.work
    assert work is not None
    return work.device.id


def test_what_arrived_is_recorded_and_stands_on_the_card(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    choose(scene, "Reported symptom", "no_lock")
    choose(scene, "State on arrival", "forced")
    choose(scene, "Battery", "suspect")
    write(side(scene).assessment, "Firmware", "2.4.1")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    told = seen(side(scene).judged)
    for words in (
        "Does not lock",
        "The gate does not read it",
        "Forced",
        "Battery suspect",
        "2.4.1",
    ):
        assert words in told


def test_a_coded_symptom_words_itself_where_nothing_was_written(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    write(side(scene).assessment, "As the customer says it", "")
    choose(scene, "Reported symptom", "no_lock")
    assert side(scene).assessment.draft.symptom == "Non si chiude"


def test_the_words_of_a_symptom_follow_its_code_until_a_person_writes(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    write(side(scene).assessment, "As the customer says it", "")
    for code in ("dead", "no_lock"):
        choose(scene, "Reported symptom", code)
    assert side(scene).assessment.draft.symptom == "Non si chiude"
    write(side(scene).assessment, "As the customer says it", "Suona da solo")
    choose(scene, "Reported symptom", "dead")
    assert side(scene).assessment.draft.symptom == "Suona da solo"


def test_the_origin_follows_the_fault_until_the_technician_chooses_it(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    for code, origin in (("impact", "misuse"), ("antenna", "manufacturing")):
        choose_fault(scene, code)
        assert side(scene).assessment.draft.origin == origin
    choose_origin(scene, "Manufacturing defect")
    choose_fault(scene, "impact")
    assert side(scene).assessment.draft.origin == "manufacturing"


def test_earlier_judgements_stand_side_by_side_with_what_differs(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    assert "Earlier judgements…" not in seen(side(scene))
    press(scene.page, "Assess again")
    choose_origin(scene, "Transport damage")
    press(scene.station.window, RECORD)
    press(scene.page, "Earlier judgements…")
    told = seen(dialog(scene, EarlierJudgements))
    for words in ("Revision 2", "Revision 1", "Transport damage", "Manufacturing defect"):
        assert words in told


def test_marks_on_a_filed_photo_are_kept_as_a_copy_of_its_own(scene: Scene, tmp_path: Path) -> None:
    device = judged_with_photo(scene, tmp_path)
    bench = scene.station.workplace.bench
    (original,) = evidence_of(bench, device)
    press(side(scene).judged, "shackle.png")
    view = dialog(scene, PhotoView)
    assert isinstance(view, PhotoView)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(view.canvas, key, Qt.KeyboardModifier.ShiftModifier)
    press(view, "Keep as a new photo")
    kept, copy = evidence_of(bench, device)
    assert kept == original
    assert copy.note == f"marks on {original.sha256}"
    assert photo_bytes(bench, original) == (tmp_path / "shackle.png").read_bytes()
    assert "the photo stays as it was" in scene.station.window.foot.message.text


def test_a_photo_closed_without_marks_files_nothing(scene: Scene, tmp_path: Path) -> None:
    device = judged_with_photo(scene, tmp_path)
    press(side(scene).judged, "shackle.png")
    press(dialog(scene, PhotoView), "Close")
    assert len(evidence_of(scene.station.workplace.bench, device)) == 1


def test_an_urgent_case_stands_first_in_the_queue(scene: Scene) -> None:
    for serial in ("LGD-0001", "LGD-0002"):
        scene.unit(serial, SOLD)
        open_case(scene, serial)
    press(scene.page, "Urgent")
    assert "urgent" in scene.station.window.foot.message.text
    scene.page.go_back()
    table = next(one for one in scene.page.findChildren(QTableView) if one.isVisible())
    model = table.model()
    assert model.index(0, 0).data() == "LGD-0002"
    assert model.index(0, model.columnCount() - 1).data() == "urgent, today"


def test_a_chain_of_three_is_seen_whole_from_its_first_unit(scene: Scene) -> None:
    first, second = scene.unit("LGD-0001", SOLD), scene.unit("LGD-0002")
    scene.replaced(first, second)
    scene.replaced(second, scene.unit("LGD-0003"))
    scene.scan("LGD-0001")
    told = seen(scene.page)
    assert "Replaced by LGD-0002" in told
    assert "LGD-0002 in turn was replaced by LGD-0003" in told
    press(scene.page, "Open LGD-0003")
    told = seen(scene.page)
    assert "Replaces LGD-0002" in told
    assert "Replaces LGD-0001" in told
