"""Euro amounts as whole cents, rounded half up; never floating point (POLICY §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Self

_CENT = Decimal("0.01")


def to_cents(amount: Decimal) -> int:
    """``amount`` in euro as whole cents, the third decimal rounded half up.

    >>> to_cents(Decimal("29.925"))
    2993
    """
    return int(amount.quantize(_CENT, rounding=ROUND_HALF_UP).scaleb(2))


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in euro."""

    cents: int

    @classmethod
    def of(cls, amount: Decimal | str | int) -> Self:
        """The amount in euro, rounded half up to the cent."""
        return cls(to_cents(Decimal(amount)))

    @property
    def amount(self) -> Decimal:
        """The amount in euro with two decimals."""
        return Decimal(self.cents).scaleb(-2)

    def __add__(self, other: "Money") -> "Money":
        """Both amounts together."""
        return Money(self.cents + other.cents)

    def __sub__(self, other: "Money") -> "Money":
        """What is left."""
        return Money(self.cents - other.cents)

    def __neg__(self) -> "Money":
        """The same amount the other way."""
        return Money(-self.cents)

    def __bool__(self) -> bool:
        """Whether it is anything at all."""
        return self.cents != 0

    def times(self, quantity: Decimal | int) -> "Money":
        """``quantity`` times the amount, rounded half up to the cent."""
        return Money.of(self.amount * Decimal(quantity))

    def __str__(self) -> str:
        """Plain decimal, for logs and machines: ``1234.50``."""
        return f"{self.amount:.2f}"


NOTHING = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    """The sum of ``amounts``; nothing when there are none."""
    return Money(sum(amount.cents for amount in amounts))
