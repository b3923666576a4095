"""The sums of a quote: lines rounded to the cent, VAT per rate on the summed base (POLICY §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from leghorn_bench.domain.money import NOTHING, Money, total
from leghorn_bench.domain.vat import RATES, VatRegime


class LineKind(StrEnum):
    """What a quote line charges for."""

    LABOUR = "labour"
    PART = "part"
    TARIFF = "tariff"
    TRANSPORT = "transport"
    DIAGNOSIS = "diagnosis"
    REPLACEMENT = "replacement"


class Answer(StrEnum):
    """The customer's answer to the lines of one device, given by the sales rep."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"


class OfferState(StrEnum):
    """Where a revision of a quote or estimate stands."""

    DRAFT = "draft"
    SENT = "sent"
    """Issued; it waits for its answer."""
    REVISED = "revised"
    """A later revision took its place."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One line, its price frozen from the tariff or catalogue on the day it was written."""

    kind: LineKind
    description: str
    quantity: Decimal
    unit: str
    """``h`` ``pc`` ``km`` ``day`` ``half_day``: a key that the papers word."""
    unit_price: Decimal
    """Euro without VAT; may carry more decimals than the cent."""
    discount: Decimal = Decimal(0)
    """Per cent off the line."""
    serial: str | None = None
    """The device that the line is for; None for lines of the whole quote."""
    code: str = ""
    """Item code of the part or the tariff item."""
    goodwill: bool = False
    """Made free by an override: shown with its price, charged nothing."""

    @property
    def net(self) -> Money:
        """What the line charges without VAT, rounded half up to the cent."""
        if self.goodwill:
            return NOTHING
        return Money.of(self.quantity * self.unit_price * (100 - self.discount) / 100)


@dataclass(frozen=True, slots=True)
class VatSum:
    """The tax at one rate on all that is charged at it."""

    rate: Decimal
    base: Money
    vat: Money


@dataclass(frozen=True, slots=True)
class Totals:
    """What a quote comes to."""

    net: Money
    vat: tuple[VatSum, ...]
    gross: Money


def totals(lines: Iterable[QuoteLine], regime: VatRegime) -> Totals:
    """The totals of ``lines`` for a customer under ``regime``; VAT is computed on the sum."""
    net = total(line.net for line in lines)
    rate = RATES[regime]
    vat = VatSum(rate, net, net.times(rate / 100))
    return Totals(net, (vat,), net + vat.vat)


def accepted_lines(lines: Iterable[QuoteLine], answers: dict[str, Answer]) -> tuple[QuoteLine, ...]:
    """The lines to charge: those of the accepted devices, and the common ones if any was."""
    accepted = {serial for serial, answer in answers.items() if answer is Answer.ACCEPTED}
    return tuple(
        line
        for line in lines
        if (line.serial in accepted if line.serial is not None else bool(accepted))
    )
