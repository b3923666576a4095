"""What waits to leave, who pays for a parcel, and its papers rehearsed before they are issued."""

from dataclasses import replace
from datetime import date

import pytest

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import reject
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import (
    CustomerMissing,
    customer_of_device,
    find_to_check,
    leaving_lines,
    packed_lines,
    payment_of,
    rehearse,
    send,
    transport_choices,
    waiting_goods,
)
from leghorn_bench.services.parcels import Arrival, begin_parcel
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, PaidBecause, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import read, save, select
from tests.documents.pages import text_of
from tests.services.case_stories import received, repaired
from tests.services.conftest import Stock

SOLD = date(2026, 3, 14)


@pytest.fixture
def goods(ready: Bench, stock: Stock) -> list[CaseDevice]:
    """A repaired device that is ready, and a sound one that goes back as it came."""
    units = [stock.unit(SOLD), stock.unit(SOLD)]
    mended, sound = received(ready, stock, units)[1]
    repaired(ready, mended)
    assess(ready, sound.id, Judgement(origin=Origin.NO_FAULT))
    take_step(ready, sound.id, DeviceStep.RETURN_AS_IT_CAME)
    return [read(ready.store, CaseDevice, device.id) for device in (mended, sound)]


def test_goods_wait_by_customer_until_they_are_packed(
    ready: Bench, stock: Stock, goods: list[CaseDevice]
) -> None:
    (waiting,) = waiting_goods(ready)
    assert (waiting.customer_id, waiting.ready, waiting.to_check) == (stock.customer.id, 1, 1)
    assert len(leaving_lines(ready, stock.customer.id)) == 2
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    pack(ready, parcel.id, goods[0].id)
    assert [line.device.id for line in packed_lines(ready, parcel.id)] == [goods[0].id]
    assert len(leaving_lines(ready, stock.customer.id)) == 1


def test_the_company_pays_as_soon_as_it_owes_one_device(
    ready: Bench, goods: list[CaseDevice]
) -> None:
    mended, sound = goods
    assert payment_of(ready, [sound]).payer is Payer.CUSTOMER
    mixed = payment_of(ready, [mended, sound])
    assert mixed.payer is Payer.COMPANY
    assert mixed.reasons == {PaidBecause.WARRANTY: 1, PaidBecause.AS_IT_CAME: 1}


def test_only_what_goes_back_as_it_came_is_found_to_be_checked(
    ready: Bench, stock: Stock, goods: list[CaseDevice]
) -> None:
    mended, sound = stock.made
    found = find_to_check(ready, f"LB:D:{sound.serial}")
    assert found is not None
    assert found.device.id == goods[1].id
    assert find_to_check(ready, mended.serial) is None
    assert find_to_check(ready, "NOBODY-KNOWS") is None


def test_a_rehearsal_shows_every_paper_and_keeps_nothing(
    ready: Bench, stock: Stock, goods: list[CaseDevice]
) -> None:
    check_against_intake(ready, goods[1].id, Checked())
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    for device in goods:
        pack(ready, parcel.id, device.id)
    kinds = [PaperKind.DDT.value, PaperKind.AS_IT_CAME_SLIP.value]
    before = len(select(ready.store, StoredPaper))
    rehearsed = rehearse(ready, parcel.id, Terms())
    assert [one.paper.kind for one in rehearsed.papers] == kinds
    assert len(select(ready.store, StoredPaper)) == before
    sent = send(ready, parcel.id, Terms())
    assert [one.paper.label for one in sent.papers] == [one.paper.label for one in rehearsed.papers]
    assert [one.pdf for one in sent.papers] == [one.pdf for one in rehearsed.papers]
    states = {read(ready.store, CaseDevice, device.id).state for device in goods}
    assert states == {DeviceState.SHIPPED.value}


def test_nothing_leaves_in_an_empty_parcel(ready: Bench, stock: Stock) -> None:
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    with pytest.raises(ParcelEmpty):
        rehearse(ready, parcel.id, Terms())


def test_a_device_without_a_customer_goes_to_nobody(ready: Bench, goods: list[CaseDevice]) -> None:
    case = read(ready.store, Case, goods[0].case_id)
    assert customer_of_device(ready, goods[0]) == case.customer_id
    with ready.store.transaction():
        save(ready.store, replace(case, customer_id=None), ready.stamp())
    with pytest.raises(CustomerMissing, match="has no customer yet"):
        customer_of_device(ready, goods[0])


def test_the_outward_appearances_are_worded() -> None:
    assert ("carton", "Cartone") in list(transport_choices("appearance", "it"))


@pytest.mark.parametrize(
    ("origin", "why"),
    [
        (Origin.NO_FAULT, "Non c’era nulla da riparare."),
        (Origin.UNDETERMINED, "Torna senza riparazione."),
    ],
)
def test_the_slip_of_what_nobody_quoted_says_why_it_goes_back(
    ready: Bench, stock: Stock, origin: Origin, why: str
) -> None:
    (device,) = received(ready, stock, [stock.unit(SOLD)])[1]
    assess(ready, device.id, Judgement(origin=origin, found="urto"))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    assert why in slip_of(ready, stock, device)


def test_the_slip_of_what_a_rejected_request_left_here_says_so(ready: Bench, stock: Stock) -> None:
    unit = stock.unit(SOLD)
    parcel = begin_parcel(ready, Arrival(customer_id=stock.customer.id))
    device = scan_into_parcel(ready, parcel.id, unit.serial).device
    assert device is not None
    reject(ready, device.case_id, "fuori assistenza")
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    told = " ".join(slip_of(ready, stock, device).split())
    assert "La richiesta di assistenza non è stata autorizzata." in told


def slip_of(bench: Bench, stock: Stock, device: CaseDevice) -> str:
    """What the slip says with which the device leaves."""
    check_against_intake(bench, device.id, Checked())
    parcel = pack_parcel(bench, stock.customer.id, Departure(cost=Money(900)))
    pack(bench, parcel.id, device.id)
    return text_of(send(bench, parcel.id, Terms()).papers[-1].pdf)
