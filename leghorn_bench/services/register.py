"""The register of what was sold: import it, look a device up in it, search and page through it."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from leghorn_bench.domain.coverage import ComparedDay, Coverage, Verdict, day_to_compare, judge
from leghorn_bench.domain.identifiers import Interpretation, Kind, interpret
from leghorn_bench.domain.records.lookup import NearMatch, SaleOnFile, UnitOnFile
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_rows import RejectedRow
from leghorn_bench.store.engine import Store
from leghorn_bench.store.lookup import devices_known_as, last_entry, near_matches, unit_on_file
from leghorn_bench.store.sales_file import Header, sales_file
from leghorn_bench.store.sales_import import ImportCount, Progress, import_rows


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a sales file."""

    rows: int
    imported: int
    updated: int
    unchanged: int
    rejected: int
    rejects: tuple[RejectedRow, ...]
    """The first thousand rows that were refused, ``column`` as the file names it."""
    ignored_columns: tuple[str, ...] = ()


def import_sales(
    store: Store,
    path: Path,
    stamp: Stamp,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the sales file at ``path``; with ``dry_run`` only tell what would become of it.

    Raises:
        SalesFileRefused: the file cannot be read; nothing was changed.
    """
    with sales_file(path) as file, store.room_for_many(), store.transaction(keep=not dry_run):
        source: dict[str, object] = {"file": path.name, "sha256": file.sha256}
        count = import_rows(store, file.rows, stamp, source, progress)
    return _report(count, file.header)


def _report(count: ImportCount, header: Header) -> ImportReport:
    rejects = tuple(
        RejectedRow(row.line, header.written(row.column) if row.column else "", row.value, row.why)
        for row in count.rejects
    )
    return ImportReport(
        count.rows,
        count.imported,
        count.updated,
        count.unchanged,
        count.rejected,
        rejects,
        header.ignored,
    )


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """What the bench answers to a scan."""

    interpretation: Interpretation
    verdict: Verdict
    units: tuple[UnitOnFile, ...]
    """One; none when unknown; several when ambiguous."""
    kind: Kind
    """What the text turned out to be: the kind that led to the unit, else the likeliest."""
    near_matches: tuple[NearMatch, ...] = ()
    """Units whose serial looks like it, when it is unknown."""

    @property
    def unit(self) -> UnitOnFile | None:
        """The unit, when it is certain."""
        return self.units[0] if len(self.units) == 1 else None

    @property
    def sale(self) -> SaleOnFile | None:
        """The sale that counts, of the unit or of the one it replaced."""
        return None if self.unit is None else self.unit.sale_on(self.verdict.compared.day)

    @property
    def customer(self) -> Customer | None:
        """Whose unit it is: who bought it, else who owned the one that it replaced."""
        if self.sale is not None and self.sale.customer is not None:
            return self.sale.customer
        return None if self.unit is None else self.unit.owner


def look_up(store: Store, text: str, *, today: date, given: date | None = None) -> DeviceCard:
    """What is on file of the device that ``text`` (scanned, typed or pasted) names.

    The day compared is the one ``given``, else that of the newest open case, else ``today``.
    Nothing is created.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    return look_up_interpreted(store, interpret(text), today=today, given=given)


def look_up_interpreted(
    store: Store, interpretation: Interpretation, *, today: date, given: date | None = None
) -> DeviceCard:
    """As ``look_up``, of what a reader said (``interpret_tag``)."""
    key, device_ids = devices_known_as(store, interpretation.keys)
    units = tuple(unit_on_file(store, device_id) for device_id in device_ids)
    compared = _compared(units, today, given)
    verdict = judge(
        [unit.cover for unit in units], compared, clock_is_doubtful=clock_is_behind(store, today)
    )
    near: tuple[NearMatch, ...] = ()
    if verdict.coverage is Coverage.UNKNOWN:
        near = near_matches(store, interpretation.best.serial or interpretation.text)
    kind = Kind(key[0]) if key is not None else interpretation.kind
    return DeviceCard(interpretation, verdict, units, kind, near)


def card_of(store: Store, device_id: int, *, today: date, given: date | None = None) -> DeviceCard:
    """The card of a unit that is known, e.g. chosen among near matches.

    Raises:
        RecordMissing: there is no such device.
    """
    unit = unit_on_file(store, device_id)
    compared = _compared((unit,), today, given)
    verdict = judge([unit.cover], compared, clock_is_doubtful=clock_is_behind(store, today))
    return DeviceCard(interpret(unit.device.serial), verdict, (unit,), Kind.SERIAL)


def clock_is_behind(store: Store, today: date) -> bool:
    """Whether something on file is later than ``today``.

    A day of grace, since entries are in UTC and ``today`` is the day on the wall.
    """
    return (last_entry(store) or "") > (today + timedelta(days=2)).isoformat()


def _compared(units: tuple[UnitOnFile, ...], today: date, given: date | None) -> ComparedDay:
    case = units[0].open_case if len(units) == 1 else None
    if case is None:
        return day_to_compare(today, given=given)
    return day_to_compare(
        today,
        reported_on=case.reported_on,
        authorised_on=case.authorised_on,
        received_on=case.received_on,
        given=given,
    )
