"""A few serials by name, and how many more there are: a sentence stays a sentence."""

from collections.abc import Sequence

from leghorn_bench.texts.screen import _

_NAMED = 4


def some_of(serials: Sequence[str], most: int = _NAMED) -> str:
    """E.g. *LGD-1, LGD-2, LGD-3, LGD-4 and 36 more*; ``most`` are named."""
    named, more = ", ".join(serials[:most]), len(serials) - most
    return _("{named} and {n} more").format(named=named, n=more) if more > 0 else named
