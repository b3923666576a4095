"""Find my reader: listens on each port, then asks each dialect's harmless question."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.known import KnownReader
from leghorn_bench.readers.ports import PortSeen
from leghorn_bench.readers.probe import Ears, ask
from leghorn_bench.readers.troubles import PortTrouble
from leghorn_bench.readers.wire import Wire, open_wire


@dataclass(frozen=True, slots=True)
class Listening:
    """The bench listens on a port."""

    port: str
    line: LineSettings


@dataclass(frozen=True, slots=True)
class Asking:
    """The bench asks whether a reader of this dialect is there."""

    port: str
    line: LineSettings
    dialect: str


@dataclass(frozen=True, slots=True)
class ScanSomething:
    """Nobody answers: a reader that only pushes is known when the person scans something now."""

    port: str
    line: LineSettings


@dataclass(frozen=True, slots=True)
class Found:
    """A reader is there."""

    reader: KnownReader


@dataclass(frozen=True, slots=True)
class NothingFound:
    """No reader that the bench knows is there."""

    port: str
    noisy: bool
    """Something speaks there, but nothing that makes sense."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The port cannot be opened."""

    port: str
    trouble: PortTrouble


Progress = Listening | Asking | ScanSomething | Found | NothingFound | Unusable


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the bench waits, in seconds."""

    listen_s: float = 0.4
    """For what a reader says by itself, at each setting of the line, before the first question."""
    answer_s: float = 0.3
    scan_s: float = 20.0
    """For the person to scan something, all settings of the line together; 0: do not ask."""
    turn_s: float = 3.0
    """At one setting while the person scans."""
    again_s: float = 1.0
    """For what was heard at one setting to be heard at a more usual one."""


class Discovery:
    """Looks for readers on several ports at once. ``cancel`` may be called by any thread."""

    def __init__(
        self,
        ports: Sequence[PortSeen],
        dialects: Sequence[Dialect],
        pace: Pace | None = None,
    ) -> None:
        self._ports, self._dialects, self._pace = ports, dialects, pace or Pace()
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Let ``run`` end soon with what was found so far."""
        self._cancelled.set()

    def run(self, tell: Callable[[Progress], None]) -> list[KnownReader]:
        """Look until every port is decided; gives the readers found, in the order of the ports.

        ``tell`` is called by one thread at a time, but not by the one that called ``run``.
        """
        mouth = threading.Lock()

        def told(progress: Progress) -> None:
            with mouth:
                tell(progress)

        searches = [
            _Search(port, self._dialects, self._pace, self._cancelled, told) for port in self._ports
        ]
        threads = [threading.Thread(target=search.run) for search in searches]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [search.found for search in searches if search.found is not None]


