"""The user stories 1 to 4, once through services alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

import pytest

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import (
    BatteryMayNotFly,
    FinalTestNotPassed,
    NotReady,
    OtherRecipient,
    ParcelEmpty,
    StillOpen,
    TransportCostMissing,
)
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Payer
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device, Product
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, NewFile, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    devices_of,
    open_ticket,
    record_contact,
    report_case,
)
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
    ledger,
    ledger_csv,
    settle,
)
from leghorn_bench.services.closing import OpenEnd, close_case, left_open, reopen_case
from leghorn_bench.services.departing import depart
from leghorn_bench.services.estimating import (
    TimeWanted,
    answer_estimate,
    issue_estimate,
    proposal,
)
from leghorn_bench.services.labelling import device_labels, stocks
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line
from leghorn_bench.services.receipts import issue_intake_receipts
from leghorn_bench.services.receiving import Finding, confirm_label, scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair, keep_part
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake, issue_as_it_came_slip
from leghorn_bench.services.shipping import (
    Departure,
    PaidBecause,
    carriage_of,
    correct_departure,
    find_ready,
    note_battery,
    pack,
    pack_parcel,
    ready_devices,
)
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.support_time import pause_timer, start_timer, time_spent
from leghorn_bench.store.records import add, read, save, select
from tests.services.conftest import Clock, Stock

ROSA = Authorisation(by="Rosa Esempio", reference="mail")
PHOTO = NewFile(filename="ansa.jpg", content=b"a made-up photo")


def opened(bench: Bench, stock: Stock, units: list[Device]) -> Case:
    announced = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units]
    report = Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Guasti")
    case = report_case(bench, report, announced)
    authorise(bench, case.id, ROSA)
    open_ticket(bench, case.id)
    return record_contact(bench, case.id)


def received(bench: Bench, stock: Stock, units: list[Device]) -> tuple[Case, list[CaseDevice]]:
    case = opened(bench, stock, units)
    arrival = Arrival(
        waybill="1Z", cost=Money.of("12.50"), paid_by="customer", document="DDT 77 del 20/11/2026"
    )
    parcel = begin_parcel(bench, arrival)
    for unit in units:
        scan_into_parcel(bench, parcel.id, unit.serial)
    close_parcel(bench, parcel.id)
    return case, devices_of(bench, case.id)


def test_journey_1_a_parcel_of_forty_seals_is_opened(ready: Bench, stock: Stock) -> None:
    units = [stock.unit(date(2026, 1, 10)) for _ in range(40)]
    case = opened(ready, stock, units)
    parcel = begin_parcel(ready, Arrival(waybill="1Z", cost=Money.of(30), paid_by="customer"))
    scans = [scan_into_parcel(ready, parcel.id, unit.serial) for unit in units[:38]]
    assert {scan.finding for scan in scans} == {Finding.EXPECTED}
    assert scan_into_parcel(ready, parcel.id, units[0].serial).finding is Finding.REPEATED
    assert scan_into_parcel(ready, parcel.id, "ZZZ-9").finding is Finding.UNKNOWN
    extra = stock.unit(date(2026, 1, 10))
    assert scan_into_parcel(ready, parcel.id, extra.serial).finding is Finding.UNANNOUNCED
    result = close_parcel(ready, parcel.id)
    assert (result.expected, len(result.found)) == (40, 40)
    assert {device.scanned for device in result.missing} == {unit.serial for unit in units[38:]}
    assert {device.scanned for device in result.extra} == {"ZZZ-9", extra.serial}
    labels = device_labels(ready, parcel.id, stocks()[0])
    assert labels.startswith(b"%PDF")
    for scan in scans:
        confirm_label(ready, parcel.id, f"LB:D:{scan.serial}")
    (receipt,) = issue_intake_receipts(ready, parcel.id)
    assert receipt.paper.kind == "intake_receipt"
    kept = read(ready.store, Parcel, parcel.id)
    assert (kept.cost_cents, kept.paid_by) == (3000, "customer")
    states = [device.state for device in devices_of(ready, case.id)]
    assert states.count("missing") == 2


def test_journey_2_a_dead_antenna_is_replaced_and_the_inbound_cost_reimbursed(
    ready: Bench, stock: Stock
) -> None:
    case, (device,) = received(ready, stock, [stock.unit(date(2025, 12, 22))])
    assess(ready, device.id, Judgement(origin=Origin.MANUFACTURING, found="antenna"))
    take_step(ready, device.id, DeviceStep.REPLACE_FREE)
    spare = stock.unit()
    assert replace_unit(ready, device.id, Spare(device_id=spare.id)).issued.paper.number == 1
    parcel = pack_parcel(ready, stock.customer.id, Departure(carrier="Corriere Demo"))
    assert find_ready(ready, spare.serial).id == device.id
    pack(ready, parcel.id, device.id)
    left = depart(ready, parcel.id)
    assert [issued.paper.kind for issued in left.papers] == ["ddt"]
    assert left.charged is None
    assert left.parcel.payer == Payer.COMPANY
    (claim,) = claims_of(ready, case.id)
    assert (claim.kind, claim.cents) == ("inbound_reimbursement", 1250)
    with pytest.raises(StillOpen, match="inbound_reimbursement"):
        close_case(ready, case.id)
    assert issue_reimbursement_note(ready, claim.id).paper.kind == "reimbursement_note"
    settle(ready, claim.id)
    assert ledger(ready, "it", settled=False) == []
    assert close_case(ready, case.id).state == "closed"
    assert reopen_case(ready, case.id, "il cliente ha richiamato").state == "open"


def test_journey_3_two_of_three_cut_shackles_are_repaired_and_one_goes_back_as_it_came(
    ready: Bench, stock: Stock
) -> None:
    units = [stock.unit(date(2026, 2, 1)) for _ in range(3)]
    case, devices = received(ready, stock, units)
    for device in devices:
        assess(ready, device.id, Judgement(origin=Origin.MISUSE, photos=(PHOTO,)))
    lines = tuple(labour_line(ready, Decimal(1), "Ansa", device.id) for device in devices)
    transport = Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20))
    quote = issue_quote(ready, Offer(case_id=case.id, lines=(*lines, transport)))
    answers = dict(
        zip([d.id for d in devices], [Answer.ACCEPTED] * 2 + [Answer.REFUSED], strict=True)
    )
    answer_quote(ready, quote.quote.id, Reply(answers=answers, by="Sig. Prova"))
    part = keep_part(ready, Part(code="ANSA", name="Ansa demo", quantity=5))
    for device in devices[:2]:
        take_step(ready, device.id, DeviceStep.START_REPAIR)
        with pytest.raises(FinalTestNotPassed):
            finish_repair(ready, device.id, WorkDone(done="sostituita ansa"))
        work = WorkDone(done="sostituita ansa", minutes=40, parts=((part.id, 1),), passed=True)
        assert finish_repair(ready, device.id, work).state == DeviceState.READY
    take_step(ready, devices[2].id, DeviceStep.PREPARE_RETURN)
    check_against_intake(ready, devices[2].id, Checked(accessories=()))
    slip = issue_as_it_came_slip(ready, devices[2].id, "preventivo rifiutato")
    assert slip.paper.kind == "as_it_came_slip"
    assert read(ready.store, Part, part.id).quantity == 3
    parcel = pack_parcel(ready, stock.customer.id, Departure(cost=Money.of("18.00")))
    for device in ready_devices(ready):
        pack(ready, parcel.id, device.id)
    left = depart(ready, parcel.id)
    assert left.parcel.payer == Payer.CUSTOMER
    assert [(found.kind, found.cents) for found in claims_of(ready, case.id)] == [
        ("accepted_quote", 2 * 5200 + 2000)
    ]
    note = issue_charge_note(ready, case.id)
    assert note is not None
    assert issue_charge_note(ready, case.id) is None
    assert close_case(ready, case.id).closed_at is not None
    for row in ledger(ready, "it", settled=False):
        settle(ready, row.claim.id)
    assert ledger(ready, "it", settled=False) == []
    assert "accepted_quote;124,00" in ledger_csv(ledger(ready, "it", settled=True))


def test_a_wholly_refused_quote_charges_the_transport_by_itself(ready: Bench, stock: Stock) -> None:
    case, (device,) = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    assess(ready, device.id, Judgement(origin=Origin.MISUSE, photos=(PHOTO,)))
    offer = Offer(case_id=case.id, lines=(labour_line(ready, Decimal(1), "x", device.id),))
    quote = issue_quote(ready, offer)
    answer_quote(ready, quote.quote.id, Reply(answers={device.id: Answer.REFUSED}, by="Prova"))
    take_step(ready, device.id, DeviceStep.PREPARE_RETURN)
    check_against_intake(ready, device.id, Checked())
    assert (
        carriage_of(ready, read(ready.store, CaseDevice, device.id)).why is PaidBecause.AS_IT_CAME
    )
    parcel = pack_parcel(ready, stock.customer.id, Departure(cost=Money.of("18.00")))
    pack(ready, parcel.id, device.id)
    assert depart(ready, parcel.id).charged == Money.of(18)
    assert [found.kind for found in claims_of(ready, case.id)] == ["return_transport"]


def test_journey_4_twelve_minutes_are_free_and_three_hours_are_charged_as_estimated(
    ready: Bench, stock: Stock, clock: Clock
) -> None:
    quick = opened(ready, stock, [])
    start_timer(ready, quick.id)
    clock.pass_time(minutes=12)
    pause_timer(ready, quick.id)
    assert time_spent(ready, quick.id).is_free
    assert close_case(ready, quick.id).state == "closed"

    long = opened(ready, stock, [])
    start_timer(ready, long.id)
    clock.pass_time(minutes=20)
    pause_timer(ready, long.id)
    assert [end.what for end in left_open(ready, long.id)] == [OpenEnd.ESTIMATE]
    assert str(proposal(ready, Decimal(3)).price) == "156.00"
    estimate = issue_estimate(ready, TimeWanted(case_id=long.id, hours=Decimal(3)))
    assert estimate.issued.paper.kind == "time_estimate"
    with pytest.raises(StillOpen, match="quote"):
        close_case(ready, long.id)
    answer_estimate(ready, estimate.quote.id, Answer.ACCEPTED, "Sig. Prova")
    clock.pass_time(hours=5)
    (claim,) = claims_of(ready, long.id)
    assert (claim.kind, claim.cents) == ("accepted_estimate", 15600)
    issue_charge_note(ready, long.id)
    assert close_case(ready, long.id).state == "closed"


def test_a_suspect_battery_never_goes_by_air(ready: Bench, stock: Stock) -> None:
    with ready.store.transaction():
        lithium = read(ready.store, Product, stock.product.id)
        save(ready.store, replace(lithium, battery_kind="li_ion"), ready.stamp())
    _, (device,) = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    assess(ready, device.id, Judgement(origin=Origin.NO_FAULT))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked())
    note_battery(ready, device.id, BatteryState.SUSPECT)
    parcel = pack_parcel(ready, stock.customer.id, Departure(by_air=True))
    with pytest.raises(BatteryMayNotFly):
        pack(ready, parcel.id, device.id)
    correct_departure(ready, parcel.id, Departure(by_air=False, cost=Money.of(18)))
    pack(ready, parcel.id, device.id)
    with pytest.raises(BatteryMayNotFly):
        correct_departure(ready, parcel.id, Departure(by_air=True))
    document = depart(ready, parcel.id).papers[0]
    assert document.paper.kind == "ddt"
    told = " ".join(
        str(row["text"])
        for row in cast("list[dict[str, str]]", document.paper.content["batteries"])
    )
    assert "VIETATO IL TRASPORTO AEREO" in told
    assert "DAMAGED/DEFECTIVE LITHIUM ION" in told


def test_a_parcel_holds_only_what_is_ready_and_of_one_customer(ready: Bench, stock: Stock) -> None:
    case, (device,) = received(ready, stock, [stock.unit(date(2026, 2, 1))])
    parcel = pack_parcel(ready, stock.customer.id, Departure())
    with pytest.raises(ParcelEmpty):
        depart(ready, parcel.id)
    with pytest.raises(NotReady):
        find_ready(ready, device.scanned)
    with pytest.raises(NotReady):
        pack(ready, parcel.id, device.id)
    assess(ready, device.id, Judgement(origin=Origin.NO_FAULT))
    take_step(ready, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(ready, device.id, Checked())
    with ready.store.transaction():
        other = add(ready.store, Customer(code="C2", name="Altro Esempio"), ready.stamp())
    theirs = pack_parcel(ready, other.id, Departure())
    with pytest.raises(OtherRecipient, match="Altro Esempio"):
        pack(ready, theirs.id, device.id)
    pack(ready, parcel.id, device.id)
    with pytest.raises(TransportCostMissing):
        depart(ready, parcel.id)
    correct_departure(ready, parcel.id, Departure(cost=Money.of(0)))
    assert depart(ready, parcel.id).charged is None
    assert select(ready.store, CaseDevice, "WHERE case_id = ?", (case.id,))[0].state == "shipped"
