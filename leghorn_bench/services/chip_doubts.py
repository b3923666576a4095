"""Keeps what spoke against the chip of a tag in a parcel, until the chip is put on file."""

from collections.abc import Sequence

from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.identifiers.comparison import Difference, Numbers, Suspicion
from leghorn_bench.domain.identifiers.makers import maker_of
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.doubts import ChipDoubt
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.chips import ChipCheck
from leghorn_bench.services.parcels import RUNNING, contents
from leghorn_bench.store.engine import marks
from leghorn_bench.store.lookup import devices_known_as
from leghorn_bench.store.records import add, select

NOT_YET_ON_FILE = (
    "NOT EXISTS (SELECT 1 FROM case_device JOIN identifier"
    " ON identifier.device_id = case_device.device_id AND identifier.kind = 'tid'"
    " AND identifier.value = chip_doubt.tid WHERE case_device.id = chip_doubt.case_device_id)"
)
"""A person who puts the chip on file has decided."""


def note_doubt(
    bench: Bench, parcel_id: int, tag: Numbers, check: ChipCheck, others: Sequence[str], told: str
) -> ChipDoubt | None:
    """Keep what speaks against a tag in a parcel; ``told`` says it in the timeline.

    None when it was noted before, or when the tag is none of this parcel.
    """
    assert tag.epc is not None
    device = _device_with(bench, parcel_id, tag.epc)
    if device is None or _is_noted(bench, device.id, check.tid):
        return None
    with act(
        bench, ActKind.NOTED, case_id=device.case_id, case_device_id=device.id, note=told
    ) as done:
        doubt = ChipDoubt(
            parcel_id=parcel_id,
            case_device_id=device.id,
            epc=tag.epc,
            tid=check.tid,
            suspicion=check.suspicion.value if check.suspicion else "",
            differing=tuple(
                part for one in check.differing for part in (one.kind.value, one.read, one.on_file)
            ),
            before=check.before,
            others=tuple(others),
            seen_at=done.stamp.at,
        )
        return add(bench.store, doubt, done.stamp)


def doubts_in(bench: Bench, parcel_id: int) -> dict[int, ChipDoubt]:
    """The newest doubt that still stands about each device of a parcel, by its id in its case."""
    found = select(
        bench.store,
        ChipDoubt,
        f"WHERE parcel_id = ? AND {NOT_YET_ON_FILE} ORDER BY id",
        (parcel_id,),
    )
    return {doubt.case_device_id: doubt for doubt in found}


def doubts_about(bench: Bench, device_id: int) -> list[ChipDoubt]:
    """What still stands against the tag of a unit that is here, the newest first."""
    here = (
        "SELECT case_device.id FROM case_device"
        " JOIN repair_case ON repair_case.id = case_device.case_id"
        f" WHERE repair_case.state IN ({marks(len(RUNNING))}) AND case_device.device_id = ?"
    )
    return select(
        bench.store,
        ChipDoubt,
        f"WHERE case_device_id IN ({here}) AND {NOT_YET_ON_FILE} ORDER BY id DESC",
        (*RUNNING, device_id),
    )


def check_of(doubt: ChipDoubt) -> ChipCheck:
    """What the chip of the tag said when it was read."""
    parts = iter(doubt.differing)
    return ChipCheck(
        doubt.tid,
        maker_of(bytes.fromhex(doubt.tid)),
        on_file=False,
        suspicion=Suspicion(doubt.suspicion) if doubt.suspicion else None,
        differing=tuple(
            Difference(Kind(kind), read, on_file)
            for kind, read, on_file in zip(parts, parts, parts, strict=True)
        ),
        before=doubt.before,
    )


def _device_with(bench: Bench, parcel_id: int, epc: str) -> CaseDevice | None:
    """The device in the parcel that a scan of this code had received."""
    reading = interpret(epc)
    shown = reading.best.serial or reading.text
    _key, units = devices_known_as(bench.store, reading.keys)
    for device in contents(bench, parcel_id):
        if device.device_id in units or (device.device_id is None and device.scanned == shown):
            return device
    return None


def _is_noted(bench: Bench, case_device_id: int, tid: str) -> bool:
    noted = bench.store.row(
        "SELECT 1 FROM chip_doubt WHERE case_device_id = ? AND tid = ? LIMIT 1",
        (case_device_id, tid),
    )
    return noted is not None
