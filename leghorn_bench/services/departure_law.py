"""What the law has a transport document say beside its contents (PAPERS §1)."""

from collections.abc import Iterable, Iterator
from datetime import date

from leghorn_bench.domain.territories import goods_move_freely
from leghorn_bench.services.law import TransportReason, law_text
from leghorn_bench.services.leaving import Leaving

_REPAIRED = frozenset({"repair_free", "repair_goodwill", "repair_charged"})
"""Reasons of goods that come back from a repair, which is no supply within the EU."""


def departure_law(
    leaving: Leaving, reasons: Iterable[TransportReason], language: str, day: date
) -> Iterator[str]:
    """The phrases in force on the ``day`` of the document, in ``language``."""
    for key in dict.fromkeys(_keys(leaving, list(reasons))):
        yield law_text(key, language, day)


def _keys(leaving: Leaving, reasons: list[TransportReason]) -> Iterator[str]:
    yield "ddt"
    if not any(reason.title_passes for reason in reasons):
        yield "ddt_no_transfer"
    yield from (reason.vat for reason in reasons if reason.vat)
    place = leaving.destination
    if place.country != "IT" and goods_move_freely(place):
        if any(reason.name.code in _REPAIRED for reason in reasons):
            yield "eu_repair_out"
        yield "intrastat"
