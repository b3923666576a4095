"""The case itself: reported, authorised or rejected, opened as a ticket, contacted, closed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from leghorn_bench.domain.case_errors import DayInFuture, ReasonMissing, TextMissing
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.states import CaseState, CaseStep, DeviceState, case_after
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.running import require_running
from leghorn_bench.services.whereabouts import require_free, require_unannounced
from leghorn_bench.store.numbering import next_number
from leghorn_bench.store.records import add, read, save, select

FIRST_CONTACT_HOURS = 24
"""Support contacts the customer again within this time of opening the ticket (POLICY §1 P4)."""

CASE_SERIES = "case"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a customer reported."""

    customer_id: int
    rep_id: int | None = None
    text: str = ""
    reported_on: date | None = None
    """None = today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """A device that the customer announces in a report."""

    scanned: str
    device_id: int | None = None
    symptom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """The sales rep's formal authorisation (POLICY §1 P2)."""

    by: str
    on: date | None = None
    """None = today."""
    reference: str = ""


def _past(bench: Bench, day: date | None) -> date:
    today = bench.today()
    if day is not None and day > today:
        raise DayInFuture(day=day, today=today)
    return day or today


def report_case(bench: Bench, report: Report, devices: Sequence[Announced] = ()) -> Case:
    """Put a customer's report on file; it waits for the rep.

    Raises:
        DayInFuture: the report is dated after today.
        DeviceInAnotherCase: a running case holds or awaits one of the devices.
    """
    with act(bench, ActKind.REPORTED) as done:
        case = _reported(bench, done, report)
        for device in devices:
            _announce(bench, done, case, device)
        return case


def _reported(bench: Bench, done: UnderWay, report: Report) -> Case:
    case = Case(
        customer_id=report.customer_id,
        rep_id=report.rep_id,
        report=report.text.strip(),
        reported_on=_past(bench, report.reported_on),
    )
    stored = add(bench.store, case, done.stamp)
    done.case_id = stored.id
    return stored


def _announce(bench: Bench, done: UnderWay, case: Case, device: Announced) -> CaseDevice:
    require_unannounced(bench, device.device_id, device.scanned)
    expected = CaseDevice(
        case_id=case.id,
        device_id=device.device_id,
        scanned=device.scanned,
        symptom=device.symptom,
        state=DeviceState.EXPECTED.value,
    )
    return add(bench.store, expected, done.stamp)


def announce_devices(bench: Bench, case_id: int, devices: Sequence[Announced]) -> list[CaseDevice]:
    """Add devices that the customer announces to a case that is not over.

    Raises:
        CaseIsOver: it is.
        DeviceInAnotherCase: a running case, this one or another, holds or awaits one of them.
    """
    require_running(bench, case_id)
    with act(bench, ActKind.EXPECTED, case_id=case_id) as done:
        case = read(bench.store, Case, case_id)
        return [_announce(bench, done, case, device) for device in devices]


def _step(bench: Bench, done: UnderWay, case: Case, step: CaseStep, **changes: object) -> Case:
    after = case_after(CaseState(case.state), step)
    changed = replace(case, state=after.value, **changes)  # type: ignore[arg-type]
    return save(bench.store, changed, done.stamp, step.value)


def authorise(bench: Bench, case_id: int, authorisation: Authorisation) -> Case:
    """Record that the sales rep authorised the request.

    Raises:
        TextMissing: nobody is named as the one who authorised.
        IllegalStep: the case is past that.
    """
    with act(bench, ActKind.AUTHORISED, case_id=case_id) as done:
        return _authorised(bench, done, read(bench.store, Case, case_id), authorisation)


def _authorised(bench: Bench, done: UnderWay, case: Case, authorisation: Authorisation) -> Case:
    if not authorisation.by.strip():
        raise TextMissing(what="authorised by")
    done.note = authorisation.by
    return _step(
        bench,
        done,
        case,
        CaseStep.AUTHORISE,
        authorised_by=authorisation.by.strip(),
        authorised_on=_past(bench, authorisation.on),
        authorisation=authorisation.reference.strip(),
    )


def reject(bench: Bench, case_id: int, reason: str) -> Case:
    """Record that the rep's administrative checks refused the request.

    Raises:
        ReasonMissing: no reason is given.
    """
    if not reason.strip():
        raise ReasonMissing
    with act(bench, ActKind.REJECTED, case_id=case_id, note=reason.strip()) as done:
        case = read(bench.store, Case, case_id)
        return _step(bench, done, case, CaseStep.REJECT, rejected_reason=reason.strip())


def open_ticket(bench: Bench, case_id: int) -> Case:
    """Open the ticket: the case gets its number, and the clock to the first contact starts."""
    with act(bench, ActKind.OPENED, case_id=case_id) as done:
        return _opened(bench, done, read(bench.store, Case, case_id))


def _opened(bench: Bench, done: UnderWay, case: Case) -> Case:
    year = bench.today().year
    number = f"{year}-{next_number(bench.store, CASE_SERIES, year):05d}"
    done.note = number
    return _step(bench, done, case, CaseStep.OPEN, number=number, opened_at=done.stamp.at)


def record_contact(bench: Bench, case_id: int, note: str = "") -> Case:
    """Note that the customer was contacted; the first time stops the clock, once it runs.

    The ticket is opened, then the customer is contacted again (P4): what was said before the
    opening is kept in the timeline, and stops nothing.

    Raises:
        CaseIsOver: the case is closed or rejected.
    """
    require_running(bench, case_id)
    with act(bench, ActKind.CONTACTED, case_id=case_id, note=note.strip()) as done:
        case = read(bench.store, Case, case_id)
        if case.first_contact_at is not None or case.opened_at is None:
            return case
        return save(bench.store, replace(case, first_contact_at=done.stamp.at), done.stamp)


def contact_due(case: Case) -> datetime | None:
    """Until when the customer must have been contacted; None when the clock does not run."""
    if case.opened_at is None or case.first_contact_at is not None or case.closed_at is not None:
        return None
    return case.opened_at + timedelta(hours=FIRST_CONTACT_HOURS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchCase:
    """A case opened at the bench, with the device already on the table."""

    report: Report
    authorisation: Authorisation | None
    """None leaves the case waiting for the rep; the device is received and held."""
    device: Announced
    accessories: tuple[str, ...] = ()
    condition: str = ""


def open_case_at_bench(bench: Bench, wanted: BenchCase) -> tuple[Case, CaseDevice]:
    """Report, authorisation, ticket and receipt in one go, as one act.

    Raises:
        DayInFuture, TextMissing: the report or the authorisation is not right.
        DeviceInAnotherCase: the unit is in a case that is still open.
    """
    with act(bench, ActKind.OPENED) as done:
        require_free(bench, wanted.device.device_id)
        case = _reported(bench, done, wanted.report)
        if wanted.authorisation is not None:
            case = _opened(bench, done, _authorised(bench, done, case, wanted.authorisation))
        received = CaseDevice(
            case_id=case.id,
            device_id=wanted.device.device_id,
            scanned=wanted.device.scanned,
            symptom=wanted.device.symptom or wanted.report.text.strip(),
            state=DeviceState.RECEIVED.value,
            received_on=bench.today(),
            accessories=wanted.accessories,
            condition=wanted.condition,
        )
        stored = add(bench.store, received, done.stamp)
        done.case_device_id = stored.id
        return case, stored


def devices_of(bench: Bench, case_id: int) -> list[CaseDevice]:
    """The devices of a case, in the order in which they were added."""
    return select(bench.store, CaseDevice, "WHERE case_id = ? ORDER BY id", (case_id,))
