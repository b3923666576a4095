"""Scan what is in a parcel, tell what is odd about it, and confirm the labels stuck on."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from leghorn_bench.domain.case_errors import LabelOfAnother, NotADevice
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.identifiers.scan import plain
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.lookup import UnitOnFile
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.label_orders import label_received
from leghorn_bench.services.notices import notices_for
from leghorn_bench.services.parcels import (
    AWAITED,
    AWAITING,
    RUNNING,
    awaited,
    contents,
    is_in,
    open_parcel,
    turned_up,
)
from leghorn_bench.services.stepping import stepped
from leghorn_bench.services.whereabouts import open_case_of
from leghorn_bench.store.engine import marks
from leghorn_bench.store.lookup import devices_known_as, unit_on_file
from leghorn_bench.store.records import add, read, save, select

_NO_DEVICES = frozenset({Kind.CASE, Kind.PARCEL, Kind.QUOTE, Kind.SHELF, Kind.OPERATOR, Kind.GTIN})


class Finding(StrEnum):
    """What a scan in a parcel turned out to be."""

    EXPECTED = "expected"
    UNANNOUNCED = "unannounced"
    """Received at once; held while its case is not authorised."""
    SOLD_TO_ANOTHER = "sold_to_another"
    """Ours, but on file as sold to somebody else than the sender."""
    UNKNOWN = "unknown"
    """Not on file: received under what was read, to be identified."""
    AMBIGUOUS = "ambiguous"
    """Leads to several units: received under what was read, to be identified."""
    REPEATED = "repeated"
    """Scanned before in this parcel: nothing was recorded."""
    IN_ANOTHER_CASE = "in_another_case"
    """Already here in another open case: nothing was added, but it is kept that it was found."""


RECORDED = frozenset(Finding) - {Finding.REPEATED, Finding.IN_ANOTHER_CASE}
"""Findings that put a device into the parcel."""


@dataclass(frozen=True, slots=True)
class ParcelScan:
    """The answer to one scan in a parcel."""

    finding: Finding
    text: str
    """What was scanned."""
    device: CaseDevice | None = None
    """The device as received; None when nothing was recorded."""
    serial: str = ""
    product: str = ""
    product_en: str = ""
    case: Case | None = None
    """The case that it belongs to, or the other one that it is in."""
    owner: str = ""
    """Name of the customer it was sold to, when that is not the sender."""
    notices: tuple[str, ...] = ()
    """What the house says of such units: a recall, a bulletin."""


def scan_into_parcel(bench: Bench, parcel_id: int, text: str) -> ParcelScan:
    """Receive the device that was scanned; tells what is odd about it.

    Raises:
        ParcelClosed: the parcel was reconciled already.
        NotADevice: the text is the label of a parcel, a shelf, a person ...
        IdentifierRefused: the text cannot be an identifier.
    """
    # The label's job is in the same transaction and not in the act: an undo leaves the printer out.
    with bench.store.transaction():
        scan = _scanned(bench, open_parcel(bench, parcel_id), text)
        if scan.device is not None and scan.finding in RECORDED:
            label_received(bench, scan.device)
        return scan


def _scanned(bench: Bench, parcel: Parcel, text: str) -> ParcelScan:
    reading = interpret(text)
    if reading.kind in _NO_DEVICES:
        raise NotADevice(text=text, kind=reading.kind)
    _, found = devices_known_as(bench.store, reading.keys)
    shown = reading.best.serial or reading.text
    if len(found) == 1:
        return _scan_unit(bench, parcel, shown, unit_on_file(bench.store, found[0]))
    return _scan_unidentified(bench, parcel, shown, Finding.AMBIGUOUS if found else Finding.UNKNOWN)


def _scan_unidentified(bench: Bench, parcel: Parcel, shown: str, finding: Finding) -> ParcelScan:
    if any(plain(device.scanned) == plain(shown) for device in contents(bench, parcel.id)):
        return ParcelScan(Finding.REPEATED, shown, serial=shown)
    announced = [
        device
        for device in awaited(bench, parcel.customer_id)
        if device.device_id is None and plain(device.scanned) == plain(shown)
    ]
    with act(bench, ActKind.RECEIVED, note=shown) as done:
        device = (
            _received(bench, done, parcel, announced[0])
            if announced
            else _received_unannounced(bench, done, parcel, shown, None)
        )
    case = read(bench.store, Case, device.case_id)
    return ParcelScan(finding, shown, device, shown, case=case)


def _scan_unit(bench: Bench, parcel: Parcel, shown: str, unit: UnitOnFile) -> ParcelScan:
    scanned = partial(
        ParcelScan,
        text=shown,
        serial=unit.device.serial,
        product=unit.product.name,
        product_en=unit.product.name_en or unit.product.name,
        notices=tuple(notice.text for notice in notices_for(bench, unit.device)),
    )
    device_id = unit.device.id
    if is_in(bench, parcel.id, device_id):
        return scanned(Finding.REPEATED)
    announced = select(
        bench.store,
        CaseDevice,
        f"{AWAITING} AND case_device.device_id = ? ORDER BY case_device.id DESC LIMIT 1",
        (*AWAITED, *RUNNING, device_id),
    )
    elsewhere = None if announced else open_case_of(bench, device_id)
    if elsewhere is not None:
        _turned_up(bench, parcel, elsewhere, device_id)
        return scanned(Finding.IN_ANOTHER_CASE, case=elsewhere)
    with act(bench, ActKind.RECEIVED, note=unit.device.serial) as done:
        if announced:
            device = _received(bench, done, parcel, announced[0])
        else:
            parcel = _sent_by_owner(bench, done, parcel, unit)
            device = _received_unannounced(bench, done, parcel, shown, device_id)
    case = read(bench.store, Case, device.case_id)
    owner = _other_owner(bench, parcel, case, unit)
    finding = Finding.EXPECTED if announced else Finding.UNANNOUNCED
    if owner:
        finding = Finding.SOLD_TO_ANOTHER
    return scanned(finding, device=device, case=case, owner=owner)


def _turned_up(bench: Bench, parcel: Parcel, case: Case, device_id: int) -> None:
    """Keep on the other case that its unit was found in this parcel, too; once is enough."""
    if any(device.device_id == device_id for device in turned_up(bench, parcel)):
        return
    devices = select(
        bench.store, CaseDevice, "WHERE case_id = ? AND device_id = ?", (case.id, device_id)
    )
    with act(
        bench,
        ActKind.TURNED_UP,
        case_id=case.id,
        case_device_id=devices[-1].id,
        note=str(parcel.id),
    ):
        pass


def _sent_by_owner(bench: Bench, done: UnderWay, parcel: Parcel, unit: UnitOnFile) -> Parcel:
    # A parcel that says nothing of its sender comes from whom its first device was sold to.
    customer = unit.sales[-1].customer if unit.sales else None
    if parcel.customer_id is not None or customer is None:
        return parcel
    return save(bench.store, replace(parcel, customer_id=customer.id), done.stamp)


def _other_owner(bench: Bench, parcel: Parcel, case: Case, unit: UnitOnFile) -> str:
    sold_to = unit.sales[-1].customer if unit.sales else None
    owner_id = sold_to.id if sold_to is not None else case.customer_id
    if parcel.customer_id is None or owner_id in (None, parcel.customer_id):
        return ""
    assert owner_id is not None
    return read(bench.store, Customer, owner_id).name


def _received(bench: Bench, done: UnderWay, parcel: Parcel, announced: CaseDevice) -> CaseDevice:
    done.case_id, done.case_device_id = announced.case_id, announced.id
    if parcel.customer_id is None:
        case = read(bench.store, Case, announced.case_id)
        save(bench.store, replace(parcel, customer_id=case.customer_id), done.stamp)
    return stepped(
        bench,
        done,
        announced,
        DeviceStep.RECEIVE,
        received_on=bench.today(),
        parcel_in_id=parcel.id,
    )


def _received_unannounced(
    bench: Bench, done: UnderWay, parcel: Parcel, shown: str, device_id: int | None
) -> CaseDevice:
    case = _case_for_extras(bench, done, parcel)
    device = CaseDevice(
        case_id=case.id,
        device_id=device_id,
        scanned=shown,
        announced=False,
        state=DeviceState.RECEIVED.value,
        received_on=bench.today(),
        parcel_in_id=parcel.id,
    )
    stored = add(bench.store, device, done.stamp)
    done.case_id, done.case_device_id = case.id, stored.id
    return stored


def _running_of(bench: Bench, ids: set[int]) -> list[Case]:
    """Those of the cases that run, the oldest first."""
    return [case for one in sorted(ids) if (case := read(bench.store, Case, one)).state in RUNNING]


def _case_for_extras(bench: Bench, done: UnderWay, parcel: Parcel) -> Case:
    """The case of the other devices in the parcel, else the one running case of the sender.

    Where neither is certain, a new one that waits for the rep.
    """
    inside = contents(bench, parcel.id)
    own = {device.case_id for device in inside if not device.announced}
    begun = _running_of(bench, own)
    if begun:
        return begun[0]
    arriving = _running_of(bench, {device.case_id for device in inside})
    if len(arriving) == 1:
        return arriving[0]
    running = select(
        bench.store,
        Case,
        f"WHERE customer_id = ? AND state IN ({marks(len(RUNNING))}) LIMIT 2",
        (parcel.customer_id, *RUNNING),
    )
    if len(running) == 1:
        return running[0]
    customer = (
        read(bench.store, Customer, parcel.customer_id) if parcel.customer_id is not None else None
    )
    return add(
        bench.store,
        Case(
            customer_id=parcel.customer_id,
            rep_id=customer.rep_id if customer is not None else None,
        ),
        done.stamp,
    )


def confirm_label(bench: Bench, parcel_id: int, text: str) -> CaseDevice:
    """Confirm by scanning it that a device's label was stuck on.

    Raises:
        LabelOfAnother: no device of this parcel has that label.
        IdentifierRefused: the text cannot be an identifier.
    """
    reading = interpret(text)
    code = reading.best.value if reading.kind is Kind.DEVICE else (reading.best.serial or text)
    for device in contents(bench, parcel_id):
        if code in (device.scanned, serial_of(bench, device)):
            with act(
                bench,
                ActKind.LABELLED,
                case_id=device.case_id,
                case_device_id=device.id,
                note=code,
            ) as done:
                labelled = replace(device, labelled_at=done.stamp.at)
                return save(bench.store, labelled, done.stamp)
    raise LabelOfAnother(text=text)


def serial_of(bench: Bench, device: CaseDevice) -> str:
    """The serial of a device in a case; what was scanned while nobody knows which unit it is."""
    if device.device_id is None:
        return device.scanned
    return read(bench.store, Device, device.device_id).serial
