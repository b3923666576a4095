from dataclasses import replace
from datetime import date

import pytest

from leghorn_bench.domain.case_errors import LabelOfAnother, NotADevice, ParcelClosed
from leghorn_bench.domain.money import Money
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.goods import Device
from leghorn_bench.domain.records.parties import Customer
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.domain.steps import CaseNotAuthorised
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import (
    Announced,
    Authorisation,
    Report,
    authorise,
    devices_of,
    open_ticket,
    reject,
    report_case,
)
from leghorn_bench.services.parcels import (
    Arrival,
    begin_parcel,
    close_parcel,
    contents,
    correct_parcel,
    note_condition,
    open_parcels,
    reconcile,
)
from leghorn_bench.services.receiving import Finding, confirm_label, scan_into_parcel
from leghorn_bench.services.stepping import take_step
from leghorn_bench.store.records import add, read, save, select
from tests.services.case_stories import opened
from tests.services.conftest import Stock


@pytest.fixture
def units(stock: Stock) -> list[Device]:
    return [stock.unit(date(2025, 12, 20)) for _ in range(4)]


@pytest.fixture
def case(bench: Bench, stock: Stock, units: list[Device]) -> Case:
    """An authorised case that announces the first three units."""
    announced = [Announced(scanned=unit.serial, device_id=unit.id) for unit in units[:3]]
    report = Report(customer_id=stock.customer.id, rep_id=stock.rep.id, text="Non leggono")
    reported = report_case(bench, report, announced)
    authorise(bench, reported.id, Authorisation(by="Rosa Esempio"))
    return open_ticket(bench, reported.id)


@pytest.fixture
def parcel(bench: Bench, stock: Stock) -> Parcel:
    arrival = Arrival(
        customer_id=stock.customer.id,
        waybill="1Z DEMO",
        cost=Money.of("12.50"),
        paid_by="customer",
        document="DDT 77 del 20/11/2026",
    )
    return begin_parcel(bench, arrival)


def findings(bench: Bench, parcel: Parcel, *texts: str) -> list[Finding]:
    return [scan_into_parcel(bench, parcel.id, text).finding for text in texts]


