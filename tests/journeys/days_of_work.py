"""The first four journeys through services, step by step, each step named before it is done."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess
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
    settle,
)
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.label_orders import label_closed
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import send
from leghorn_bench.services.parcels import Arrival, begin_parcel, close_parcel, contents
from leghorn_bench.services.print_jobs import waiting_jobs
from leghorn_bench.services.printing import carry_out
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line
from leghorn_bench.services.receipts import issue_intake_receipts
from leghorn_bench.services.receiving import confirm_label, scan_into_parcel
from leghorn_bench.services.repairing import WorkDone, finish_repair
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.services.support_time import log_time, pause_timer, start_timer
from leghorn_bench.store.records import select
from tests.services.case_stories import photo
from tests.services.conftest import Stock
from tests.services.printers import FakePrinting

Steps = Iterator[str]


def parcel_is_opened(bench: Bench, stock: Stock) -> Steps:
    """Journey 1: scanned, one missing and one extra, labels printed and confirmed, reconciled."""
    units = [stock.unit(bench.today()) for _ in range(3)]
    announced = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units]
    yield "report"
    case = report_case(bench, _report(stock), announced)
    yield "authorise"
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    yield "open"
    open_ticket(bench, case.id)
    yield "contact"
    record_contact(bench, case.id, "chiamato")
    yield "begin the parcel"
    arrival = Arrival(waybill="1Z", cost=Money.of("12.50"), paid_by="customer")
    parcel = begin_parcel(bench, arrival)
    for unit in (*units[:2], stock.unit(bench.today())):
        yield "receive"
        scan_into_parcel(bench, parcel.id, unit.serial)
    yield "queue the labels"
    label_closed(bench, contents(bench, parcel.id))
    yield "confirm a label"
    confirm_label(bench, parcel.id, f"LB:D:{units[0].serial}")
    yield "close the parcel"
    close_parcel(bench, parcel.id)
    yield "issue the receipt"
    issue_intake_receipts(bench, parcel.id)
    yield from _printed(bench)


def dead_antenna_is_replaced(bench: Bench, stock: Stock) -> Steps:
    """Journey 2: judged, replaced, shipped, reimbursed, closed."""
    case, (device,) = _received(bench, stock, 1)
    yield "assess"
    assess(
        bench,
        device.id,
        Judgement(origin=Origin.MANUFACTURING, found="antenna", photos=(photo(),)),
    )
    yield "decide to replace"
    take_step(bench, device.id, DeviceStep.REPLACE_FREE)
    spare = stock.unit()
    yield "replace"
    replace_unit(bench, device.id, Spare(device_id=spare.id))
    yield from _shipped(bench, stock, case)
    yield "reimburse"
    issue_reimbursement_note(bench, claims_of(bench, case.id)[0].id)
    yield from _closed(bench, case)


def cut_locks_are_quoted(bench: Bench, stock: Stock) -> Steps:
    """Journey 3: quoted, one accepted and repaired, one refused and sent back as it came."""
    case, devices = _received(bench, stock, 2)
    for device in devices:
        assess(bench, device.id, Judgement(origin=Origin.MISUSE, photos=(photo(),)))
    lines = tuple(labour_line(bench, Decimal(1), "Ansa", device.id) for device in devices)
    transport = Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20))
    yield "quote"
    quote = issue_quote(bench, Offer(case_id=case.id, lines=(*lines, transport)))
    accepted, refused = devices
    answers = {accepted.id: Answer.ACCEPTED, refused.id: Answer.REFUSED}
    yield "answer"
    answer_quote(bench, quote.quote.id, Reply(answers=answers, by="Rosa Esempio"))
    yield "start the repair"
    take_step(bench, accepted.id, DeviceStep.START_REPAIR)
    part = select(bench.store, Part)[0]
    yield "finish the repair"
    work = WorkDone(done="ansa", minutes=40, parts=((part.id, 1),), passed=True)
    finish_repair(bench, accepted.id, work)
    yield "prepare the return"
    take_step(bench, refused.id, DeviceStep.PREPARE_RETURN)
    yield "check against the intake"
    check_against_intake(bench, refused.id, Checked())
    yield from _shipped(bench, stock, case)
    yield "charge"
    issue_charge_note(bench, case.id)
    yield from _closed(bench, case)


def support_is_estimated(bench: Bench, stock: Stock) -> Steps:
    """Journey 4: timed, estimated, accepted, charged by estimate."""
    case = _opened(bench, stock)
    yield "start the timer"
    start_timer(bench, case.id)
    yield "pause the timer"
    pause_timer(bench, case.id)
    yield "add minutes"
    log_time(bench, case.id, 40, "al telefono")
    yield "estimate"
    estimate = issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(3)))
    yield "answer the estimate"
    answer_estimate(bench, estimate.quote.id, Answer.ACCEPTED, "Rosa Esempio")
    yield "charge the estimate"
    issue_charge_note(bench, case.id)
    yield from _closed(bench, case)


JOURNEYS: Mapping[str, Callable[[Bench, Stock], Steps]] = MappingProxyType(
    {
        one.__name__: one
        for one in (
            parcel_is_opened,
            dead_antenna_is_replaced,
            cut_locks_are_quoted,
            support_is_estimated,
        )
    }
)


def _report(stock: Stock) -> Report:
    return Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Guasti")


def _opened(bench: Bench, stock: Stock) -> Case:
    case = report_case(bench, _report(stock))
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    open_ticket(bench, case.id)
    return record_contact(bench, case.id, "chiamato")


def _received(bench: Bench, stock: Stock, count: int) -> tuple[Case, list[CaseDevice]]:
    """What went before is not at stake again: it is killed in the first journey."""
    units = [stock.unit(bench.today()) for _ in range(count)]
    announced = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units]
    case = report_case(bench, _report(stock), announced)
    authorise(bench, case.id, Authorisation(by="Rosa Esempio"))
    open_ticket(bench, case.id)
    record_contact(bench, case.id, "chiamato")
    parcel = begin_parcel(
        bench, Arrival(waybill="1Z", cost=Money.of("12.50"), paid_by="customer", document="DDT 7")
    )
    for unit in units:
        scan_into_parcel(bench, parcel.id, unit.serial)
    close_parcel(bench, parcel.id)
    return case, devices_of(bench, case.id)


def _shipped(bench: Bench, stock: Stock, case: Case) -> Steps:
    yield "begin to pack"
    departure = Departure(carrier="Corriere Demo", cost=Money.of(18))
    parcel = pack_parcel(bench, stock.customer.id, departure)
    for device in devices_of(bench, case.id):
        yield "pack"
        pack(bench, parcel.id, device.id)
    yield "ship"
    send(bench, parcel.id, Terms())


def _closed(bench: Bench, case: Case) -> Steps:
    for claim in claims_of(bench, case.id):
        yield "settle"
        settle(bench, claim.id)
    yield "close"
    close_case(bench, case.id)
    yield "sum up"
    issue_case_summary(bench, case.id)
    yield from _printed(bench)


def _printed(bench: Bench) -> Steps:
    for job in waiting_jobs(bench):
        yield "print"
        carry_out(bench, job, FakePrinting())
