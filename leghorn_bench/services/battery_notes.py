"""What a transport document has to say of the lithium batteries on board (PAPERS §5)."""

from collections.abc import Iterator, Sequence
from datetime import date

from leghorn_bench.domain.batteries import (
    IN_EQUIPMENT,
    MOST_PACKAGES,
    MOST_WITHOUT_MARK,
    BatteryState,
)
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.services.aboard import batteries_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.law import law_text


def battery_notes(
    bench: Bench, parcel: Parcel, devices: Sequence[CaseDevice], language: str, day: date
) -> tuple[str, ...]:
    """The phrases for a parcel in ``language``; none when no lithium battery is on board.

    Advice for the shipper's trained person, who decides.
    """
    keys = dict.fromkeys(_keys(bench, parcel, devices))
    return tuple(law_text(key, language, day) for key in keys)


def _keys(bench: Bench, parcel: Parcel, devices: Sequence[CaseDevice]) -> Iterator[str]:
    aboard = [one for device in devices for one in batteries_of(bench, device)]
    lithium = [
        battery
        for battery in aboard
        if battery.kind in IN_EQUIPMENT and battery.state is not BatteryState.REMOVED
    ]
    for battery in aboard:
        if battery.is_grounded:
            yield "battery_damaged"
    for battery in lithium:
        faulty = battery.is_faulty
        yield f"battery_damaged_{battery.kind}_mark" if faulty else f"battery_{battery.kind}_in"
    if lithium:
        few = len(lithium) <= MOST_WITHOUT_MARK * parcel.packages
        unmarked = few and parcel.packages <= MOST_PACKAGES
        yield "battery_no_mark" if unmarked else "battery_mark"
        if not parcel.by_air:
            yield "battery_road"
