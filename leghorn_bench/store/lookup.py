"""Look a unit up by any of its identifiers, with all that its card shows."""

from collections.abc import Sequence
from typing import Any, TypeVar

from leghorn_bench.domain.identifiers.near import near_matches as nearest
from leghorn_bench.domain.identifiers.near import neighbours
from leghorn_bench.domain.identifiers.reading import Key
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Sale
from leghorn_bench.domain.records.lookup import CaseOfDevice, NearMatch, SaleOnFile, UnitOnFile
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.storage_errors import RecordMissing
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.store.engine import Row, Store, marks
from leghorn_bench.store.fields import DayField, MomentField
from leghorn_bench.store.records import record_of, select, shape

R = TypeVar("R")
_day, _moment = DayField().python_value, MomentField().python_value

LONGEST_CHAIN = 100
"""Units; a chain of replacements is never a circle, and far shorter."""

_KINDS: tuple[type[Any], ...] = (Device, Product, Sale, Customer, SalesRep)
_WIDTHS = [len(shape(kind).names) for kind in _KINDS]
_PLACES = {
    kind: slice(sum(_WIDTHS[:number]), sum(_WIDTHS[: number + 1]))
    for number, kind in enumerate(_KINDS)
}
"""Where the columns of each kind stand in a row of the statement below."""

_UNIT = f"""
SELECT {", ".join(shape(kind).columns for kind in _KINDS)},
    replacing.serial, link.old_id, link.replaced_on, link.rule
FROM device
JOIN product ON product.id = device.product_id
LEFT JOIN sale ON sale.device_id = device.id
LEFT JOIN customer ON customer.id = sale.customer_id
LEFT JOIN sales_rep ON sales_rep.id = COALESCE(sale.rep_id, customer.rep_id)
LEFT JOIN replacement AS successor ON successor.old_id = device.id
LEFT JOIN device AS replacing ON replacing.id = successor.new_id
LEFT JOIN replacement AS link ON link.new_id = device.id
WHERE device.id = ?
ORDER BY sale.sold_on, sale.id
"""
_CASES = """
SELECT repair_case.id, case_device.id, repair_case.number, repair_case.state, case_device.state,
    repair_case.reported_on, repair_case.authorised_on, case_device.received_on,
    case_device.coverage, case_device.outcome, repair_case.opened_at, repair_case.closed_at,
    customer.name
FROM case_device
JOIN repair_case ON repair_case.id = case_device.case_id
LEFT JOIN customer ON customer.id = repair_case.customer_id
WHERE case_device.device_id = ?
ORDER BY repair_case.id DESC
"""


def devices_known_as(store: Store, keys: Sequence[Key]) -> tuple[Key | None, tuple[int, ...]]:
    """The units that the first of ``keys`` on file names, and that key; several are a clone."""
    if not keys:
        return None, ()
    found = store.rows(
        f"SELECT kind, value, device_id FROM identifier WHERE value IN ({marks(len(keys))})",
        tuple(value for _, value in keys),
    )
    for key in keys:
        units = sorted({row[2] for row in found if row[:2] == key})
        if units:
            return key, tuple(units)
    return None, ()


def unit_on_file(store: Store, device_id: int) -> UnitOnFile:
    """The unit with its sales, its cases and the chain of units that it replaced.

    Raises:
        RecordMissing: there is no such device.
    """
    rows = store.rows(_UNIT, (device_id,))
    if not rows:
        raise RecordMissing(table="device", id=device_id)
    identifiers = select(store, DeviceIdentifier, "WHERE device_id = ? ORDER BY id", (device_id,))
    cases = tuple(_case(row) for row in store.rows(_CASES, (device_id,)))
    return _unit(store, rows, tuple(identifiers), cases, LONGEST_CHAIN)


def _unit(
    store: Store,
    rows: list[Row],
    identifiers: tuple[DeviceIdentifier, ...],
    cases: tuple[CaseOfDevice, ...],
    links: int,
) -> UnitOnFile:
    replaced_by, old_id, replaced_on, rule = rows[0][-4:]
    older = None
    if old_id is not None and links:
        older = _unit(store, store.rows(_UNIT, (old_id,)), (), (), links - 1)
    return UnitOnFile(
        record_of(Device, rows[0][_PLACES[Device]]),
        record_of(Product, rows[0][_PLACES[Product]]),
        identifiers,
        tuple(sold for row in rows if (sold := _sale(row)) is not None),
        cases,
        replaced_by,
        older,
        _day(replaced_on),
        CarryRule.REMAINDER if rule is None else CarryRule(rule),
    )


def _part(kind: type[R], row: Row) -> R | None:
    """The record of ``kind`` in ``row``; None where the join found nothing."""
    cells = row[_PLACES[kind]]
    return None if cells[shape(kind).id_at] is None else record_of(kind, cells)


def _sale(row: Row) -> SaleOnFile | None:
    sale = _part(Sale, row)
    return None if sale is None else SaleOnFile(sale, _part(Customer, row), _part(SalesRep, row))


def _case(row: Row) -> CaseOfDevice:
    (case, device, number, state, step, reported, authorised, received, *rest) = row
    coverage, outcome, opened, closed, customer = rest
    return CaseOfDevice(
        case, device, number, state, step, _day(reported), _day(authorised), _day(received),
        coverage, outcome, _moment(opened), _moment(closed), customer,
    )  # fmt: skip


def near_matches(store: Store, text: str, limit: int = 5) -> tuple[NearMatch, ...]:
    """Units whose serial looks like ``text`` on a worn label, the likeliest first."""
    bones = neighbours(text)
    if not bones:
        return ()
    found = store.rows(
        "SELECT value, device_id FROM identifier"
        f" WHERE skeleton IN ({marks(len(bones))}) LIMIT 200",
        bones,
    )
    units: dict[str, list[int]] = {}
    for serial, device_id in found:
        units.setdefault(serial, []).append(device_id)
    ranked = [unit for match in nearest(text, units, limit) for unit in sorted(units[match.serial])]
    return tuple(_near(store, unit) for unit in ranked[:limit])


def _near(store: Store, device_id: int) -> NearMatch:
    unit = unit_on_file(store, device_id)
    customer = unit.sales[-1].customer if unit.sales else None
    return NearMatch(
        device_id,
        unit.device.serial,
        unit.product.name,
        customer.name if customer else None,
        unit.product.name_en or unit.product.name,
    )


def last_entry(store: Store) -> str | None:
    """The moment of the newest audit event as ISO text: a clock before it is wrong."""
    found = store.row("SELECT at FROM audit_event ORDER BY number DESC LIMIT 1")
    return None if found is None else str(found[0])
