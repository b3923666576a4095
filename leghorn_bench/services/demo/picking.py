"""Find the devices that the demo's cases are about among those that were sold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from leghorn_bench.domain import coverage as verdicts
from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, judge
from leghorn_bench.domain.warranty import Sale
from leghorn_bench.services.demo.script import ScriptCase, Wanted
from leghorn_bench.services.demo.units import Unit


class NoSuchUnit(LookupError):
    """The script asks for a device that the demo does not have: our mistake."""


def buyer_of(unit: Unit | None) -> str:
    """Code of the customer who bought it; empty when nobody did."""
    return unit.delivery.buyer.customer.code if unit is not None and unit.delivery else ""


class Picker:
    """Gives each unit to one case only."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._of_case: dict[str, Unit | None] = {}
        self._successor = {unit.replaces: unit for unit in units if unit.replaces is not None}
        serials = Counter(unit.serial for unit in units)
        doubles = {unit for unit in units if serials[unit.serial] > 1}
        self._clones = [unit for unit in units if unit.copied_from is not None]
        originals = {unit.copied_from for unit in self._clones}
        doubtful = doubles.union(self._clones)
        self._free = [one for one in units if one not in doubtful and one not in originals]

    def coverage(self, unit: Unit, day: date) -> Coverage:
        """The coverage of ``unit`` when it is reported on ``day``."""
        return judge([self._on_file(unit)], ComparedDay(day, Compared.REPORTED)).coverage

    def _on_file(self, unit: Unit) -> verdicts.Unit:
        successor = self._successor.get(unit)
        deliveries = [one for one in (unit.delivery, unit.resale) if one is not None]
        return verdicts.Unit(
            unit.serial,
            tuple(Sale(one.day, one.months, one.extension_ordered_on) for one in deliveries),
            replaced_by=successor.serial if successor is not None else None,
            replaces=self._on_file(unit.replaces) if unit.replaces is not None else None,
            replaced_on=unit.delivery.day if unit.delivery is not None else None,
        )

    def cast(self, story: ScriptCase, day: date) -> list[Unit | None]:
        """The devices of a case reported on ``day``, all of one customer.

        Raises:
            NoSuchUnit: there are none left like those that the case wants.
        """
        units: list[Unit | None] = []
        for wanted in story.devices:
            if wanted.again:
                units.append(self._of_case[wanted.again])
                continue
            buyer = (buyer_of(units[0]) if units else "") or wanted.buyer
            units.append(self.pick(replace(wanted, buyer=buyer), day))
        if units:
            self._of_case[story.name] = units[0]
        return units

    def pick(self, wanted: Wanted, day: date) -> Unit | None:
        """A unit like ``wanted`` when it is reported on ``day``; None when nobody knows it.

        Raises:
            NoSuchUnit: there is none left.
        """
        if wanted.coverage is Coverage.UNKNOWN:
            return None
        if wanted.coverage is Coverage.AMBIGUOUS:
            return self._clones.pop()
        for unit in reversed(self._free):
            if self._is(unit, wanted, day):
                self._free.remove(unit)
                return unit
        raise NoSuchUnit(wanted)

    def spare(self, old: Unit, day: date) -> Unit:
        """A unit in stock on ``day`` that can take the place of ``old``.

        Raises:
            NoSuchUnit: there is none left.
        """
        for unit in self._free:
            if unit.delivery is None and unit.article is old.article and unit.made_on < day:
                self._free.remove(unit)
                return unit
        raise NoSuchUnit(old.article.product.code)

    def _is(self, unit: Unit, wanted: Wanted, day: date) -> bool:
        buyer = unit.delivery.buyer.customer if unit.delivery is not None else None
        return bool(
            unit.article.product.code.startswith(wanted.product)
            and (not wanted.buyer or (buyer and wanted.buyer in {buyer.code, buyer.country}))
            and unit.bad is wanted.of_bad_lot
            and (wanted.coverage is Coverage.UNSOLD or self._was_sold(unit, day))
            and self.coverage(unit, day) is wanted.coverage
        )

    def _was_sold(self, unit: Unit, day: date) -> bool:
        """Whether the demo's own sale, not one to come, makes the coverage what it is."""
        return unit.delivery is not None and (
            unit.delivery.day <= day or self.coverage(unit, day) is Coverage.NOT_STARTED
        )
