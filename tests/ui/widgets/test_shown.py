"""The widgets that show: verdict, identifier, facts, history, paper."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.gallery_lists import sample_pdf
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.age_bar import AgeBar, age_tone
from leghorn_bench.ui.widgets.badge import Badge, Chip
from leghorn_bench.ui.widgets.big_counter import BigCounter
from leghorn_bench.ui.widgets.fact_grid import FactGrid, Number
from leghorn_bench.ui.widgets.identifier_label import IdentifierLabel
from leghorn_bench.ui.widgets.pdf_preview import PdfPreview
from leghorn_bench.ui.widgets.timeline import Happening, Timeline
from leghorn_bench.ui.widgets.verdict_band import VerdictBand, VerdictShown

EXPIRED = VerdictShown("clock-x", "Expired", Tone.PAY, "The term ended on 14/03/2026.")


def test_a_verdict_is_read_out_with_its_reason(qtbot: QtBot) -> None:
    band = VerdictBand(EXPIRED)
    qtbot.addWidget(band)
    spoken = QAccessible.queryAccessibleInterface(band).text(QAccessible.Text.Name)
    assert spoken == "Expired. The term ended on 14/03/2026."


def test_a_long_verdict_wraps_and_is_never_cut(qtbot: QtBot) -> None:
    long = VerdictShown("copy-x", "Ambiguous " * 8, Tone.STOP, "Two devices bear it. " * 20)
    band = VerdictBand(long)
    qtbot.addWidget(band)
    band.resize(700, band.heightForWidth(700))
    band.show()
    for label in band.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()) or label.isHidden()


def test_a_click_copies_the_identifier_without_its_spaces(qtbot: QtBot) -> None:
    label = IdentifierLabel("3074257BF7194E4000001A85")
    qtbot.addWidget(label)
    assert label.text() == "3074 257B F719 4E40 0000 1A85"
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "3074257BF7194E4000001A85"


def test_other_facts_take_the_place_of_those_before(qtbot: QtBot) -> None:
    grid = FactGrid([("Serial", Number("LGD-1")), ("Customer", "Porto"), ("Rep", "Rosa")])
    qtbot.addWidget(grid)
    number = grid.findChildren(IdentifierLabel)[0]
    grid.show_facts([("Serial", Number("LGD-2")), ("Sold", "")])
    shown = [label.text() for label in grid.findChildren(QLabel) if not label.isHidden()]
    assert shown == ["Serial", "Sold", "—"]
    assert (number.text(), number.accessibleName()) == ("LGD-2", "Serial: LGD-2")
    grid.show_facts([("Sold", Number("LGD-3"))])
    assert [one.text() for one in grid.findChildren(IdentifierLabel)] == ["LGD-3"]
    grid.show_facts([("Sold", "3 May"), ("Until", QLabel("2027"))])
    shown = [label.text() for label in grid.findChildren(QLabel) if not label.isHidden()]
    assert shown == ["Sold", "3 May", "Until", "2027"]


def test_names_with_markup_are_shown_as_written(qtbot: QtBot) -> None:
    grid = FactGrid([("Customer", "<b>Port & Sons</b>"), ("EPC", "")])
    qtbot.addWidget(grid)
    texts = [label.text() for label in grid.findChildren(QLabel)]
    assert "<b>Port & Sons</b>" in texts
    assert "—" in texts
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in grid.findChildren(QLabel))


def test_a_thing_of_the_past_can_be_opened(qtbot: QtBot) -> None:
    line = Timeline([Happening("02/2026", "Returned", subject="2026-00031")])
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.opened) as opened:
        line._opener(Happening("", "", subject="2026-00031")).click()
    assert opened.args == ["2026-00031"]


def test_the_age_changes_its_tone_before_the_limit_and_beyond(qtbot: QtBot) -> None:
    assert [age_tone(share) for share in (0.5, 0.8, 1.0, 1.01)] == [
        Tone.OK,
        Tone.PAY,
        Tone.PAY,
        Tone.STOP,
    ]
    bar = AgeBar(1.2, "30 of 25 days")
    qtbot.addWidget(bar)
    assert bar.accessibleName() == "30 of 25 days"


def test_nothing_waiting_shows_no_badge(qtbot: QtBot) -> None:
    badge = Badge(0)
    qtbot.addWidget(badge)
    assert badge.isHidden()
    badge.show_count(1200, Tone.STOP)
    assert badge.text() == "999+"


def test_chip_and_counter_are_read_out(qtbot: QtBot) -> None:
    chip, counter = Chip("clock", "open", Tone.NOTE), BigCounter()
    qtbot.addWidget(chip)
    qtbot.addWidget(counter)
    chip.show_state("archive", "closed", Tone.QUIET)
    counter.show_count(27, 40, "13 missing")
    assert chip.accessibleName() == "closed"
    assert counter.accessibleName() == "27 / 40 13 missing"


def test_the_tools_of_a_paper_are_whole_where_a_low_screen_leaves_little_room(
    qtbot: QtBot,
) -> None:
    """593 pixels is what the departure leaves of a window of 1024; the words are Italian."""
    speak("it")
    preview = PdfPreview(sample_pdf(), "Preventivo")
    qtbot.addWidget(preview)
    preview.resize(593, 480)
    preview.show()
    preview.find_text("nowhere")
    tools = [one for one in preview.findChildren(QAbstractButton) if one.isVisible()]
    assert "Adatta alla larghezza" in [one.text() for one in tools]
    for tool in tools:
        place = QRect(tool.mapTo(preview, QPoint()), tool.size())
        assert preview.rect().contains(place)
        assert tool.width() >= tool.minimumSizeHint().width()


def test_a_paper_is_turned_and_zoomed_by_keys(qtbot: QtBot) -> None:
    preview = PdfPreview(sample_pdf(), "Quote")
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    qtbot.waitExposed(preview)
    fitted = preview._sheet.pixmap().width()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert (preview.page, preview.pages) == (2, 2)
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview._sheet.pixmap().width() > fitted
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview._sheet.pixmap().width() == fitted
