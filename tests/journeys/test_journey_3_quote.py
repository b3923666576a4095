"""Journey 3: three misused devices of one customer, one quote, two accepted, one refused."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from leghorn_bench.services.issuing import issued_bytes
from leghorn_bench.ui.dialogs.answer import AnswerDialog
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.dialogs.quote import QuoteDialog
from leghorn_bench.ui.widgets.photo_strip import PhotoStrip
from tests.ui.bench.conftest import Scene
from tests.ui.bench.on_wire import OnWire
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import choose_fault, side, write
from tests.ui.bench.test_papers import (
    dialog,
    have_company,
    have_tariff,
    price_the_way_back,
    text_of,
)

TAGS = {
    "LGD-00000184": "3036452148000280000000B8",
    "LGD-00000185": "3036452148000280000000B9",
    "LGD-00000186": "3036452148000280000000BA",
}


def cut_shackle(folder: Path) -> Path:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#804000"))
    path = folder / "cut-shackle.png"
    assert image.save(str(path))
    return path


def on_the_bench(scene: Scene, serial: str) -> bool:
    return serial in seen(scene.page)


def judge_misuse(scene: Scene, photo: Path) -> None:
    choose_fault(scene, "shackle")
    side(scene).findChildren(PhotoStrip)[0].add_files([photo])
    press(scene.station.window, "Record the assessment")


def test_a_quote_for_three_misused_seals_is_accepted_for_two(
    scene: Scene, on_wire: OnWire, qtbot: QtBot, tmp_path: Path
) -> None:
    # Given three seals in warranty of one customer, each with its shackle cut
    have_company(scene)
    have_tariff(scene)
    for serial, tag in TAGS.items():
        scene.name(scene.unit(serial, date(2026, 3, 14)), "epc", tag)
    photo = cut_shackle(tmp_path)

    # When the first is laid on the antenna and its case opened, the others join the case
    for number, (serial, tag) in enumerate(TAGS.items()):
        on_wire.lay(tag)
        qtbot.waitUntil(partial(on_the_bench, scene, serial))
        if number == 0:
            write(side(scene), "What the customer reports", "Three seals will not close")
            write(side(scene), "Authorised by", "Rosa Esempio")
            press(scene.station.window, "Open the case")
        else:
            press(scene.page, "Add to case 2026-00001")
        # And each is judged as misuse, which needs its photo
        judge_misuse(scene, photo)
        assert "Repair quote to the sales rep: in warranty, misuse." in seen(side(scene))

    # Then one quote goes out for the three, an hour each on the tariff and the way back
    press(scene.station.window, "Make the quote…")
    form = dialog(scene, QuoteDialog)
    price_the_way_back(form, "20.00")
    assert "€ 214.72" in seen(form)  # (3 x 52.00 + 20.00) and 22 %
    press(form, "Issue the quote")
    dialog(scene, PaperPreview).accept()
    bench = scene.station.workplace.bench
    words = text_of(issued_bytes(bench, 1))
    assert all(serial in words for serial in TAGS)

    # And the rep tells that the customer wants two of them repaired
    press(scene.station.window, "Record the answer…")
    answers = dialog(scene, AnswerDialog)
    chosen = dict(zip(TAGS, ("accepted", "accepted", "refused"), strict=True))
    for button in answers.findChildren(QRadioButton):
        serial, _, word = button.accessibleName().partition(": ")
        if chosen[serial] == word:
            button.click()
    press(answers, "Record the answer")
    states = scene.station.store.rows("SELECT state FROM case_device ORDER BY id")
    assert states == [("accepted",), ("accepted",), ("refused",)]

    # And each card asks for what comes next
    for serial, verb in zip(
        TAGS, ("Start the repair", "Start the repair", "Prepare the return"), strict=True
    ):
        scene.scan(serial)
        assert verb in seen(scene.station.window)
