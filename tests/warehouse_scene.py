"""A station of the warehouse on a store in a real file, with made-up goods on file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.identifiers import skeleton
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.party import Address, Company
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Sale
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    open_ticket,
    report_case,
)
from leghorn_bench.services.company import save_company
from leghorn_bench.services.demo.pictures import Sight, photograph
from leghorn_bench.services.parcels import Arrival, begin_parcel, note_condition
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair
from leghorn_bench.services.stepping import take_step
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.records import add
from leghorn_bench.ui.page import Page
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from tests.stores import new_store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STAMP = Stamp("system", NOW)
SOLD = date(2026, 3, 14)
SETTINGS = BenchSettings(language="en", theme="light", sounds=False)


@dataclass
class WarehouseScene:
    """The window, and ways to put things on file and on the table."""

    station: Station
    product: Product
    customer: Customer
    rep: SalesRep
    made: list[Device] = field(default_factory=list)

    @property
    def bench(self) -> Bench:
        return self.station.workplace.bench

    @property
    def page(self) -> Page:
        return self.station.window.front_page()

    @property
    def foot(self) -> str:
        return self.station.window.foot.message.text

    def units(
        self, count: int, customer: Customer | None = None, sold_on: date = SOLD
    ) -> list[Device]:
        """New units, sold to the customer."""
        store, made = self.station.store, []
        with store.transaction():
            for _one in range(count):
                device = self._unit()
                sold = Sale(
                    device_id=device.id,
                    sold_on=sold_on,
                    customer_id=(customer or self.customer).id,
                    rep_id=self.rep.id,
                    document=f"DDT {device.id}",
                )
                add(store, sold, STAMP)
                made.append(device)
        return made

    def spare(self) -> Device:
        """A new unit in stock."""
        with self.station.store.transaction():
            return self._unit()

    def _unit(self) -> Device:
        store, serial = self.station.store, f"LGD-{len(self.made) + 1:08d}"
        device = add(store, Device(product_id=self.product.id, serial=serial), STAMP)
        for kind, value in (("serial", serial), ("epc", epc_of(device))):
            bones = skeleton(value) if kind == "serial" else None
            named = DeviceIdentifier(device_id=device.id, kind=kind, value=value, skeleton=bones)
            add(store, named, STAMP)
        self.made.append(device)
        return device

    def another_customer(self, name: str = "Terminal Prova S.r.l.") -> Customer:
        store = self.station.store
        with store.transaction():
            return add(store, Customer(code=f"C-{name[:4]}", name=name, city="Napoli"), STAMP)

    def announced(self, units: list[Device], *, authorised: bool = True) -> Case:
        """A case that expects ``units``."""
        report = Report(
            customer_id=self.customer.id, rep_id=self.rep.id, text="Il varco non li legge"
        )
        devices = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units]
        case = report_case(self.bench, report, devices)
        if not authorised:
            return case
        authorise(self.bench, case.id, Authorisation(by="Rosa Esempio"))
        return open_ticket(self.bench, case.id)

    def open(self, page: str) -> None:
        self.station.window.open_page(page)

    def scan(self, *texts: str) -> None:
        """Scan things at the window, one after the other."""
        for text in texts:
            self.station.window.submit_scan(Scan(text, ScanSource.WEDGE))


def epc_of(device: Device) -> str:
    """A made-up EPC of 96 bits for a unit."""
    return f"3074257BF7194E40{device.id:08X}"


def fill(url: str) -> tuple[Product, Customer, SalesRep]:
    """A database with the company, one operator and one customer's product."""
    store = new_store(url, now=NOW)
    roles = ("administrator", "warehouse")
    with store.transaction():
        operator = add(store, Operator(login="ada", name="Ada Esempio", roles=roles), STAMP)
        rep = add(store, SalesRep(name="Rosa Esempio"), STAMP)
        customer = Customer(
            code="C1",
            name="Porto Esempio S.p.A.",
            address="Calata Prova 1",
            postcode="16100",
            city="Genova",
            province="GE",
            vat_number="IT00743110157",
            rep_id=rep.id,
        )
        customer = add(store, customer, STAMP)
        product = Product(
            code="LGD-SG100",
            name="Sigillo Demo RFID",
            name_en="Demo RFID seal",
            battery_kind="li_ion",
            hs_code="85235200",
            origin_country="IT",
            value_cents=4200,
        )
        product = add(store, product, STAMP)
    company = Company(
        address=Address("Azienda Dimostrativa S.r.l.", "Via Prova 1", "57100", "Livorno", "LI"),
        vat_number="IT01234567897",
    )
    save_company(Bench(store, operator, lambda: NOW), company)
    store.close()
    return product, customer, rep


@contextmanager
def warehouse_scene(
    qtbot: QtBot,
    qapp: QApplication,
    folder: Path,
    settings: BenchSettings = SETTINGS,
    clock: Callable[[], datetime] = lambda: NOW,
) -> Iterator[WarehouseScene]:
    """A station whose only operator sits at it; closed at the end."""
    url = f"sqlite:///{folder / 'bench.db'}"
    product, customer, rep = fill(url)
    with station_at(url, qtbot, qapp, settings, clock) as station:
        yield WarehouseScene(station, product, customer, rep)


@contextmanager
def station_at(
    url: str,
    qtbot: QtBot,
    qapp: QApplication,
    settings: BenchSettings = SETTINGS,
    clock: Callable[[], datetime] = lambda: NOW,
) -> Iterator[Station]:
    """One of the stations that may share a database."""
    station = Station(qapp, Wish(database=url), settings, clock)
    station.window.show()
    qtbot.waitExposed(station.window)
    station.begin()
    qtbot.waitUntil(lambda: station.workplace.is_open)
    try:
        yield station
    finally:
        station.window.close()
        station.window.deleteLater()


def received(scene: WarehouseScene, units: list[Device]) -> list[CaseDevice]:
    """``units`` of one open case, out of their parcel."""
    scene.announced(units)
    bench = scene.bench
    parcel = begin_parcel(bench, Arrival(customer_id=scene.customer.id, document="DDT 77"))
    scans = [scan_into_parcel(bench, parcel.id, unit.serial) for unit in units]
    return [scan.device for scan in scans if scan.device is not None]


def repaired(scene: WarehouseScene, units: list[Device]) -> list[CaseDevice]:
    """``units`` repaired in warranty, ready to leave."""
    devices = received(scene, units)
    for device in devices:
        assess(scene.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
        take_step(scene.bench, device.id, DeviceStep.REPAIR_FREE)
        finish_repair(scene.bench, device.id, WorkDone(done="antenna", passed=True))
    return devices


def returned(scene: WarehouseScene, units: list[Device]) -> list[CaseDevice]:
    """``units`` without any fault, that go back as they came with a cable and a photo."""
    devices = received(scene, units)
    for device in devices:
        note_condition(
            scene.bench, device.id, accessories=("Cavo di ricarica",), condition="Integro"
        )
        photo = NewFile(filename="intake.jpg", content=photograph(Sight.INTACT, "LGD"))
        assess(scene.bench, device.id, Judgement(origin=Origin.NO_FAULT, photos=(photo,)))
        take_step(scene.bench, device.id, DeviceStep.RETURN_AS_IT_CAME)
    return devices
