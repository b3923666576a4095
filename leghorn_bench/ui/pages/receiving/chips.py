"""The chips of a parcel's tags: told when one is not the one on file, or one code is on two."""

from dataclasses import dataclass

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.identifiers import interpret_tag
from leghorn_bench.domain.identifiers.comparison import Numbers
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.chips import ChipCheck, check_chip
from leghorn_bench.services.register import look_up_interpreted
from leghorn_bench.texts.screen import _
from leghorn_bench.ui.pages.bench.chips import ChipsSeen, doubt_words, suspicion_words
from leghorn_bench.ui.pages.bench.verdicts import shown
from leghorn_bench.ui.scan_bus import Scan
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown


@dataclass(frozen=True, slots=True)
class Doubted:
    """What speaks against a tag, for the person and for the file."""

    shown: VerdictShown
    read: Numbers
    check: ChipCheck
    others: tuple[str, ...]
    """The units that code and chip lead to, where they are several."""


class ParcelChips:
    """Of the parcel on the table; each pair of code and chip is looked up once."""

    def __init__(self) -> None:
        self._seen = ChipsSeen()
        self._doubts: dict[tuple[bytes, bytes], Doubted | None] = {}
        self._of_code: dict[bytes, Doubted] = {}

    def clear(self) -> None:
        """Another parcel: its tags are looked at anew."""
        self._doubts.clear()
        self._of_code.clear()

    def doubt(self, bench: Bench, scan: Scan) -> Doubted | None:
        """What speaks against the tag (POLICY §3, ``ambiguous``); None when nothing does.

        A code that was doubted once stays so, also where a read does not tell the chip.
        """
        tag = scan.tag
        if tag is None or tag.epc is None:
            return None
        if tag.tid is None:
            return self._of_code.get(tag.epc)
        pair = tag.epc, tag.tid
        if pair not in self._doubts:
            doubt = self._doubts[pair] = self._looked_up(bench, *pair)
            if doubt is not None:
                self._of_code[tag.epc] = doubt
        return self._doubts[pair]

    def knows(self, scan: Scan) -> bool:
        """Whether the code and the chip of the tag were looked up for this parcel."""
        tag = scan.tag
        return tag is not None and (tag.epc, tag.tid) in self._doubts

    def _looked_up(self, bench: Bench, epc: bytes, tid: bytes) -> Doubted | None:
        card = look_up_interpreted(bench.store, interpret_tag(epc=epc), today=bench.today())
        read = Numbers(epc=epc.hex().upper(), tid=tid.hex().upper())
        before = self._seen.before(epc.hex().upper(), tid.hex().upper())
        told, check = check_chip(bench.store, card, read, before)
        if told.verdict.coverage is not Coverage.AMBIGUOUS:
            return None
        reason = suspicion_words(check)
        unit = card.unit or told.unit
        name = unit.device.serial if unit is not None else epc.hex().upper()
        whole = shown(told.verdict, bench.today())
        sentences = (reason, *doubt_words(check)) if reason else (whole.reason,)
        aside = _("Ambiguous identifier")
        shown_so = VerdictShown("copy-x", name, Tone.STOP, " ".join(sentences), aside)
        others = tuple(unit.device.serial for unit in told.units) if len(told.units) > 1 else ()
        return Doubted(shown_so, read, check, others)
