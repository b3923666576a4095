"""A station whose ports are the far ends of pseudo terminals."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.cli.wish import Wish
from leghorn_bench.domain.records.goods import Device, DeviceIdentifier, Product
from leghorn_bench.domain.records.parties import Operator
from leghorn_bench.domain.records.stamp import Stamp
from leghorn_bench.readers.antenna import AntennaSettings
from leghorn_bench.readers.ends import End, PtyEnd
from leghorn_bench.readers.heard import Condition
from leghorn_bench.readers.ports import PortSeen, UsbIdentity
from leghorn_bench.readers.registry import dialect
from leghorn_bench.readers.simulator import Simulator
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.store.records import add
from tests.stores import new_store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STAMP = Stamp("system", NOW)
EPC = "3074257BF7194E4000001A85"
TID = "E28011700000020A1B2C3D4E"
assert AntennaSettings().hold_s < 1, "tests wait for the antenna to choose"


@dataclass
class Scene:
    """A station that is begun when the test says so, and the ports it sees."""

    qt: QApplication
    qtbot: QtBot
    url: str
    settings: BenchSettings
    ports: list[PortSeen] = field(default_factory=list)
    station: Station = field(init=False)

    def start(self) -> Station:
        """Open the window, whatever it asks first."""
        self.station = Station(
            self.qt, Wish(database=self.url), self.settings, lambda: NOW, lambda: list(self.ports)
        )
        self.station.window.show()
        self.qtbot.waitExposed(self.station.window)
        self.station.begin()
        return self.station

    def begin(self) -> Station:
        """Open the window, as on a morning."""
        self.start()
        self.qtbot.waitUntil(lambda: self.station.workplace.is_open)
        return self.station

    def plug(self, port: str, number: int, maker: str = "QinHeng", product: str = "CH340") -> None:
        """A USB device is there from now on."""
        usb = UsbIdentity(0x1A86, 0x7500 + number, None, f"1-{number}")
        self.ports.append(PortSeen(port, maker, product, usb))

    def until(self, condition: Condition, reader: int = 0) -> None:
        """Wait for the state of a reader."""
        work = self.station.readers.at_work

        def met() -> bool:
            return len(work.readers) > reader and work.readers[reader].state.condition is condition

        self.qtbot.waitUntil(met)


@contextmanager
def occupied(*, noise: bool) -> Iterator[str]:
    """A port behind which is no reader: silent, or babbling."""
    end: End = PtyEnd()
    stopping = threading.Event()

    def live() -> None:
        while not stopping.is_set():
            end.read(0.05)
            if noise:
                end.write(bytes(range(0x80, 0xA0)))

    thread = threading.Thread(target=live)
    thread.start()
    yield end.name
    stopping.set()
    thread.join()
    end.close()


@pytest.fixture
def begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Scene]]:
    """Make a scene: a database with one device that has an EPC, and the settings given."""
    made: list[Scene] = []

    def make(settings: BenchSettings | None = None) -> Scene:
        url = f"sqlite:///{tmp_path / f'bench{len(made)}.db'}"
        store = new_store(url, now=NOW)
        with store.transaction():
            add(store, Operator(login="ada", name="Ada Esempio", roles=("technician",)), STAMP)
            product = add(store, Product(code="LGD-SG100", name="Sigillo Demo"), STAMP)
            device = add(store, Device(product_id=product.id, serial="LGD-0001"), STAMP)
            add(store, DeviceIdentifier(device_id=device.id, kind="epc", value=EPC), STAMP)
            add(store, DeviceIdentifier(device_id=device.id, kind="tid", value=TID), STAMP)
        store.close()
        quiet = BenchSettings(language="en", theme="light", sounds=False)
        made.append(Scene(qapp, qtbot, url, settings or quiet))
        return made[-1]

    yield make
    for scene in made:
        if hasattr(scene, "station") and scene.station.window.isVisible():
            scene.station.window.close()
            scene.station.window.deleteLater()


@pytest.fixture
def stage() -> Iterator[ExitStack]:
    """Whatever is entered here is left after the station has closed its ports."""
    with ExitStack() as stack:
        yield stack


def pad(stage: ExitStack, name: str = "m100") -> Simulator:
    """A simulated reader on a pty."""
    return stage.enter_context(Simulator(dialect(name)))
