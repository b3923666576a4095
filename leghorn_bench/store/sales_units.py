"""Import of sales: devices with their identifiers and sales, a batch at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from leghorn_bench.domain.identifiers.near import skeleton
from leghorn_bench.domain.records.audit import Facts as AuditFacts
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_errors import SaidOtherwise
from leghorn_bench.domain.sales_rows import SaleRow
from leghorn_bench.store.audit import write_event
from leghorn_bench.store.engine import Row, Store, marks
from leghorn_bench.store.sales_parties import PartyIds

Facts = tuple[int | None, int | None, str, int, str | None]
"""Customer, rep, day, months and extension day of a sale."""

_FACTS = ("customer_id", "rep_id", "sold_on", "months", "extension_ordered_on")


@dataclass(slots=True)
class UnitAtWork:
    """A unit of the batch in hand, as it is on file or will be."""

    id: int
    lot: str
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    sales: dict[str, tuple[int, Facts]] = field(default_factory=dict)
    """Document to id and facts."""


class Units:
    """Devices, identifiers and sales under import; what is new is written by ``flush``."""

    def __init__(self, store: Store, stamp: Stamp) -> None:
        self._store, self._stamp = store, stamp
        self._first_device = self._next_device = _next_id(store, "device")
        self._first_sale = self._next_sale = _next_id(store, "sale")
        self._said_lot = bytearray(self._next_device)
        self._said_sale = bytearray(self._next_sale)
        self._units: dict[tuple[int | None, str], UnitAtWork] = {}
        self._devices: list[Row] = []
        self._identifiers: list[Row] = []
        self._sales: list[Row] = []

    def load(self, keys: Iterable[tuple[int | None, str]]) -> None:
        """Fetch what is on file of the units of a batch, named by product and serial."""
        wanted = {key for key in keys if key[0] is not None}
        if not wanted or self._first_device == self._next_device == 1:
            return
        serials = {serial for _, serial in wanted}
        found = self._store.rows(
            "SELECT id, product_id, serial, lot FROM device"
            f" WHERE serial IN ({marks(len(serials))})",
            tuple(serials),
        )
        by_id = {}
        for device_id, product_id, serial, lot in found:
            if (product_id, serial) in wanted:
                unit = UnitAtWork(device_id, lot)
                self._units[product_id, serial] = by_id[device_id] = unit
        if by_id:
            self._load_rest(by_id)

    def _load_rest(self, by_id: dict[int, UnitAtWork]) -> None:
        among = f"device_id IN ({marks(len(by_id))})"
        ids = tuple(by_id)
        for device_id, kind, value in self._store.rows(
            f"SELECT device_id, kind, value FROM identifier WHERE {among}", ids
        ):
            by_id[device_id].identifiers.add((kind, value))
        for device_id, document, sale_id, *facts in self._store.rows(
            f"SELECT device_id, document, id, {', '.join(_FACTS)} FROM sale WHERE {among}", ids
        ):
            customer, rep, sold_on, months, extension = facts
            by_id[device_id].sales[document] = (
                sale_id,
                (customer, rep, sold_on, months, extension),
            )

    def checked(
        self, row: SaleRow, product_id: int | None, parties: tuple[int | None, int | None]
    ) -> UnitAtWork | None:
        """The unit of ``row`` on file, None when it is new; ``parties`` are customer and rep.

        Raises:
            SaidOtherwise: an earlier row of the file contradicts this one.
        """
        unit = self._units.get((product_id, row.serial))
        if unit is None:
            return None
        if row.lot and row.lot != unit.lot and self._said_lot[unit.id]:
            raise SaidOtherwise(serial=row.serial)
        if row.sold_on is not None and row.document in unit.sales:
            sale_id, facts = unit.sales[row.document]
            told = (*parties, row.sold_on, row.months, row.extension_ordered_on)
            if self._said_sale[sale_id] and _contradicts(row, told, facts):
                raise SaidOtherwise(serial=row.serial)
        return unit

    def take(self, unit: UnitAtWork | None, row: SaleRow, parties: PartyIds) -> tuple[bool, bool]:
        """Merge ``row``; gives whether a unit or sale was added, and whether one was changed."""
        added = changed = False
        if unit is None:
            unit, added = self._new_unit(row, parties.product_id), True
        elif row.lot:
            changed = self._lot(unit, row.lot)
        for key in row.identifiers:
            if key not in unit.identifiers:
                unit.identifiers.add(key)
                kind, value = key
                bones = skeleton(value) if kind == "serial" else None
                self._identifiers.append((unit.id, kind, value, bones))
                changed = True
        if row.sold_on is None:
            return added, changed
        facts = (
            parties.customer_id,
            parties.rep_id,
            row.sold_on,
            row.months,
            row.extension_ordered_on,
        )
        if row.document not in unit.sales:
            self._new_sale(unit, row.document, facts)
            return True, changed
        return added, self._sale(unit, row.document, facts) or changed

    def _new_unit(self, row: SaleRow, product_id: int) -> UnitAtWork:
        unit = UnitAtWork(self._next_device, row.lot)
        self._next_device += 1
        self._said_lot.append(1 if row.lot else 0)
        self._units[product_id, row.serial] = unit
        self._devices.append((unit.id, product_id, row.serial, row.lot))
        return unit

    def _new_sale(self, unit: UnitAtWork, document: str, facts: Facts) -> None:
        unit.sales[document] = (self._next_sale, facts)
        self._sales.append((self._next_sale, unit.id, document, *facts))
        self._next_sale += 1
        self._said_sale.append(1)

    def _lot(self, unit: UnitAtWork, lot: str) -> bool:
        self._said_lot[unit.id] = 1
        if lot == unit.lot:
            return False
        self.flush()
        self._change("device", unit.id, {"lot": unit.lot}, {"lot": lot})
        unit.lot = lot
        return True

    def _sale(self, unit: UnitAtWork, document: str, facts: Facts) -> bool:
        sale_id, on_file = unit.sales[document]
        self._said_sale[sale_id] = 1
        # A row that leaves out the customer or the rep does not take them away.
        told = (facts[0] or on_file[0], facts[1] or on_file[1], *facts[2:])
        if told == on_file:
            return False
        self.flush()
        changes = {n: new for n, old, new in zip(_FACTS, on_file, told, strict=True) if old != new}
        before = dict(zip(_FACTS, on_file, strict=True))
        self._change("sale", sale_id, {name: before[name] for name in changes}, changes)
        unit.sales[document] = (sale_id, told)
        return True

    def _change(self, table: str, row_id: int, before: AuditFacts, after: AuditFacts) -> None:
        assignments = ", ".join(f"{name} = ?" for name in after)
        self._store.execute(
            f"UPDATE {table} SET {assignments}, version = version + 1 WHERE id = ?",
            (*after.values(), row_id),
        )
        write_event(self._store, self._stamp, "changed", table, row_id, before=before, after=after)

    def id_of(self, product_id: int, serial: str) -> int:
        """The id of a unit that was taken since the last ``flush``."""
        return self._units[product_id, serial].id

    def flush(self) -> None:
        """Write what is new, and forget the batch."""
        write = self._store.execute_many
        if self._devices:
            write(INSERT_DEVICE, self._devices)
        if self._identifiers:
            write(INSERT_IDENTIFIER, self._identifiers)
        if self._sales:
            write(INSERT_SALE, self._sales)
        self._devices, self._identifiers, self._sales = [], [], []

    def forget(self) -> None:
        """Let go of the batch in hand."""
        self._units = {}

    def finish(self) -> None:
        """Tell PostgreSQL's counters which ids were used."""
        if self._store.on_sqlite:
            return
        for table, following in (("device", self._next_device), ("sale", self._next_sale)):
            self._store.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), ?, false)", (following,)
            )

    @property
    def span(self) -> dict[str, object]:
        """The ids that are new, for the audit trail."""
        return {
            "devices": [self._first_device, self._next_device - 1],
            "sales": [self._first_sale, self._next_sale - 1],
        }


def _contradicts(row: SaleRow, told: Facts, on_file: Facts) -> bool:
    if told[2:] != on_file[2:]:
        return True
    named = (row.customer_code, row.sales_rep)
    return any(
        name and old is not None and new != old
        for name, new, old in zip(named, told[:2], on_file[:2], strict=True)
    )


INSERT_DEVICE = (
    "INSERT INTO device (id, version, product_id, serial, lot, note) VALUES (?, 1, ?, ?, ?, '')"
)
INSERT_IDENTIFIER = "INSERT INTO identifier (device_id, kind, value, skeleton) VALUES (?, ?, ?, ?)"
INSERT_SALE = (
    "INSERT INTO sale (id, version, device_id, document, customer_id, rep_id, sold_on, months,"
    " extension_ordered_on) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)"
)


def _next_id(store: Store, table: str) -> int:
    found = store.row(f"SELECT COALESCE(MAX(id), 0) + 1 FROM {table}")
    assert found is not None
    return int(found[0])
