"""Every sheet of the gallery at 1280 x 800, in stretched words: nothing is cut, all is reached."""

from itertools import product

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leghorn_bench.ui.gallery import Say, Sheet, english, italian, stretched
from leghorn_bench.ui.gallery_lists import ALL_SHEETS
from leghorn_bench.ui.gallery_window import gallery_window
from leghorn_bench.ui.theme import dress
from leghorn_bench.ui.tokens import DARK, LIGHT
from leghorn_bench.ui.window import BenchWindow


def shown(qtbot: QtBot, sheet: Sheet, say: Say) -> BenchWindow:
    window = gallery_window(sheet, say)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def room_needed(widget: QWidget) -> tuple[int, int]:
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = max(widget.text().split() or [""], key=len)
        return widget.fontMetrics().horizontalAdvance(words), widget.heightForWidth(widget.width())
    return widget.sizeHint().width(), widget.sizeHint().height()


@pytest.mark.parametrize(
    ("sheet", "say"),
    list(product(ALL_SHEETS, (italian, english, stretched))),
    ids=lambda it: getattr(it, "name", getattr(it, "__name__", "")),
)
def test_nothing_is_cut_at_1280_by_800(qtbot: QtBot, sheet: Sheet, say: Say) -> None:
    window = shown(qtbot, sheet, say)
    assert (window.width(), window.height()) == (1280, 800)
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        width, height = room_needed(widget)
        inside = QRect(0, 0, 1280, 800).contains(
            QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
        )
        if width > widget.width() + 1 or height > widget.height() + 1 or not inside:
            cut.append((type(widget).__name__, getattr(widget, "text", str)(), widget.size()))
    assert cut == []


@pytest.mark.parametrize("sheet", ALL_SHEETS, ids=lambda sheet: sheet.name)
def test_tab_reaches_every_button_and_field(qtbot: QtBot, sheet: Sheet) -> None:
    window = shown(qtbot, sheet, english)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached: set[QWidget] = set()
    while (focus := QApplication.focusWidget()) not in reached:
        assert focus is not None
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    missed = [
        widget.accessibleName()
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget not in reached
        and not any(widget.parent() is seen for seen in reached)
        and not (isinstance(widget, QAbstractButton) and widget.autoExclusive())
    ]
    assert missed == []


@pytest.mark.parametrize("sheet", ALL_SHEETS, ids=lambda sheet: sheet.name)
def test_every_button_and_field_has_a_name_to_be_read_out(qtbot: QtBot, sheet: Sheet) -> None:
    window = shown(qtbot, sheet, english)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), QLineEdit)
    ]
    assert nameless == []


def test_another_look_recolours_what_is_already_open(qtbot: QtBot, dressed: QApplication) -> None:
    window = shown(qtbot, ALL_SHEETS[0], english)
    before = window.grab().toImage().pixelColor(640, 4)
    dress(dressed, DARK)
    after = window.grab().toImage().pixelColor(640, 4)
    dress(dressed, LIGHT)
    assert (before.name().upper(), after.name().upper()) == (LIGHT.page, DARK.page)