class _Search:
    """The search on one port."""

    def __init__(
        self,
        port: PortSeen,
        dialects: Sequence[Dialect],
        pace: Pace,
        cancelled: threading.Event,
        tell: Callable[[Progress], None],
    ) -> None:
        self._port, self._dialects, self._pace = port, dialects, pace
        self._cancelled, self._tell = cancelled, tell
        self._noisy = False
        self.found: KnownReader | None = None

    def run(self) -> None:
        try:
            self._look()
            self._find_usual_speed()
        except PortTrouble as trouble:
            self._tell(Unusable(self._port.device, trouble))
            return
        if self.found is not None:
            self._tell(Found(self.found))
        elif not self._cancelled.is_set():
            self._tell(NothingFound(self._port.device, self._noisy))

    def _look(self) -> None:
        for line, dialects in plan(self._dialects):
            self._try_line(line, dialects)
            if self._is_over():
                return
        until = time.monotonic() + self._pace.scan_s
        while not self._is_over() and time.monotonic() < until:
            for line in listening_lines(self._dialects):
                self._wait_for_scan(line, min(until, time.monotonic() + self._pace.turn_s))
                if self._is_over() or time.monotonic() >= until:
                    return

    def _try_line(self, line: LineSettings, dialects: Sequence[Dialect]) -> None:
        """Listen at one setting, then ask all who may speak so."""
        device = self._port.device
        wire = open_wire(device, line)
        self._tell(Listening(device, line))
        try:
            ears = Ears(self._speaking)
            ears.listen(wire, time.monotonic() + self._pace.listen_s, self._cancelled)
            self._noisy = self._noisy or ears.noisy
            pushed = ears.recognised()
            if pushed is not None and pushed.dialect != "ascii":
                self._keep(pushed, line, pushes=True)
            in_lines = self._asked_in_lines if pushed is not None else []
            self._ask_all(wire, line, dict.fromkeys([*in_lines, *dialects]))
            if pushed is not None and self.found is None:  # lines of text, and nobody who answers
                self._keep(pushed, line, pushes=True)
        finally:
            wire.close()

    def _ask_all(self, wire: Wire, line: LineSettings, dialects: Iterable[Dialect]) -> None:
        """Ask one dialect after the other; who pushes a whole frame meanwhile is known by that."""
        overheard = Ears(
            [one for one in self._dialects if not one.question and one.name != "ascii"]
        )
        unanswered: set[bytes] = set()
        for dialect in dialects:
            if self._is_over():
                return
            self._tell(Asking(self._port.device, line, dialect.name))
            if dialect.question in unanswered:  # two of a family ask the same
                continue
            answer = ask(wire, dialect, self._pace.answer_s, self._cancelled)
            if not answer.heard:
                unanswered.add(dialect.question)
                continue
            self._noisy = True
            overheard.overhear(answer.heard)
            if answer.identity is not None:
                self._keep(answer.identity, line)
            elif (pushed := overheard.recognised()) is not None:
                self._keep(pushed, line, pushes=True)

    def _wait_for_scan(self, line: LineSettings, until: float) -> None:
        wire = open_wire(self._port.device, line)
        self._tell(ScanSomething(self._port.device, line))
        try:
            ears = Ears(self._speaking)
            ears.listen(wire, until, self._cancelled)
        finally:
            wire.close()
        self._noisy = self._noisy or ears.noisy
        if (pushed := ears.recognised()) is not None:
            self._keep(pushed, line, pushes=True)

    def _find_usual_speed(self) -> None:
        """A USB port knows no speed: who speaks at an unusual one is heard at the usual one too."""
        found = self.found
        speakers = [one for one in self._dialects if found and one.name == found.dialect]
        if found is None or not found.pushes or found.line in speakers[0].lines:
            return
        usual = speakers[0].lines[0]
        wire = open_wire(self._port.device, usual)
        try:
            ears = Ears(speakers)
            ears.listen(wire, time.monotonic() + self._pace.again_s, self._cancelled)
        finally:
            wire.close()
        if ears.recognised() is not None:
            self.found = replace(found, line=usual)

    def _keep(self, identity: Identity, line: LineSettings, *, pushes: bool = False) -> None:
        self.found = KnownReader.of(self._port, identity, line, pushes=pushes)

    @property
    def _speaking(self) -> list[Dialect]:
        """Those who may speak unasked, at any setting: a USB port knows no speed."""
        return [dialect for dialect in self._dialects if dialect.speaks_unasked]

    @property
    def _asked_in_lines(self) -> list[Dialect]:
        """Those who are asked in lines of text, and answer at any speed at which lines are read."""
        return [one for one in self._dialects if one.question.endswith(b"\r")]

    def _is_over(self) -> bool:
        return self.found is not None or self._cancelled.is_set()


def plan(dialects: Sequence[Dialect]) -> list[tuple[LineSettings, list[Dialect]]]:
    """The settings to try, each with whom to ask there.

    Safe and quick: each dialect's likeliest setting first, those that most share before others;
    at one setting binary questions with their checksums before plain text, which a reader of
    text might take for something else.
    """
    steps: list[tuple[LineSettings, list[Dialect]]] = []
    for likely in (True, False):
        settings: dict[LineSettings, list[Dialect]] = {}
        for dialect in dialects:
            for line in dialect.lines[:1] if likely else dialect.lines[1:]:
                settings.setdefault(line, []).append(dialect)
        asked = [
            (line, [dialect for dialect in speakers if dialect.question])
            for line, speakers in settings.items()
        ]
        for line, speakers in sorted(asked, key=lambda step: -len(step[1])):
            steps.append((line, sorted(speakers, key=lambda one: one.question.isascii())))
    return steps


def listening_lines(dialects: Sequence[Dialect]) -> list[LineSettings]:
    """The settings at which a reader that only pushes may speak, the likeliest first."""
    pushing = [dialect for dialect in dialects if dialect.speaks_unasked]
    deepest = max((len(dialect.lines) for dialect in pushing), default=0)
    lines = [
        dialect.lines[rank]
        for rank in range(deepest)
        for dialect in pushing
        if rank < len(dialect.lines)
    ]
    return list(dict.fromkeys(lines))
