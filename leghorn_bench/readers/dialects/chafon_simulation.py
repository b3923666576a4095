"""The simulated readers of the Chafon family."""

from collections.abc import Iterable, Sequence

from leghorn_bench.readers.dialects.chafon import (
    INFO,
    INVENTORY,
    MORE,
    NO_TAG,
    READ,
    SINGLE,
    ChafonDecoder,
    Layout,
    answer,
)
from leghorn_bench.readers.events import Event, Status, TagRead
from leghorn_bench.readers.facts import command_facts
from leghorn_bench.readers.simulated import EPC_LENGTHS, AskedReader, TagsNear, identifier_of

_SELF = {
    "chafon18": bytes.fromhex("0001090331801E0A"),
    "chafon288": bytes.fromhex("00160C034E001E0A01000000"),
}
"""What each tells of itself: version, type, protocols, band, power, scan time, antennas."""


USUAL_SIGNAL = 0x48
"""Of a tag shown without one."""


class _Hearing(ChafonDecoder):
    """What the reader hears are commands."""

    def events_of(self, frame: bytes) -> Iterable[Event]:
        return (Status("command", command_facts({}, frame[2], frame[3:-2])),)


def simulated(layout: Layout) -> AskedReader:
    """A reader of this family member."""

    def answered(said: Status, near: TagsNear) -> bytes:
        command, data = int(f"{said.facts['command']}", 16), bytes.fromhex(f"{said.facts['data']}")
        if command == READ:
            near.selected = data[1 : 1 + 2 * data[0]]
            chip = near.answer()
            return answer(READ, 0, chip[1]) if chip else answer(READ, NO_TAG)
        if command == INFO:
            return answer(INFO, 0, _SELF[layout])
        return answer(command, NO_TAG if command in (INVENTORY, SINGLE) else 0)

    def frames(tags: Sequence[TagRead | str]) -> bytes:
        return b"".join(answer(INVENTORY, MORE, _tag(tag, layout)) for tag in tags)

    return AskedReader(_Hearing(layout), answered, frames)


def _tag(tag: TagRead | str, layout: Layout) -> bytes:
    epc = identifier_of(tag, EPC_LENGTHS)
    tid = tag.tid or b"" if isinstance(tag, TagRead) and tag.epc else b""
    memory = bytes((len(epc),)) + epc
    if layout == "chafon18":
        return b"\x01" + memory
    if len(tid) == 12:
        memory = bytes((len(epc + tid) | 0x80,)) + epc + tid
    antenna = (tag.antenna if isinstance(tag, TagRead) else None) or 1
    signal = tag.signal if isinstance(tag, TagRead) and tag.signal is not None else USUAL_SIGNAL
    return bytes((1 << antenna - 1, 1)) + memory + bytes((signal & 0xFF,))
