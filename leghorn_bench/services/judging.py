"""The verdict on a device of a case: what is on file of it, held against the day that counts."""

from datetime import date

from leghorn_bench.domain.coverage import ComparedDay, Unit, Verdict, day_to_compare, judge
from leghorn_bench.domain.identifiers import interpret
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.lookup import devices_known_as, unit_on_file


def unit_of(bench: Bench, device_id: int) -> Unit:
    """What is on file of one unit, as far as its cover depends on it, its chain included."""
    return unit_on_file(bench.store, device_id).cover


def day_for(bench: Bench, case: Case | None, received_on: date | None) -> ComparedDay:
    """The day that POLICY §3 compares for a device of ``case``."""
    return day_to_compare(
        bench.today(),
        reported_on=case.reported_on if case is not None else None,
        authorised_on=case.authorised_on if case is not None else None,
        received_on=received_on,
    )


def verdict_in_case(bench: Bench, case: Case, device: CaseDevice) -> Verdict:
    """The verdict on a device of a case.

    ``unknown`` or ``ambiguous`` while nobody has said which unit it is; not even a text that now
    leads to one unit decides that by itself.
    """
    compared = day_for(bench, case, device.received_on)
    if device.device_id is not None:
        return judge([unit_of(bench, device.device_id)], compared)
    _, found = devices_known_as(bench.store, interpret(device.scanned).keys)
    several = [unit_of(bench, device_id) for device_id in found] if len(found) > 1 else []
    return judge(several, compared)
