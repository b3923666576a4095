"""A recording played back in the window, as a port that the bench reads and does not act on."""

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.known import KnownReader, Role
from leghorn_bench.readers.player import Player
from leghorn_bench.readers.recording import Recording, read_recording
from leghorn_bench.readers.registry import dialect
from leghorn_bench.ui.reading.at_work import ReadersAtWork
from leghorn_bench.ui.reading.reader import Origin, ReaderAtWork
from leghorn_bench.ui.reading.simulated import local_end
from leghorn_bench.ui.reading.support_file import FileRefused


class PlayedRecording(QObject):
    """At most one at a time."""

    changed = Signal()

    def __init__(self, readers: ReadersAtWork) -> None:
        super().__init__(readers)
        self._readers = readers
        self._player: Player | None = None
        self._stage = ExitStack()
        self._reader: ReaderAtWork | None = None
        self._begun = False
        readers.changed.connect(self._begin_when_heard)
        readers.closing.connect(self._stage.close)

    @property
    def playing(self) -> bool:
        """Whether a recording is in the player."""
        return self._player is not None

    def play(self, path: Path, speed: float | None) -> Recording:
        """Play the file at so many times its speed, None without pauses; gives what was read.

        Raises:
            FileRefused: it cannot be read.
            NotARecording: it is something else.
            UnknownDialect: it is of a newer program.
        """
        try:
            with path.open(encoding="utf-8", errors="replace") as stream:
                recording = read_recording(stream)
        except OSError as refusal:
            raise FileRefused(path=path, reason=refusal.strerror) from refusal
        self.stop()
        name = recording.heading.dialect or "ascii"
        spoken = dialect(name)
        line = recording.heading.line or spoken.lines[0]
        pause_s = spoken.pause_s if spoken.ends_by_pause else 0.0
        player = self._stage.enter_context(Player(recording, local_end(), speed, pause_s=pause_s))
        self._player, self._begun = player, False
        dress = recording.heading.dress
        known = KnownReader(name, player.port, line, Role.RFID, pushes=True, dress=dress)
        self._reader = self._readers.add(known, Origin.PLAYED)
        self.changed.emit()
        return recording

    def stop(self) -> None:
        """Take the recording out of the player."""
        if self._player is None:
            return
        self._player = None
        if self._reader is not None and self._reader in self._readers.readers:
            self._readers.drop(self._reader)
        self._reader = None
        self._stage.close()
        self.changed.emit()

    def _begin_when_heard(self) -> None:
        """Begin once the bench listens: what is said before would be lost."""
        if self._begun or self._player is None or self._reader is None:
            return
        if self._reader.state.condition is Condition.READY:
            self._begun = True
            self._player.play()
