"""The table as a person uses it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.ui.models.paged import Column
from leghorn_bench.ui.tokens import ROW, TALL_ROW
from leghorn_bench.ui.widgets.paged_table import EmptyWords, PagedTable


class DatabaseGoneError(BenchError):
    sentence = "The database does not answer."


def numbers(last: int, after: int | None, most: int) -> Sequence[int]:
    first = 1 if after is None else after + 1
    return range(first, min(first + most, last + 1))


def table(qtbot: QtBot, last: int) -> PagedTable[int]:
    made = PagedTable(
        lambda after, most: numbers(last, after, most),
        (Column[int]("Number", str, numeric=True), Column[int]("Seal", hex, stretch=True)),
        "Seals",
        EmptyWords("No seals yet", "Scan one."),
    )
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_enter_opens_the_row_and_arrows_walk(qtbot: QtBot) -> None:
    made = table(qtbot, 1000)
    opened: list[int] = []
    made.row_opened.connect(opened.append)
    qtbot.keyClick(made.view, Qt.Key.Key_Down)
    qtbot.keyClick(made.view, Qt.Key.Key_Return)
    assert opened == [2]


def test_reloading_lands_on_the_same_row(qtbot: QtBot) -> None:
    made = table(qtbot, 1000)
    made.view.selectRow(41)
    made.reload()
    assert made.current_row == 42


def test_reloading_lands_on_the_same_thing_though_something_on_it_has_changed(
    qtbot: QtBot,
) -> None:
    rows = [("LGD-1", "open"), ("LGD-2", "open")]
    made: PagedTable[tuple[str, str]] = PagedTable(
        lambda after, _most: rows if after is None else [],
        (Column("Seal", lambda row: row[0]), Column("State", lambda row: row[1])),
        "Seals",
        EmptyWords("No seals yet"),
        named=lambda row: row[0],
    )
    qtbot.addWidget(made)
    made.view.selectRow(1)
    rows[1] = ("LGD-2", "closed")
    made.reload()
    assert made.current_row == ("LGD-2", "closed")


def test_reloading_lands_on_a_row_far_down_and_leaves_it_where_it_was(qtbot: QtBot) -> None:
    made = table(qtbot, 1000)
    for _page in range(4):
        made.model.fetchMore(made.model.index(-1, -1))
    made.view.selectRow(700)
    made.view.verticalScrollBar().setValue(697)
    made.reload()
    assert made.current_row == 701
    assert made.view.verticalScrollBar().value() == 697


def test_no_rows_are_told_in_words(qtbot: QtBot) -> None:
    made = table(qtbot, 0)
    assert not made.view.isVisible()
    assert made._words.accessibleName() == "No seals yet Scan one."


def test_a_failure_is_told_in_words_and_the_next_reload_recovers(qtbot: QtBot) -> None:
    made = table(qtbot, 10)

    def broken(_after: int | None, _most: int) -> Sequence[int]:
        raise DatabaseGoneError

    made.reload(broken)
    assert "The database does not answer." in made._words.accessibleName()
    made.reload(lambda after, most: numbers(10, after, most))
    assert made.view.isVisible()


def test_words_too_long_for_their_column_go_on_in_a_second_line_where_the_row_is_tall(
    qtbot: QtBot,
) -> None:
    def inked_rows(height: int) -> int:
        """How many rows of pixels of the first cell have ink of the words."""
        made = PagedTable(
            lambda after, _most: ["Sold to Example Container Leasing"] if after is None else [],
            (Column[str]("Result", str),),
            "Seals",
            EmptyWords("No seals yet"),
            height,
        )
        qtbot.addWidget(made)
        drawn = QImage(170, height, QImage.Format.Format_RGB32)
        drawn.fill(Qt.GlobalColor.white)
        style = QStyleOptionViewItem()
        style.rect, style.font = drawn.rect(), made.view.font()
        with QPainter(drawn) as painter:
            made.view.itemDelegate().paint(painter, style, made.view.model().index(0, 0))
        words = [
            any(drawn.pixelColor(x, y).lightness() < 128 for x in range(170))
            for y in range(height - 1)
        ]
        return sum(words)

    assert inked_rows(TALL_ROW) > 1.5 * inked_rows(ROW)
