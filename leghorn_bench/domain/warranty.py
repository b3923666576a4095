"""How long a unit is covered: whole months, extensions, and what a replacement inherits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

BASE_MONTHS = 12
"""One year on every product, sold in Italy or abroad (POLICY §1 P8)."""


def last_day(start: date, months: int) -> date:
    """The last day of a term of whole months (art. 2963 c.c., POLICY §3).

    The day with the same number, or the last of a month that has no such day; holidays do not
    shift it.

    >>> last_day(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    return start + relativedelta(months=months)


@dataclass(frozen=True, slots=True)
class WarrantyTerm:
    """A cover of whole months, counted from the day the unit was sold."""

    sold_on: date
    months: int

    @property
    def last_day(self) -> date:
        """The last covered day."""
        return last_day(self.sold_on, self.months)

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies within the term, both ends included."""
        return self.sold_on <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Sale:
    """One sale of one unit, as far as the warranty depends on it."""

    sold_on: date
    months: int = BASE_MONTHS
    """Months in all that were sold, an extension package included."""
    extension_ordered_on: date | None = None
    extension_accepted: bool = False
    """An administrator decided that a late extension counts."""

    @property
    def extension_is_late(self) -> bool:
        """Whether the package was ordered after the product, against POLICY §1 P9."""
        return self.extension_ordered_on is not None and self.extension_ordered_on > self.sold_on

    @property
    def counted_months(self) -> int:
        """The months that count; those of a late extension only when it was accepted."""
        if self.extension_is_late and not self.extension_accepted:
            return min(self.months, BASE_MONTHS)
        return self.months

    @property
    def term(self) -> WarrantyTerm:
        """The cover that this sale gives."""
        return WarrantyTerm(self.sold_on, self.counted_months)


class CarryRule(StrEnum):
    """What the warranty of a replacing unit is (POLICY §3; an administrator may choose)."""

    REMAINDER = "remainder"
    """It takes over what is left of the first unit's term."""
    FRESH = "fresh"
    """A new base term from the day of the replacement."""
    LONGER = "longer"
    """Whichever of the two ends later."""


def carried_term(first: WarrantyTerm, replaced_on: date, rule: CarryRule) -> WarrantyTerm:
    """The term of the unit that replaced one covered by ``first``."""
    fresh = WarrantyTerm(replaced_on, BASE_MONTHS)
    if rule is CarryRule.FRESH:
        return fresh
    if rule is CarryRule.LONGER and fresh.last_day > first.last_day:
        return fresh
    return first
