"""Tell a scanner that types like a keyboard from a person, by pace or by prefix; pure, no Qt."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from leghorn_bench.domain.identifiers.layout import as_typed
from leghorn_bench.settings.values import WedgeSettings

K = TypeVar("K")

ENDS = "\r\n\t"
_DATA_CONTROLS = "\x1d\x1e\x04"
"""Control characters inside GS1 and ISO 15434 data."""
_PREFIXED_GAP_MS = 150


@dataclass(frozen=True, slots=True)
class Heard(Generic[K]):
    """What one key led to."""

    scan: str | None = None
    """A whole scan, without prefix and end; its keys are swallowed."""
    replay: tuple[K, ...] = ()
    """Keys that were held and turned out to be a person's; to be delivered now, in order."""
    swallow: bool = False
    """Whether this very key must not go on by itself (it is held, replayed or part of a scan)."""


@dataclass(slots=True)
class KeyBurst(Generic[K]):
    """Holds back keys as long as they may be a scan.

    Every key fed is either passed, or later replayed, or part of exactly one scan.
    """

    settings: WedgeSettings
    _held: list[K] = field(default_factory=list)
    _text: str = ""
    _last_ms: int = 0
    _just_ended: bool = False
    """Whether the key before ended a scan: an Enter or a line feed behind it belongs to it."""

    @property
    def holding(self) -> bool:
        """Whether keys are held back now."""
        return bool(self._held)

    @property
    def in_scan(self) -> bool:
        """Whether the next key may belong to a scan that is being typed or has just ended."""
        return self.holding or self._just_ended

    @property
    def gap_ms(self) -> int:
        """The longest pause between two keys of one scan; with a prefix it may be long."""
        longest = self.settings.longest_gap_ms
        return max(longest, _PREFIXED_GAP_MS) if self.settings.prefix else longest

    def press(self, key: K, text: str, at_ms: int) -> Heard[K]:
        """A key went down at ``at_ms`` (the event's own time, not when we came to see it)."""
        slow = at_ms - self._last_ms > self.gap_ms
        replay = self.flush() if self._held and slow else ()
        self._last_ms = at_ms
        trailing, self._just_ended = self._just_ended and not slow, False
        if text and text in ENDS:
            if not trailing:
                return self._ended(key, replay)
            self._just_ended = True  # CR, then LF
            return Heard(swallow=True)
        if _is_data(text) and self._may_be_scan(self._text + text):
            self._held.append(key)
            self._text += text
            scan = self._ended_by_suffix()
            return Heard(scan=scan, replay=replay, swallow=True)
        held = replay + self.flush()
        return Heard(replay=(*held, key), swallow=True) if held else Heard()

    def release(self, key: K) -> bool:
        """A key went up; True when it is held behind its press."""
        if self._held:
            self._held.append(key)
            return True
        return False

    def flush(self) -> tuple[K, ...]:
        """Give back what is held: it was no scan."""
        held = tuple(self._held)
        self._held.clear()
        self._text = ""
        return held

    @property
    def _prefix(self) -> str:
        """The prefix as it came, if the text begins with it in one layout or the other."""
        return next((one for one in self._prefixes() if self._text.startswith(one)), "")

    def _prefixes(self) -> tuple[str, ...]:
        return _in_both_layouts(self.settings.prefix)

    @property
    def _suffix(self) -> str:
        suffixes = _in_both_layouts(self.settings.suffix)
        return next((one for one in suffixes if self._text.endswith(one)), "")

    def _ended(self, key: K, replay: tuple[K, ...]) -> Heard[K]:
        if (scan := self._scan()) is not None:
            self._just_ended = True
            self.flush()
            return Heard(scan=scan, replay=replay, swallow=True)
        held = replay + self.flush()
        return Heard(replay=(*held, key), swallow=True) if held else Heard()

    def _ended_by_suffix(self) -> str | None:
        scan = self._scan() if self._suffix else None
        if scan is not None:
            self._just_ended = True
            self.flush()
        return scan

    def _scan(self) -> str | None:
        """What was scanned, without prefix and suffix; None while it is too short for one."""
        if self.settings.prefix and not self._prefix:
            return None
        text = self._text.removeprefix(self._prefix).removesuffix(self._suffix)
        least = 1 if self.settings.prefix else self.settings.fewest_characters
        return text if len(text) >= least else None

    def _may_be_scan(self, text: str) -> bool:
        return not self.settings.prefix or any(
            text.startswith(prefix) or prefix.startswith(text) for prefix in self._prefixes()
        )


def _in_both_layouts(mark: str) -> tuple[str, ...]:
    """What a scanner types, and what an Italian keyboard layout makes of it; none for nothing."""
    return tuple(dict.fromkeys((mark, as_typed(mark)))) if mark else ()


def _is_data(text: str) -> bool:
    return bool(text) and all(c.isprintable() or c in _DATA_CONTROLS for c in text)
