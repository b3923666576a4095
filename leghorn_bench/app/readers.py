"""The readers of the station: at work, kept in the settings, heard by the window in front."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.antenna import Mode
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.settings.values import BenchSettings, WedgeSettings
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.choices import Choices
from leghorn_bench.ui.reading.played import PlayedRecording
from leghorn_bench.ui.reading.signs import ReaderSigns
from leghorn_bench.ui.reading.simulated import SimulatedReader
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.sounds import SoundPlayer
from leghorn_bench.ui.window import BenchWindow


class ReaderForgotten(BenchError):
    """The settings tell of a reader that this program cannot make out; ``found`` is what."""

    sentence = (
        "A reader kept in the settings cannot be made out ({found}). Press “Find my reader” on the"
        " readers’ page to find it again."
    )


class StationReaders(QObject):
    """Made once the window has been painted; outlives the window when the language changes.

    Args:
        ports: gives the ports that are there now.
        window: the window in front.
        settings: the person's choices now.
        keep: writes them.
        type_so: tells the keyboard wedge how scanners type.
    """

    def __init__(
        self,
        ports: Callable[[], Sequence[PortSeen]],
        window: Callable[[], BenchWindow],
        settings: Callable[[], BenchSettings],
        keep: Callable[[BenchSettings], None],
        type_so: Callable[[WedgeSettings], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self.at_work = ReadersAtWork(ports, settings().antenna, parent=self)
        self.choices = Choices(self.at_work, settings, keep, type_so)
        self.simulated = SimulatedReader(self.at_work)
        self.played = PlayedRecording(self.at_work)
        player = SoundPlayer(lambda: self.choices.sounds)
        self._signs = ReaderSigns(self.at_work, window, player)
        self.at_work.remembered.connect(self.choices.remember)
        self.at_work.scan_read.connect(self._submit)
        self.at_work.chip_read.connect(self._tell_chip)

    def start(self) -> None:
        """Begin with the readers kept in the settings, or look for one.

        Raises:
            ReaderForgotten: one of them is not to be made out; the others are at work.
            UnknownDialect: likewise, of a newer program.
        """
        known, lost = [], None
        for facts in self._settings().readers:
            try:
                known.append(KnownReader.from_facts(facts))
            except (KeyError, TypeError, ValueError):
                lost = ReaderForgotten(found=facts)
        self.at_work.start(known)
        if lost is not None:
            raise lost

    def attend(self, window: BenchWindow) -> None:
        """Serve ``window`` from now on."""
        window.front_changed.connect(self._follow_page)
        window.parcel_begun.connect(lambda by_tag: self.at_work.begin_parcel(by_tag=by_tag))
        window.scan_undone.connect(self.at_work.forget)
        self._follow_page(window.front_page())
        self._signs.tell_state()

    def close(self) -> None:
        """Stop all readers, and wait until they have."""
        self.at_work.close()

    def _submit(self, scan: Scan) -> None:
        self._window().submit_scan(scan)

    def _tell_chip(self, scan: Scan) -> None:
        window = self._window()
        if not window.bus.learn(scan):
            window.front_page().take_chip(scan)

    def _follow_page(self, page: Page) -> None:
        self.at_work.want(Mode.BULK if page.takes_many else Mode.SINGLE)
