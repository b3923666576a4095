"""One unit for each coverage, so that the demo's simulated reader has something to show."""

from collections.abc import Mapping, Sequence
from datetime import date

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.services.demo.picking import Picker
from leghorn_bench.services.demo.script import Wanted
from leghorn_bench.services.demo.units import Unit

STRANGER = "LGD-0000O1O0"
"""Nobody's serial, with the letter O where units on file have zeros: there are near matches."""


def showcase(units: Sequence[Unit], today: date) -> Mapping[Coverage, str]:
    """An identifier for each coverage: the EPC or UID of a tag where the unit has one."""
    picker = Picker(units)
    shown = {}
    for coverage in Coverage:
        unit = picker.pick(Wanted(coverage), today)
        shown[coverage] = (unit.epc or unit.uid or unit.serial) if unit is not None else STRANGER
    return shown
