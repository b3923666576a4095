"""A case from the card: opened, judged, taken back; nothing that is written gets lost."""

from datetime import date
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.store.records import add
from leghorn_bench.ui.pages.bench.side import Side
from leghorn_bench.ui.widgets.code_combo import CodeCombo
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.conftest import STAMP, Scene
from tests.ui.bench.seeing import press, seen

OPEN, RECORD = "Open the case", "Record the judgement"


def side(scene: Scene) -> Side:
    return scene.page.desk.handling.side


def write(parent: QWidget, name: str, text: str) -> None:
    """Write into the visible field with this accessible name."""
    for field in parent.findChildren(QWidget):
        if field.isVisible() and field.accessibleName() == name:
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
                return
            if isinstance(field, QLineEdit):
                field.setText(text)
                return
    raise AssertionError(f"no field {name!r}")


def choose_origin(scene: Scene, word: str) -> None:
    button = next(b for b in side(scene).findChildren(QRadioButton) if b.text() == word)
    button.click()


def choose_fault(scene: Scene, code: str) -> None:
    combos = side(scene).assessment.findChildren(CodeCombo)
    combo = next(one for one in combos if one.accessibleName() == "Fault found")
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def open_case(scene: Scene, serial: str, *, authorised: bool = True) -> None:
    scene.scan(serial)
    write(side(scene), "What the customer reports", "The gate does not read it")
    if authorised:
        write(side(scene), "Authorised by", "Rosa Esempio")
    press(scene.station.window, OPEN)


def photo(folder: Path) -> Path:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#804000"))
    path = folder / "shackle.png"
    assert image.save(str(path))
    return path


