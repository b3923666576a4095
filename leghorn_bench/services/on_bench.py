"""What the bench shows of the case of a device, and how a device on the table joins a case."""

from dataclasses import dataclass

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.policy import Consequence, consequence
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice, Evidence, Parcel
from leghorn_bench.domain.records.charges import StoredPaper, StoredQuote
from leghorn_bench.domain.records.parties import Customer, SalesRep
from leghorn_bench.domain.states import CaseState, DeviceState, DeviceStep
from leghorn_bench.services.acts import act
from leghorn_bench.services.assessing import evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced, devices_of
from leghorn_bench.services.label_orders import label_closed
from leghorn_bench.services.quoting import quotes_of
from leghorn_bench.services.running import require_running
from leghorn_bench.services.stepping import last_assessment, possible_steps, stepped
from leghorn_bench.services.whereabouts import require_free
from leghorn_bench.store.evidence import content_of
from leghorn_bench.store.records import add, read, select


@dataclass(frozen=True, slots=True)
class WorkOnBench:
    """A device in its case, with all that decides what is done next."""

    case: Case
    device: CaseDevice
    customer: Customer | None
    rep: SalesRep | None
    assessment: Assessment | None
    """The judgement that stands."""
    evidence: tuple[Evidence, ...]
    steps: tuple[DeviceStep, ...]
    """Those that are legal now."""
    companions: tuple[CaseDevice, ...]
    """All devices of the case, this one among them."""
    papers: tuple[StoredPaper, ...]
    """Those that rest on this device, the newest first."""
    quote: StoredQuote | None
    """The latest revision of the case's repair quote."""

    @property
    def consequence(self) -> Consequence | None:
        """What the policy makes of the judgement; None before it."""
        if self.assessment is None or self.device.coverage is None:
            return None
        goodwill = self.device.goodwill_by is not None
        coverage, origin = Coverage(self.device.coverage), Origin(self.assessment.origin)
        return consequence(coverage, origin, goodwill=goodwill)


def work_on(bench: Bench, case_device_id: int) -> WorkOnBench:
    """A device in its case.

    Raises:
        RecordMissing: there is no such device in any case.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    case = read(bench.store, Case, device.case_id)
    quotes = quotes_of(bench, case.id)
    return WorkOnBench(
        case,
        device,
        read(bench.store, Customer, case.customer_id) if case.customer_id is not None else None,
        read(bench.store, SalesRep, case.rep_id) if case.rep_id is not None else None,
        last_assessment(bench, device.id),
        tuple(evidence_of(bench, device.id)),
        possible_steps(bench, device.id),
        tuple(devices_of(bench, case.id)),
        tuple(_papers_of(bench, device.id)),
        quotes[0] if quotes else None,
    )


def _papers_of(bench: Bench, case_device_id: int) -> list[StoredPaper]:
    return select(
        bench.store,
        StoredPaper,
        "WHERE id IN (SELECT paper_id FROM paper_device WHERE case_device_id = ?) ORDER BY id DESC",
        (case_device_id,),
    )


def photo_bytes(bench: Bench, evidence: Evidence) -> bytes:
    """The bytes of a photo or document.

    Raises:
        EvidenceGone: the file is missing, or is no longer what it was.
    """
    return content_of(bench.store, evidence.sha256)


def reps_on_file(bench: Bench) -> list[SalesRep]:
    """The sales reps at work, by name."""
    return select(bench.store, SalesRep, "WHERE active = ? ORDER BY name, id", (True,))


def running_cases_of(bench: Bench, customer_id: int) -> list[Case]:
    """The cases of a customer that another device may join, the newest first."""
    return select(
        bench.store,
        Case,
        "WHERE customer_id = ? AND state IN (?, ?, ?) ORDER BY id DESC",
        (
            customer_id,
            CaseState.REPORTED.value,
            CaseState.AUTHORISED.value,
            CaseState.OPEN.value,
        ),
    )


def held_as(bench: Bench, scanned: str) -> CaseDevice | None:
    """The unidentified device that was received under this text; None when there is none."""
    found = select(
        bench.store,
        CaseDevice,
        "WHERE device_id IS NULL AND scanned = ? AND state NOT IN (?, ?) ORDER BY id DESC LIMIT 1",
        (scanned, DeviceState.SHIPPED.value, DeviceState.WRITTEN_OFF.value),
    )
    return found[0] if found else None


def leaves_for(bench: Bench, spare_id: int) -> CaseDevice | None:
    """The replaced device in whose place a spare waits to leave; None once it has left."""
    found = select(
        bench.store,
        CaseDevice,
        "WHERE state = ? AND (device_id, case_id) IN"
        " (SELECT old_id, case_id FROM replacement WHERE new_id = ?) ORDER BY id DESC LIMIT 1",
        (DeviceState.READY.value, spare_id),
    )
    return found[0] if found else None


def first_device_of(bench: Bench, case_number: str) -> int | None:
    """Id of the first device of a case by the case's number; None when there is none."""
    found = select(
        bench.store,
        CaseDevice,
        "WHERE case_id = (SELECT id FROM repair_case WHERE number = ?) ORDER BY id LIMIT 1",
        (case_number,),
    )
    return found[0].id if found else None


def case_numbered(bench: Bench, number: str) -> int | None:
    """Id of the case with a number; None when there is none."""
    found = select(bench.store, Case, "WHERE number = ?", (number,))
    return found[0].id if found else None


def parcel_labelled(bench: Bench, code: str) -> Parcel | None:
    """The parcel whose label says ``code``; None when there is none."""
    if not (code.isascii() and code.isdigit()):
        return None
    found = select(bench.store, Parcel, "WHERE id = ?", (int(code),))
    return found[0] if found else None


def join_case(bench: Bench, case_id: int, device: Announced) -> CaseDevice:
    """Receive the device on the table into a case that is under way.

    Raises:
        DeviceInAnotherCase: the unit is in a case that is still open.
        CaseIsOver: the case was closed or rejected.
    """
    require_running(bench, case_id)
    with act(bench, ActKind.RECEIVED, case_id=case_id, note=device.scanned) as done:
        require_free(bench, device.device_id)
        case = read(bench.store, Case, case_id)
        received = CaseDevice(
            case_id=case.id,
            device_id=device.device_id,
            scanned=device.scanned,
            symptom=device.symptom or case.report,
            state=DeviceState.RECEIVED.value,
            received_on=bench.today(),
        )
        stored = add(bench.store, received, done.stamp)
        done.case_device_id = stored.id
        return stored


def receive_on_bench(bench: Bench, case_device_id: int) -> CaseDevice:
    """Receive an announced device that came to the bench without passing the warehouse.

    Raises:
        IllegalStep, StepRefused: it is not expected.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    # The label's job is in the same transaction and not in the act: an undo leaves the printer out.
    with bench.store.transaction():
        with act(bench, ActKind.RECEIVED, case_id=device.case_id, case_device_id=device.id) as done:
            today = bench.today()
            received = stepped(bench, done, device, DeviceStep.RECEIVE, received_on=today)
        label_closed(bench, [received])
    return received


def identify_on_bench(bench: Bench, case_device_id: int, device_id: int) -> CaseDevice:
    """Say which unit a device on hold is.

    Raises:
        DeviceInAnotherCase: that unit is in a case that is still open.
        IllegalStep, StepRefused: the device is not on hold.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    if device.device_id != device_id:
        require_free(bench, device_id)
    with act(
        bench, ActKind.STEPPED, case_id=device.case_id, case_device_id=device.id, note="identify"
    ) as done:
        return stepped(bench, done, device, DeviceStep.IDENTIFY, device_id=device_id)
