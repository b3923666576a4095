"""Two stations on one server: what is done at one is seen at the other without a gesture."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leghorn_bench.app.station import Station
from leghorn_bench.ui.pages.shipping.page import ShippingPage
from tests.warehouse_scene import WarehouseScene, fill, repaired, station_at

LONGEST_MS = 30_000


@pytest.fixture
def stations(
    postgresql_url: str, qtbot: QtBot, qapp: QApplication
) -> Iterator[tuple[WarehouseScene, Station]]:
    """A station at which things are done, and one whose shipping page is looked at."""
    found = fill(postgresql_url)
    with (
        station_at(postgresql_url, qtbot, qapp) as here,
        station_at(postgresql_url, qtbot, qapp) as there,
    ):
        there.window.open_page("shipping")
        yield WarehouseScene(here, *found), there


@pytest.mark.postgresql
def test_what_becomes_ready_at_one_station_appears_in_the_list_of_another(
    stations: tuple[WarehouseScene, Station], qtbot: QtBot
) -> None:
    here, there = stations
    page = there.window.front_page()
    assert isinstance(page, ShippingPage)
    assert page.waiting == []
    repaired(here, here.units(2))
    qtbot.waitUntil(lambda: [one.ready for one in page.waiting] == [2], timeout=LONGEST_MS)
