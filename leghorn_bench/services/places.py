"""Where a device is: it is always somewhere, and in one place only."""

from dataclasses import dataclass, replace
from enum import StrEnum

from leghorn_bench.domain.case_errors import NotAPlace, NotHere, TextMissing
from leghorn_bench.domain.identifiers import Kind, interpret
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.states import DeviceState
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.old_units import old_unit_of
from leghorn_bench.services.operators import operator_scanned
from leghorn_bench.services.parties import operator_name
from leghorn_bench.store.records import read, save, select


class PlaceKind(StrEnum):
    """What a place is."""

    CUSTOMER = "customer"
    """Not come yet, or gone back."""
    SHELF = "shelf"
    PERSON = "person"
    PARCEL = "parcel"
    """Packed, to leave."""
    ACCEPTANCE = "acceptance"
    """Received, and not put anywhere yet: it lies where parcels are opened."""
    SCRAPPED = "scrapped"


@dataclass(frozen=True, slots=True)
class Place:
    """One place, with the name of the shelf, the person or the parcel."""

    kind: PlaceKind
    name: str = ""


_NEWEST = "ORDER BY case_device.id DESC LIMIT 1"
_MAY_BE_REPLACED = frozenset({DeviceState.READY, DeviceState.SHIPPED})
_WITH_CUSTOMER = frozenset({DeviceState.EXPECTED, DeviceState.MISSING, DeviceState.SHIPPED})


def place_of(bench: Bench, device: CaseDevice) -> Place:
    """The one place where a device of a case is now."""
    state = DeviceState(device.state)
    old = old_unit_of(bench, device) if state in _MAY_BE_REPLACED else None
    if state is DeviceState.WRITTEN_OFF or old is OldUnit.SCRAPPED:
        return Place(PlaceKind.SCRAPPED)
    if old is OldUnit.KEPT:
        return _in_the_house(bench, device)
    return _place_of_what_leaves(bench, device)


def _place_of_what_leaves(bench: Bench, device: CaseDevice) -> Place:
    if DeviceState(device.state) in _WITH_CUSTOMER:
        return Place(PlaceKind.CUSTOMER)
    if device.parcel_out_id is not None:
        return Place(PlaceKind.PARCEL, str(device.parcel_out_id))
    return _in_the_house(bench, device)


def place_of_unit(bench: Bench, unit: Device) -> Place | None:
    """Where a unit is that no running case holds: in stock, gone, kept, or on its way for another.

    None for a unit of which nobody in the house has ever said where it lies.
    """
    own = select(bench.store, CaseDevice, f"WHERE device_id = ? {_NEWEST}", (unit.id,))
    if own:
        return place_of(bench, own[0])
    replaced = select(
        bench.store,
        CaseDevice,
        "JOIN replacement ON replacement.old_id = case_device.device_id"
        f" AND replacement.case_id = case_device.case_id WHERE new_id = ? {_NEWEST}",
        (unit.id,),
    )
    if replaced:
        return _place_of_what_leaves(bench, replaced[0])
    return Place(PlaceKind.SHELF, unit.shelf) if unit.shelf else None


def _in_the_house(bench: Bench, device: CaseDevice) -> Place:
    if device.holder:
        return Place(PlaceKind.PERSON, operator_name(bench, device.holder))
    return Place(PlaceKind.SHELF, device.shelf) if device.shelf else Place(PlaceKind.ACCEPTANCE)


def _here(bench: Bench, case_device_id: int) -> CaseDevice:
    device = read(bench.store, CaseDevice, case_device_id)
    place = place_of(bench, device)
    if place.kind in {PlaceKind.CUSTOMER, PlaceKind.SCRAPPED, PlaceKind.PARCEL}:
        raise NotHere(serial=device.scanned, state=DeviceState(device.state))
    return device


def shelf_name(typed: str) -> str:
    """The name of a shelf as its label gives it when it is scanned: in capitals, blanks single.

    Raises:
        TextMissing: it has no name.
    """
    name = " ".join(typed.upper().split())
    if not name:
        raise TextMissing(what="shelf")
    return name


def put_on_shelf(bench: Bench, case_device_id: int, shelf: str) -> CaseDevice:
    """Put a device on a shelf.

    Raises:
        TextMissing: the shelf has no name.
        NotHere: the device is not in the house, or lies packed.
    """
    name = shelf_name(shelf)
    device = _here(bench, case_device_id)
    return _moved(bench, replace(device, shelf=name, holder=""), name)


def take_in_hand(bench: Bench, case_device_id: int, login: str = "") -> CaseDevice:
    """Take a device from its shelf, for oneself or for another person.

    Raises:
        NotHere: the device is not in the house, or lies packed.
    """
    device = _here(bench, case_device_id)
    holder = login or bench.operator.login
    return _moved(bench, replace(device, holder=holder), holder)


def may_be_taken(bench: Bench, device: CaseDevice) -> bool:
    """Whether it lies in the house and not with whoever works here now."""
    if device.holder == bench.operator.login:
        return False
    return place_of(bench, device).kind in {
        PlaceKind.ACCEPTANCE,
        PlaceKind.SHELF,
        PlaceKind.PERSON,
    }


def _moved(bench: Bench, device: CaseDevice, where: str) -> CaseDevice:
    with act(
        bench, ActKind.MOVED, case_id=device.case_id, case_device_id=device.id, note=where
    ) as done:
        return save(bench.store, device, done.stamp, "moved")


def place_by_scan(bench: Bench, case_device_id: int, text: str) -> CaseDevice:
    """Put a device where the label says that was scanned: a shelf's, or a person's badge.

    Raises:
        NotAPlace: it is the label of something else, or of nobody on file.
        NotHere: the device is not in the house, or lies packed.
    """
    reading = interpret(text)
    if reading.kind is Kind.SHELF:
        return put_on_shelf(bench, case_device_id, reading.best.value)
    person = operator_scanned(bench.store, text)
    if person is not None:
        return take_in_hand(bench, case_device_id, person.login)
    raise NotAPlace(text=text, kind=reading.kind.value)


def on_shelf(bench: Bench, shelf: str) -> list[CaseDevice]:
    """What lies on a shelf now."""
    name = shelf_name(shelf)
    return [
        device
        for device in select(bench.store, CaseDevice, "WHERE shelf = ? ORDER BY id", (name,))
        if place_of(bench, device).kind is PlaceKind.SHELF
    ]


def in_hands_of(bench: Bench, login: str) -> list[CaseDevice]:
    """What a person has now, the oldest first."""
    return [
        device
        for device in select(bench.store, CaseDevice, "WHERE holder = ? ORDER BY id", (login,))
        if place_of(bench, device).kind is PlaceKind.PERSON
    ]
