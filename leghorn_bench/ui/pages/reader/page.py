"""The readers' page: readers and antenna, diagnostics, a simulated reader, scanners that type."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from leghorn_bench.texts.screen import _
from leghorn_bench.ui.marks import mark
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.pages.reader.diagnostics import DiagnosticsView
from leghorn_bench.ui.pages.reader.readers_view import ReadersView
from leghorn_bench.ui.pages.reader.simulator_view import SimulatorView
from leghorn_bench.ui.pages.reader.typing_view import TypingView
from leghorn_bench.ui.reading.choices import Choices
from leghorn_bench.ui.reading.played import PlayedRecording
from leghorn_bench.ui.reading.simulated import SimulatedReader
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.workplace import Workplace


class ReaderPage(Page):
    """One button finds the reader; the rest is there when something is odd.

    While it is in front, scans are shown here and nothing is done with them.
    """

    def __init__(
        self,
        workplace: Workplace,
        choices: Choices,
        simulated: SimulatedReader,
        played: PlayedRecording,
    ) -> None:
        super().__init__()
        self._readers = choices.readers
        self._readers_view = ReadersView(choices)
        self._typing = TypingView(choices)
        self._diagnostics = DiagnosticsView(choices.readers, played)
        self._views = QStackedWidget()
        self._tabs = QButtonGroup(self)
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for name, view in (
            (_("Readers and antenna"), self._readers_view),
            (_("Diagnostics"), self._diagnostics),
            (_("Simulated reader"), SimulatorView(workplace, simulated)),
            (_("Scanner that types"), self._typing),
        ):
            tab = mark(QPushButton(name), part="chip")
            tab.setCheckable(True)
            tab.setAccessibleName(name)
            self._tabs.addButton(tab, self._views.addWidget(view))
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._tabs.idToggled.connect(self._open)
        self._tabs.button(0).setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 4)
        column.setSpacing(12)
        column.addLayout(tabs)
        column.addWidget(self._views, 1)
        self.primary = QAction(self)
        self.primary.triggered.connect(self._find_or_stop)
        self._readers.changed.connect(self._show_primary)
        self._show_primary()
        self._diagnostics.said.connect(self.said)

    def take_scan(self, scan: Scan) -> bool:
        """Show a scan here: who looks at the readers wants to see what they read."""
        if scan.source is ScanSource.FIELD:
            return False
        if scan.source is ScanSource.WEDGE:
            self._typing.show_scan(scan)
        return True

    def _find_or_stop(self) -> None:
        if self._readers.searching:
            self._readers.stop_search()
        else:
            self._readers_view.forget_search()
            self._readers.find()
            self._tabs.button(0).setChecked(True)

    def _open(self, number: int, chosen: bool) -> None:
        if chosen:
            self._views.setCurrentIndex(number)

    def _show_primary(self) -> None:
        assert self.primary is not None
        searching = self._readers.searching
        self.primary.setText(_("Stop looking") if searching else _("Find my reader"))
        self.primary.setData("player-stop" if searching else "search")
