"""The phrases of law that papers about money carry at their foot (PAPERS §2)."""

from collections.abc import Iterable
from datetime import date

from leghorn_bench.domain.quote import LineKind, QuoteLine
from leghorn_bench.services.law import law_text


def money_law(lines: Iterable[QuoteLine], language: str, day: date) -> tuple[str, ...]:
    """What a paper about money says small: of its transport, that it is no invoice, of data.

    Transport charged beside work takes the work's regime; alone, it is a service of its own.
    """
    kinds = {line.kind for line in lines}
    keys = ["not_an_invoice", "privacy"]
    if LineKind.TRANSPORT in kinds and kinds != {LineKind.TRANSPORT}:
        keys.insert(0, "transport_accessory")
    return tuple(law_text(key, language, day) for key in keys)
