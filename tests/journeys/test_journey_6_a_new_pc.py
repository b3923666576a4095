"""Journey 6: a new PC. The reader is found by itself, and the first scan shows a card."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.readers.heard import Condition
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home
from leghorn_bench.settings.values import BenchSettings
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.settings.sales_import import ImportSection
from leghorn_bench.ui.scan_bus import Scan, ScanSource
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_case import write
from tests.ui.conftest import dressed, english
from tests.ui.reader.conftest import EPC, Scene, begin, occupied, pad, stage

SALES = (
    "serial,epc,product_code,product,sold_on,customer_code,customer,sales_rep\n"
    f"LGD-0001,{EPC},LGD-SG100,Sigillo Demo,2026-03-14,C1,Porto Esempio S.p.A.,Rosa Esempio\n"
)

__all__ = ["begin", "dressed", "english", "stage"]


def test_a_new_pc_finds_its_reader_among_four_ports_and_the_first_scan_shows_a_card(
    begin: Callable[..., Scene], stage: ExitStack
) -> None:
    scene = begin()
    reader = pad(stage)
    for number, noise in enumerate((False, True, False)):
        scene.plug(stage.enter_context(occupied(noise=noise)), number)
    scene.plug(reader.port, 9, "Silicon Labs", "CP2102 USB to UART")

    station = scene.begin()  # nothing is typed, nothing is chosen
    scene.until(Condition.READY)
    assert "ready" in seen(station.window)

    reader.show(EPC)
    page = station.window.front_page()
    assert isinstance(page, BenchPage)
    scene.qtbot.waitUntil(lambda: "LGD-0001" in seen(page))
    assert page.findChildren(VerdictBand)[0].accessibleName().startswith("Not sold")

    kept = read_settings(home().settings_file).readers
    assert [reader["dialect"] for reader in kept] == ["m100"]
    assert kept[0]["usb"]["location"] == "1-9"


def test_the_next_morning_the_reader_is_ready_on_whatever_port_it_is(
    begin: Callable[..., Scene], stage: ExitStack
) -> None:
    evening = begin()
    first = pad(stage)
    evening.plug(first.port, 9)
    evening.begin()
    evening.until(Condition.READY)
    evening.station.window.close()

    second = pad(stage)
    morning = begin(read_settings(home().settings_file))
    morning.plug(second.port, 9)  # the same device, another port number
    station = morning.begin()
    morning.until(Condition.READY)
    assert not station.readers.at_work.searching
    second.show(EPC)
    morning.qtbot.waitUntil(lambda: "LGD-0001" in seen(station.window.front_page()))


def test_on_a_pc_without_anything_on_file_only_a_name_is_asked_before_the_first_scan(
    qtbot: QtBot, dressed: QApplication, tmp_path: Path, stage: ExitStack
) -> None:
    # Given a new PC: no database, no person, no setting; a reader is plugged in
    reader = pad(stage)
    url = f"sqlite:///{tmp_path / 'new' / 'bench.db'}"
    settings = BenchSettings(language="en", theme="light", sounds=False)
    scene = Scene(dressed, qtbot, url, settings)
    scene.plug(reader.port, 9)

    # When the program starts, it asks for one name, and looks for the reader meanwhile
    station = scene.start()
    stage.callback(station.window.close)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    asked = QApplication.activeModalWidget()
    assert asked is not None
    write(asked, "First name and surname", "Ada Esempio")
    press(asked, "Begin")
    scene.until(Condition.READY)

    # Then the first scan shows its card: nothing is on file, and it leads to where sales come in
    reader.show(EPC)
    qtbot.waitUntil(lambda: "Unknown" in seen(station.window.front_page()))
    press(station.window, "Import sales…")
    sales = tmp_path / "sales.csv"
    sales.write_text(SALES, encoding="utf-8")
    settings_page = station.window.front_page()
    settings_page.findChildren(ImportSection)[0].look_at(sales)
    qtbot.waitUntil(lambda: "New: 1, updated: 0" in seen(settings_page))
    press(settings_page, "Import")
    qtbot.waitUntil(lambda: "The sales are imported." in station.window.foot.message.text)

    # And the same seal is known from now on, with its customer
    station.window.open_page("bench")
    station.window.submit_scan(Scan(EPC, ScanSource.FIELD))
    assert "In warranty" in seen(station.window.front_page())
    assert "Porto Esempio" in seen(station.window.front_page())
