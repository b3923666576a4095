"""Dated tariffs, and the cheapest way to cover some hours of work with them (POLICY §6, §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from leghorn_bench.domain.errors import BenchError
from leghorn_bench.domain.money import NOTHING, Money

HOURS_PER_HALF_DAY = 4
HOURS_PER_DAY = 8


class TariffItem(StrEnum):
    """What a tariff prices (POLICY §1 P7)."""

    SENIOR_HOUR = "senior_hour"
    HALF_DAY = "half_day"
    DAY = "day"
    ONSITE_DAY = "onsite_day"
    KM = "km"
    OVERNIGHT = "overnight"
    """Allowance a day with overnight stay."""
    DAY_TRIP = "day_trip"
    """Allowance a day without."""


class TariffExpired(BenchError):
    """A document is dated outside every tariff's validity (POLICY §7)."""

    sentence = (
        "No tariff is valid on {day}; the last one on file ended on {last_day}. An administrator"
        " has to extend it or enter a new one before this can be issued."
    )


@dataclass(frozen=True, slots=True)
class Tariff:
    """Prices without VAT that hold from a first to a last day, both included."""

    name: str
    first_day: date
    last_day: date
    prices: Mapping[TariffItem, Money]

    def valid_on(self, day: date) -> bool:
        """Whether a document dated ``day`` may use it."""
        return self.first_day <= day <= self.last_day


POLICY_TARIFF = Tariff(
    "2020",
    date(2020, 1, 1),
    date(2020, 12, 31),
    {
        TariffItem.SENIOR_HOUR: Money.of("52.00"),
        TariffItem.HALF_DAY: Money.of("250.00"),
        TariffItem.DAY: Money.of("400.00"),
        TariffItem.ONSITE_DAY: Money.of("550.00"),
        TariffItem.KM: Money.of("0.40"),
        TariffItem.OVERNIGHT: Money.of("150.00"),
        TariffItem.DAY_TRIP: Money.of("50.00"),
    },
)
"""The first tariff on file (POLICY §1 P7); its last day is the page's, its first ours."""


def tariff_on(tariffs: Iterable[Tariff], day: date) -> Tariff:
    """The tariff that is valid on ``day``; of several the one that began last.

    Raises:
        TariffExpired: none is valid on that day.
    """
    known = list(tariffs)
    valid = [tariff for tariff in known if tariff.valid_on(day)]
    if not valid:
        latest = max((tariff.last_day for tariff in known), default=None)
        raise TariffExpired(day=day, last_day=latest)
    return max(valid, key=lambda tariff: tariff.first_day)


@dataclass(frozen=True, slots=True)
class WorkCombination:
    """Days, half days and hours that together cover some hours of work."""

    days: int
    half_days: int
    hours: Decimal
    price: Money


def cheapest(hours: Decimal, tariff: Tariff) -> WorkCombination:
    """The cheapest combination covering ``hours``: proposed, never imposed (POLICY §6)."""
    if hours <= 0:
        return WorkCombination(0, 0, Decimal(0), NOTHING)
    prices = tariff.prices
    most_days = int((hours / HOURS_PER_DAY).to_integral_value(ROUND_CEILING))
    candidates = []
    for days in range(most_days + 1):
        left = max(hours - days * HOURS_PER_DAY, Decimal(0))
        most_halves = int((left / HOURS_PER_HALF_DAY).to_integral_value(ROUND_CEILING))
        for halves in range(most_halves + 1):
            rest = max(left - halves * HOURS_PER_HALF_DAY, Decimal(0))
            price = (
                prices[TariffItem.DAY].times(days)
                + prices[TariffItem.HALF_DAY].times(halves)
                + prices[TariffItem.SENIOR_HOUR].times(rest)
            )
            candidates.append(WorkCombination(days, halves, rest, price))
    return min(candidates, key=lambda work: (work.price, work.hours, work.half_days))
