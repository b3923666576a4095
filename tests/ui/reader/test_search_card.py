"""What the card of a search says once the search is over."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.readers.dialect import LineSettings
from leghorn_bench.readers.discovery import Listening, NothingFound, Progress
from leghorn_bench.ui.pages.reader.search_card import SearchCard
from tests.ui.bench.seeing import seen

SILENT, NOISY = NothingFound("COM3", noisy=False), NothingFound("COM4", noisy=True)
NOT_DECIDED = Listening("COM5", LineSettings(9600))


@pytest.mark.parametrize(
    ("told", "advised"),
    [([SILENT], True), ([SILENT, NOISY], False), ([SILENT, NOT_DECIDED], False), ([], False)],
)
def test_what_to_do_is_told_where_nobody_answered_at_any_port(
    qtbot: QtBot, dressed: QApplication, told: list[Progress], *, advised: bool
) -> None:
    del dressed
    card = SearchCard()
    qtbot.addWidget(card)
    card.show()
    card.show_running(running=True)
    for progress in told:
        card.tell(progress)
    assert "No reader answered" not in seen(card)
    card.show_running(running=False)
    assert ("No reader answered" in seen(card)) is advised
