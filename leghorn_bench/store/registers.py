"""The long lists, a page at a time by key: right while other stations insert, fast at any depth."""

from collections.abc import Sequence
from datetime import date

from leghorn_bench.domain.records.lines import CaseLine, CustomerLine, DeviceLine, PaperLine
from leghorn_bench.store.engine import Row, Store, marks
from leghorn_bench.store.fields import DayField, MomentField

_day, _moment = DayField().python_value, MomentField().python_value

_DEVICES = """
SELECT device.id, device.serial, device.lot, product.name, product.name_en, sale.sold_on,
    sale.document, customer.name
FROM {source}
JOIN product ON product.id = device.product_id
LEFT JOIN sale ON sale.id = (
    SELECT latest.id FROM sale AS latest WHERE latest.device_id = device.id
    ORDER BY latest.sold_on DESC, latest.id DESC LIMIT 1)
LEFT JOIN customer ON customer.id = sale.customer_id
WHERE (device.serial, device.id) > (?, ?)
ORDER BY device.serial, device.id LIMIT ?
"""
_OF_CUSTOMER = (
    "(SELECT DISTINCT device_id FROM sale WHERE customer_id = ?) AS theirs"
    " JOIN device ON device.id = theirs.device_id"
)
_CASES = """
SELECT repair_case.id, number, state, customer.name, sales_rep.name, reported_on, opened_at,
    first_contact_at, closed_at,
    (SELECT COUNT(*) FROM case_device WHERE case_device.case_id = repair_case.id)
FROM repair_case
LEFT JOIN customer ON customer.id = repair_case.customer_id
LEFT JOIN sales_rep ON sales_rep.id = repair_case.rep_id
WHERE repair_case.id < ? AND {among}
ORDER BY repair_case.id DESC LIMIT ?
"""
_PAPERS = """
SELECT paper.id, paper.kind, label, issued_on, issued_by, paper.language, repair_case.number,
    customer.name, annulled_at
FROM paper
LEFT JOIN repair_case ON repair_case.id = paper.case_id
LEFT JOIN customer ON customer.id = repair_case.customer_id
WHERE paper.id < ? AND {among}
ORDER BY paper.id DESC LIMIT ?
"""
_CUSTOMERS = """
SELECT customer.id, code, customer.name, city, country, sales_rep.name
FROM customer
LEFT JOIN sales_rep ON sales_rep.id = customer.rep_id
WHERE (customer.name, customer.id) > (?, ?)
ORDER BY customer.name, customer.id LIMIT ?
"""
_NEWEST = (1 << 31) - 1


def device_page(
    store: Store, after: DeviceLine | None, size: int, *, customer_id: int | None = None
) -> list[DeviceLine]:
    """The units after ``after`` by serial, all of them or those ever sold to one customer."""
    source = "device" if customer_id is None else _OF_CUSTOMER
    begin = ("", 0) if after is None else (after.serial, after.id)
    values = (*begin, size) if customer_id is None else (customer_id, *begin, size)
    rows = store.rows(_DEVICES.format(source=source), values)
    return [_device(row) for row in rows]


def _device(row: Row) -> DeviceLine:
    device, serial, lot, product, product_en, sold_on, document, customer = row
    return DeviceLine(device, serial, lot, product, product_en, _day(sold_on), document, customer)


def case_page(
    store: Store,
    after: CaseLine | None,
    size: int,
    *,
    states: Sequence[str] = (),
    customer_id: int | None = None,
) -> list[CaseLine]:
    """The cases before ``after``, the newest first; of some states, of one customer, or all."""
    among, values = _among(("repair_case.state", states), ("repair_case.customer_id", customer_id))
    begin = _NEWEST if after is None else after.id
    return [_case(row) for row in store.rows(_CASES.format(among=among), (begin, *values, size))]


def _case(row: Row) -> CaseLine:
    case, number, state, customer, rep, reported, opened, contact, closed, devices = row
    return CaseLine(
        case, number, state, customer, rep,
        _day(reported), _moment(opened), _moment(contact), _moment(closed), devices,
    )  # fmt: skip


def paper_page(
    store: Store,
    after: PaperLine | None,
    size: int,
    *,
    kinds: Sequence[str] = (),
    case_id: int | None = None,
) -> list[PaperLine]:
    """The papers before ``after``, the newest first; of some kinds, of one case, or all."""
    among, values = _among(("paper.kind", kinds), ("paper.case_id", case_id))
    begin = _NEWEST if after is None else after.id
    rows = store.rows(_PAPERS.format(among=among), (begin, *values, size))
    return [_paper(row) for row in rows]


def _paper(row: Row) -> PaperLine:
    paper, kind, label, issued_on, issued_by, language, case, customer, annulled = row
    day = date.fromisoformat(issued_on)
    return PaperLine(
        paper, kind, label, day, issued_by, language, case, customer, annulled is not None
    )


def customer_page(store: Store, after: CustomerLine | None, size: int) -> list[CustomerLine]:
    """The customers after ``after`` by name."""
    begin = ("", 0) if after is None else (after.name, after.id)
    return [CustomerLine(*row) for row in store.rows(_CUSTOMERS, (*begin, size))]


def _among(
    words: tuple[str, Sequence[str]], owner: tuple[str, int | None]
) -> tuple[str, list[str | int]]:
    conditions, values = ["1 = 1"], list[str | int]()
    if words[1]:
        conditions.append(f"{words[0]} IN ({marks(len(words[1]))})")
        values += words[1]
    if owner[1] is not None:
        conditions.append(f"{owner[0]} = ?")
        values.append(owner[1])
    return " AND ".join(conditions), values
