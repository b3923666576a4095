"""Every use case is taken back to the very same state, or refused since a number rests on it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import leghorn_bench.services
from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import CaseDevice, Measurement
from leghorn_bench.domain.records.charges import StoredTariff
from leghorn_bench.domain.records.goods import DeviceIdentifier, Product
from leghorn_bench.domain.records.notices import Notice
from leghorn_bench.domain.records.parties import Customer, Operator
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.tariff import POLICY_TARIFF
from leghorn_bench.domain.warranty import CarryRule
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.assessing import Judgement, assess, grant_goodwill
from leghorn_bench.services.awaiting import note_reminder
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    BenchCase,
    Report,
    announce_devices,
    devices_of,
    open_case_at_bench,
    reject,
    report_case,
)
from leghorn_bench.services.chip_doubts import note_doubt
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
    settle,
    unsettle,
)
from leghorn_bench.services.closing import close_case, reopen_case
from leghorn_bench.services.company import save_company
from leghorn_bench.services.completing import complete_customer, complete_product
from leghorn_bench.services.departing import depart
from leghorn_bench.services.device_photos import add_device_photo
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.house_checklists import HouseChecklist, HouseStep, save_checklist
from leghorn_bench.services.house_lists import HouseEntry, HouseList, save_entry
from leghorn_bench.services.house_rules import HouseRules, save_house_rules, set_carry_rule
from leghorn_bench.services.issuing import annul, copy_of
from leghorn_bench.services.notices import end_notice, keep_notice
from leghorn_bench.services.noting import attach_file, write_note
from leghorn_bench.services.on_bench import identify_on_bench, join_case, receive_on_bench
from leghorn_bench.services.operators import add_operator, change_operator
from leghorn_bench.services.parcel_photos import BoxSight, add_photo, withdraw_photo
from leghorn_bench.services.parcels import (
    begin_parcel,
    close_parcel,
    correct_parcel,
    note_condition,
)
from leghorn_bench.services.places import put_on_shelf
from leghorn_bench.services.quoting import Offer, issue_quote, labour_line
from leghorn_bench.services.receipts import issue_intake_receipts
from leghorn_bench.services.receiving import Finding, confirm_label, scan_into_parcel
from leghorn_bench.services.repairing import (
    WorkDone,
    finish_repair,
    give_up,
    keep_part,
    record_work,
    write_off,
)
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.returning import Checked, check_against_intake, issue_as_it_came_slip
from leghorn_bench.services.shipping import (
    Departure,
    correct_departure,
    note_battery,
    pack,
    pack_parcel,
    unpack,
)
from leghorn_bench.services.signing import sign
from leghorn_bench.services.spares import shelve
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.services.support_time import correct_time, log_time, pause_timer, start_timer
from leghorn_bench.services.tariffs import enter_tariff, extend_tariff
from leghorn_bench.services.urgency import mark_urgent
from leghorn_bench.store.records import add, read, select
from tests.services.case_stories import ARRIVAL, opened, photo, received
from tests.services.conftest import COMPANY, Clock, Stock
from tests.services.test_chip_doubts import CLONE, READ
from tests.services.test_chip_doubts import EPC as CHIP_EPC
from tests.services.undo_watch import UndoWatch

SOLD = date(2026, 2, 1)
MISUSE = Judgement(origin=Origin.MISUSE, measurements=(Measurement(name="Forza", value="80"),))
NUMBERED = {
    "_issue", "_left", "annul", "depart", "issue_as_it_came_slip", "issue_case_summary",
    "issue_charge_note", "issue_estimate", "issue_quote", "issue_reimbursement_note",
    "issue_technical_report", "replace_unit", "undo",
}  # fmt: skip
"""Use cases that give a number or let goods leave: reversed by annulling the paper instead."""


@dataclass(frozen=True)
class Scene:
    """Who does what, and with what."""

    bench: Bench
    chief: Bench
    stock: Stock
    clock: Clock

    def fresh(self, count: int = 1) -> list[CaseDevice]:
        """Devices of one new case, received."""
        units = [self.stock.unit(SOLD) for _ in range(count)]
        return received(self.bench, self.stock, units)[1]


def the_house(scene: Scene) -> None:
    chief, stock = scene.chief, scene.stock
    save_company(chief, replace(COMPANY, vat_number="IT1"))
    save_house_rules(chief, HouseRules(lot_days=9))
    set_carry_rule(chief, CarryRule.LONGER)
    save_checklist(
        chief,
        HouseChecklist(code="zz", products=("ZZ",), steps=(HouseStep(it="Vite", en="Screw"),)),
    )
    save_entry(chief, HouseList.FAULTS, HouseEntry(code="zz", it="Guasto", en="Fault"))
    complete_customer(chief, replace(read(chief.store, Customer, stock.customer.id), city="Pisa"))
    complete_product(chief, replace(read(chief.store, Product, stock.product.id), name="Altro"))
    notice = keep_notice(chief, Notice(text="Richiamo", lot="L1", first_day=SOLD))
    end_notice(chief, notice.id)
    person = add_operator(chief, Operator(login="ugo", name="Ugo", roles=("technician",)))
    change_operator(chief, replace(person, name="Ugo Esempio"))
    keep_part(chief, Part(code="ANSA", name="Ansa demo", quantity=5))
    shelve(chief, stock.unit().id, "R1")
    tariff = select(chief.store, StoredTariff, "ORDER BY id DESC LIMIT 1")[0]
    extend_tariff(chief, tariff.id, date(2027, 1, 31))
    enter_tariff(chief, "2028", date(2028, 1, 1), date(2028, 12, 31), POLICY_TARIFF.prices)


def the_report(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    case = opened(bench, stock, [stock.unit(SOLD)])
    announce_devices(bench, case.id, [Announced(scanned="ZZ-1")])
    receive_on_bench(bench, devices_of(bench, case.id)[0].id)
    join_case(bench, case.id, Announced(scanned="ZZ-2"))
    write_note(bench, case.id, "ha chiamato")
    mark_urgent(bench, case.id, urgent=True)
    attach_file(bench, case.id, photo())
    put_on_shelf(bench, devices_of(bench, case.id)[0].id, "B2")
    reject(bench, report_case(bench, Report(customer_id=stock.customer.id)).id, "fuori")
    unit = stock.unit(SOLD)
    report = Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="x")
    device = Announced(scanned=unit.serial, device_id=unit.id)
    open_case_at_bench(
        bench, BenchCase(report=report, authorisation=Authorisation(by="Rosa"), device=device)
    )


def the_time(scene: Scene) -> None:
    bench, clock = scene.bench, scene.clock
    case = opened(bench, scene.stock, [])
    start_timer(bench, case.id)
    clock.pass_time(minutes=20)
    span = pause_timer(bench, case.id)
    correct_time(bench, span.id, 18, "pausa")
    log_time(bench, case.id, 5)
    estimate = issue_estimate(bench, TimeWanted(case_id=case.id, hours=Decimal(2))).quote
    answer_estimate(bench, estimate.id, Answer.ACCEPTED, "Rosa")


def the_parcel(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    unit, at_work = stock.unit(SOLD), stock.unit(SOLD)
    received(bench, stock, [at_work])
    opened(bench, stock, [unit])
    parcel = begin_parcel(bench, ARRIVAL)
    assert scan_into_parcel(bench, parcel.id, at_work.serial).finding is Finding.IN_ANOTHER_CASE
    correct_parcel(bench, parcel.id, replace(ARRIVAL, waybill="2Z"))
    shown = add_photo(bench, parcel.id, BoxSight.UNOPENED, "a.jpg", photo().content)
    withdraw_photo(bench, shown.id)
    device = scan_into_parcel(bench, parcel.id, unit.serial).device
    strange = scan_into_parcel(bench, parcel.id, "ZZZ-9").device
    assert device is not None
    assert strange is not None
    note_condition(bench, device.id, accessories=("Cavo",), condition="Integro")
    confirm_label(bench, parcel.id, f"LB:D:{unit.serial}")
    close_parcel(bench, parcel.id)
    issue_intake_receipts(bench, parcel.id)
    assess(bench, strange.id, Judgement(origin=Origin.UNDETERMINED))
    take_step(bench, strange.id, DeviceStep.HOLD)
    identify_on_bench(bench, strange.id, stock.unit(SOLD).id)


def the_doubt(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    unit = stock.unit(SOLD)
    with bench.store.transaction():
        key = DeviceIdentifier(device_id=unit.id, kind="epc", value=CHIP_EPC)
        add(bench.store, key, bench.stamp())
    parcel = begin_parcel(bench, ARRIVAL)
    scan_into_parcel(bench, parcel.id, unit.serial)
    assert note_doubt(bench, parcel.id, READ, CLONE, (), "A clone, it seems.") is not None


def the_free_work(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    first, second, third = scene.fresh(3)
    for device in (first, second):
        assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))
        add_device_photo(bench, device.id, photo())
    take_step(bench, first.id, DeviceStep.REPAIR_FREE)
    record_work(bench, first.id, WorkDone(done="pulizia"))
    finish_repair(bench, first.id, WorkDone(done="antenna", passed=True))
    take_step(bench, second.id, DeviceStep.REPAIR_FREE)
    give_up(bench, second.id, "bruciata")
    replace_unit(bench, second.id, Spare(device_id=stock.unit().id))
    write_off(bench, third.id, "Sig. Prova, oggi")
    note_battery(bench, first.id, BatteryState.SOUND)
    parcel = pack_parcel(bench, stock.customer.id, Departure())
    correct_departure(bench, parcel.id, Departure(carrier="Corriere Demo"))
    pack(bench, parcel.id, first.id)
    unpack(bench, first.id)
    for device in (first, second):
        pack(bench, parcel.id, device.id)
    document = depart(bench, parcel.id).papers[0].paper
    annul(bench, document.id, "numero sbagliato")
    depart(bench, parcel.id)
    (claim,) = claims_of(bench, first.case_id)
    issue_reimbursement_note(bench, claim.id)
    settle(bench, claim.id)
    unsettle(bench, claim.id)
    copy_of(bench, document.id)
    issue_case_summary(bench, first.case_id)
    close_case(bench, first.case_id)
    reopen_case(bench, first.case_id, "ha richiamato")


def the_quote(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    first, second = scene.fresh(2)
    for device in (first, second):
        assess(bench, device.id, MISUSE)
        sign(scene.chief, device.id)
    grant_goodwill(scene.chief, second.id, "buon cliente")
    issue_technical_report(bench, first.case_id)
    lines = tuple(labour_line(bench, Decimal(1), "Ansa", one.id) for one in (first, second))
    quote = issue_quote(bench, Offer(case_id=first.case_id, lines=lines)).quote
    note_reminder(bench, quote.id)
    answers = {first.id: Answer.ACCEPTED, second.id: Answer.REFUSED}
    answer_quote(bench, quote.id, Reply(answers=answers, by="Sig. Prova"))
    take_step(bench, first.id, DeviceStep.START_REPAIR)
    finish_repair(bench, first.id, WorkDone(done="ansa", passed=True))
    take_step(bench, second.id, DeviceStep.PREPARE_RETURN)
    check_against_intake(bench, second.id, Checked())
    issue_as_it_came_slip(bench, second.id, "rifiutato")
    parcel = pack_parcel(bench, stock.customer.id, Departure(cost=Money.of(18)))
    for device in (first, second):
        pack(bench, parcel.id, device.id)
    depart(bench, parcel.id)
    issue_charge_note(bench, first.case_id)


def two_cases_in_one_parcel(scene: Scene) -> None:
    bench, stock = scene.bench, scene.stock
    parcel = pack_parcel(bench, stock.customer.id, Departure(cost=Money.of(18)))
    for _ in range(2):
        (device,) = scene.fresh()
        assess(bench, device.id, Judgement(origin=Origin.MANUFACTURING))
        take_step(bench, device.id, DeviceStep.REPAIR_FREE)
        finish_repair(bench, device.id, WorkDone(done="antenna", passed=True))
        pack(bench, parcel.id, device.id)
    depart(bench, parcel.id)


def taken_back(scene: Scene) -> None:
    (device,) = scene.fresh()
    put_on_shelf(scene.bench, device.id, "B1")
    undo(scene.bench, timeline(scene.bench, device.case_id)[0].id)


STORIES: tuple[Callable[[Scene], None], ...] = (
    the_house, the_report, the_time, the_parcel, the_doubt, the_free_work, the_quote,
    two_cases_in_one_parcel, taken_back,
)  # fmt: skip


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> UndoWatch:
    return UndoWatch(monkeypatch)


def test_every_use_case_is_taken_back_to_the_very_same_state_or_refused(
    watch: UndoWatch, ready: Bench, chief: Bench, stock: Stock, clock: Clock
) -> None:
    scene = Scene(ready, chief, stock, clock)
    for story in STORIES:
        story(scene)
    refused = {name for name, outcomes in watch.outcomes.items() if "refused" in outcomes}
    assert refused == NUMBERED
    assert set(watch.outcomes) == set(use_cases()), "a use case that no story here tells"


def use_cases() -> Iterator[str]:
    """The names of the functions in services that are an act."""
    for file in Path(leghorn_bench.services.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(map(_is_act, ast.walk(node))):
                yield node.name


def _is_act(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "act"