def test_a_parcel_tells_expected_repeated_extra_and_unknown(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    found = findings(
        bench, parcel, units[0].serial, units[0].serial.lower(), units[3].serial, "QWERTY-1"
    )
    assert found == [
        Finding.EXPECTED,
        Finding.REPEATED,
        Finding.UNANNOUNCED,
        Finding.UNKNOWN,
    ]
    result = close_parcel(bench, parcel.id)
    assert (result.expected, len(result.found), len(result.missing)) == (3, 3, 2)
    assert [device.scanned for device in result.extra] == ["QWERTY-1", units[3].serial]
    assert [device.scanned for device in result.unknown] == ["QWERTY-1"]
    states = {device.scanned: device.state for device in devices_of(bench, case.id)}
    assert states[units[1].serial] == "missing"
    assert states["QWERTY-1"] == "received"
    assert select(bench.store, Device, "WHERE serial = 'QWERTY-1'") == []


def test_a_missing_device_may_come_later_in_another_parcel(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    close_parcel(bench, parcel.id)
    later = begin_parcel(bench, Arrival(waybill="2Z"))
    assert findings(bench, later, units[2].serial) == [Finding.EXPECTED]
    assert read(bench.store, Parcel, later.id).customer_id == case.customer_id


def test_a_parcel_without_authorisation_is_received_and_held(
    bench: Bench, parcel: Parcel, units: list[Device]
) -> None:
    scans = [scan_into_parcel(bench, parcel.id, unit.serial) for unit in units[:2]]
    assert {scan.finding for scan in scans} == {Finding.UNANNOUNCED}
    cases = {scan.case.id: scan.case.state for scan in scans if scan.case is not None}
    assert list(cases.values()) == ["reported"]
    assert scans[0].device is not None
    with pytest.raises(CaseNotAuthorised):
        take_step(bench, scans[0].device.id, DeviceStep.ASSESS)


def test_what_nobody_announced_never_lands_in_a_case_that_is_over(
    bench: Bench, parcel: Parcel, units: list[Device]
) -> None:
    first = scan_into_parcel(bench, parcel.id, units[0].serial).case
    assert first is not None
    with bench.store.transaction():
        save(bench.store, replace(first, state="closed"), bench.stamp())
    second = scan_into_parcel(bench, parcel.id, units[1].serial).case
    assert second is not None
    assert (second.id != first.id, second.state) == (True, "reported")


def test_closing_a_parcel_leaves_expected_what_a_case_awaits_of_which_nothing_came(
    bench: Bench, stock: Stock, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    later = opened(bench, stock, [stock.unit(), stock.unit()])
    scan_into_parcel(bench, parcel.id, units[0].serial)
    close_parcel(bench, parcel.id)
    assert [one.state for one in devices_of(bench, case.id)] == ["received", "missing", "missing"]
    assert [one.state for one in devices_of(bench, later.id)] == ["expected"] * 2


def test_a_unit_of_somebody_else_is_received_and_named(
    bench: Bench, parcel: Parcel, units: list[Device], stock: Stock
) -> None:
    with bench.store.transaction():
        other = add(bench.store, Customer(code="C2", name="Altro Esempio"), bench.stamp())
    theirs = begin_parcel(bench, Arrival(customer_id=other.id))
    scan = scan_into_parcel(bench, theirs.id, units[0].serial)
    assert (scan.finding, scan.owner) == (Finding.SOLD_TO_ANOTHER, stock.customer.name)
    assert parcel.id != theirs.id


def test_a_unit_that_is_here_already_is_not_received_twice(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    findings(bench, parcel, units[0].serial)
    again = begin_parcel(bench, Arrival(customer_id=case.customer_id))
    scan = scan_into_parcel(bench, again.id, units[0].serial)
    assert scan.finding is Finding.IN_ANOTHER_CASE
    assert scan.case is not None
    assert scan.case.number == case.number
    assert contents(bench, again.id) == []


def test_the_label_of_a_shelf_is_no_device(bench: Bench, parcel: Parcel) -> None:
    with pytest.raises(NotADevice):
        scan_into_parcel(bench, parcel.id, "LB:S:A3")


def test_a_closed_parcel_takes_nothing_more(
    bench: Bench, parcel: Parcel, units: list[Device]
) -> None:
    close_parcel(bench, parcel.id)
    with pytest.raises(ParcelClosed, match="1Z DEMO"):
        scan_into_parcel(bench, parcel.id, units[0].serial)
    assert open_parcels(bench) == []


def test_the_last_scan_can_be_taken_back(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    findings(bench, parcel, units[0].serial)
    undo(bench, timeline(bench, case.id)[0].id)
    assert contents(bench, parcel.id) == []
    assert len(reconcile(bench, parcel.id).missing) == 3


def test_what_is_known_of_a_parcel_may_be_completed(bench: Bench, parcel: Parcel) -> None:
    corrected = correct_parcel(bench, parcel.id, Arrival(waybill="1Z OK", cost=Money.of(9)))
    assert (corrected.waybill, corrected.cost_cents) == ("1Z OK", 900)


def test_accessories_and_condition_are_noted(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    scan = scan_into_parcel(bench, parcel.id, units[0].serial)
    assert scan.device is not None
    noted = note_condition(bench, scan.device.id, accessories=("chiave",), condition="graffi")
    assert (noted.accessories, noted.condition) == (("chiave",), "graffi")
    assert noted.case_id == case.id


def test_a_label_is_confirmed_by_scanning_it(
    bench: Bench, case: Case, parcel: Parcel, units: list[Device]
) -> None:
    findings(bench, parcel, units[0].serial)
    assert confirm_label(bench, parcel.id, f"LB:D:{units[0].serial}").labelled_at is not None
    with pytest.raises(LabelOfAnother):
        confirm_label(bench, parcel.id, f"LB:D:{units[1].serial}")
    assert [device.case_id for device in contents(bench, parcel.id)] == [case.id]


def test_an_unknown_device_begins_a_case_without_a_customer(bench: Bench) -> None:
    parcel = begin_parcel(bench, Arrival(sender="nobody knows"))
    scan = scan_into_parcel(bench, parcel.id, "QWERTY-1")
    assert scan.case is not None
    assert scan.case.customer_id is None
    assert len(select(bench.store, CaseDevice)) == 1


def test_a_unit_that_is_here_already_is_reconciled_apart_and_told_on_its_case(
    bench: Bench, stock: Stock, case: Case, units: list[Device], parcel: Parcel
) -> None:
    findings(bench, parcel, units[0].serial)
    second = begin_parcel(bench, Arrival(customer_id=stock.customer.id))
    assert findings(bench, second, units[0].serial, units[0].serial) == 2 * [
        Finding.IN_ANOTHER_CASE
    ]
    held = reconcile(bench, second.id)
    assert (held.found, [one.device_id for one in held.elsewhere]) == ((), [units[0].id])
    done = timeline(bench, case.id)[0]
    assert (done.what, done.note) == ("turned_up", str(second.id))
    undo(bench, done.id)
    assert reconcile(bench, second.id).elsewhere == ()


def test_an_extra_device_joins_the_case_of_the_others_in_its_parcel(
    bench: Bench, stock: Stock, case: Case, units: list[Device], parcel: Parcel
) -> None:
    report_case(bench, Report(customer_id=stock.customer.id, text="un'altra"))
    findings(bench, parcel, units[0].serial)
    extra = scan_into_parcel(bench, parcel.id, units[3].serial)
    assert (extra.finding, extra.case and extra.case.id) == (Finding.UNANNOUNCED, case.id)


def test_an_extra_device_waits_for_the_rep_where_its_case_is_not_certain(
    bench: Bench, stock: Stock, case: Case, units: list[Device], parcel: Parcel
) -> None:
    report_case(bench, Report(customer_id=stock.customer.id, text="un'altra"))
    extra = scan_into_parcel(bench, parcel.id, units[3].serial)
    assert (extra.finding, extra.case and extra.case.state) == (Finding.UNANNOUNCED, "reported")


def test_what_came_before_its_case_was_rejected_goes_back_as_it_came(
    bench: Bench, stock: Stock, units: list[Device], parcel: Parcel
) -> None:
    extra = scan_into_parcel(bench, parcel.id, units[3].serial)
    assert extra.device is not None
    with pytest.raises(CaseNotAuthorised):
        take_step(bench, extra.device.id, DeviceStep.RETURN_AS_IT_CAME)
    reject(bench, extra.device.case_id, "fuori assistenza")
    sent_back = take_step(bench, extra.device.id, DeviceStep.RETURN_AS_IT_CAME)
    assert sent_back.state == "as_it_came"
