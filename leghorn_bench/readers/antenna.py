"""One tag among many: the strongest alone, or the whole parcel, each tag once; pure, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from leghorn_bench.readers.events import LineRead, TagRead

Scan = TagRead | LineRead
Key = tuple[str, bytes | str]


class Outcome(Enum):
    """What became of one read."""

    ACCEPTED = "accepted"
    """A scan: the bench acts on it."""
    REPEATED = "repeated"
    """The same tag again within the repeat window, or already counted in this parcel."""
    TOO_WEAK = "too_weak"
    """Below the threshold, or weaker than another tag on the antenna."""


class Mode(Enum):
    """How many tags the bench wants from the antenna."""

    SINGLE = "single"
    BULK = "bulk"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One read and what became of it."""

    scan: Scan
    outcome: Outcome
    count: int
    """Tags accepted since the antenna was last cleared, this one included."""


@dataclass(frozen=True, slots=True)
class AntennaSettings:
    """How an antenna chooses; times in seconds."""

    mode: Mode = Mode.SINGLE
    weakest_dbm: int | None = None
    """Reads below are refused as too weak; None takes all, and so does a reader without RSSI."""
    weakest_signal: int | None = None
    """The same for reads that tell a signal and no dBm."""
    hold_s: float = 0.15
    """How long the strongest tag must stay the strongest. Only reads that tell a strength wait."""
    repeat_s: float = 2.0
    """A tag seen again sooner than this after it was last seen is the same scan."""
    present_s: float = 0.5
    """A tag seen within this is still on the antenna, and weaker newcomers are the shelf's."""


def key_of(scan: Scan) -> Key:
    """What makes two reads the same thing: the EPC, else the UID, else the TID, else the text."""
    if isinstance(scan, LineRead):
        return "line", scan.text
    for kind, value in (("epc", scan.epc), ("uid", scan.uid), ("tid", scan.tid)):
        if value is not None:
            return kind, value
    raise ValueError("a tag read without any identifier is a decoder's bug")


@dataclass(frozen=True, slots=True)
class _Presence:
    """When an accepted tag was last seen, and how strongly."""

    at: float
    strength: int | None


@dataclass(slots=True)
class _Contest:
    """The tags seen while the strongest is being found."""

    since: float
    strongest: dict[Key, TagRead] = field(default_factory=dict)

    def enter(self, tag: TagRead) -> None:
        best = self.strongest.get(key_of(tag))
        if best is None or _strength(tag) > _strength(best):
            self.strongest[key_of(tag)] = tag

    def ranked(self) -> list[TagRead]:
        return sorted(self.strongest.values(), key=_strength, reverse=True)


