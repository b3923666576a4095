"""Write and read records: the frozen values of ``domain.records``, one table each."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, TypeVar, cast

from peewee import ForeignKeyField, IntegerField, IntegrityError, Model, TextField

from leghorn_bench.domain.records import (
    acts,
    cases,
    charges,
    claims,
    doubts,
    goods,
    notices,
    parties,
    printing,
    work,
)
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.storage_errors import RecordChanged, RecordExists, RecordMissing
from leghorn_bench.store.audit import write_event
from leghorn_bench.store.engine import Row, Store
from leghorn_bench.store.tables.acts import ActTable
from leghorn_bench.store.tables.cases import (
    AssessmentTable,
    CaseDeviceTable,
    CaseTable,
    EvidenceTable,
    ParcelTable,
    ReplacementTable,
)
from leghorn_bench.store.tables.charges import (
    PaperDeviceTable,
    PaperTable,
    QuoteLineTable,
    QuoteTable,
    TariffTable,
)
from leghorn_bench.store.tables.claims import ClaimTable, NoticeTable
from leghorn_bench.store.tables.doubts import ChipDoubtTable
from leghorn_bench.store.tables.goods import DeviceTable, IdentifierTable, ProductTable, SaleTable
from leghorn_bench.store.tables.parties import CustomerTable, OperatorTable, SalesRepTable
from leghorn_bench.store.tables.printing import PrintJobTable
from leghorn_bench.store.tables.work import (
    PartTable,
    PartUseTable,
    RepairWorkTable,
    ReturnCheckTable,
    SignatureTable,
    WorkSpanTable,
)

R = TypeVar("R")

TABLE_OF: Mapping[type, type[Model]] = MappingProxyType(
    {
        parties.SalesRep: SalesRepTable,
        parties.Customer: CustomerTable,
        parties.Operator: OperatorTable,
        goods.Product: ProductTable,
        goods.Device: DeviceTable,
        goods.DeviceIdentifier: IdentifierTable,
        goods.Sale: SaleTable,
        goods.Replacement: ReplacementTable,
        cases.Case: CaseTable,
        cases.CaseDevice: CaseDeviceTable,
        cases.Parcel: ParcelTable,
        cases.Assessment: AssessmentTable,
        cases.Evidence: EvidenceTable,
        charges.StoredTariff: TariffTable,
        charges.StoredQuote: QuoteTable,
        charges.QuoteRow: QuoteLineTable,
        charges.StoredPaper: PaperTable,
        charges.PaperDevice: PaperDeviceTable,
        acts.Act: ActTable,
        work.WorkSpan: WorkSpanTable,
        work.RepairWork: RepairWorkTable,
        work.Part: PartTable,
        work.PartUse: PartUseTable,
        work.Signature: SignatureTable,
        work.ReturnCheck: ReturnCheckTable,
        claims.Claim: ClaimTable,
        notices.Notice: NoticeTable,
        printing.PrintJob: PrintJobTable,
        doubts.ChipDoubt: ChipDoubtTable,
    }
)
"""A record's fields are named as the columns of its table."""


class _Shape:
    """How the records of one kind lie in their table."""

    def __init__(self, kind: type) -> None:
        meta = cast("Any", TABLE_OF[kind])._meta  # noqa: SLF001 - Peewee's public name for it
        columns = {field.column_name: field for field in meta.sorted_fields}
        self.table: str = meta.table_name
        self.names = tuple(field.name for field in fields(cast("Any", kind)))
        self.columns = ", ".join(f'{self.table}."{name}"' for name in self.names)
        self.to_column = {name: columns[name].db_value for name in self.names}
        self.from_column = tuple(
            (place, columns[name].python_value)
            for place, name in enumerate(self.names)
            if not isinstance(columns[name], IntegerField | ForeignKeyField)
            and type(columns[name]) is not TextField
        )
        """Of the columns that the driver gives as something else than the record has."""
        self.id_at = self.names.index("id")
        self.versioned = "version" in self.names

    def row_of(self, record: object) -> dict[str, Any]:
        """The columns of ``record`` as stored, without its id."""
        return {
            name: convert(getattr(record, name))
            for name, convert in self.to_column.items()
            if name != "id"
        }


