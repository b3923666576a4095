"""What is refused of units that replace others, and of those that were replaced."""

from leghorn_bench.domain.errors import BenchError


class NotAReplacement(BenchError):
    """The unit scanned as the new one cannot replace another."""


class ReplacementSold(NotAReplacement):
    """It belongs to a customer."""

    sentence = "{serial} was sold on {sold_on}: it cannot replace another unit. Scan a spare."


class ReplacementIsItself(NotAReplacement):
    """The old unit was scanned again."""

    sentence = "{serial} is the very unit to be replaced. Scan the new one."


class ReplacementUsed(NotAReplacement):
    """It has replaced, or was replaced by, another unit before."""

    sentence = "{serial} was already used as a replacement. Scan another spare."


class ReplacedBefore(BenchError):
    """The unit to be replaced has been replaced by another already."""

    sentence = (
        "{serial} was already replaced by {new}, and a unit is replaced once. Take the last step"
        " back, then repair it, quote it, or send it back as it came."
    )


class ReplacementGone(NotAReplacement):
    """It was in a case, and left the house with it: a unit without a sale may be anybody's."""

    sentence = (
        "{serial} left the house with case {case}: it is not in stock. Scan a spare that is here."
    )


class ReplacementScrapped(NotAReplacement):
    """It was written off in a case."""

    sentence = (
        "{serial} was written off in case {case}: it cannot replace another unit. Scan a spare."
    )


class ReplacementOfOtherProduct(NotAReplacement):
    """Another article than the one that came."""

    sentence = (
        "{serial} is a {product}, the unit to be replaced is a {expected}. Scan a spare of the same"
        " product, or confirm that another product replaces it."
    )


class ReplacedUnitStays(BenchError):
    """The old unit was scanned for shipping, in place of the one that replaced it."""

    sentence = (
        "{serial} was replaced and stays here: {new} leaves in its place. Scan {new}, and put that"
        " one into the parcel."
    )
