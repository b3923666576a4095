"""The reason of a verdict in one sentence, and the sentence on the day that was compared."""

from leghorn_bench.domain.coverage import Compared, Coverage, Doubt, Verdict
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_

REASONS = {
    Coverage.COVERED: N_("Sold on {sold_on} with {months} months: covered through {last_day}."),
    Coverage.EXPIRED: N_("Sold on {sold_on} with {months} months: the cover ended on {last_day}."),
    Coverage.NOT_STARTED: N_(
        "The day compared, {day}, is before the sale of {sold_on}: the data on file are doubtful."
    ),
    Coverage.UNSOLD: N_(
        "The unit {serial} is known, but no sale is on file: stock, demonstration or stolen."
    ),
    Coverage.REPLACED: N_(
        "The unit {serial} was already replaced by {replaced_by}: it should not be back."
    ),
    Coverage.UNKNOWN: N_("The identifier is not on file; nothing was created."),
    Coverage.AMBIGUOUS: N_(
        "What was read leads to more than one unit ({serials}): a clone or a re-label."
    ),
}
INHERITED = N_(
    "It replaces {first_serial}, sold on {sold_on} with {months} months, and takes over the rest:"
    " covered through {last_day}."
)
INHERITED_EXPIRED = N_(
    "It replaced {first_serial}, sold on {sold_on} with {months} months: the cover ended on"
    " {last_day}."
)
COMPARED = {
    Compared.REPORTED: N_("Compared: the day the defect was reported, {day}."),
    Compared.RECEIVED: N_(
        "Compared: the day the device was received, {day}; no report is on file."
    ),
    Compared.TODAY: N_("Compared: today, {day}; neither a report nor a receipt is on file."),
    Compared.GIVEN: N_("Compared: the day asked for, {day}."),
}
EXTENSION_LATE = N_(
    "An extension ordered on {ordered_on}, after the sale, is not counted until an administrator"
    " accepts it."
)
EXTENSION_ACCEPTED = N_("An extension ordered late, on {ordered_on}, was accepted and counts.")
SEVERAL_SALES = N_("Several sales are on file; the one of {sold_on} counts.")
CLOCK = N_("The clock of this computer is earlier than the last entry on file: check the date.")


def _facts(verdict: Verdict, language: str) -> dict[str, object]:
    term, sale = verdict.term, verdict.sale
    return {
        "serial": verdict.serials[0] if verdict.serials else "-",
        "serials": ", ".join(verdict.serials),
        "replaced_by": verdict.replaced_by or "-",
        "first_serial": verdict.first_serial or "-",
        "months": term.months if term is not None else 0,
        "sold_on": day_text(term.sold_on if term is not None else None, language),
        "last_day": day_text(term.last_day if term is not None else None, language),
        "day": day_text(verdict.compared.day, language),
        "ordered_on": day_text(sale.extension_ordered_on if sale is not None else None, language),
    }


def _main_sentence(verdict: Verdict) -> str:
    if verdict.first_serial is not None:
        if verdict.coverage is Coverage.COVERED:
            return INHERITED
        if verdict.coverage is Coverage.EXPIRED:
            return INHERITED_EXPIRED
    return REASONS[verdict.coverage]


_OF_DOUBT = {
    Doubt.EXTENSION_LATE: EXTENSION_LATE,
    Doubt.EXTENSION_ACCEPTED: EXTENSION_ACCEPTED,
    Doubt.SEVERAL_SALES: SEVERAL_SALES,
    Doubt.CLOCK: CLOCK,
}


def reason(verdict: Verdict, language: str) -> str:
    """Why the verdict is what it is, in one sentence."""
    sentence = catalogue(language).gettext(_main_sentence(verdict))
    return sentence.format(**_facts(verdict, language))


def notes(verdict: Verdict, language: str) -> tuple[str, ...]:
    """What a person should know beside the reason: extensions, several sales, a wrong clock."""
    words = catalogue(language)
    facts = _facts(verdict, language)
    return tuple(
        words.gettext(_OF_DOUBT[doubt]).format(**facts)
        for doubt in verdict.doubts
        if doubt in _OF_DOUBT
    )


def compared(verdict: Verdict, language: str) -> str:
    """Which day was compared, and why that one."""
    sentence = catalogue(language).gettext(COMPARED[verdict.compared.why])
    return sentence.format(day=day_text(verdict.compared.day, language))
