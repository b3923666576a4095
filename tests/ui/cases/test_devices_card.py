"""The devices on the page of a case: the unit that took the place of one, and the next steps."""

from datetime import date

import pytest
from PySide6.QtWidgets import QMenu

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.replacement import OldUnit
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.noting import write_note
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.services.case_stories import received
from tests.services.conftest import Stock
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press, seen
from tests.ui.bench.test_unit_history import stock
from tests.ui.cases.test_cases_page import cases

__all__ = ["cases", "stock"]


def test_the_row_of_a_replaced_device_leads_to_the_new_unit(
    scene: Scene, stock: Stock, cases: CasesPage
) -> None:
    case, (device,), _parcel = received(stock.bench, stock, [stock.unit(date(2026, 3, 14))])
    assess(stock.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    take_step(stock.bench, device.id, DeviceStep.REPLACE_FREE)
    replace_unit(stock.bench, device.id, Spare(device_id=stock.unit().id))
    cases.open_case(case.id)
    press(cases.view.devices, "Replaced by LGD-0002")
    page = scene.station.window.front_page()
    assert isinstance(page, BenchPage)
    assert page.desk.card is not None
    assert page.desk.card.unit is not None
    assert page.desk.card.unit.device.serial == "LGD-0002"


@pytest.mark.parametrize(
    ("old_unit", "told"),
    [
        (OldUnit.KEPT, "The old unit is kept for analysis."),
        (OldUnit.RETURNED, "The old unit goes back to the customer as well."),
        (OldUnit.SCRAPPED, "The old unit is scrapped; consented: Bianchi, by phone."),
    ],
)
def test_the_row_of_a_replaced_device_tells_what_becomes_of_it(
    stock: Stock, cases: CasesPage, old_unit: OldUnit, told: str
) -> None:
    case, (device,), _parcel = received(stock.bench, stock, [stock.unit(date(2026, 3, 14))])
    assess(stock.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    take_step(stock.bench, device.id, DeviceStep.REPLACE_FREE)
    chosen = Spare(device_id=stock.unit().id, old_unit=old_unit, consent="Bianchi, by phone")
    replace_unit(stock.bench, device.id, chosen)
    cases.open_case(case.id)
    assert told in seen(cases.view.devices)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, offscreen
def test_the_next_steps_of_a_device_are_in_the_menu_when_it_is_opened(
    scene: Scene, stock: Stock, cases: CasesPage
) -> None:
    case, (device,), _parcel = received(stock.bench, stock, [stock.unit(date(2026, 3, 14))])
    assess(stock.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    cases.open_case(case.id)
    menu = cases.view.devices.findChildren(QMenu)[0]
    for _time in range(2):
        menu.popup(scene.station.window.pos())
        assert "Repair free of charge" in [one.text() for one in menu.actions()]
        menu.close()
    next(one for one in menu.actions() if one.text() == "Repair free of charge").trigger()
    assert read(stock.bench.store, CaseDevice, device.id).state == "in_repair"


def test_the_rows_of_the_devices_stay_while_nothing_of_them_changes(
    stock: Stock, cases: CasesPage
) -> None:
    case, (device, _other), _parcel = received(
        stock.bench, stock, [stock.unit(date(2026, 3, 14)) for _ in range(2)]
    )
    cases.open_case(case.id)
    rows = cases.view.devices.findChildren(QMenu)
    write_note(stock.bench, case.id, "He calls tomorrow")
    cases.work.refresh()
    assert cases.view.devices.findChildren(QMenu) == rows
    assess(stock.bench, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    cases.work.refresh()
    assert "Assessed" in seen(cases.view.devices)
