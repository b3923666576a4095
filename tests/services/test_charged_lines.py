"""A charge note tells what is charged: work, and the way back that its quote held."""

from datetime import date
from decimal import Decimal
from typing import Any, cast

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import issue_charge_note
from leghorn_bench.services.departing import depart
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line
from leghorn_bench.services.repairing import WorkDone, finish_repair
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from tests.services.case_stories import photo, received, shipped
from tests.services.conftest import Stock


def two_repaired(bench: Bench, stock: Stock) -> tuple[int, list[CaseDevice]]:
    """An hour each, twenty euro of transport; both accepted and ready."""
    case, devices, _parcel = received(bench, stock, [stock.unit(date(2026, 2, 1)) for _ in "12"])
    for device in devices:
        assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(photo(),)))
    lines = [labour_line(bench, Decimal(1), "Ansa", device.id) for device in devices]
    lines.append(Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20)))
    quote = issue_quote(bench, Offer(case_id=case.id, lines=tuple(lines)))
    answers = {device.id: Answer.ACCEPTED for device in devices}
    answer_quote(bench, quote.quote.id, Reply(answers=answers, by="Rosa Esempio"))
    for device in devices:
        take_step(bench, device.id, DeviceStep.START_REPAIR)
        finish_repair(bench, device.id, WorkDone(done="ansa", passed=True))
    return case.id, devices


def charged(bench: Bench, case_id: int) -> list[tuple[str, str]]:
    """Kinds and prices of the lines of the next note."""
    note = issue_charge_note(bench, case_id)
    assert note is not None
    lines = cast("list[dict[str, Any]]", note.paper.content["lines"])
    return [(str(line["kind"]), f"{Decimal(str(line['unit_price'])):.2f}") for line in lines]


def test_the_transport_that_a_quote_held_stands_by_itself(ready: Bench, stock: Stock) -> None:
    case_id, devices = two_repaired(ready, stock)
    shipped(ready, stock, devices)
    assert charged(ready, case_id) == [("labour", "104.00"), ("transport", "20.00")]


def test_it_is_charged_once_when_the_devices_leave_one_after_the_other(
    ready: Bench, stock: Stock
) -> None:
    case_id, (first, second) = two_repaired(ready, stock)
    shipped(ready, stock, [first])
    assert charged(ready, case_id) == [("labour", "52.00"), ("transport", "20.00")]
    parcel = pack_parcel(ready, stock.customer.id, Departure(cost=Money.of(18)))
    pack(ready, parcel.id, second.id)
    depart(ready, parcel.id)
    assert charged(ready, case_id) == [("labour", "52.00"), ("transport", "18.00")]
