"""The history of the unit on the desk: all that was done with it, in every case, in words."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.services.acts import newest_act, undo
from leghorn_bench.services.notices import keep_notice
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.spares import shelve
from leghorn_bench.store.records import save
from leghorn_bench.ui.pages.cases.page import CasesPage
from leghorn_bench.ui.widgets.timeline import Timeline
from tests.services.case_stories import received, repaired, shipped
from tests.services.conftest import Stock
from tests.ui.bench.conftest import STAMP, Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_papers import have_company

SOLD = date(2026, 3, 14)


@pytest.fixture
def stock(scene: Scene) -> Stock:
    have_company(scene)
    bench = scene.station.workplace.bench
    with bench.store.transaction():
        address = replace(scene.customer, address="Molo 1", postcode="16100", province="GE")
        customer = save(bench.store, address, STAMP)
    return Stock(bench, scene.product, customer, scene.rep)


def been_here_twice(stock: Stock) -> Device:
    """A unit that was repaired and shipped, and is back in another case."""
    unit = stock.unit(SOLD)
    _case, devices, _parcel = received(stock.bench, stock, [unit])
    for shelf in ("A3", "A4", "A5"):
        put_on_shelf(stock.bench, devices[0].id, shelf)
    shipped(stock.bench, stock, [repaired(stock.bench, devices[0])])
    received(stock.bench, stock, [unit])
    return unit


def test_all_that_was_done_with_a_unit_is_told_over_all_its_cases(
    scene: Scene, stock: Stock
) -> None:
    scene.scan(been_here_twice(stock).serial)
    press(scene.page, "2 earlier entries")
    told = seen(scene.page)
    for what in (
        "Case 2026-00002: received",
        "Case 2026-00001: shipped",
        "Received: LGD-0001",
        "Moved: A3",
        "Judged: manufacturing defect",
        "Worked on: ",
        "Transport document 2026/00001",
    ):
        assert what in told


def test_what_was_done_with_the_other_devices_of_a_case_is_not_told(
    scene: Scene, stock: Stock
) -> None:
    _case, devices, _parcel = received(stock.bench, stock, [stock.unit(SOLD), stock.unit(SOLD)])
    put_on_shelf(stock.bench, devices[0].id, "A3")
    scene.scan(stock.made[1].serial)
    assert "Received: LGD-0002" in seen(scene.page)
    assert "Moved: A3" not in seen(scene.page)


def test_an_older_case_opens_from_its_line(scene: Scene, stock: Stock) -> None:
    scene.scan(been_here_twice(stock).serial)
    press(scene.page, "Case 2026-00001: shipped")
    page = scene.station.window.front_page()
    assert type(page) is CasesPage
    assert page.work.file.case.number == "2026-00001"


def test_a_notice_stays_in_the_history_when_it_is_no_longer_in_force(scene: Scene) -> None:
    scene.unit("LGD-0001", SOLD)
    over = Notice(text="Change the shackle", first_serial="LGD-0001", first_day=SOLD, last_day=SOLD)
    keep_notice(scene.station.workplace.bench, over)
    scene.scan("LGD-0001")
    assert "Notice: Change the shackle" in seen(scene.page)


def test_both_units_of_a_replacement_tell_it_in_their_history_with_its_day(scene: Scene) -> None:
    scene.replaced(scene.unit("LGD-0001", SOLD), scene.unit("LGD-0002"))
    scene.scan("LGD-0001")
    assert history_lines(scene) == ["1 Jun 2026", "Replaced by LGD-0002"]
    scene.scan("LGD-0002")
    assert history_lines(scene) == ["1 Jun 2026", "Replaces LGD-0001"]


def test_a_unit_in_stock_tells_its_shelves_and_what_was_taken_back_of_them(scene: Scene) -> None:
    bench, unit = scene.station.workplace.bench, scene.unit("LGD-0003")
    for shelf in ("G2", "G3"):
        shelve(bench, unit.id, shelf)
    done = newest_act(bench)
    assert done is not None
    undo(bench, done.id)
    shelve(bench, unit.id, "G3")
    scene.scan("LGD-0003")
    assert history_lines(scene)[1::2] == [
        "In stock, on shelf G3  ·  Ada Esempio",
        "In stock, on shelf G3 (taken back)  ·  Ada Esempio",
        "In stock, on shelf G2  ·  Ada Esempio",
    ]


def history_lines(scene: Scene) -> list[str]:
    QApplication.processEvents()
    timeline = next(one for one in scene.page.findChildren(Timeline) if one.isVisible())
    return [one.text() for one in timeline.findChildren(QLabel) if one.isVisible()]
