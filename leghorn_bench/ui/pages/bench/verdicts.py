"""The verdict as the band shows it: sign, word, tone, the reason, and the days that go with it."""

from datetime import date

from leghorn_bench.domain.coverage import Coverage, Verdict
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.texts import verdicts
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, ngettext, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.verdict_band import VerdictShown

ICONS = {
    Coverage.COVERED: "circle-check",
    Coverage.EXPIRED: "clock-x",
    Coverage.NOT_STARTED: "calendar-off",
    Coverage.UNSOLD: "shopping-cart-off",
    Coverage.REPLACED: "replace",
    Coverage.UNKNOWN: "help-octagon",
    Coverage.AMBIGUOUS: "copy-x",
}
TONES = {
    Coverage.COVERED: Tone.OK,
    Coverage.EXPIRED: Tone.PAY,
    Coverage.NOT_STARTED: Tone.PAY,
    Coverage.UNSOLD: Tone.PAY,
    Coverage.REPLACED: Tone.STOP,
    Coverage.UNKNOWN: Tone.STOP,
    Coverage.AMBIGUOUS: Tone.STOP,
}


def shown(verdict: Verdict, today: date) -> VerdictShown:
    """The verdict in the language of the screens; what is left of a term is counted from today."""
    language = spoken()
    reason = verdicts.reason(verdict, language)
    if verdict.term is not None:
        reason = f"{reason} {verdicts.compared(verdict, language)}"
    return VerdictShown(
        ICONS[verdict.coverage],
        word(verdict.coverage, language),
        TONES[verdict.coverage],
        reason,
        _aside(verdict, today),
    )


_OLD_UNITS = {
    OldUnit.KEPT: N_("This one is kept for analysis."),
    OldUnit.RETURNED: N_("This one goes back in the same parcel."),
    OldUnit.SCRAPPED: N_("This one is scrapped."),
}


def replaced_here(new_serial: str, old_unit: OldUnit | None) -> VerdictShown:
    """Of a unit whose replacement waits to leave: it is here rightly."""
    told = _("{serial} goes out in its place.").format(serial=new_serial)
    stays = _(_OLD_UNITS[old_unit]) if old_unit is not None else ""
    return VerdictShown(
        ICONS[Coverage.REPLACED],
        _("Replaced"),
        Tone.OK,
        f"{told} {stays}".strip(),
    )


def _aside(verdict: Verdict, today: date) -> str:
    term, before = verdict.term, verdict.days_left
    if term is None or before is None:
        return ""
    last_day = day_text(term.last_day, spoken())
    if verdict.coverage is Coverage.COVERED:
        return _left(last_day, (term.last_day - today).days)
    if verdict.coverage is Coverage.EXPIRED:
        told = ngettext(
            "ended on {last_day}, {days} day before",
            "ended on {last_day}, {days} days before",
            -before,
        )
        return told.format(last_day=last_day, days=-before)
    return ""


def _left(last_day: str, days: int) -> str:
    """What is left of a cover today; a defect that was reported in time stays covered after it."""
    if days < 0:
        return _("until {last_day}, reported in time").format(last_day=last_day)
    if days == 0:
        return _("until {last_day}, the last day").format(last_day=last_day)
    told = ngettext("until {last_day}, {days} day left", "until {last_day}, {days} days left", days)
    return told.format(last_day=last_day, days=days)
