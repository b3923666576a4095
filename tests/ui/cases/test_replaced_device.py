"""The device of a case that was replaced names the unit that took its place."""

from datetime import date

from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.stepping import take_step
from leghorn_bench.ui.pages.bench.page import BenchPage
from leghorn_bench.ui.pages.cases.page import CasesPage
from tests.services.case_stories import received
from tests.services.conftest import Stock
from tests.ui.bench.conftest import Scene
from tests.ui.bench.seeing import press
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
