"""What a transport document has to say of the lithium batteries on board (PAPERS §5)."""

from collections.abc import Iterator, Sequence
from datetime import date

from leghorn_bench.domain.batteries import (
    FORBIDDEN_BY_AIR,
    IN_EQUIPMENT,
    MOST_PACKAGES,
    MOST_WITHOUT_MARK,
    BatteryState,
)
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.law import law_text
from leghorn_bench.services.shipping import battery_kind


def battery_notes(
    bench: Bench, parcel: Parcel, devices: Sequence[CaseDevice], language: str, day: date
) -> tuple[str, ...]:
    """The phrases for a parcel in ``language``; none when no lithium battery is on board.

    Advice for the shipper's trained person, who decides.
    """
    keys = dict.fromkeys(_keys(bench, parcel, devices))
    return tuple(law_text(key, language, day) for key in keys)


def _keys(bench: Bench, parcel: Parcel, devices: Sequence[CaseDevice]) -> Iterator[str]:
    aboard = [
        (battery_kind(bench, device), device.battery)
        for device in devices
        if device.battery != BatteryState.REMOVED
    ]
    lithium = [(kind, state) for kind, state in aboard if kind in IN_EQUIPMENT]
    for kind, state in lithium:
        if state in FORBIDDEN_BY_AIR:
            yield "battery_damaged"
            yield f"battery_damaged_{kind}_mark"
        else:
            yield f"battery_{kind}_in"
    if lithium:
        few = len(lithium) <= MOST_WITHOUT_MARK * parcel.packages
        unmarked = few and parcel.packages <= MOST_PACKAGES
        yield "battery_no_mark" if unmarked else "battery_mark"
        if not parcel.by_air:
            yield "battery_road"
