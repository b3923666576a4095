"""Readers at the left, each with its state; at the right what the antenna sees."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leghorn_bench.readers.discovery import Progress
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.pages.reader.antenna_card import AntennaCard
from leghorn_bench.ui.pages.reader.reader_card import ReaderCard
from leghorn_bench.ui.pages.reader.search_card import SearchCard
from leghorn_bench.ui.reading.choices import Choices
from leghorn_bench.ui.widgets.card import Card, scrolling
from leghorn_bench.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from leghorn_bench.ui.reading.reader import ReaderAtWork


class ReadersView(QWidget):
    """Follows the readers as they come and go."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._readers = choices.readers
        self._cards: dict[ReaderAtWork, ReaderCard] = {}
        self._nobody = Card()
        self._nobody.add(
            EmptyState(
                "antenna",
                _("No reader yet"),
                _(
                    "Plug a reader or a scanner in: it is found by itself. If it is already"
                    " plugged in, press “Find my reader”."
                ),
            )
        )
        self._search = SearchCard()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._search)
        self._column.addWidget(self._nobody)
        self._column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(scrolling(content), 3)
        row.addWidget(AntennaCard(choices), 2)
        self._readers.changed.connect(self._follow)
        self._readers.search_told.connect(self._tell)
        self._readers.ports_looked_at.connect(self._search.name_ports)
        self._follow()

    def forget_search(self) -> None:
        """Another search begins."""
        self._search.clear()

    def _tell(self, progress: Progress) -> None:
        self._search.tell(progress)
        self._follow()

    def _follow(self) -> None:
        there = self._readers.readers
        for gone in [reader for reader in self._cards if reader not in there]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for number, reader in enumerate(there):
            if reader not in self._cards:
                self._cards[reader] = ReaderCard(reader, self._readers)
                self._column.insertWidget(1 + number, self._cards[reader])
            self._cards[reader].show_state()
        self._search.show_running(self._readers.searching)
        self._search.setVisible(self._search.has_something)
        self._nobody.setVisible(not there and not self._search.has_something)
