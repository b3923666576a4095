"""Notices on serial ranges and lots (a recall, a bulletin), shown when such a unit is scanned."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from leghorn_bench.domain.case_errors import SerialsReversed, TextMissing
from leghorn_bench.domain.folding import folded, is_after
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.rights import Right
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.store.engine import Store, marks
from leghorn_bench.store.records import add, read, save, select

_AT_ONCE = 500
"""Units that are asked for in one statement."""


def notices_on_file(bench: Bench) -> list[Notice]:
    """Every notice, the newest first."""
    return select(bench.store, Notice, "ORDER BY first_day DESC, id DESC")


def products_on_file(bench: Bench) -> list[Product]:
    """The products of which a notice may speak, by code."""
    return select(bench.store, Product, "ORDER BY code")


def concerns(notice: Notice, device: Device) -> bool:
    """Whether a unit is of the product, lot and serials that a notice speaks of.

    A serial lies in a range as a person counts: LGD-15 is not between LGD-100 and LGD-200.
    """
    if notice.product_id not in (None, device.product_id):
        return False
    if notice.lot and folded(notice.lot) != folded(device.lot):
        return False
    if notice.first_serial and is_after(notice.first_serial, device.serial):
        return False
    return not notice.last_serial or not is_after(device.serial, notice.last_serial)


def notices_for(bench: Bench, device: Device) -> list[Notice]:
    """The notices in force today that concern a unit, the newest first."""
    return notices_of(bench.store, device, bench.today())


def notices_of(store: Store, device: Device, today: date) -> list[Notice]:
    """The notices in force on the day ``today`` that concern a unit, the newest first."""
    return [notice for notice in _in_force(store, today) if concerns(notice, device)]


def notices_on(bench: Bench, unit_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """What the notices in force say of those of these units that they concern, the newest first."""
    if not (in_force := _in_force(bench.store, bench.today())):
        return {}
    found, asked = {}, sorted(set(unit_ids))
    for start in range(0, len(asked), _AT_ONCE):
        ids = asked[start : start + _AT_ONCE]
        for unit in select(bench.store, Device, f"WHERE id IN ({marks(len(ids))})", ids):
            if told := tuple(notice.text for notice in in_force if concerns(notice, unit)):
                found[unit.id] = told
    return found


def _in_force(store: Store, today: date) -> list[Notice]:
    day = today.isoformat()
    return select(
        store,
        Notice,
        "WHERE first_day <= ? AND (last_day IS NULL OR last_day >= ?)"
        " ORDER BY first_day DESC, id DESC",
        (day, day),
    )


def keep_notice(bench: Bench, notice: Notice) -> Notice:
    """Put a notice on file, or correct it.

    Raises:
        NotAllowed: the operator may not change the catalogue.
        TextMissing: it says nothing, or not of which units.
        SerialsReversed: no unit lies in its range.
    """
    bench.require(Right.CHANGE_CATALOGUE)
    cleaned = replace(
        notice,
        text=notice.text.strip(),
        lot=notice.lot.strip(),
        first_serial=notice.first_serial.strip(),
        last_serial=notice.last_serial.strip(),
    )
    if not cleaned.text:
        raise TextMissing(what="notice")
    named = (cleaned.lot, cleaned.first_serial, cleaned.last_serial)
    if cleaned.product_id is None and not any(named):
        raise TextMissing(what="product, lot or serials")
    first, last = cleaned.first_serial, cleaned.last_serial
    if first and last and is_after(first, last):
        raise SerialsReversed(first=first, last=last)
    with act(bench, ActKind.EDITED, note=cleaned.text) as done:
        if cleaned.id:
            return save(bench.store, cleaned, done.stamp)
        return add(bench.store, cleaned, done.stamp)


def end_notice(bench: Bench, notice_id: int) -> Notice:
    """Let today be the last day of a notice; it stays on file.

    Raises:
        NotAllowed: the operator may not change the catalogue.
    """
    bench.require(Right.CHANGE_CATALOGUE)
    notice = read(bench.store, Notice, notice_id)
    with act(bench, ActKind.EDITED, note=notice.text) as done:
        return save(bench.store, replace(notice, last_day=bench.today()), done.stamp, "ended")
