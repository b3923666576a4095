"""Three short sounds, best effort: no device, no player, no trouble."""

import shutil
import sys
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from leghorn_bench.resources import resource_path

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))


class Sound(StrEnum):
    """What a scan led to; the value is the file's name."""

    ACCEPTED = "accepted"
    REPEATED = "repeated"
    REFUSED = "refused"


class SoundPlayer:
    """Plays sounds without waiting for them; the program's own beep where nothing else can.

    Args:
        wanted: whether the person wants sounds now; asked before each.
    """

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self._wanted = wanted
        self._player = next((p for p in _PLAYERS if shutil.which(p[0])), None)

    def play(self, sound: Sound) -> None:
        """Play ``sound``, and come back at once."""
        if not self._wanted():
            return
        path = str(resource_path("sounds", f"{sound}.wav"))
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - exists on Windows only

            winsound.PlaySound(path, winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif self._player is not None:
            self._start(self._player, path)
        else:
            QApplication.beep()

    @staticmethod
    def _start(player: tuple[str, ...], path: str) -> None:
        process = QProcess()
        process.setProgram(player[0])
        process.setArguments([*player[1:], path])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.startDetached()
