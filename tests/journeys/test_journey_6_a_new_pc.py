"""Journey 6: a new PC. The reader is found by itself, and the first scan shows a card."""

from collections.abc import Callable
from contextlib import ExitStack

from leghorn_bench.readers.heard import Condition
from leghorn_bench.settings.file import read_settings
from leghorn_bench.settings.places import home
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.widgets.verdict_band import VerdictBand
from tests.ui.bench.seeing import seen
from tests.ui.conftest import dressed, english
from tests.ui.reader.conftest import EPC, Scene, begin, occupied, pad, stage

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
    scene.qtbot.waitUntil(lambda: "LGD-0001" in seen(page), timeout=5000)
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
    morning.qtbot.waitUntil(lambda: "LGD-0001" in seen(station.window.front_page()), timeout=5000)
