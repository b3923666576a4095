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


_SHORTEST_TID = 4
"""Bytes of allocation class, maker and model."""


def tid_facts(words: bytes) -> dict[str, object]:
    """The facts of words read from a tag: a TID if they can be one, else none.

    An answer does not name the bank; the bench reads only TIDs, and each TID begins with its
    allocation class E2 (Gen2) or E0.
    """
    is_tid = len(words) >= _SHORTEST_TID and len(words) % 2 == 0 and words[0] in (0xE2, 0xE0)
    return {"tid": words.hex().upper()} if is_tid else {}
