"""What the policy makes of a judgement, in one sentence, live while the origin is chosen."""

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Consequence, Outcome, Payer, consequence
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.texts.words import word
from leghorn_bench.ui.tokens import Tone

_SENTENCES = {
    (Outcome.REPAIR_FREE, Outcome.REPLACE_FREE): N_(
        "Free repair or replacement: covered, and a fault of material or production."
    ),
    (Outcome.QUOTE,): N_("Repair quote to the sales rep: {coverage}, {origin}."),
    (Outcome.HOLD,): N_("On hold until a person says what it is: {coverage}."),
}
_GOODWILL = N_("Free repair or replacement as goodwill, or a repair quote: {coverage}, {origin}.")
_GOODWILL_HELD = N_("Free repair as goodwill, or on hold: {coverage}.")
_SHIPPING = {
    (Payer.COMPANY, True): N_(
        "We pay the return, and reimburse what the customer paid to send it."
    ),
    (Payer.CUSTOMER, False): N_("The customer pays the return, and what it cost to send it."),
}


def outcome_words(coverage: Coverage, origin: Origin, *, goodwill: bool = False) -> str:
    """The outcome with its reason, and who pays which way."""
    rule = consequence(coverage, origin, goodwill=goodwill)
    facts = {
        "coverage": word(coverage, spoken()).lower(),
        "origin": word(origin, spoken()).lower(),
    }
    return f"{_(_sentence(rule)).format(**facts)} {shipping_words(rule)}"


def shipping_words(rule: Consequence) -> str:
    """Who pays the shipments."""
    return _(_SHIPPING[rule.return_shipping, rule.reimburse_inbound])


def after_decision(
    coverage: Coverage, origin: Origin, *, goodwill: bool = False
) -> tuple[str, Tone]:
    """Once it is settled what is done with a device, only who pays the shipments still counts."""
    rule = consequence(coverage, origin, goodwill=goodwill)
    tone = Tone.OK if rule.return_shipping is Payer.COMPANY else Tone.PAY
    return shipping_words(rule), tone


def outcome_tone(coverage: Coverage, origin: Origin, *, goodwill: bool = False) -> Tone:
    """Free, to be paid, or held."""
    outcomes = consequence(coverage, origin, goodwill=goodwill).outcomes
    if Outcome.REPAIR_FREE in outcomes:
        return Tone.NOTE if goodwill and Outcome.QUOTE in outcomes else Tone.OK
    return Tone.PAY if Outcome.QUOTE in outcomes else Tone.STOP


def _sentence(rule: Consequence) -> str:
    known = _SENTENCES.get(rule.outcomes)
    if known is not None:
        return known
    return _GOODWILL_HELD if Outcome.HOLD in rule.outcomes else _GOODWILL
