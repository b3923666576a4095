"""Units in stock that may replace others, and the shelves on which they lie."""

from dataclasses import replace

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.places import shelf_name
from leghorn_bench.store.records import read, save, select

_IN_STOCK = (
    "WHERE product_id = ?"
    " AND NOT EXISTS (SELECT 1 FROM sale WHERE sale.device_id = device.id)"
    " AND NOT EXISTS (SELECT 1 FROM replacement AS r WHERE device.id IN (r.old_id, r.new_id))"
    " AND NOT EXISTS (SELECT 1 FROM case_device AS c WHERE c.device_id = device.id"
    " AND c.state <> 'missing')"
    " ORDER BY shelf = '', id LIMIT ?"
)


def spares_for(bench: Bench, device_id: int, most: int = 5) -> list[Device]:
    """Units of the same product, never sold nor used; those with a shelf come first."""
    product_id = read(bench.store, Device, device_id).product_id
    return select(bench.store, Device, _IN_STOCK, (product_id, most))


def shelve(bench: Bench, device_id: int, shelf: str) -> Device:
    """Put a unit in stock on a shelf.

    Raises:
        TextMissing: the shelf has no name.
    """
    name = shelf_name(shelf)
    device = read(bench.store, Device, device_id)
    with act(bench, ActKind.MOVED, note=f"{device.serial}: {name}") as done:
        return save(bench.store, replace(device, shelf=name), done.stamp, "shelved")
