"""Devices that a customer announces: typed, scanned, pasted or from a file."""

import re
from dataclasses import dataclass

from leghorn_bench.domain.identifiers.errors import IdentifierRefused
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced
from leghorn_bench.services.register import look_up
from leghorn_bench.services.whereabouts import open_case_of

MOST = 1000
"""Devices in one announcement."""
_SPLIT = re.compile(r"[\r\n;\t,]+")


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """One announced device, with what is on file of it."""

    announced: Announced
    serial: str
    product: str = ""
    customer: str = ""
    """Who bought it, as far as is known."""
    in_case: str = ""
    """Number of the open case that it is in already."""
    known: bool = False


def read_announced(bench: Bench, text: str) -> tuple[AnnouncedLine, ...]:
    """The devices that ``text`` names, one a line, each once; unknown ones are kept as written.

    Nothing is created.
    """
    lines: dict[str, AnnouncedLine] = {}
    for written in _SPLIT.split(text):
        if written.strip() and len(lines) < MOST:
            line = _line(bench, written.strip())
            lines.setdefault(line.serial, line)
    return tuple(lines.values())


def _line(bench: Bench, written: str) -> AnnouncedLine:
    try:
        card = look_up(bench.store, written, today=bench.today())
    except IdentifierRefused:
        return AnnouncedLine(Announced(scanned=written[:100]), written[:100])
    unit = card.unit
    if unit is None:
        return AnnouncedLine(Announced(scanned=written), written)
    case = open_case_of(bench, unit.device.id)
    return AnnouncedLine(
        Announced(scanned=written, device_id=unit.device.id),
        unit.device.serial,
        unit.product.name,
        card.customer.name if card.customer is not None else "",
        (case.number or case.state) if case is not None else "",
        known=True,
    )