def test_a_case_is_opened_from_the_card_with_what_the_sale_says(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    told = seen(scene.page)
    assert "Case 2026-00001" in told
    assert "authorised by Rosa Esempio" in told
    assert "Case 2026-00001 is open." in scene.station.window.foot.message.text
    found = scene.station.store.row("SELECT customer_id, rep_id FROM repair_case")
    assert found == (scene.customer.id, scene.rep.id)


def test_a_report_without_authorisation_waits_for_the_rep(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001", authorised=False)
    assert "Not authorised yet" in seen(scene.page)
    press(scene.station.window, "Authorise and open the case")
    assert "Case 2026-00001" in seen(scene.page)


def test_the_outcome_shows_while_the_origin_is_chosen(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    assert "Free repair or replacement" in seen(side(scene))
    choose_origin(scene, "Transport damage")
    assert "Repair quote to the sales rep: in warranty, transport damage." in seen(side(scene))


def test_misuse_asks_for_evidence_before_it_is_recorded(scene: Scene, tmp_path: Path) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "shackle")
    primary = scene.page.primary
    assert primary is not None
    assert "add at least one photo or one measured value" in seen(side(scene))
    assert not primary.isEnabled()
    side(scene).findChildren(PhotoStrip)[0].add_files([photo(tmp_path)])
    assert primary.isEnabled()
    press(scene.station.window, RECORD)
    assert scene.station.store.row("SELECT origin FROM assessment") == ("misuse",)
    assert "Assessed" in seen(side(scene))


def test_a_damaged_photo_is_told_and_the_form_stays(scene: Scene, tmp_path: Path) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    write(side(scene), "In words", "Cut with a grinder")
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture at all")
    side(scene).findChildren(PhotoStrip)[0].add_files([broken])
    assert "broken.jpg cannot be read" in seen(side(scene))
    assert side(scene).assessment.draft.found == "Cut with a grinder"


def test_a_photo_that_is_gone_from_the_disk_is_told_on_the_card(
    scene: Scene, tmp_path: Path
) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "shackle")
    side(scene).findChildren(PhotoStrip)[0].add_files([photo(tmp_path)])
    press(scene.station.window, RECORD)
    for kept in (tmp_path / "bench-evidence").rglob("*"):
        if kept.is_file():
            kept.unlink()
    scene.scan("LGD-0001")
    assert "shackle.png" in seen(side(scene))
    assert "missing" in seen(side(scene))


def test_another_scan_does_not_lose_what_was_being_written(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-0002", date(2026, 3, 14))
    scene.scan("LGD-0001")
    write(side(scene), "What the customer reports", "Half a sentence")
    scene.scan("LGD-0002")
    assert side(scene).case_form.draft.report == ""
    scene.scan("LGD-0001")
    assert side(scene).case_form.draft.report == "Half a sentence"


def test_what_is_being_written_survives_another_language(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.scan("LGD-0001")
    write(side(scene), "What the customer reports", "Half a sentence")
    scene.station.speak("it")
    assert side(scene).case_form.draft.report == "Half a sentence"


def test_the_last_act_is_taken_back_at_the_foot(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    scene.station.window.foot.message.undo()
    assert "Received" not in scene.station.window.foot.message.text
    assert side(scene).assessment.isVisible()
    assert scene.station.store.row("SELECT state FROM case_device") == ("received",)


def test_the_message_of_one_device_does_not_stay_under_the_next(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-0002", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    scene.scan("LGD-0002")
    assert scene.station.window.foot.message.text == ""


def test_a_second_device_joins_the_case_of_its_customer(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    scene.unit("LGD-0002", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    scene.scan("LGD-0002")
    press(scene.page, "Add to case 2026-00001")
    assert "Case 2026-00001" in seen(side(scene))
    assert scene.station.store.row("SELECT count(*) FROM repair_case") == (1,)


def test_an_announced_device_is_received_on_the_bench(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    store = scene.station.store
    with store.transaction():
        store.execute("UPDATE case_device SET state = 'expected'")
    scene.scan("LGD-0001")
    press(scene.station.window, "Receive")
    assert side(scene).assessment.isVisible()


def sit_down(scene: Scene, role: str) -> None:
    """Somebody with this role alone comes to the bench."""
    store, badge = scene.station.store, "04DE0000000002"
    with store.transaction():
        tito = Operator(login="tito", name="Tito Esempio", roles=(role,), badge=badge)
        add(store, tito, STAMP)
    scene.scan(badge)


def test_goodwill_asks_for_the_reason(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2024, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    press(scene.page, "Grant goodwill…")
    window = scene.station.window
    press(window, "Grant goodwill")
    assert "A reason is needed" in seen(window)
    write(window, "Reason", "A customer of twenty years")
    press(window, "Grant goodwill")
    assert "Free repair or replacement as goodwill" in seen(side(scene))
    assert "Ada Esempio: A customer of twenty years" in seen(side(scene))


def test_goodwill_is_not_offered_to_who_may_not_grant_it_and_is_told_who_may(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2024, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    press(scene.station.window, RECORD)
    assert "Grant goodwill…" in seen(side(scene))
    sit_down(scene, "technician")
    told = seen(side(scene))
    assert "Goodwill is granted by somebody who is: administrator, sales." in told
    assert "Grant goodwill…" not in told


def test_ctrl_enter_tells_what_a_judgement_still_lacks(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    scene.station.window.foot.trigger_primary()
    told = scene.station.window.foot.message.text
    assert told == "Say what was found, and choose the origin of the fault."


def test_the_checklist_of_the_product_is_ticked_and_found_again(scene: Scene) -> None:
    scene.unit("LGD-0001", date(2026, 3, 14))
    open_case(scene, "LGD-0001")
    choose_fault(scene, "antenna")
    form = side(scene).assessment
    names = [box.text() for box in form.findChildren(QCheckBox)]
    assert names == ["Housing and label intact", "Opening signalled and recorded"]
    press(form, "Housing and label intact")
    assert form.draft.checks == ("look",)
    press(scene.station.window, RECORD)
    assert "Contenitore ed etichetta integri: OK" in seen(side(scene))
    press(scene.page, "Assess again")
    assert form.draft.checks == ("look",)
    assert "Contenitore" not in "".join(one.name for one in form.draft.measures)
