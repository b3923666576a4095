"""Devices that a customer announces: typed, scanned, pasted or from a file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from leghorn_bench.domain.case_errors import TooManyAnnounced
from leghorn_bench.domain.identifiers.errors import IdentifierRefused
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced
from leghorn_bench.services.register import look_up
from leghorn_bench.services.whereabouts import open_case_announcing

MOST = 1000
"""Devices in one announcement."""
_LONGEST = 100
_SPLIT = re.compile(r"[\r\n;\t,]+")
_BEFORE = re.compile(r"^(?:[•*·\-]|\d{1,4}[.)])\s+")
"""Bullets and numbers before the lines of a list in a mail."""
_QUOTES = " \"'“”„«»\u2018\u2019"
_TYPED = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
"""What word processors make of a hyphen."""


@dataclass(frozen=True, slots=True)
class AnnouncedLine:
    """One announced device, with what is on file of it."""

    announced: Announced
    serial: str
    product: str = ""
    customer: str = ""
    """Who bought it, as far as is known."""
    customer_id: int | None = None
    in_case: Case | None = None
    """The open case that it is in already."""
    known: bool = False
    several: bool = False
    """Whether it names more than one unit on file: a person finds out which, once it is here."""


@dataclass(frozen=True, slots=True)
class AnnouncedList:
    """What a text announces, each device once."""

    lines: tuple[AnnouncedLine, ...] = ()
    twice: tuple[str, ...] = ()
    """Serials that the text names more than once."""

    @property
    def devices(self) -> tuple[Announced, ...]:
        """The devices, as they are put on file.

        Raises:
            TooManyAnnounced: there are more than one announcement takes.
        """
        if len(self.lines) > MOST:
            raise TooManyAnnounced(count=len(self.lines), most=MOST)
        return tuple(line.announced for line in self.lines)


class AnnouncementReader:
    """Reads a list while it is written; each number is looked up once. Nothing is created."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._seen: dict[str, AnnouncedLine] = {}

    def read(self, text: str) -> AnnouncedList:
        """The devices that ``text`` names, one a line; unknown ones are kept as written."""
        lines: dict[str, AnnouncedLine] = {}
        twice: dict[str, None] = {}
        for line in self._named(text):
            if line.serial in lines:
                twice[line.serial] = None
            lines.setdefault(line.serial, line)
        return AnnouncedList(tuple(lines.values()), tuple(twice))

    def knows(self, written: str) -> bool:
        """Whether ``written`` names a unit on file, or more than one."""
        line = self._line(written)
        return line.known or line.several

    def _named(self, text: str) -> Iterable[AnnouncedLine]:
        for written in _written(text):
            parts = written.split()
            if len(parts) > 1 and not self.knows(written) and all(map(self.knows, parts)):
                yield from map(self._line, parts)
            else:
                yield self._line(written)

    def _line(self, written: str) -> AnnouncedLine:
        if written not in self._seen:
            self._seen[written] = _looked_up(self._bench, written)
        return self._seen[written]


def _written(text: str) -> Iterable[str]:
    parts = (part.strip() for part in _SPLIT.split(text.translate(_TYPED)))
    return (bare for part in parts if (bare := _BEFORE.sub("", part).strip(_QUOTES)))


def _looked_up(bench: Bench, written: str) -> AnnouncedLine:
    try:
        card = look_up(bench.store, written, today=bench.today())
    except IdentifierRefused:
        return _unknown(bench, plain(written)[:_LONGEST])
    unit = card.unit
    if unit is None:
        reading = card.interpretation
        shown = plain(reading.best.serial or reading.text)[:_LONGEST]
        return replace(_unknown(bench, shown), several=bool(card.units))
    customer = card.customer
    return AnnouncedLine(
        Announced(scanned=written[:_LONGEST], device_id=unit.device.id),
        unit.device.serial,
        unit.product.name,
        customer.name if customer is not None else "",
        customer.id if customer is not None else None,
        open_case_announcing(bench, unit.device.id, ""),
        known=True,
    )


def _unknown(bench: Bench, shown: str) -> AnnouncedLine:
    """As a scan in a parcel will read it, so that it is found as announced."""
    case = open_case_announcing(bench, None, shown)
    return AnnouncedLine(Announced(scanned=shown), shown, in_case=case)
