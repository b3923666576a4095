"""What a search finds."""

from dataclasses import dataclass
from enum import StrEnum

SEPARATOR = " · "
"""Between the parts of what tells a hit from others."""


class HitKind(StrEnum):
    """The kind of thing that was found."""

    DEVICE = "device"
    CASE = "case"
    CUSTOMER = "customer"
    PAPER = "paper"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: HitKind
    id: int
    title: str
    """Serial, number or name."""
    detail: str
    """What tells it from others: product, customer, code."""
    product_en: str = ""
    """The English name of a product or of a device's, where it has one."""
