"""All readers of the bench: remembered, found, at work at once, and what they read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from PySide6.QtCore import QObject, Signal

from leghorn_bench.readers.antenna import AntennaSettings, Mode, Outcome, Sighting
from leghorn_bench.readers.conversation import Count
from leghorn_bench.readers.discovery import Found, Pace, Progress
from leghorn_bench.readers.events import TagRead
from leghorn_bench.readers.heard import Condition, Heard, LinkState
from leghorn_bench.readers.known import Dress, KnownReader, Role
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.settings.values import AntennaChoice
from leghorn_bench.ui.reading.arrivals import Arrivals
from leghorn_bench.ui.reading.reader import Origin, ReaderAtWork
from leghorn_bench.ui.reading.sockets import Ports, is_same, not_of_others, of_usb
from leghorn_bench.ui.reading.together import Together
from leghorn_bench.ui.reading.wire_log import WireLog
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.workers.reader_search import ReaderSearch


@dataclass(frozen=True, slots=True)
class Noticed:
    """A read and what became of it."""

    sighting: Sighting
    reader: ReaderAtWork
    is_news: bool
    """Whether the tag has just come, and deserves a sound and a word."""


class ReadersAtWork(QObject):
    """Owns the readers; who makes it calls ``close``.

    Args:
        ports: gives the ports that are there now.
        choice: how the antennas choose.
        pace: how long a search waits.
    """

    changed = Signal()
    """A reader came, went, or has another state; or a search began or ended."""
    noticed = Signal(object)
    """A ``Noticed``."""
    scan_read = Signal(object)
    """A ``Scan`` to act on."""
    chip_read = Signal(object)
    """A ``Scan`` of a tag that was told before, now with its TID."""
    ports_looked_at = Signal(object)
    """The list of ``PortSeen`` that the search begins with now."""
    search_told = Signal(object)
    """A ``Progress`` of the search."""
    closing = Signal()
    """All readers have stopped: whoever plays the other end stops too."""
    remembered = Signal(object)
    """The tuple of ``KnownReader`` to be kept from now on."""

    def __init__(
        self,
        ports: Ports,
        choice: AntennaChoice,
        pace: Pace | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.log = WireLog()
        self.readers: tuple[ReaderAtWork, ...] = ()
        self.last_chip: Scan | None = None
        """The tag that told its TID last."""
        self._ports, self._pace = ports, pace or Pace()
        self._choice, self._mode = choice, Mode.SINGLE
        self._arrivals, self._together = Arrivals(), Together()
        self._search: ReaderSearch | None = None
        self._looking = False
        self._resting: tuple[ReaderAtWork, ...] = ()

    @property
    def searching(self) -> bool:
        """Whether ports are being looked at now; waiting for one to be plugged in is not."""
        return self._looking

    @property
    def mode(self) -> Mode:
        """Whether one tag is wanted or all."""
        return self._mode

    def start(self, known: Sequence[KnownReader]) -> None:
        """Begin with the readers remembered; with none, look for one until it is plugged in.

        Raises:
            UnknownDialect: one of them is of a newer program.
        """
        for reader in known:
            self.add(reader, Origin.REAL)
        if not known:
            self._begin_search(of_usb(self._ports), keeps_looking=True)

    def add(self, known: KnownReader, origin: Origin) -> ReaderAtWork:
        """Read from one more reader. Raises UnknownDialect."""
        mine: list[ReaderAtWork] = []

        def ports() -> list[PortSeen]:
            """Runs on the reader's thread."""
            return not_of_others(self._ports(), [r for r in self.readers if r not in mine])

        choice = self._settings_for(known.role)
        reader = ReaderAtWork(known, origin, self.log, choice, ports, self)
        mine.append(reader)
        reader.heard.connect(lambda heard: self._hear(reader, heard))
        self.readers = (*self.readers, reader)
        reader.start()
        self.changed.emit()
        return reader

    def drop(self, reader: ReaderAtWork) -> None:
        """Stop a reader and forget it."""
        reader.close()
        self.readers = tuple(other for other in self.readers if other is not reader)
        self._resting = tuple(other for other in self._resting if other is not reader)
        reader.deleteLater()
        if reader.origin is Origin.REAL:
            self._remember()
        self.changed.emit()

    def give_role(self, reader: ReaderAtWork, role: Role) -> None:
        """Use a reader for something else."""
        reader.known = replace(reader.known, role=role)
        reader.choose(self._settings_for(role))
        self._remember()

    def dress(self, reader: ReaderAtWork, dress: Dress) -> None:
        """Read the lines of a barcode scanner as it was programmed to dress them."""
        if dress != reader.known.dress:
            reader.dress(dress, reads_on=reader not in self._resting)
            self._remember()

    def find(self) -> None:
        """Look at every port that no ready reader holds; a running search begins again."""
        self._end_search()
        ready = {r.state.port for r in self.readers if r.state.condition is Condition.READY}
        for reader in self.readers:
            if reader.origin is Origin.REAL and reader.state.port not in ready:
                reader.close()  # a port that is searched must be free
                self._resting = (*self._resting, reader)
        self._begin_search(
            lambda: [port for port in self._ports() if port.device not in ready],
            keeps_looking=False,
        )

    def stop_search(self) -> None:
        """Be content with what was found so far; with nothing, wait until one is plugged in."""
        self._end_search()
        self._wake()
        if not self.readers:
            self._begin_search(of_usb(self._ports), keeps_looking=True, only_new=True)
        self.changed.emit()

    def want(self, mode: Mode) -> None:
        """Take one tag at a time, or the whole parcel; a parcel counts anew."""
        if mode is not self._mode:
            self._mode = mode
            self._together.clear()
            self._choose()

    def choose(self, choice: AntennaChoice) -> None:
        """Choose otherwise among the tags."""
        self._choice = choice
        self._choose()

    def begin_parcel(self, *, by_tag: bool = False) -> None:
        """Count every tag anew; but those that lie there when one of them began the parcel."""
        if by_tag:
            self._together.forget_the_gone(self._choice.repeat_s)
        else:
            self._together.clear()
        for reader in self.readers:
            reader.begin_parcel(Count.GOES_ON if by_tag else Count.ANEW)

    def forget(self, text: str) -> None:
        """What was scanned as ``text`` was not kept: once it has gone it may be read anew."""
        self._together.forget(text)
        for reader in self.readers:
            reader.forget(text)

    def close(self) -> None:
        """Stop all, and wait until they have."""
        self._end_search()
        for reader in self.readers:
            reader.heard.disconnect()  # who would be told is being closed as well
            reader.close()
        self.closing.emit()
        # What threads told before they ended is still delivered, to a window that is gone.
        self.blockSignals(True)

    def _choose(self) -> None:
        for reader in self.readers:
            reader.choose(self._settings_for(reader.known.role))

    def _settings_for(self, role: Role) -> AntennaSettings:
        mode = self._mode if role is Role.RFID else Mode.SINGLE
        choice = self._choice
        return AntennaSettings(
            mode, choice.weakest_dbm, choice.weakest_signal, choice.hold_s, choice.repeat_s
        )

    def _hear(self, reader: ReaderAtWork, heard: Heard) -> None:
        match heard.what:
            case LinkState():
                self.changed.emit()
            case Sighting() as sighting:
                if reader.origin is not Origin.PLAYED:
                    of_parcel = self._settings_for(reader.known.role).mode is Mode.BULK
                    within_s = inf if of_parcel else self._choice.repeat_s
                    sighting = self._together.sees(sighting, reader, heard.at_s, within_s)
                news = self._arrivals.is_news(sighting, heard.at_s)
                self.noticed.emit(Noticed(sighting, reader, news))
                if sighting.outcome is Outcome.ACCEPTED and reader.origin is not Origin.PLAYED:
                    self.scan_read.emit(scan_of(sighting, reader))
            case TagRead(epc=bytes(), tid=bytes()) as tag if reader.origin is not Origin.PLAYED:
                self.last_chip = Scan.of_tag(tag, reader.name)
                self.chip_read.emit(self.last_chip)
            case _:
                pass

    def _begin_search(self, ports: Ports, *, keeps_looking: bool, only_new: bool = False) -> None:
        search = ReaderSearch(
            ports, self._pace, keeps_looking=keeps_looking, only_new=only_new, parent=self
        )
        search.told.connect(self._told)
        search.ports_looked_at.connect(self._look_at)
        search.rested.connect(self._rest)
        search.finished.connect(self._search_over)
        self._search = search
        search.start()
        self.changed.emit()

    def _look_at(self, ports: list[PortSeen]) -> None:
        if self._search is None:
            return  # told before the search was stopped, heard after
        self._looking = True
        self.ports_looked_at.emit(ports)
        self.changed.emit()

    def _rest(self) -> None:
        self._looking = False
        self.changed.emit()

    def _end_search(self) -> None:
        self._looking = False
        if self._search is not None:
            search, self._search = self._search, None
            if search.close():
                search.deleteLater()

    def _search_over(self) -> None:
        if self._search is not None and self.sender() is self._search:
            self.stop_search()

    def _told(self, progress: Progress) -> None:
        if self.signalsBlocked():
            return  # closed meanwhile: nobody would stop a reader that begins now
        if isinstance(progress, Found):
            self._adopt(progress.reader)
        self.search_told.emit(progress)

    def _adopt(self, found: KnownReader) -> None:
        """Begin with a reader just found; it takes the place of one that was the same device."""
        ports = self._ports()
        for old in [r for r in self.readers if is_same(r.known, found, ports)]:
            found = replace(found, role=old.known.role, dress=old.known.dress)
            old.close()
            old.deleteLater()
            self.readers = tuple(other for other in self.readers if other is not old)
        self._resting = tuple(r for r in self._resting if r in self.readers)
        self.add(found, Origin.REAL)
        self._remember()

    def _wake(self) -> None:
        """Readers that made way for a search, and were not found anew, try again."""
        resting, self._resting = self._resting, ()
        for reader in resting:
            self.readers = tuple(other for other in self.readers if other is not reader)
            reader.deleteLater()
            self.add(reader.known, reader.origin)

    def _remember(self) -> None:
        real = [reader.known for reader in self.readers if reader.origin is Origin.REAL]
        self.remembered.emit(tuple(real))


def scan_of(sighting: Sighting, reader: ReaderAtWork) -> Scan:
    """The scan that an accepted read is."""
    if isinstance(sighting.scan, TagRead):
        return Scan.of_tag(sighting.scan, reader.name)
    return Scan(sighting.scan.text, ScanSource.READER, reader=reader.name)
