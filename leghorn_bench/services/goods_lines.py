"""The lines of the warehouse's lists: what lies in a parcel, and what is awaited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leghorn_bench.domain.identifiers import interpret
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import CaseDevice, Parcel
from leghorn_bench.domain.records.goods_lines import GoodsLine
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.chip_doubts import doubts_in
from leghorn_bench.services.notices import notices_on
from leghorn_bench.services.parcels import AWAITED, RUNNING
from leghorn_bench.services.parties import seat_of
from leghorn_bench.services.receiving import Finding
from leghorn_bench.store.engine import marks
from leghorn_bench.store.goods_lines import goods_lines, lines_of_arrival, versions
from leghorn_bench.store.lookup import devices_known_as, near_matches
from leghorn_bench.store.records import read, select


def arrived_lines(bench: Bench, parcel_id: int) -> list[GoodsLine]:
    """What was received in a parcel, what was scanned last first."""
    return _pointed_out(bench, parcel_id, lines_of_arrival(bench.store, parcel_id))


def arrived_line(bench: Bench, parcel_id: int, device: CaseDevice) -> GoodsLine:
    """The line of one device that was received in a parcel."""
    (line,) = _pointed_out(bench, parcel_id, lines_of(bench, [device]))
    return line


def _pointed_out(bench: Bench, parcel_id: int, lines: list[GoodsLine]) -> list[GoodsLine]:
    """The lines with what speaks against their chips, and the notices on their units."""
    doubts = doubts_in(bench, parcel_id)
    notices = notices_on(bench, unit_ids(lines))
    if not doubts and not notices:
        return lines
    return [
        replace(
            line,
            doubt=doubts.get(line.device.id),
            notices=notices.get(line.device.device_id or 0, ()),
        )
        for line in lines
    ]


def unit_ids(lines: Iterable[GoodsLine]) -> Iterator[int]:
    """The units of those lines whose unit is known."""
    return (line.device.device_id for line in lines if line.device.device_id is not None)


def lines_of(bench: Bench, devices: Sequence[CaseDevice]) -> list[GoodsLine]:
    """The lines of these devices, the newest first."""
    if not devices:
        return []
    condition = f"WHERE case_device.id IN ({marks(len(devices))}) ORDER BY case_device.id DESC"
    return goods_lines(bench.store, condition, [device.id for device in devices])


_AWAITED = (
    f"WHERE case_device.state IN ({marks(len(AWAITED))})"
    f" AND repair_case.state IN ({marks(len(RUNNING))})"
    " AND repair_case.customer_id = ?"
)


def awaited_lines(bench: Bench, customer_id: int | None) -> list[GoodsLine]:
    """What a customer has announced and has not come, as announced."""
    if customer_id is None:
        return []
    values = (*AWAITED, *RUNNING, customer_id)
    return goods_lines(bench.store, f"{_AWAITED} ORDER BY case_device.id", values)


def are_as_on_file(
    bench: Bench, parcel: Parcel, arrived: Sequence[GoodsLine], not_come: Sequence[GoodsLine]
) -> bool:
    """Whether the lines of a parcel are those on file: no other station has added or changed any.

    Told by count and versions, so that a scan into a pallet need not read all of it again.
    """
    store, values = bench.store, (*AWAITED, *RUNNING, parcel.customer_id)
    return versions(store, "WHERE parcel_in_id = ?", (parcel.id,)) == _versions(arrived) and (
        parcel.customer_id is None or versions(store, _AWAITED, values) == _versions(not_come)
    )


def _versions(lines: Sequence[GoodsLine]) -> tuple[int, int, int]:
    of_devices = sum(line.device.version for line in lines)
    return len(lines), of_devices, sum(line.case.version for line in lines)


def finding_of(line: GoodsLine, parcel: Parcel) -> Finding:
    """What a device received earlier turned out to be, as its scan told."""
    if line.device.device_id is None:
        return Finding.UNKNOWN
    if parcel.customer_id is not None and line.owner_id not in (None, parcel.customer_id):
        return Finding.SOLD_TO_ANOTHER
    return Finding.EXPECTED if line.device.announced else Finding.UNANNOUNCED


def is_held(line: GoodsLine) -> bool:
    """Whether the device waits for the rep to authorise its case."""
    return line.case.state == CaseState.REPORTED.value


def parcel_on_file(bench: Bench, parcel_id: int) -> Parcel:
    """A parcel as it is on file now.

    Raises:
        RecordMissing: there is none with this number.
    """
    return read(bench.store, Parcel, parcel_id)


def customer_name(bench: Bench, customer_id: int | None) -> str:
    """The name of a customer; empty without one."""
    return read(bench.store, Customer, customer_id).name if customer_id is not None else ""


def customer_seat(bench: Bench, customer_id: int) -> Address:
    """Where a customer is, and where its goods go unless another destination is named."""
    return seat_of(read(bench.store, Customer, customer_id))


def looks_like_a_unit(bench: Bench, text: str) -> bool:
    """Whether ``text`` names a unit on file, or what a worn label of one may be read as.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    return is_on_file(bench, text) or bool(near_matches(bench.store, interpret(text).text))


def is_on_file(bench: Bench, text: str) -> bool:
    """Whether ``text`` names a unit on file, or one that somebody has announced.

    Raises:
        IdentifierRefused: the text cannot be an identifier.
    """
    reading = interpret(text)
    _key, units = devices_known_as(bench.store, reading.keys)
    if units:
        return True
    shown = reading.best.serial or reading.text
    known = bench.store.row(
        f"SELECT 1 FROM case_device WHERE state IN ({marks(len(AWAITED))})"
        " AND UPPER(scanned) = ? LIMIT 1",
        (*AWAITED, plain(shown)),
    )
    return known is not None


def my_last_act(bench: Bench, what: ActKind) -> Act | None:
    """The newest act of its kind that this operator did and that still stands."""
    found = select(
        bench.store,
        Act,
        "WHERE what = ? AND who = ? AND undone = ? ORDER BY id DESC LIMIT 1",
        (what.value, bench.operator.login, False),
    )
    return found[0] if found else None
