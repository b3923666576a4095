"""Import of sales: rows merged into products, parties, devices, identifiers and sales."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_errors import RowRefused, SaidOtherwise
from leghorn_bench.domain.sales_rows import RejectedRow, SaleRow
from leghorn_bench.store.audit import write_event
from leghorn_bench.store.engine import Store
from leghorn_bench.store.sales_parties import Parties
from leghorn_bench.store.sales_replacements import Replacements
from leghorn_bench.store.sales_units import UnitAtWork, Units

BATCH = 2_000
MOST_REJECTS = 1_000

Progress = Callable[[int], None]
"""Told after every batch how many rows were taken."""


@dataclass(slots=True)
class ImportCount:
    """What became of the rows of a file: rows = imported + updated + unchanged + rejected."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    rejects: list[RejectedRow] = field(default_factory=list)
    """The first thousand."""

    @property
    def rows(self) -> int:
        """All rows of the file, the header not counted."""
        return self.imported + self.updated + self.unchanged + self.rejected

    def reject(self, row: RejectedRow) -> None:
        """One more that is not taken."""
        self.rejected += 1
        self.rejects.append(row)
        if len(self.rejects) > 2 * MOST_REJECTS:
            self.keep_first()

    def keep_first(self) -> None:
        """Forget all rejects but the first thousand of the file."""
        self.rejects.sort(key=lambda row: row.line)
        del self.rejects[MOST_REJECTS:]


def import_rows(
    store: Store,
    rows: Iterable[SaleRow | RejectedRow],
    stamp: Stamp,
    source: dict[str, object],
    progress: Progress | None = None,
) -> ImportCount:
    """Merge ``rows`` into the store; a row that is refused never stops the others.

    What is new is covered by one audit event that names the ``source``; what was on file and
    changes has an event of its own with before and after. Rows that replace a unit are taken
    last, since the unit may stand anywhere in the file.
    """
    store.require_transaction()
    count = ImportCount()
    merge = _Merge(store, stamp, count)
    waiting: list[SaleRow] = []
    for batch in _batches(rows):
        taken = []
        for row in batch:
            if isinstance(row, RejectedRow):
                count.reject(row)
            elif row.replaces:
                waiting.append(row)
            else:
                taken.append(row)
        merge.take(taken)
        if progress is not None:
            progress(count.rows)
    merge.take_replacing(waiting)
    merge.finish(source)
    count.keep_first()
    return count


def _batches(rows: Iterable[SaleRow | RejectedRow]) -> Iterator[list[SaleRow | RejectedRow]]:
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch


class _Merge:
    """One import under way."""

    def __init__(self, store: Store, stamp: Stamp, count: ImportCount) -> None:
        self._store, self._stamp, self._count = store, stamp, count
        self._parties = Parties(store, stamp)
        self._units = Units(store, stamp)
        self._replacements = Replacements(store, stamp)

    def take(self, rows: list[SaleRow]) -> None:
        """Merge rows that stand by themselves."""
        for row in rows:
            self._parties.meet(row)
        self._units.load(
            (self._parties.known_product(row.product_code), row.serial) for row in rows
        )
        for row in rows:
            self._take(row)
        self._units.flush()
        self._units.forget()

    def _checked(self, row: SaleRow) -> UnitAtWork | None:
        product = self._parties.known_product(row.product_code)
        return self._units.checked(row, product, self._parties.known_parties(row))

    def _take(self, row: SaleRow) -> None:
        try:
            unit = self._checked(row)
        except SaidOtherwise as why:
            self._count.reject(RejectedRow(row.line, "serial", row.serial, why))
            return
        parties = self._parties.take(row)
        added, changed = self._units.take(unit, row, parties)
        self._tell(added=added, changed=changed or parties.changed)

    def take_replacing(self, rows: list[SaleRow]) -> None:
        """Merge rows whose unit replaces another one, the replaced before the replacing."""
        for row in self._replacements.in_order(rows, self._count.reject):
            self._parties.meet(row)
            product = self._parties.known_product(row.product_code)
            self._units.load([(product, row.serial)])
            try:
                unit = self._checked(row)
                old = self._replacements.checked(row, product, unit.id if unit else None)
            except RowRefused as why:
                column = "serial" if isinstance(why, SaidOtherwise) else "replaces"
                self._count.reject(RejectedRow(row.line, column, row.replaces, why))
                continue
            parties = self._parties.take(row)
            added, changed = self._units.take(unit, row, parties)
            new = self._units.id_of(parties.product_id, row.serial)
            self._units.flush()
            self._units.forget()
            linked = self._replacements.link(old, new, row.sold_on)
            self._tell(added=added, changed=changed or linked or parties.changed)

    def _tell(self, *, added: bool, changed: bool) -> None:
        if added:
            self._count.imported += 1
        elif changed:
            self._count.updated += 1
        else:
            self._count.unchanged += 1

    def finish(self, source: dict[str, object]) -> None:
        """Bring the database's own counters up to date, and tell the trail."""
        self._units.finish()
        count = self._count
        if count.imported or count.updated:
            facts = {
                **source,
                **self._units.span,
                "rows": count.rows,
                "imported": count.imported,
                "updated": count.updated,
                "rejected": count.rejected,
            }
            write_event(self._store, self._stamp, "imported", "sale", 0, after=facts)
