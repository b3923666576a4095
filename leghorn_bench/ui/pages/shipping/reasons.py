"""Who pays a shipment, and why, in one sentence."""

from collections.abc import Mapping
from types import MappingProxyType

from leghorn_bench.domain.money import NOTHING, Money
from leghorn_bench.domain.policy import Payer
from leghorn_bench.services.leaving_goods import Payment
from leghorn_bench.services.shipping import PaidBecause
from leghorn_bench.texts.screen import N_, _, spoken
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.money_edit import write_money
from leghorn_bench.ui.widgets.verdict_band import VerdictShown

_WHY: Mapping[PaidBecause, str] = MappingProxyType(
    {
        PaidBecause.WARRANTY: N_("A fault of material or production, in warranty."),
        PaidBecause.GOODWILL: N_("Work free of charge as goodwill."),
        PaidBecause.ACCEPTED: N_("The customer accepted the quote: the transport is charged."),
        PaidBecause.AS_IT_CAME: N_(
            "The device goes back as it came: the transport is charged all the same."
        ),
        PaidBecause.WARRANTY_AS_IT_CAME: N_(
            "The device goes back as it came, but its fault is one of material or production, in"
            " warranty."
        ),
    }
)
_SHORT: Mapping[PaidBecause, str] = MappingProxyType(
    {
        PaidBecause.WARRANTY: N_("in warranty"),
        PaidBecause.GOODWILL: N_("goodwill"),
        PaidBecause.ACCEPTED: N_("quote accepted"),
        PaidBecause.AS_IT_CAME: N_("as it came"),
        PaidBecause.WARRANTY_AS_IT_CAME: N_("as it came, in warranty"),
    }
)
_SEVERAL: Mapping[Payer, str] = MappingProxyType(
    {
        Payer.COMPANY: N_(
            "Several reasons: {reasons}. What is ours to pay decides for the whole parcel."
        ),
        Payer.CUSTOMER: N_("Several reasons, all of them the customer's to pay: {reasons}."),
    }
)


def short(why: PaidBecause) -> str:
    """The reason in two words, for a row."""
    return _(_SHORT[why])


def payment_shown(payment: Payment, quoted: Money = NOTHING) -> VerdictShown:
    """Who pays, large, with the reason below, and with the transport that a quote charges."""
    if not payment.reasons:
        return VerdictShown("package", _("Scan the first device"), Tone.PLAIN, "")
    if len(payment.reasons) == 1:
        why = _(_WHY[next(iter(payment.reasons))])
    else:
        ordered = sorted(payment.reasons.items(), key=lambda one: -one[1])
        parts = (f"{short(reason)} ({count})" for reason, count in ordered)
        why = _(_SEVERAL[payment.payer]).format(reasons=", ".join(parts))
    if quoted > NOTHING:
        charged = _(
            "The transport of {amount} € stands in the accepted quote, and is charged with it."
        )
        why = f"{why}\n{charged.format(amount=write_money(quoted, spoken()))}"
    if payment.payer is Payer.COMPANY:
        return VerdictShown("heart-handshake", _("At our expense"), Tone.OK, why)
    return VerdictShown("coin", _("At the customer's expense"), Tone.PAY, why)
