"""Tell a scanner that types like a keyboard from a person, by pace or by prefix; pure, no Qt."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

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

    @property
    def holding(self) -> bool:
        """Whether keys are held back now."""
        return bool(self._held)

    def press(self, key: K, text: str, at_ms: int) -> Heard[K]:
        """A key went down at ``at_ms`` (the event's own time, not when we came to see it)."""
        replay = self.flush() if self._held and at_ms - self._last_ms > self._gap() else ()
        self._last_ms = at_ms
        if text and text in ENDS:
            return self._ended(key, replay)
        if _is_data(text) and self._may_be_scan(self._text + text):
            self._held.append(key)
            self._text += text
            return Heard(replay=replay, swallow=True)
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

    def _ended(self, key: K, replay: tuple[K, ...]) -> Heard[K]:
        text = self._text.removeprefix(self.settings.prefix)
        least = 1 if self.settings.prefix else self.settings.fewest_characters
        if len(text) >= least and self._text.startswith(self.settings.prefix):
            self.flush()
            return Heard(scan=text, replay=replay, swallow=True)
        held = replay + self.flush()
        return Heard(replay=(*held, key), swallow=True) if held else Heard()

    def _may_be_scan(self, text: str) -> bool:
        prefix = self.settings.prefix
        return text.startswith(prefix) or prefix.startswith(text)

    def _gap(self) -> int:
        return _PREFIXED_GAP_MS if self.settings.prefix else self.settings.longest_gap_ms


def _is_data(text: str) -> bool:
    return bool(text) and all(c.isprintable() or c in _DATA_CONTROLS for c in text)
