"""Read devices in cases with all that their lines show, in one statement a list."""

from collections.abc import Sequence

from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.store.engine import Row, Store
from leghorn_bench.store.records import record_of, shape

_DEVICE, _CASE = shape(CaseDevice), shape(Case)
_WIDTHS = (len(_DEVICE.names), len(_CASE.names))
_LINES = f"""
SELECT {_DEVICE.columns}, {_CASE.columns}, device.serial, product.name, product.name_en,
    owner.id, owner.name
FROM case_device
JOIN repair_case ON repair_case.id = case_device.case_id
LEFT JOIN device ON device.id = case_device.device_id
LEFT JOIN product ON product.id = device.product_id
LEFT JOIN sale ON sale.id = (
    SELECT latest.id FROM sale AS latest WHERE latest.device_id = case_device.device_id
    ORDER BY latest.sold_on DESC, latest.id DESC LIMIT 1)
LEFT JOIN customer AS owner ON owner.id = sale.customer_id
"""
_ARRIVALS = """
LEFT JOIN (
    SELECT act.case_device_id AS device_id, max(act.id) AS place FROM act
    WHERE act.what = 'received'
        AND act.case_id IN (SELECT case_id FROM case_device WHERE parcel_in_id = ?)
    GROUP BY act.case_device_id) AS arrival ON arrival.device_id = case_device.id
WHERE case_device.parcel_in_id = ?
ORDER BY COALESCE(arrival.place, 0) DESC, case_device.id DESC
"""


def goods_lines(store: Store, rest: str, values: Sequence[object] = ()) -> list[GoodsLine]:
    """Lines by the ``rest`` of a statement over ``case_device`` and ``repair_case``."""
    cases: dict[Row, Case] = {}
    return [_line(row, cases) for row in store.rows(_LINES + rest, values)]


def lines_of_arrival(store: Store, parcel_id: int) -> list[GoodsLine]:
    """What was received in a parcel, what was scanned last first."""
    return goods_lines(store, _ARRIVALS, (parcel_id, parcel_id))


def versions(store: Store, rest: str, values: Sequence[object]) -> tuple[int, int, int]:
    """How many lines there are, and the sums of the versions of their devices and cases."""
    row = store.row(
        "SELECT count(*), COALESCE(sum(case_device.version), 0),"
        " COALESCE(sum(repair_case.version), 0) FROM case_device"
        f" JOIN repair_case ON repair_case.id = case_device.case_id {rest}",
        values,
    )
    assert row is not None, "a count is always one row"
    count, of_devices, of_cases = row
    return int(count), int(of_devices), int(of_cases)


def _line(row: Row, cases: dict[Row, Case]) -> GoodsLine:
    """One line; a pallet is of one case, which is made once."""
    devices, width = _WIDTHS
    device = record_of(CaseDevice, row[:devices])
    of_case = row[devices : devices + width]
    case = cases.get(of_case)
    if case is None:
        case = cases[of_case] = record_of(Case, of_case)
    serial, product, english, owner_id, owner = row[devices + width :]
    return GoodsLine(
        device, case, serial or device.scanned, product or "", english or "", owner_id, owner or ""
    )
