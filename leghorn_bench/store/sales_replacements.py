"""Import of sales: which unit took the place of which, never twice and never in a circle."""

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


class Replacements:
    """Links between old and new units under import."""

    def __init__(self, store: Store, stamp: Stamp) -> None:
        self._store, self._stamp = store, stamp

    def in_order(
        self, rows: Sequence[SaleRow], reject: Callable[[RejectedRow], None]
    ) -> Iterator[SaleRow]:
        """``rows``, each after the one that it replaces; those in a circle are rejected."""
        first_of: dict[str, SaleRow] = {}
        for row in rows:
            first_of.setdefault(row.serial, row)
        done: set[int] = set()
        for row in rows:
            path: list[SaleRow] = []
            lines: dict[int, int] = {}
            step: SaleRow | None = row
            while step is not None and step.line not in done and step.line not in lines:
                lines[step.line] = len(path)
                path.append(step)
                step = first_of.get(step.replaces)
            if step is not None and step.line in lines:
                for looped in path[lines[step.line] :]:
                    done.add(looped.line)
                    why = ReplacementCycle(value=looped.replaces, serial=looped.serial)
                    reject(RejectedRow(looped.line, "replaces", looped.replaces, why))
            ready = [one for one in reversed(path) if one.line not in done]
            done.update(one.line for one in ready)
            yield from ready

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
