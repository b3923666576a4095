"""Import of sales: which unit took the place of which, never twice and never in a circle."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

from leghorn_bench.domain.records.goods import Replacement
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.sales_errors import (
    ReplacedAmbiguous,
    ReplacedByOther,
    ReplacedUnknown,
    ReplacementCycle,
    ReplacesOther,
)
from leghorn_bench.domain.sales_rows import RejectedRow, SaleRow
from leghorn_bench.store.engine import Store
from leghorn_bench.store.fields import DayField
from leghorn_bench.store.records import add

_day = DayField().python_value


def _old(row: SaleRow) -> str:
    return row.replaces


def _new(row: SaleRow) -> str:
    return row.serial


def _peeled(
    rows: Sequence[SaleRow], needs: Callable[[SaleRow], str], gives: Callable[[SaleRow], str]
) -> list[SaleRow]:
    """The rows that can be put in an order where what one ``needs``, no later one ``gives``.

    What is left out lies in a circle, or needs what does.
    """
    given = Counter(map(gives, rows))
    waiting: dict[str, list[SaleRow]] = defaultdict(list)
    for row in rows:
        waiting[needs(row)].append(row)
    ready = deque(row for row in rows if not given[needs(row)])
    found = []
    while ready:
        row = ready.popleft()
        found.append(row)
        given[gives(row)] -= 1
        if not given[gives(row)]:
            ready.extend(waiting[gives(row)])
    return found


class Replacements:
    """Links between old and new units under import."""

    def __init__(self, store: Store, stamp: Stamp) -> None:
        self._store, self._stamp = store, stamp

    def in_order(
        self, rows: Sequence[SaleRow], reject: Callable[[RejectedRow], None]
    ) -> Iterator[SaleRow]:
        """``rows``, each after all those of the unit that it replaces; circles are rejected."""
        ready = _peeled(rows, _old, _new)
        yield from ready
        taken = {row.line for row in ready}
        left = [row for row in rows if row.line not in taken]
        behind = _peeled(left, _new, _old)
        taken |= {row.line for row in behind}
        for row in rows:
            if row.line not in taken:
                why = ReplacementCycle(value=row.replaces, serial=row.serial)
                reject(RejectedRow(row.line, "replaces", row.replaces, why))
        yield from reversed(behind)

    def checked(self, row: SaleRow, product_id: int | None, new_id: int | None) -> int:
        """The id of the unit that ``row`` replaces.

        Raises:
            ReplacedUnknown, ReplacedAmbiguous, ReplacedByOther, ReplacesOther, ReplacementCycle.
        """
        old_id = self._old_unit(row, product_id, new_id)
        taken = self._store.row(
            "SELECT device.id, serial FROM replacement JOIN device ON device.id = new_id"
            " WHERE old_id = ?",
            (old_id,),
        )
        if taken is not None and taken[0] != new_id:
            raise ReplacedByOther(value=row.replaces, found=taken[1])
        if new_id is not None:
            self._refuse_second(row, old_id, new_id)
        return old_id

    def _old_unit(self, row: SaleRow, product_id: int | None, new_id: int | None) -> int:
        found = self._store.rows(
            "SELECT id, product_id FROM device WHERE serial = ?", (row.replaces,)
        )
        others = [unit for unit in found if unit[0] != new_id]
        same = [unit for unit in others if unit[1] == product_id]
        units = same or others
        if not units:
            raise ReplacedUnknown(value=row.replaces)
        if len(units) > 1:
            raise ReplacedAmbiguous(value=row.replaces)
        return int(units[0][0])

    def _refuse_second(self, row: SaleRow, old_id: int, new_id: int) -> None:
        earlier = self._replaced_by(new_id)
        if earlier is not None and earlier != old_id:
            (serial,) = self._store.rows("SELECT serial FROM device WHERE id = ?", (earlier,))[0]
            raise ReplacesOther(serial=row.serial, found=serial, value=row.replaces)
        step: int | None = old_id
        while step is not None:
            if step == new_id:
                raise ReplacementCycle(value=row.replaces, serial=row.serial)
            step = self._replaced_by(step)

    def _replaced_by(self, new_id: int) -> int | None:
        found = self._store.row("SELECT old_id FROM replacement WHERE new_id = ?", (new_id,))
        return None if found is None else int(found[0])

    def link(self, old_id: int, new_id: int, replaced_on: str | None) -> bool:
        """Keep that the new unit took the place of the old one; False when it is on file."""
        if self._replaced_by(new_id) is not None:
            return False
        made = Replacement(old_id=old_id, new_id=new_id, replaced_on=_day(replaced_on))
        add(self._store, made, self._stamp)
        return True
