"""Each event of POLICY §8 sends its paper to the printer of its kind, and no dialog is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import ParcelEmpty
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.records.printing import JobState, PrintJob
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import last_act, undo
from leghorn_bench.services.assessing import Judgement, assess
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
)
from leghorn_bench.services.company import save_company
from leghorn_bench.services.estimating import TimeWanted, issue_estimate
from leghorn_bench.services.leaving import Terms
from leghorn_bench.services.leaving_goods import rehearse, send
from leghorn_bench.services.parcels import begin_parcel, close_parcel
from leghorn_bench.services.print_jobs import open_jobs, put_aside
from leghorn_bench.services.quoting import issue_quote
from leghorn_bench.services.receipts import issue_intake_receipts
from leghorn_bench.services.receiving import scan_into_parcel
from leghorn_bench.services.replacing import Spare, replace_unit
from leghorn_bench.services.reporting import issue_technical_report
from leghorn_bench.services.returning import Checked, check_against_intake
from leghorn_bench.services.shipping import Departure, pack, pack_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.services.summing_up import issue_case_summary
from leghorn_bench.settings.values import BenchSettings, PrinterChoice
from leghorn_bench.store.records import save, select
from leghorn_bench.texts.screen import speak
from tests.services.case_stories import ARRIVAL, opened, received
from tests.services.conftest import COMPANY, Stock
from tests.services.printers import with_settings
from tests.services.test_papers_of_a_case import assessed, offer

SOLD = date(2026, 2, 1)
ASKED_FOR = {PaperKind.EU_REGISTER, PaperKind.SHELF_LABEL, PaperKind.BADGE_LABEL}
"""No event sends them: a person asks for them."""
PAPERS = tuple(kind for kind in PaperKind if kind not in ASKED_FOR)
"""The register of goods moved has no event: an auditor asks for it."""
EACH_ITS_OWN = BenchSettings(
    printers={
        kind.value: PrinterChoice(f"printer of {kind}", f"tray of {kind}", copies=2)
        for kind in PAPERS
    }
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    speak("en")
    yield
    speak("it")


@pytest.fixture
def mapped(ready: Bench) -> Bench:
    """A bench that has a printer for every paper."""
    return with_settings(ready, EACH_ITS_OWN)


def sent(bench: Bench) -> list[str]:
    """The kinds of what was sent to a printer, each to its own one."""
    jobs = open_jobs(bench)
    for job in jobs:
        choice = EACH_ITS_OWN.printers[job.kind]
        assert (job.printer, job.tray, job.copies) == (choice.printer, choice.tray, 2)
        assert job.state == JobState.WAITING
        put_aside(bench, job.id)
    return [job.kind for job in jobs]


def abroad(bench: Bench, chief: Bench, stock: Stock) -> None:
    """The customer in Switzerland, with all that customs ask for."""
    save_company(chief, replace(COMPANY, eori="IT00000000000"))
    customer = replace(stock.customer, country="CH", city="Basel", postcode="4051", phone="1")
    product = replace(stock.product, value_cents=9000, hs_code="85261000", origin_country="IT")
    with bench.store.transaction():
        save(bench.store, customer, bench.stamp())
        save(bench.store, product, bench.stamp())


def test_every_paper_of_the_policy_is_sent_by_its_event(
    mapped: Bench, chief: Bench, stock: Stock
) -> None:
    abroad(mapped, chief, stock)
    units = [stock.unit(SOLD) for _ in range(2)]
    case, (free, back), parcel_id = received(mapped, stock, units)
    assert sent(mapped) == ["device_label"]
    issue_intake_receipts(mapped, parcel_id)
    assert sent(mapped) == ["intake_receipt"]
    assess(mapped, free.id, Judgement(origin=Origin.MANUFACTURING))
    issue_technical_report(mapped, case.id)
    assert sent(mapped) == ["technical_report"]
    take_step(mapped, free.id, DeviceStep.REPLACE_FREE)
    replace_unit(mapped, free.id, Spare(device_id=stock.unit().id))
    assert sent(mapped) == ["replacement_slip"]
    issue_estimate(mapped, TimeWanted(case_id=case.id, hours=Decimal(2)))
    assert sent(mapped) == ["time_estimate"]
    assess(mapped, back.id, Judgement(origin=Origin.NO_FAULT))
    take_step(mapped, back.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(mapped, back.id, Checked())
    leaving = pack_parcel(mapped, stock.customer.id, Departure(cost=Money.of(18)))
    for device in (free, back):
        pack(mapped, leaving.id, device.id)
    rehearse(mapped, leaving.id, Terms(incoterm="DAP"))
    assert sent(mapped) == []
    send(mapped, leaving.id, Terms(incoterm="DAP"))
    assert sent(mapped) == ["as_it_came_slip", "ddt", "proforma", "parcel_label"]
    for claim in claims_of(mapped, case.id):
        if claim.kind == "inbound_reimbursement":
            issue_reimbursement_note(mapped, claim.id)
    assert sent(mapped) == ["reimbursement_note"]
    issue_case_summary(mapped, case.id)
    assert sent(mapped) == ["case_summary"]


def test_what_is_charged_is_sent_as_well(mapped: Bench, stock: Stock) -> None:
    issue_quote(mapped, offer(mapped, assessed(mapped, stock, Origin.MISUSE)))
    assert sent(mapped) == ["quote"]
    case, (device,), _ = received(mapped, stock, [stock.unit(SOLD)])
    assess(mapped, device.id, Judgement(origin=Origin.NO_FAULT))
    take_step(mapped, device.id, DeviceStep.RETURN_AS_IT_CAME)
    check_against_intake(mapped, device.id, Checked())
    leaving = pack_parcel(mapped, stock.customer.id, Departure(cost=Money.of(18)))
    pack(mapped, leaving.id, device.id)
    send(mapped, leaving.id, Terms())
    sent(mapped)
    issue_charge_note(mapped, case.id)
    assert sent(mapped) == ["charge_note"]


def test_no_kind_of_paper_is_forgotten_by_the_stories_above() -> None:
    told = {
        *("device_label", "intake_receipt", "technical_report", "replacement_slip"),
        *("time_estimate", "as_it_came_slip", "ddt", "proforma", "parcel_label"),
        *("reimbursement_note", "case_summary", "quote", "charge_note"),
    }
    assert told == {kind.value for kind in PAPERS}


def labels_at_once(bench: Bench) -> Bench:
    choice = PrinterChoice("Zebra", at_once=True)
    return with_settings(bench, BenchSettings(printers={"device_label": choice}))


def test_a_label_comes_out_with_each_scan_where_the_settings_say_so(
    ready: Bench, stock: Stock
) -> None:
    bench = labels_at_once(ready)
    units = [stock.unit(SOLD) for _ in range(2)]
    opened(bench, stock, units)
    parcel = begin_parcel(bench, ARRIVAL)
    for number, unit in enumerate(units, start=1):
        scan_into_parcel(bench, parcel.id, unit.serial)
        scan_into_parcel(bench, parcel.id, unit.serial)  # a repeated scan labels nothing anew
        assert [job.total for job in open_jobs(bench)] == [1] * number
    close_parcel(bench, parcel.id)
    assert len(open_jobs(bench)) == 2


def test_the_scan_is_taken_back_although_its_label_is_on_its_way(
    ready: Bench, stock: Stock
) -> None:
    bench = labels_at_once(ready)
    unit = stock.unit(SOLD)
    case = opened(bench, stock, [unit])
    scan_into_parcel(bench, begin_parcel(bench, ARRIVAL).id, unit.serial)
    act = last_act(bench, case.id)
    assert act is not None
    undo(bench, act.id)
    assert len(select(bench.store, PrintJob)) == 1


def test_only_what_has_no_label_yet_is_labelled_when_the_parcel_is_closed(
    ready: Bench, stock: Stock
) -> None:
    choice = {"device_label": PrinterChoice("Zebra")}
    bench = with_settings(ready, BenchSettings(printers=choice))
    units = [stock.unit(SOLD) for _ in range(3)]
    opened(bench, stock, units)
    parcel = begin_parcel(bench, ARRIVAL)
    scan_into_parcel(labels_at_once(ready), parcel.id, units[0].serial)
    for unit in units[1:]:
        scan_into_parcel(bench, parcel.id, unit.serial)
    close_parcel(bench, parcel.id)
    assert [job.total for job in open_jobs(bench)] == [1, 2]


def test_a_departure_that_is_refused_prints_no_label(mapped: Bench, stock: Stock) -> None:
    parcel = pack_parcel(mapped, stock.customer.id, Departure())
    with pytest.raises(ParcelEmpty):
        send(mapped, parcel.id, Terms())
    assert sent(mapped) == []


def test_a_parcel_that_was_empty_closes_without_labels(mapped: Bench) -> None:
    close_parcel(mapped, begin_parcel(mapped, ARRIVAL).id)
    assert sent(mapped) == []
