"""All that the page of a case shows, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from leghorn_bench.domain.records.acts import Act
from leghorn_bench.domain.records.cases import Case, CaseDevice, Evidence
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.claims import Claim
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.records.worklist import WaitsFor
from leghorn_bench.domain.states import CaseState, DeviceStep
from leghorn_bench.services.acts import timeline
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.closing import LeftOpen, left_open
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.going_back import WayBack, way_back
from leghorn_bench.services.noting import attachments_of
from leghorn_bench.services.old_units import Swapped, swaps_in
from leghorn_bench.services.quoting import quotes_of
from leghorn_bench.services.stepping import possible_steps
from leghorn_bench.services.support_time import TimeSpent, time_spent
from leghorn_bench.services.waiting import waiting_times
from leghorn_bench.store.records import read, select

R = TypeVar("R")
WITH_STEPS = 60
"""So many devices of a case are shown with what may happen to them next."""


@dataclass(frozen=True, slots=True)
class DeviceInCase:
    """A device with its name and its legal next steps."""

    device: CaseDevice
    serial: str
    """As on file, else as scanned."""
    product: str
    """Empty while nobody knows what it is."""
    product_en: str
    steps: tuple[DeviceStep, ...]
    """Of the first ``WITH_STEPS`` devices; of a pallet they would take seconds."""
    swapped: Swapped | None = None
    """What took its place in this case."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with everything that belongs to it."""

    case: Case
    customer: Customer | None
    rep: SalesRep | None
    devices: tuple[DeviceInCase, ...]
    quotes: tuple[StoredQuote, ...]
    """Repair quotes, the newest revision first."""
    estimates: tuple[StoredQuote, ...]
    papers: tuple[StoredPaper, ...]
    claims: tuple[Claim, ...]
    time: TimeSpent
    timeline: tuple[Act, ...]
    way_back: WayBack | None
    """From the newest act that stands."""
    attachments: tuple[Evidence, ...]
    waited: Mapping[WaitsFor, timedelta]
    left_open: tuple[LeftOpen, ...]
    names: Mapping[str, str]
    """Names of operators under their logins."""

    @property
    def state(self) -> CaseState:
        """Where the case stands."""
        return CaseState(self.case.state)


def case_file(bench: Bench, case_id: int) -> CaseFile:
    """The whole case.

    Raises:
        RecordMissing: there is no such case.
    """
    case = read(bench.store, Case, case_id)
    done = tuple(timeline(bench, case_id))
    return CaseFile(
        case=case,
        customer=_maybe(bench, Customer, case.customer_id),
        rep=_maybe(bench, SalesRep, case.rep_id),
        devices=tuple(_devices(bench, case)),
        quotes=tuple(quotes_of(bench, case_id)),
        estimates=tuple(quotes_of(bench, case_id, TIME)),
        papers=tuple(
            select(bench.store, StoredPaper, "WHERE case_id = ? ORDER BY id DESC", (case_id,))
        ),
        claims=tuple(claims_of(bench, case_id)),
        time=time_spent(bench, case_id),
        timeline=done,
        way_back=way_back(bench, done),
        attachments=tuple(attachments_of(bench, case_id)),
        waited=waiting_times(bench, case_id),
        left_open=left_open(bench, case_id),
        names=operator_names(bench),
    )


def case_numbered(bench: Bench, number: str) -> int | None:
    """Id of the case with this number; None when there is none."""
    found = select(bench.store, Case, "WHERE number = ?", (number,))
    return found[0].id if found else None


def has_case(bench: Bench, case_id: int) -> bool:
    """Whether a case is on file; one whose report was taken back is not."""
    return bool(select(bench.store, Case, "WHERE id = ?", (case_id,)))


def operator_names(bench: Bench) -> dict[str, str]:
    """Names of operators under their logins."""
    return {one.login: one.name for one in select(bench.store, Operator)}


def _maybe(bench: Bench, kind: type[R], record_id: int | None) -> R | None:
    return read(bench.store, kind, record_id) if record_id is not None else None


def _devices(bench: Bench, case: Case) -> list[DeviceInCase]:
    devices = devices_of(bench, case.id)
    units = {
        unit.id: unit
        for unit in select(
            bench.store,
            Device,
            "WHERE id IN (SELECT device_id FROM case_device WHERE case_id = ?)",
            (case.id,),
        )
    }
    products = {one.id: one for one in select(bench.store, Product)} if units else {}
    swaps = swaps_in(bench, case.id)
    found = []
    for place, device in enumerate(devices):
        unit = units.get(device.device_id) if device.device_id is not None else None
        product = products.get(unit.product_id) if unit is not None else None
        found.append(
            DeviceInCase(
                device,
                unit.serial if unit is not None else device.scanned,
                product.name if product is not None else "",
                (product.name_en or product.name) if product is not None else "",
                possible_steps(bench, device.id) if place < WITH_STEPS else (),
                swaps.get(device.id),
            )
        )
    return found
