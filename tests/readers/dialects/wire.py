"""The whole of a wire through a decoder, as the dialects' tests need it."""

from collections.abc import Iterable

from leghorn_bench.readers.events import Event, Noise, Status, TagRead
from leghorn_bench.readers.registry import dialect


def heard(name: str, *pieces: bytes) -> list[Event]:
    decoder = dialect(name).decoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    return [*events, *decoder.silence()]


def tags(events: Iterable[Event]) -> list[TagRead]:
    return [event for event in events if isinstance(event, TagRead)]


def kinds(events: Iterable[Event]) -> list[str]:
    """The statuses by kind, in order; noise among them is noise."""
    return [
        event.kind if isinstance(event, Status) else "noise"
        for event in events
        if isinstance(event, Status | Noise)
    ]


def facts(events: Iterable[Event]) -> dict[str, object]:
    """All that the statuses say."""
    return {
        key: value
        for event in events
        if isinstance(event, Status)
        for key, value in event.facts.items()
    }
