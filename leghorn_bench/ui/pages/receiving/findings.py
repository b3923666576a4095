"""What a scan in a parcel turned out to be: icon, word, colour, sound, and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leghorn_bench.domain.identifiers.comparison import Suspicion
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.goods_lines import is_held
from leghorn_bench.services.receiving import Finding, ParcelScan
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.sounds import Sound
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown

NOTICE_ICON = "alert-octagon"
"""Of a unit on which the house has a notice, such as a recall."""


@dataclass(frozen=True, slots=True)
class Sign:
    """How a finding is shown and heard."""

    icon: str
    word: str
    """A text key."""
    tone: Tone
    sound: Sound


SIGNS: Mapping[Finding, Sign] = MappingProxyType(
    {
        Finding.EXPECTED: Sign("circle-check", N_("Announced"), Tone.OK, Sound.ACCEPTED),
        Finding.UNANNOUNCED: Sign("plus", N_("Not announced"), Tone.PAY, Sound.ACCEPTED),
        Finding.SOLD_TO_ANOTHER: Sign(
            "users", N_("Sold to somebody else"), Tone.STOP, Sound.REFUSED
        ),
        Finding.UNKNOWN: Sign("help-octagon", N_("Unknown"), Tone.STOP, Sound.REFUSED),
        Finding.AMBIGUOUS: Sign("copy-x", N_("Ambiguous identifier"), Tone.STOP, Sound.REFUSED),
        Finding.REPEATED: Sign("copy", N_("Already scanned"), Tone.NOTE, Sound.REPEATED),
        Finding.IN_ANOTHER_CASE: Sign(
            "folders", N_("In another open case"), Tone.STOP, Sound.REFUSED
        ),
    }
)

_SENTENCES: Mapping[Finding, str] = MappingProxyType(
    {
        Finding.EXPECTED: N_("Received in case {case}."),
        Finding.UNANNOUNCED: N_("Nobody announced it: received and added to case {case}."),
        Finding.SOLD_TO_ANOTHER: N_("Received, but it was sold to {owner}: ask whose it is."),
        Finding.UNKNOWN: N_("Not on file: received as it was read, to be identified at the bench."),
        Finding.AMBIGUOUS: N_(
            "Several units have this identifier: received as it was read, to be identified at the"
            " bench."
        ),
        Finding.REPEATED: N_("It is already in this parcel: nothing was added."),
        Finding.IN_ANOTHER_CASE: N_(
            "It is already here in case {case}, which is still open: put it aside. Nothing was"
            " added."
        ),
    }
)


_DOUBTS: Mapping[str, str] = MappingProxyType(
    {
        Suspicion.CLONE.value: N_("Possible clone"),
        Suspicion.RELABEL.value: N_("Possible re-label"),
        Suspicion.ANOTHER.value: N_("Another tag"),
        "": N_("Ambiguous identifier"),
    }
)


_WITHOUT_NUMBER: Mapping[str, str] = MappingProxyType(
    {
        _SENTENCES[Finding.EXPECTED]: N_("Received in a case that is {state}."),
        _SENTENCES[Finding.UNANNOUNCED]: N_(
            "Nobody announced it: received and added to a case that is {state}."
        ),
        _SENTENCES[Finding.IN_ANOTHER_CASE]: N_(
            "It is already here in a case that is {state}: put it aside. Nothing was added."
        ),
        N_("In case {case}"): N_("In a case that is {state}"),
    }
)
"""What is said instead while a case has no number, which it gets when it is opened."""


def _of_case(sentence: str, case: Case | None, owner: str = "") -> str:
    number, state = "–", ""
    if case is not None:
        state = word(CaseState(case.state), spoken()).lower()
        number = case.number or ""
    chosen = sentence if number else _WITHOUT_NUMBER.get(sentence, sentence)
    return _(chosen).format(case=number, state=state, owner=owner)


def shown(scan: ParcelScan) -> VerdictShown:
    """The large words of the last scan."""
    sign = SIGNS[scan.finding]
    sentence = _of_case(_SENTENCES[scan.finding], scan.case, scan.owner)
    tone = sign.tone
    recorded = scan.device is not None and scan.case is not None
    if recorded and scan.case is not None and scan.case.state == CaseState.REPORTED.value:
        sentence = f"{sentence} {_held()}"
        tone = Tone.PAY if tone is Tone.OK else tone
    product = scan.product_en if spoken() == "en" else scan.product
    reason = "\n".join(part for part in (product, sentence, *scan.notices) if part)
    icon = sign.icon
    if scan.notices:  # a recall is seen from where the box stands, whatever else is in order
        icon, tone = NOTICE_ICON, Tone.STOP
    return VerdictShown(icon, scan.serial or scan.text, tone, reason, _(sign.word))


def sound_of(scan: ParcelScan) -> Sound:
    """How a scan is heard: a notice on the unit as what is wrong, whatever else is in order."""
    return Sound.REFUSED if scan.notices else SIGNS[scan.finding].sound


def line_tone(line: GoodsLine, finding: Finding) -> Tone:
    """The tone of a received device: what is held or doubted is never green."""
    if line.doubt is not None or line.notices:
        return Tone.STOP
    tone = SIGNS[finding].tone
    return Tone.PAY if tone is Tone.OK and is_held(line) else tone


def line_icon(line: GoodsLine, finding: Finding) -> str:
    """The icon of a received device."""
    if line.notices:
        return NOTICE_ICON
    return (SIGNS[finding] if line.doubt is None else SIGNS[Finding.AMBIGUOUS]).icon


def odd(line: GoodsLine, finding: Finding) -> str:
    """What is odd about a received device, in a few words; what it is when nothing is."""
    said = _(SIGNS[finding].word)
    if finding is Finding.SOLD_TO_ANOTHER:
        said = _("Sold to {owner}").format(owner=line.owner)
    if finding is Finding.IN_ANOTHER_CASE:
        return _of_case("In case {case}", line.case)
    if line.doubt is not None:
        said = _(_DOUBTS[line.doubt.suspicion])
    if line.notices:
        said = _("{finding} · notice").format(finding=said)
    return _("{finding} · held").format(finding=said) if is_held(line) else said


def _held() -> str:
    return _("Held: the sales rep has not authorised the case yet.")
