"""A station on a store in a real file, its window on screen, and made-up things on file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.identifiers import skeleton
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product, Replacement, Sale
from leghorn_bench.domain.records.parties import Customer, Operator, SalesRep
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.records import add
from leghorn_bench.texts.screen import speak
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from tests.stores import new_store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STAMP = Stamp("system", NOW)
ROLES = ("administrator", "technician")


@dataclass
class Scene:
    """The window, and ways to put things on file and on the table."""

    station: Station
    product: Product
    customer: Customer
    rep: SalesRep
    made: list[Device] = field(default_factory=list)

    @property
    def page(self) -> BenchPage:
        page = self.station.window.front_page()
        assert isinstance(page, BenchPage)
        return page

    def unit(self, serial: str, sold_on: date | None = None, **facts: object) -> Device:
        """A unit on file, sold to the customer or in stock."""
        store = self.station.store
        with store.transaction():
            device = add(store, Device(product_id=self.product.id, serial=serial), STAMP)
            if sold_on is not None:
                sale = Sale(
                    device_id=device.id,
                    sold_on=sold_on,
                    customer_id=self.customer.id,
                    rep_id=self.rep.id,
                    document=f"DDT {device.id}",
                    **facts,  # type: ignore[arg-type]
                )
                add(store, sale, STAMP)
        self.name(device, "serial", serial)
        return device

    def name(self, device: Device, kind: str, value: str) -> None:
        """Another way to recognise a unit."""
        store = self.station.store
        seen_as = skeleton(value) if kind == "serial" else None
        with store.transaction():
            known = DeviceIdentifier(device_id=device.id, kind=kind, value=value, skeleton=seen_as)
            add(store, known, STAMP)

    def replaced(self, old: Device, new: Device) -> None:
        """One unit took the place of another."""
        store = self.station.store
        with store.transaction():
            link = Replacement(old_id=old.id, new_id=new.id, replaced_on=date(2026, 6, 1))
            add(store, link, STAMP)

    def scan(self, text: str) -> None:
        """Scan something at the window."""
        self.station.window.submit_scan(Scan(text, ScanSource.FIELD))


@pytest.fixture
def begin(qtbot: QtBot, dressed: QApplication) -> Iterator[Callable[[Wish], Station]]:
    """Start stations, their windows on screen; they are closed at the end."""
    begun: list[Station] = []

    def start(wish: Wish) -> Station:
        speak("en")
        station = Station(dressed, wish, BenchSettings(language="en", theme="light"), lambda: NOW)
        begun.append(station)
        station.window.show()
        qtbot.waitExposed(station.window)
        station.begin()
        return station

    yield start
    for station in begun:
        for left_open in station.window.findChildren(QDialog):
            left_open.hide()  # or the next test's window would wait for it
        station.window.close()
        station.window.deleteLater()
    speak("it")


@pytest.fixture
def scene(begin: Callable[[Wish], Station], tmp_path: Path, qtbot: QtBot) -> Scene:
    """A station whose only operator sits at it."""
    url = f"sqlite:///{tmp_path / 'bench.db'}"
    store = new_store(url, now=NOW)
    with store.transaction():
        add(store, Operator(login="ada", name="Ada Esempio", roles=ROLES), STAMP)
        rep = add(store, SalesRep(name="Rosa Esempio"), STAMP)
        customer = Customer(code="C1", name="Porto Esempio S.p.A.", city="Genova", rep_id=rep.id)
        customer = add(store, customer, STAMP)
        product = Product(code="LGD-SG100", name="Sigillo Demo", name_en="Demo Seal")
        product = add(store, product, STAMP)
    store.close()
    station = begin(Wish(database=url))
    qtbot.waitUntil(lambda: station.workplace.is_open)
    return Scene(station, product, customer, rep)
