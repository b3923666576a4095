"""Light, word and sound of the readers, on whatever page the person is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from leghorn_bench.readers.antenna import Outcome
from leghorn_bench.readers.events import TagRead
from leghorn_bench.texts.screen import _, ngettext
from leghorn_bench.ui.frame.top_bar import ReaderShown
from leghorn_bench.ui.reading.at_work import Noticed, ReadersAtWork
from leghorn_bench.ui.reading.states import OUTCOMES, STATES, worst
from leghorn_bench.ui.sounds import Sound, SoundPlayer
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow

SHORTEST_MS = 80
"""Light and sound change no faster than this, however many tags there are."""
LIT_MS = 1200
"""How long the outcome of a read stays where the state stands."""
_SOUNDS = {
    Outcome.ACCEPTED: Sound.ACCEPTED,
    Outcome.REPEATED: Sound.REPEATED,
    Outcome.TOO_WEAK: Sound.REFUSED,
}


class ReaderSigns(QObject):
    """Tells the window in front how the readers are and what they read."""

    def __init__(
        self,
        readers: ReadersAtWork,
        window: Callable[[], BenchWindow],
        player: SoundPlayer,
    ) -> None:
        super().__init__(readers)
        self._readers, self._window, self._player = readers, window, player
        self._lit = QTimer(self)
        self._lit.setSingleShot(True)
        self._lit.setInterval(LIT_MS)
        self._lit.timeout.connect(self.tell_state)
        self._latest: Noticed | None = None
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(SHORTEST_MS)
        self._held.timeout.connect(self._show_latest)
        readers.changed.connect(self._changed)
        readers.noticed.connect(self._notice)
        readers.closing.connect(self._lit.stop)
        readers.closing.connect(self._held.stop)

    def tell_state(self) -> None:
        """Show the state of all readers in one place."""
        self._window().show_reader(self._shown())

    def _changed(self) -> None:
        shown = self._shown()
        if not self._lit.isActive() or shown.tone is not Tone.OK:  # a trouble does not wait
            self._window().show_reader(shown)

    def _notice(self, noticed: Noticed) -> None:
        if noticed.is_news:
            self._latest = noticed
            if not self._held.isActive():
                self._show_latest()

    def _show_latest(self) -> None:
        noticed, self._latest = self._latest, None
        if noticed is None:
            return
        self._held.start()
        outcome, scan = noticed.sighting.outcome, noticed.sighting.scan
        shown = OUTCOMES[outcome]
        word = _(shown.word)
        if outcome is Outcome.TOO_WEAK and isinstance(scan, TagRead) and scan.rssi_dbm is not None:
            word = _("too weak: {rssi} dBm").format(rssi=scan.rssi_dbm)
        elif outcome is Outcome.TOO_WEAK and isinstance(scan, TagRead) and scan.signal is not None:
            word = _("too weak: signal {figure}").format(figure=scan.signal)
        self._window().show_reader(ReaderShown(noticed.reader.name, word, shown.tone, shown.icon))
        self._lit.start()
        if outcome is Outcome.ACCEPTED and self._window().front_page().takes_many:
            return  # that page sounds by itself what the scan led to
        self._player.play(_SOUNDS[outcome])

    def _shown(self) -> ReaderShown:
        readers = self._readers.readers
        if not readers:
            word = _("looking for a reader") if self._readers.searching else _("no reader")
            return ReaderShown("", word, Tone.QUIET)
        state = worst(tuple(reader.state for reader in readers))
        shown = STATES[state.condition]
        name = readers[0].name
        if len(readers) > 1:
            name = ngettext("{count} reader", "{count} readers", len(readers)).format(
                count=len(readers)
            )
            if shown.tone is not Tone.OK:
                name = next(reader.name for reader in readers if reader.state is state)
        return ReaderShown(name, _(shown.word), shown.tone, shown.icon)
