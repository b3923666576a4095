"""What is written and not recorded survives the end of the program, whatever ended it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.settings.plain import NotAsDeclared, from_plain, to_plain
from leghorn_bench.settings.unrecorded import PhotosLost, UnrecordedDamaged, UnrecordedFile
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.dialogs.written_before import LooseText, WrittenBeforeDialog, loose_texts
from leghorn_bench.ui.page import Said
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.window import BenchWindow
from leghorn_bench.ui.workers.executor import DatabaseExecutor

_EVERY_MS = 1500
"""What a power cut may take: the words of the last moment."""


_MOST_WINDOWS = 20


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file that no other window writes to, and what keeps the others off."""

    file: UnrecordedFile
    lock: QLockFile

    @classmethod
    def of(cls, folder: Path, database: str) -> "OwnFile":
        """The file of a window just opened: one that was left behind, else an empty one.

        The lock of a program that is no more counts for nothing. Where no lock can be made
        the file cannot be written either, which the first writing tells.
        """
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        empty: OwnFile | None = None
        for window in range(1, _MOST_WINDOWS + 1):
            file = UnrecordedFile(folder, database, window)
            left = file.path.exists()
            if empty is not None and not left:
                continue
            own = cls(file, QLockFile(f"{file.lock}"))
            own.lock.setStaleLockTime(0)
            if not own.lock.tryLock(0):
                continue
            if left:
                if empty is not None:
                    empty.lock.unlock()
                return own
            empty = own
        return empty or own


@dataclass(frozen=True, slots=True)
class _Writing:
    pages: Mapping[str, Any]
    """What each page gives as ``written``, under its key."""
    loose: tuple[LooseText, ...] = ()


class UnrecordedWork(QObject):
    """Looks every moment for what is written, and keeps it in a file; gives it back at the start.

    Args:
        own: where it is kept.
        window: the window, which a change of language replaces.
        tell: tells an error at the foot.
    """

    def __init__(
        self,
        own: OwnFile,
        window: Callable[[], BenchWindow],
        tell: Callable[[BenchError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._file, self._lock = own.file, own.lock
        self._window, self._tell = window, tell
        self._kept = _Writing({})
        self._before: tuple[LooseText, ...] = ()
        """Texts of the last time that are being shown, and may still be wanted."""
        self._begun = self._refused = False
        self._executor = DatabaseExecutor(self, "unrecorded")
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.look)

    def begin(self) -> None:
        """Put back what was written before the program ended, and watch from now on."""
        if self._begun:  # somebody else sat down
            return
        self._begun = True
        try:
            self._put_back(self._file.read())
        except UnrecordedDamaged as damaged:
            self._tell(damaged)
        self._clock.start()

    def look(self) -> None:
        """Keep what is written now, when it is something else than a moment ago."""
        now = self._writing()
        if now == self._kept:
            return
        self._kept = now
        self._executor.submit(self, lambda: self._keep(now), lambda _done: None, self._not_kept)

    def close(self) -> None:
        """Keep what is written now, and end; the next start finds it."""
        self._clock.stop()
        self._executor.close()
        try:
            if self._begun:
                self._keep(self._writing())
        except BenchError as error:
            self._told_once(error)
        finally:
            self._lock.unlock()

    def _writing(self) -> _Writing:
        return _Writing(self._window().written(), (*self._before, *loose_texts()))

    def _keep(self, now: _Writing) -> None:
        if not now.pages and not now.loose:
            self._file.forget()
            return
        pages = {key: to_plain(work) for key, work in now.pages.items()}
        self._file.write({"pages": pages, "loose": [to_plain(text) for text in now.loose]})

    def _not_kept(self, error: BenchError) -> None:
        self._kept = _Writing({})  # the next look tries again, though nobody writes on
        self._told_once(error)

    def _told_once(self, error: BenchError) -> None:
        if not self._refused:
            self._refused = True
            self._tell(error)

    def _put_back(self, kept: Mapping[str, Any]) -> None:
        """Whatever can be read comes back, also when something beside it cannot.

        Raises:
            UnrecordedDamaged: not all could be; the file is set aside.
        """
        if not kept:
            return
        wrong = [*self._pages_again(kept.get("pages", {})), *self._loose_again(kept)]
        if self._before:
            dialog = WrittenBeforeDialog(self._before, self._window())
            dialog.finished.connect(self._read_before)
            dialog.open()
        if wrong:
            raise self._file.damaged("; ".join(f"{one}" for one in wrong))
        if self._file.lost:
            self._tell(PhotosLost(count=self._file.lost))
        elif kept.get("pages"):
            told = _("What was written and not recorded when the program ended is here again.")
            self._window().say(Said(told, tone=Tone.NOTE))

    def _pages_again(self, pages: Mapping[str, Any]) -> Iterator[Exception]:
        for key, plain in pages.items():
            try:
                self._window().write_again(key, partial(_as_kind, plain, key))
            except (NotAsDeclared, BenchError) as wrong:
                yield wrong

    def _loose_again(self, kept: Mapping[str, Any]) -> Iterator[Exception]:
        for plain in kept.get("loose", ()):
            try:
                self._before += (from_plain(LooseText, plain, "loose"),)
            except NotAsDeclared as wrong:
                yield wrong

    def _read_before(self) -> None:
        self._before = ()


def _as_kind(plain: object, where: str, kind: type[Any]) -> object:
    return from_plain(kind, plain, where)
