"""Short stories that tests of services begin with."""

from collections.abc import Sequence

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    devices_of,
    open_ticket,
    record_contact,
    report_case,
)
from leghorn_bench.services.departing import Departed, depart
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read
from tests.documents.more_samples import photo_file
from tests.services.conftest import Stock

ARRIVAL = Arrival(
    waybill="1Z", cost=Money.of("12.50"), paid_by="customer", document="DDT 77 del 20/11/2026"
)


def photo() -> NewFile:
    return NewFile(filename="ansa.jpg", content=photo_file("Ansa"))


def opened(bench: Bench, stock: Stock, units: Sequence[Device]) -> Case:
    """A case of the customer, authorised, open and contacted, that announces ``units``."""
    announced = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units]
    report = Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Guasti")
    case = report_case(bench, report, announced)
    authorise(bench, case.id, Authorisation(by="Rosa Esempio", reference="mail"))
    open_ticket(bench, case.id)
    return record_contact(bench, case.id)


def received(
    bench: Bench, stock: Stock, units: Sequence[Device]
) -> tuple[Case, list[CaseDevice], int]:
    """Such a case whose devices came in one parcel; gives the parcel's id as well."""
    case = opened(bench, stock, units)
    parcel = begin_parcel(bench, ARRIVAL)
    for unit in units:
        scan_into_parcel(bench, parcel.id, unit.serial)
    close_parcel(bench, parcel.id)
    return case, devices_of(bench, case.id), parcel.id


def repaired(bench: Bench, device: CaseDevice) -> CaseDevice:
    """The device repaired in warranty, ready to be shipped."""
    assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    take_step(bench, device.id, DeviceStep.REPAIR_FREE)
    return finish_repair(bench, device.id, WorkDone(done="antenna", passed=True))


def shipped(bench: Bench, stock: Stock, devices: Sequence[CaseDevice]) -> Departed:
    """The devices sent to the customer in one parcel."""
    parcel = pack_parcel(bench, stock.customer.id, Departure(carrier="Corriere Demo"))
    for device in devices:
        pack(bench, parcel.id, read(bench.store, CaseDevice, device.id).id)
    return depart(bench, parcel.id)
