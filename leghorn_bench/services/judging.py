"""The verdict on a device of a case: what is on file of it, held against the day that counts."""

from datetime import date

from leghorn_bench.domain.coverage import ComparedDay, Unit, Verdict, day_to_compare, judge
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device, Replacement, Sale
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.domain.warranty import Sale as SaleFacts
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.records import read, select


def unit_of(bench: Bench, device_id: int) -> Unit:
    """What is on file of one unit, as far as its cover depends on it, its chain included."""
    device = read(bench.store, Device, device_id)
    sales = select(bench.store, Sale, "WHERE device_id = ?", (device_id,))
    replaces = select(bench.store, Replacement, "WHERE new_id = ?", (device_id,))
    replaced_by = select(bench.store, Replacement, "WHERE old_id = ?", (device_id,))
    return Unit(
        device.serial,
        tuple(
            SaleFacts(
                sale.sold_on,
                sale.months,
                sale.extension_ordered_on,
                sale.extension_accepted_at is not None,
            )
            for sale in sales
        ),
        replaced_by=(
            read(bench.store, Device, replaced_by[0].new_id).serial if replaced_by else None
        ),
        replaces=unit_of(bench, replaces[0].old_id) if replaces else None,
        replaced_on=replaces[0].replaced_on if replaces else None,
        carry_rule=CarryRule(replaces[0].rule) if replaces else CarryRule.REMAINDER,
    )


def day_for(bench: Bench, case: Case | None, received_on: date | None) -> ComparedDay:
    """The day that POLICY §3 compares for a device of ``case``."""
    return day_to_compare(
        bench.today(),
        reported_on=case.reported_on if case is not None else None,
        authorised_on=case.authorised_on if case is not None else None,
        received_on=received_on,
    )


def verdict_in_case(bench: Bench, case: Case, device: CaseDevice) -> Verdict:
    """The verdict on a device of a case; ``unknown`` while nobody knows which unit it is."""
    units = [unit_of(bench, device.device_id)] if device.device_id is not None else []
    return judge(units, day_for(bench, case, device.received_on))
