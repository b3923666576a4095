"""The chip of the tag on the table: which it is, and what differs when it should not be there."""

from collections import OrderedDict

from leghorn_bench.domain.records.doubts import ChipDoubt
from leghorn_bench.services.chip_doubts import check_of
from leghorn_bench.services.chips import ChipCheck
from leghorn_bench.texts.identifiers import scan_words
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.identifier_label import grouped

MOST_CODES = 2000
"""EPCs whose chips are remembered."""


class ChipsSeen:
    """Which chips bore a code since the window was opened."""

    def __init__(self) -> None:
        self._chips: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def before(self, epc: str, tid: str) -> tuple[str, ...]:
        """The other chips that bore ``epc``; from now on ``tid`` is one of them."""
        seen = self._chips.pop(epc, ())
        self._chips[epc] = tuple(dict.fromkeys((*seen, tid)))
        if len(self._chips) > MOST_CODES:
            self._chips.popitem(last=False)
        return tuple(other for other in seen if other != tid)


def chip_words(check: ChipCheck) -> tuple[str, Tone]:
    """What is said of a chip that nothing speaks against."""
    told = _("Chip {tid}, made by {maker}: the one on file.")
    if not check.on_file:
        told = _("Chip {tid}, made by {maker}: no chip is on file for this unit.")
    maker = check.maker or _("an unknown maker")
    return told.format(
        tid=grouped(check.tid), maker=maker
    ), Tone.OK if check.on_file else Tone.QUIET


def doubt_words(check: ChipCheck) -> tuple[str, ...]:
    """What differs, a sentence a number."""
    told = _("{kind} read {read}, on file {on_file}.")
    if check.before:
        told = _("{kind} read {read}, but earlier the same code was on {on_file}.")
    return tuple(
        told.format(
            kind=one.kind.value.upper(), read=grouped(one.read), on_file=grouped(one.on_file)
        )
        for one in check.differing
    )


def kept_words(doubt: ChipDoubt) -> tuple[str, ...]:
    """What differed in a tag when its parcel was unpacked, a sentence a number."""
    if doubt.others:
        told = _("Code and chip lead to different units: {units}.")
        return (told.format(units=", ".join(doubt.others)),)
    return doubt_words(check_of(doubt))


def suspicion_words(check: ChipCheck) -> str:
    """What the differences look like."""
    return scan_words(check.suspicion, spoken()) if check.suspicion is not None else ""
