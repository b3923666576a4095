"""What is pointed out of the unit on the desk before it is judged, and where it lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.notices import notices_for
from leghorn_bench.services.places import PlaceKind, place_of, place_of_unit
from leghorn_bench.services.signals import BackSoon, EarlierRepair, LotSignal, signals_for
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import N_, _, ngettext, spoken
from leghorn_bench.ui.tokens import Tone

_PLACES = {
    PlaceKind.CUSTOMER: N_("Not here: it is with the customer"),
    PlaceKind.SHELF: N_("On shelf {name}"),
    PlaceKind.PERSON: N_("On the bench ({name})"),
    PlaceKind.PARCEL: N_("In outgoing parcel {name}"),
    PlaceKind.ACCEPTANCE: N_("In goods acceptance"),
    PlaceKind.SCRAPPED: N_("Scrapped"),
}


@dataclass(frozen=True, slots=True)
class Pointed:
    """One sentence with its sign."""

    icon: str
    text: str
    tone: Tone


def pointed_out(bench: Bench, unit: Device, device: CaseDevice | None) -> Iterator[Pointed]:
    """Notices first, then what its own past and its batch say, then its place in the house."""
    for notice in notices_for(bench, unit):
        yield Pointed("alert-octagon", notice.text, Tone.STOP)
    signals = signals_for(bench, unit.id, device.id if device is not None else 0)
    if signals.back is not None:
        yield Pointed("history", _back(signals.back), Tone.NOTE)
    if signals.repairs:
        yield Pointed("tool", _repaired(signals.repairs), Tone.NOTE)
    for lot in signals.lots:
        yield Pointed("report-analytics", _same_faults(bench, lot), Tone.STOP)
    is_itself = device is not None and device.device_id in {None, unit.id}
    place = (
        place_of(bench, device) if device is not None and is_itself else place_of_unit(bench, unit)
    )
    if place is not None:
        yield Pointed("map-pin", _(_PLACES[place.kind]).format(name=place.name), Tone.QUIET)


def _back(back: BackSoon) -> str:
    told = ngettext(
        "Back {days} day after it left on {day} (case {number}).",
        "Back {days} days after it left on {day} (case {number}).",
        back.days,
    )
    return told.format(
        days=back.days, day=day_text(back.left_on, spoken()), number=back.case_number
    )


def _repaired(repairs: tuple[EarlierRepair, ...]) -> str:
    told = ngettext(
        "Repaired once before, in case {number}: {work}",
        "Repaired {times} times before; last in case {number}: {work}",
        len(repairs),
    )
    last = repairs[0]
    return told.format(times=len(repairs), number=last.case_number, work=last.work.done)


def _same_faults(bench: Bench, lot: LotSignal) -> str:
    fault = catalogues_of(bench.store).faults.get(lot.found_code)
    told = ngettext(
        "{units} other unit of batch {lot} had the same fault in the last {days} days: {fault}.",
        "{units} other units of batch {lot} had the same fault in the last {days} days: {fault}.",
        lot.units,
    )
    name = fault.name.word(spoken()) if fault is not None else lot.found_code
    return told.format(units=lot.units, lot=lot.lot, days=lot.days, fault=name)
