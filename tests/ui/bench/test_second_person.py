"""What rests on a judgement: its technical report, and the signature of a second person."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.services.house_rules import house_rules, save_house_rules
from leghorn_bench.store.records import add
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.conftest import STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import RECORD, choose_fault, open_case, photo, side
from tests.ui.bench.test_papers import dialog, have_company, judged

SOLD = date(2026, 3, 14)
BADGE = "04DE0000000002"
SIGN, REPORT = "Sign as the second person", "Issue the technical report…"


def judged_as_misuse(scene: Scene, folder: Path) -> None:
    scene.unit("LGD-0001", SOLD)
    open_case(scene, "LGD-0001")
    choose_fault(scene, "shackle")
    side(scene).findChildren(PhotoStrip)[0].add_files([photo(folder)])
    press(scene.station.window, RECORD)


def test_misuse_is_signed_by_another_person_where_the_house_asks(
    scene: Scene, tmp_path: Path
) -> None:
    bench = scene.station.workplace.bench
    save_house_rules(bench, replace(house_rules(bench), second_signature=True))
    store = scene.station.store
    with store.transaction():
        add(
            store,
            Operator(login="tito", name="Tito Esempio", roles=("technician",), badge=BADGE),
            STAMP,
        )
    judged_as_misuse(scene, tmp_path)
    assert "missing: another person has to stand by it" in seen(side(scene))
    assert SIGN not in seen(side(scene))
    scene.scan(BADGE)
    press(scene.station.window, SIGN)
    assert "by Tito Esempio on 22 Nov 2026" in seen(side(scene))
    assert SIGN not in seen(side(scene))


def test_nobody_is_asked_to_sign_where_the_house_does_not(scene: Scene, tmp_path: Path) -> None:
    judged_as_misuse(scene, tmp_path)
    assert "Second signature" not in seen(side(scene))


def test_the_technical_report_is_issued_from_the_card_and_shown(scene: Scene) -> None:
    have_company(scene)
    judged(scene, "LGD-0001", SOLD)
    press(scene.station.window, REPORT)
    assert dialog(scene, PaperPreview).isVisible()
    assert "Technical report" in seen(side(scene))
    assert scene.station.store.row("SELECT kind FROM paper") == ("technical_report",)


def test_a_report_that_cannot_be_issued_says_why(scene: Scene) -> None:
    judged(scene, "LGD-0001", SOLD)
    press(scene.station.window, REPORT)
    assert scene.station.window.foot.message.text
    assert scene.station.store.row("SELECT count(*) FROM paper") == (0,)
