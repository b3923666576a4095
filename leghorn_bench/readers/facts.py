"""What the dialects tell of a frame beside its tags, in one form."""

from collections.abc import Mapping, Sequence

from leghorn_bench.readers.events import Event, Status


def command_facts(names: Mapping[int, str], code: int, data: bytes) -> dict[str, object]:
    """The number of a command, its name if it has one, and its data, in hexadecimal digits."""
    facts: dict[str, object] = {"command": f"{code:02X}", "data": data.hex().upper()}
    if code in names:
        facts["name"] = names[code]
    return facts


def told_of_itself(events: Sequence[Event]) -> Mapping[str, object] | None:
    """The facts of the first ``info``; None when the reader told nothing of itself."""
    for event in events:
        if isinstance(event, Status) and event.kind == "info":
            return event.facts
    return None