class Antenna:
    """Tells of every read what became of it. Give it every read, and ``settle`` when due."""

    def __init__(self, settings: AntennaSettings) -> None:
        self._settings = settings
        self._accepted: dict[Key, _Presence] = {}
        self._counted: set[Key] = set()
        self._contest: _Contest | None = None
        self._count = 0

    @property
    def mode(self) -> Mode:
        """How many tags are wanted."""
        return self._settings.mode

    @property
    def due(self) -> float | None:
        """When ``settle`` has something to say; None while no contest is on."""
        return None if self._contest is None else self._contest.since + self._settings.hold_s

    def sees(self, scan: Scan, at: float) -> Iterator[Sighting]:
        """Take one read made ``at`` (monotonic seconds); gives what can be said at once."""
        key = key_of(scan)
        if self._is_too_weak(scan):
            yield self._sighting(scan, Outcome.TOO_WEAK)
        elif self._is_repeat(key, at):
            self._remember(scan, at)
            yield self._sighting(scan, Outcome.REPEATED)
        elif self._must_wait(scan):
            assert isinstance(scan, TagRead)
            self._contest = self._contest or _Contest(at)
            self._contest.enter(scan)
        else:
            yield self._accept(scan, at)

    def settle(self, at: float) -> Iterator[Sighting]:
        """Close a contest that is due: the strongest is accepted, the others were too weak.

        Each tag of a contest is told once, with its strongest read. A tag accepted before that
        still lies on the antenna more strongly keeps its place: nobody new is accepted. Where
        the whole parcel is wanted meanwhile, all are accepted that were not counted since.
        """
        due = self.due
        if self._contest is None or due is None or at < due:
            return
        ranked = self._contest.ranked()
        self._contest = None
        if self._settings.mode is Mode.BULK:
            for tag in ranked:
                if key_of(tag) not in self._counted:
                    yield self._accept(tag, at)
            return
        if not self._is_outshone(ranked[0], due):  # as it was then, however late we are asked
            yield self._accept(ranked.pop(0), at)
        for tag in ranked:
            yield self._sighting(tag, Outcome.TOO_WEAK)

    def choose(self, settings: AntennaSettings) -> None:
        """Choose otherwise from now on; a bulk that begins counts every tag anew."""
        begins = settings.mode is Mode.BULK and self._settings.mode is not Mode.BULK
        self._settings = settings
        if begins:
            self.clear()

    def clear(self) -> None:
        """Begin a new parcel: forget what was counted.

        Tags that nothing was said of yet belong to what begins: perhaps they are read no more.
        """
        self._accepted.clear()
        self._counted.clear()
        self._count = 0

    def forget(self, text: str) -> None:
        """What was accepted as ``text`` was not kept: once it has gone it may be read anew."""
        forgotten = {key for key in self._counted if text_of(key) == text}
        self._counted -= forgotten
        self._count -= len(forgotten)

    def forget_the_gone(self, at: float) -> None:
        """A parcel began with what lies there now, which stays counted; all else is forgotten."""
        self._forget_the_long_gone(at)
        self._counted &= self._accepted.keys()
        self._count = len(self._counted)

    def _is_too_weak(self, scan: Scan) -> bool:
        strength = strength_of(scan)
        if isinstance(scan, LineRead) or strength is None:
            return False
        settings = self._settings
        limit = settings.weakest_signal if scan.rssi_dbm is None else settings.weakest_dbm
        return limit is not None and strength < limit

    def _is_repeat(self, key: Key, at: float) -> bool:
        if self._settings.mode is Mode.BULK and key in self._counted:
            return True
        seen = self._accepted.get(key)
        return seen is not None and at - seen.at < self._settings.repeat_s

    def _is_outshone(self, tag: TagRead, at: float) -> bool:
        horizon = at - max(self._settings.present_s, self._settings.hold_s)
        return any(
            seen.at >= horizon and seen.strength is not None and seen.strength >= _strength(tag)
            for seen in self._accepted.values()
        )

    def _must_wait(self, scan: Scan) -> bool:
        return (
            self._settings.mode is Mode.SINGLE
            and self._settings.hold_s > 0
            and strength_of(scan) is not None
        )

    def _accept(self, scan: Scan, at: float) -> Sighting:
        self._forget_the_long_gone(at)
        self._remember(scan, at)
        if self._settings.mode is Mode.BULK:
            self._counted.add(key_of(scan))
        self._count += 1
        return self._sighting(scan, Outcome.ACCEPTED)

    def _remember(self, scan: Scan, at: float) -> None:
        strength = strength_of(scan)
        before = self._accepted.get(key_of(scan))
        if strength is None and before is not None:
            strength = before.strength  # a read that tells none does not make the tag weaker
        self._accepted[key_of(scan)] = _Presence(at, strength)

    def _forget_the_long_gone(self, at: float) -> None:
        """Keep memory flat through a day of scans."""
        horizon = at - self._settings.repeat_s
        self._accepted = {key: seen for key, seen in self._accepted.items() if seen.at > horizon}

    def _sighting(self, scan: Scan, outcome: Outcome) -> Sighting:
        return Sighting(scan, outcome, self._count)


def text_of(key: Key) -> str:
    """The text of a line, or the digits of a tag."""
    value = key[1]
    return value if isinstance(value, str) else value.hex().upper()


def strength_of(scan: Scan) -> int | None:
    """How strongly it was heard, to be compared with other reads of the same reader only."""
    if isinstance(scan, LineRead):
        return None
    return scan.signal if scan.rssi_dbm is None else scan.rssi_dbm


def _strength(tag: TagRead) -> int:
    strength = strength_of(tag)
    assert strength is not None, "only reads that tell it contest"
    return strength
