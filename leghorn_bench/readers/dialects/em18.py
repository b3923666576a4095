"""125 kHz push readers EM-18: twelve hex digits and nothing around them.

The digits of a card cancel out in every rotation, so that a frame cut short and the next one
together hold other cards. Only the pauses tell where a card begins: digits that follow one another
are judged together.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile
from operator import xor
from string import hexdigits

from leghorn_bench.readers.dialect import Dialect, Identity, LineSettings
from leghorn_bench.readers.dialects.rdm6300 import CARD_LENGTH, digits
from leghorn_bench.readers.events import Event, Noise, TagRead
from leghorn_bench.readers.framing import UNFINISHED, FrameDecoder
from leghorn_bench.readers.simulated import SimulatedReader, identifier_of, mute

FRAME = 12
"""Digits of a card with its check."""
LONGEST_RUN = 20 * FRAME
"""Digits judged together: cards that piled up for a second."""
PAUSE_S = 0.04
"""Quiet for so long: a card is whole. Its digits take 12.5 ms, adapters hold some back for 16 ms,
and the quickest readers of the kind repeat after 50 ms."""

_VALUES = bytes(int(chr(code), 16) if chr(code) in hexdigits else 0 for code in range(256))
_CANCELLED = re.compile(rb"(?=\0\0)")
_LINE_END = re.compile(rb"[\r\n]")
_NO_DIGIT = re.compile(rb"[^0-9A-F]")


class Em18Decoder(FrameDecoder):
    """Runs of digits: whole cards one after the other; else those that can be read in one way."""

    starts = re.compile(rb"[0-9A-F]")

    def frame_at(self, wire: bytes, at: int, *, ended: bool) -> int:
        """The whole run, or the cards that it begins with, once it is known where it ends."""
        run = wire[at : at + LONGEST_RUN]
        if (behind := _NO_DIGIT.search(run)) is not None:
            run = run[: behind.start()]
        elif len(run) < LONGEST_RUN and not ended:
            return UNFINISHED
        sums = _sums(run)
        if len(run) % FRAME == 0 and not any(sums[::FRAME]) and not any(sums[1::FRAME]):
            return len(run)
        sure = _sure_cards(sums)
        if not sure or sure[0] > 0:
            return -min(sure, default=len(run))
        following = (card == number * FRAME for number, card in enumerate(sure))
        return FRAME * sum(takewhile(bool, following))

    def events_of(self, frame: bytes) -> Iterable[Event]:
        """The five bytes of each card, as on the wire."""
        numbers = (frame[at : at + 2 * CARD_LENGTH] for at in range(0, len(frame), FRAME))
        return [TagRead(uid=bytes.fromhex(number.decode())) for number in numbers]


def _sums(run: bytes) -> bytes:
    """After each digit the XOR of every second one so far, behind two that stand for nothing."""
    values = run.translate(_VALUES)
    sums = bytearray(len(run) + 2)
    sums[2::2] = bytes(accumulate(values[::2], xor))
    sums[3::2] = bytes(accumulate(values[1::2], xor))
    return bytes(sums)


def _sure_cards(sums: bytes) -> list[int]:
    """Where twelve digits cancel out, and no other twelve that overlap them do as well."""
    size = len(sums) - FRAME
    if size < 2:
        return []
    changes = int.from_bytes(sums[:size]) ^ int.from_bytes(sums[FRAME:])
    cards = [found.start() for found in _CANCELLED.finditer(changes.to_bytes(size))]
    before, after = [-FRAME, *cards], [*cards[1:], len(sums)]
    return [
        card
        for earlier, card, later in zip(before, cards, after, strict=False)
        if card - earlier >= FRAME <= later - card
    ]


def identity(events: Sequence[Event]) -> Identity | None:
    """It answers no question, but a card with a right checksum makes it known.

    Digits in lines are somebody else's: one line of many holds a card by chance.
    """
    lines = any(isinstance(event, Noise) and _LINE_END.search(event.data) for event in events)
    known = any(isinstance(event, TagRead) for event in events)
    return Identity("em18") if known and not lines else None


def _frames(tags: Sequence[TagRead | str]) -> bytes:
    return b"".join(digits(identifier_of(tag, (CARD_LENGTH,))) for tag in tags)


DIALECT = Dialect(
    name="em18",
    label="125 kHz EM-18",
    lines=(LineSettings(9600),),
    decoder=Em18Decoder,
    simulation=lambda: SimulatedReader(Em18Decoder(), mute, _frames),
    identity=identity,
    speaks_unasked=True,
    pause_s=PAUSE_S,
    ends_by_pause=True,
)
