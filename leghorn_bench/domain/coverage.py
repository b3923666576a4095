"""The verdict on a scanned unit: covered or not on the day that counts, and why (POLICY §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leghorn_bench.domain.warranty import CarryRule, Sale, WarrantyTerm, carried_term


class Coverage(StrEnum):
    """The seven words of POLICY §3; contracts of the ``verdict`` verb."""

    COVERED = "covered"
    EXPIRED = "expired"
    NOT_STARTED = "not_started"
    UNSOLD = "unsold"
    REPLACED = "replaced"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


class Compared(StrEnum):
    """Which day was held against the term, and so why it was that day."""

    REPORTED = "reported"
    RECEIVED = "received"
    TODAY = "today"
    GIVEN = "given"


class Doubt(StrEnum):
    """What a person should know beside the verdict; it never changes the word."""

    EXTENSION_LATE = "extension_late"
    """The extension was ordered after the sale and is not counted."""
    EXTENSION_ACCEPTED = "extension_accepted"
    """It was ordered late and counts because an administrator said so."""
    SEVERAL_SALES = "several_sales"
    """More than one sale is on file; the latest not after the compared day was taken."""
    INHERITED = "inherited"
    """The unit replaced another one and took over its term."""
    CLOCK = "clock"
    """The computer's clock is before the last entry on file, and today was compared."""


@dataclass(frozen=True, slots=True)
class ComparedDay:
    """The day that is held against the term."""

    day: date
    why: Compared


def day_to_compare(
    today: date,
    *,
    reported_on: date | None = None,
    authorised_on: date | None = None,
    received_on: date | None = None,
    given: date | None = None,
) -> ComparedDay:
    """The day that POLICY §3 compares: given, else reported or authorised, received, today."""
    if given is not None:
        return ComparedDay(given, Compared.GIVEN)
    reports = [day for day in (reported_on, authorised_on) if day is not None]
    if reports:
        return ComparedDay(min(reports), Compared.REPORTED)
    if received_on is not None:
        return ComparedDay(received_on, Compared.RECEIVED)
    return ComparedDay(today, Compared.TODAY)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is on file of one unit, as far as its cover depends on it."""

    serial: str
    sales: tuple[Sale, ...] = ()
    replaced_by: str | None = None
    """Serial of the unit that replaced this one."""
    replaces: "Unit | None" = None
    """The unit that this one replaced."""
    replaced_on: date | None = None
    """The day on which this unit took the place of the other; None when it is not on file."""
    carry_rule: CarryRule = CarryRule.REMAINDER

    def sale_for(self, day: date) -> Sale | None:
        """The sale that counts on ``day``: the latest one not after it, else the first."""
        if not self.sales:
            return None
        ordered = sorted(self.sales, key=lambda sale: sale.sold_on)
        past = [sale for sale in ordered if sale.sold_on <= day]
        return past[-1] if past else ordered[0]

    def term_for(self, day: date) -> WarrantyTerm | None:
        """The term of this unit on ``day``, what it inherits included."""
        own = self.sale_for(day)
        inherited = self.replaces.term_for(day) if self.replaces is not None else None
        if inherited is None:
            return own.term if own is not None else None
        since = self.replaced_on or (own.sold_on if own is not None else None)
        if since is None:
            return inherited
        return carried_term(inherited, since, self.carry_rule)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a scan. Its wording is ``texts.verdicts``."""

    coverage: Coverage
    compared: ComparedDay
    term: WarrantyTerm | None = None
    sale: Sale | None = None
    """The sale that counted: of this unit, or of the one it replaced when it has none."""
    doubts: tuple[Doubt, ...] = ()
    serials: tuple[str, ...] = ()
    """The unit's serial; all of them when ``ambiguous``."""
    replaced_by: str | None = None
    first_serial: str | None = None
    """The first unit of the chain whose term was taken over."""

    @property
    def days_left(self) -> int | None:
        """Days from the compared day to the last covered day; negative when it is past."""
        if self.term is None:
            return None
        return (self.term.last_day - self.compared.day).days


def _doubts(unit: Unit, sale: Sale | None) -> tuple[Doubt, ...]:
    found = []
    if sale is not None and sale.extension_is_late:
        found.append(Doubt.EXTENSION_ACCEPTED if sale.extension_accepted else Doubt.EXTENSION_LATE)
    if len(unit.sales) > 1:
        found.append(Doubt.SEVERAL_SALES)
    if unit.replaces is not None:
        found.append(Doubt.INHERITED)
    return tuple(found)


def _word(term: WarrantyTerm | None, replaced: bool, day: date) -> Coverage:
    if replaced:
        return Coverage.REPLACED
    if term is None:
        return Coverage.UNSOLD
    if day < term.sold_on:
        return Coverage.NOT_STARTED
    return Coverage.COVERED if term.covers(day) else Coverage.EXPIRED


def judge(
    units: Sequence[Unit], compared: ComparedDay, *, clock_is_doubtful: bool = False
) -> Verdict:
    """The verdict on the unit or units that the scanned identifiers lead to (POLICY §3)."""
    clock = (Doubt.CLOCK,) if clock_is_doubtful and compared.why is Compared.TODAY else ()
    if not units:
        return Verdict(Coverage.UNKNOWN, compared, doubts=clock)
    if len(units) > 1:
        serials = tuple(unit.serial for unit in units)
        return Verdict(Coverage.AMBIGUOUS, compared, serials=serials, doubts=clock)
    unit = units[0]
    first = unit
    while first.replaces is not None:
        first = first.replaces
    sale = unit.sale_for(compared.day) or first.sale_for(compared.day)
    term = unit.term_for(compared.day)
    return Verdict(
        _word(term, unit.replaced_by is not None, compared.day),
        compared,
        term=term,
        sale=sale,
        doubts=clock + _doubts(unit, sale),
        serials=(unit.serial,),
        replaced_by=unit.replaced_by,
        first_serial=first.serial if first is not unit else None,
    )