_shapes: dict[type[Any], _Shape] = {}


def shape(kind: type[Any]) -> _Shape:
    """The shape of records of ``kind``."""
    if kind not in _shapes:
        _shapes[kind] = _Shape(kind)
    return _shapes[kind]


def record_of(kind: type[R], row: Row) -> R:
    """The record that the columns of ``shape(kind)`` hold."""
    made = shape(kind)
    values = list(row)
    for place, convert in made.from_column:
        values[place] = convert(values[place])
    return kind(**dict(zip(made.names, values, strict=True)))


def add(store: Store, record: R, stamp: Stamp, **bytes_beside: bytes) -> R:
    """Store a new record; gives it with its id. ``bytes_beside`` are columns it does not carry.

    Raises:
        RecordExists: another one has what only one may have.
    """
    store.require_transaction()
    made = shape(type(record))
    row = made.row_of(record)
    if made.versioned:
        row["version"] = 1
    columns = {**row, **bytes_beside}
    names = ", ".join(f'"{name}"' for name in columns)
    sql = f"INSERT INTO {made.table} ({names}) VALUES ({','.join('?' * len(columns))}) RETURNING id"
    try:
        found = store.execute(sql, tuple(columns.values())).fetchone()
    except IntegrityError as refused:
        raise RecordExists(table=made.table, found=_first_line(refused)) from refused
    assert found is not None
    write_event(store, stamp, "added", made.table, found[0], after=row)
    return _with(record, id=found[0], **({"version": 1} if made.versioned else {}))


def save(store: Store, record: R, stamp: Stamp, what: str = "changed") -> R:
    """Store a newer version of a record; gives it with its new version.

    Raises:
        RecordMissing: it is not on file.
        RecordChanged: somebody saved meanwhile; ``mine`` and ``theirs`` are both versions.
        RecordExists: another one has what only one may have.
    """
    store.require_transaction()
    kind = type(record)
    made = shape(kind)
    mine = cast("Any", record)
    on_file = cast("Any", read(store, kind, mine.id))
    if on_file.version != mine.version:
        raise RecordChanged(table=made.table, mine=record, theirs=on_file)
    old, new = made.row_of(on_file), made.row_of(record)
    changes = {name: value for name, value in new.items() if value != old[name]}
    if not changes:
        return record
    assignments = ", ".join(f'"{name}" = ?' for name in changes)
    sql = f"UPDATE {made.table} SET {assignments}, version = version + 1 WHERE id = ?"
    try:
        store.execute(sql, (*changes.values(), mine.id))
    except IntegrityError as refused:
        raise RecordExists(table=made.table, found=_first_line(refused)) from refused
    before = {name: old[name] for name in changes}
    write_event(store, stamp, what, made.table, mine.id, before=before, after=changes)
    return _with(record, version=mine.version + 1)


def read(store: Store, kind: type[R], record_id: int) -> R:
    """One record by its id.

    Raises:
        RecordMissing: it is not on file.
    """
    made = shape(kind)
    row = store.row(f"SELECT {made.columns} FROM {made.table} WHERE id = ?", (record_id,))
    if row is None:
        raise RecordMissing(table=made.table, id=record_id)
    return record_of(kind, row)


def select(store: Store, kind: type[R], rest: str = "", values: Sequence[object] = ()) -> list[R]:
    """Records by the ``rest`` of a statement: joins, conditions, order, limit."""
    made = shape(kind)
    found = store.rows(f"SELECT {made.columns} FROM {made.table} {rest}", values)
    return [record_of(kind, row) for row in found]


def _with(record: R, **changes: object) -> R:
    return cast("R", replace(cast("Any", record), **changes))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
