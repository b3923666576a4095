"""What all simulated readers share: hearing commands, and taking tags from people as text."""

from collections.abc import Callable, Collection, Iterable, Sequence

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.readers.dialect import Decoder
from leghorn_bench.readers.events import Event, Status, TagRead

USUAL_RSSI = -60
"""dBm of a tag shown without one: a hand's breadth from a bench antenna."""


class UnshowableTag(BenchError):
    """A simulated reader was told to show what its kind of reader cannot see."""

    sentence = (
        "This reader sees tags with an identifier of {lengths} bytes; found “{found}”. "
        "Give the identifier in hexadecimal digits, two a byte."
    )


class SimulatedReader:
    """A reader made of its dialect: a decoder of commands, an answer to each, frames for tags."""

    def __init__(
        self,
        decoder: Decoder,
        answer: Callable[[Status], bytes],
        frames: Callable[[Sequence[TagRead | str]], bytes],
    ) -> None:
        self._decoder = decoder
        self._answer = answer
        self._frames = frames

    def hear(self, data: bytes) -> bytes:
        """Take bytes from the host; gives what the reader answers."""
        return self._answers(self._decoder.feed(data))

    def quiet(self) -> bytes:
        """The host fell silent: a command cut short, or in another language, is forgotten."""
        return self._answers(self._decoder.silence())

    def show(self, tags: Sequence[TagRead | str]) -> bytes:
        """The bytes that the reader sends when ``tags`` are seen now; raises UnshowableTag."""
        return self._frames(tags)

    def _answers(self, events: Iterable[Event]) -> bytes:
        return b"".join(
            self._answer(event)
            for event in events
            if isinstance(event, Status) and event.kind == "command"
        )


class TagsNear:
    """The UHF tags that a simulated reader saw last, which it may ask for their chips."""

    def __init__(self) -> None:
        self._chips: list[tuple[bytes, bytes]] = []
        self._turn = 0
        self.selected: bytes | None = None
        """The EPC that a tag must bear to answer; None: any."""

    def see(self, tags: Sequence[TagRead | str]) -> None:
        """These are on the antenna now."""
        self._chips = [
            (tag.epc, tag.tid) for tag in tags if isinstance(tag, TagRead) and tag.epc and tag.tid
        ]

    @property
    def chips(self) -> tuple[tuple[bytes, bytes], ...]:
        """EPC and TID of each."""
        return tuple(self._chips)

    def answer(self) -> tuple[bytes, bytes] | None:
        """EPC and TID of a selected tag; of several each in its turn: only one gets through."""
        able = [chip for chip in self._chips if chip[0].startswith(self.selected or b"")]
        self._turn += 1
        return able[self._turn % len(able)] if able else None


class AskedReader(SimulatedReader):
    """A UHF reader that can ask the tags on its antenna for their TIDs."""

    def __init__(
        self,
        decoder: Decoder,
        answer: Callable[[Status, TagsNear], bytes],
        frames: Callable[[Sequence[TagRead | str]], bytes],
    ) -> None:
        self._near = TagsNear()
        super().__init__(decoder, lambda said: answer(said, self._near), frames)

    def show(self, tags: Sequence[TagRead | str]) -> bytes:
        """The bytes that the reader sends when ``tags`` are seen now; raises UnshowableTag."""
        wire = super().show(tags)
        self._near.see(tags)
        return wire


def mute(_command: Status) -> bytes:
    """The answer of a reader that only pushes."""
    return b""


def identifier_of(tag: TagRead | str, lengths: Collection[int]) -> bytes:
    """The identifier of ``tag``, one of ``lengths`` bytes long.

    Raises:
        UnshowableTag: it has another length, or the text is not hexadecimal.
    """
    found = _identifier(tag)
    if found is None or len(found) not in lengths:
        told = tag if isinstance(tag, str) else (found or b"").hex().upper()
        raise UnshowableTag(lengths=_in_words(lengths), found=told)
    return found


def _identifier(tag: TagRead | str) -> bytes | None:
    if isinstance(tag, TagRead):
        return tag.epc or tag.uid or tag.tid
    try:
        return bytes.fromhex(tag)
    except ValueError:
        return None


def _in_words(lengths: Collection[int]) -> str:
    ordered = sorted(lengths)
    return f"{ordered[0]}" if len(ordered) == 1 else f"{ordered[0]}-{ordered[-1]}"


EPC_LENGTHS = range(2, 63, 2)
"""Bytes of an EPC: whole words, as many as the five bits of a PC can count."""


def pc_of(epc: bytes) -> bytes:
    """The protocol control word of a tag with this EPC: its length in words, no flags."""
    return (len(epc) // 2 << 11).to_bytes(2, "big")
