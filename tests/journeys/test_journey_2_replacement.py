"""Journey 2: a sealed return under warranty leaves with a slip, on the real window and wire."""

from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.services.acts import timeline
from leghorn_bench.ui.dialogs.paper_preview import PaperPreview
from leghorn_bench.ui.dialogs.replacement import ReplacementDialog
from tests.ui.bench.conftest import Scene
from tests.ui.bench.on_wire import OnWire
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import choose_fault, choose_origin, side, write
from tests.ui.bench.test_papers import dialog, have_company, text_of

SEAL = "3036452148000280000000B8"
SPARE = "3036452148000280000000B9"


def test_a_sealed_return_under_warranty_leaves_with_a_slip(
    scene: Scene, on_wire: OnWire, qtbot: QtBot
) -> None:
    # Given a seal sold in March with twelve months, and a spare of the same product
    have_company(scene)
    old = scene.unit("LGD-00000184", date(2026, 3, 14))
    new = scene.unit("LGD-00000185")
    scene.name(old, "epc", SEAL)
    scene.name(new, "epc", SPARE)

    # When it is laid on the antenna, its card opens by itself: it is covered
    on_wire.lay(SEAL)
    qtbot.waitUntil(lambda: "In warranty" in seen(scene.page))
    assert "LGD-00000184" in seen(scene.page)

    # And the technician opens the case that the rep authorised, and judges a broken antenna
    write(side(scene), "What the customer reports", "The gate does not read it")
    write(side(scene), "Authorised by", "Rosa Esempio")
    press(scene.station.window, "Open the case")
    choose_fault(scene, "antenna")
    choose_origin(scene, "Manufacturing defect")
    assert "We pay the return, and reimburse" in seen(side(scene))
    press(scene.station.window, "Record the assessment")

    # And replaces it: the spare is laid on the antenna while the dialog is open
    press(scene.station.window, "Replace free of charge")
    press(scene.station.window, "Scan the replacing unit…")
    form = dialog(scene, ReplacementDialog)
    on_wire.lay(SPARE)
    qtbot.waitUntil(lambda: "can replace it" in seen(form))
    press(form, "Replace and issue the slip")

    # Then the slip is on the screen with its number, and names both units
    preview = dialog(scene, PaperPreview)
    assert "Replacement slip 2026/00001" in preview.windowTitle()
    preview.accept()
    paper = scene.station.store.row("SELECT pdf FROM paper")
    assert paper is not None
    words = text_of(bytes(paper[0]))
    assert "LGD-00000184" in words
    assert "LGD-00000185" in words

    # And the spare has taken over the rest of the warranty, the whole chain visible from it
    QApplication.processEvents()
    scene.scan("LGD-00000185")
    told = seen(scene.page)
    assert "It replaces LGD-00000184, sold on 14 Mar 2026 with 12 months" in told
    assert "until 14 Mar 2027" in told
    case = scene.station.store.row("SELECT case_id FROM replacement")
    assert case is not None
    acts = timeline(scene.station.workplace.bench, case[0])
    assert acts[0].what == ActKind.PAPER_ISSUED
