"""Record the judgement of a device: what was found, where it comes from, and what proves it."""

from dataclasses import dataclass, replace

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import ReasonMissing
from leghorn_bench.domain.coverage import Verdict
from leghorn_bench.domain.origin import Origin, require_evidence
from leghorn_bench.domain.policy import Consequence, consequence
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import (
    IN_ORDER,
    Assessment,
    Case,
    CaseDevice,
    Evidence,
    Measurement,
)
from leghorn_bench.domain.rights import Right
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.judging import verdict_in_case
from leghorn_bench.services.stepping import last_assessment, stepped
from leghorn_bench.store.evidence import keep
from leghorn_bench.store.records import add, read, save, select


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A picture or document that somebody adds as evidence."""

    filename: str
    content: bytes
    media_type: str = "image/jpeg"
    kind: str = "photo"
    note: str = ""
    """What else there is to know of it, e.g. which photo its marks are drawn on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the technician says of a device."""

    origin: Origin
    found_code: str = ""
    """A code of the fault catalogue."""
    found: str = ""
    symptom: str = ""
    """What the customer reported of this device; empty keeps what is on file."""
    symptom_code: str = ""
    """A code of the symptom catalogue."""
    arrival: str = ""
    """How the seal arrived: a code of the arrival states."""
    battery: BatteryState | None = None
    """How the battery was found; None = not looked at."""
    firmware: str = ""
    measurements: tuple[Measurement, ...] = ()
    checks: tuple[str, ...] = ()
    """What was checked and found in order; kept with the measurements, but proves no misuse."""
    photos: tuple[NewFile, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assessed:
    """A judgement on record, and what the policy makes of it."""

    device: CaseDevice
    assessment: Assessment
    verdict: Verdict
    consequence: Consequence


def evidence_of(bench: Bench, case_device_id: int) -> list[Evidence]:
    """The photos and files that stand for a device, in the order in which they came."""
    return select(
        bench.store,
        Evidence,
        "WHERE case_device_id = ? AND withdrawn_at IS NULL ORDER BY id",
        (case_device_id,),
    )


def assess(bench: Bench, case_device_id: int, judgement: Judgement) -> Assessed:
    """Record a judgement; an earlier one stays readable as the revision before.

    The coverage is computed now and frozen with it, with the day that was compared.

    Raises:
        EvidenceMissing: misuse without a photo or a measured value.
        StepRefused: the case is not authorised, or a paper rests on the judgement.
    """
    device = read(bench.store, CaseDevice, case_device_id)
    case = read(bench.store, Case, device.case_id)
    before = evidence_of(bench, case_device_id)
    kinds = [file.kind for file in before] + [file.kind for file in judgement.photos]
    photos = kinds.count("photo")
    require_evidence(judgement.origin, photos, len(judgement.measurements))
    verdict = verdict_in_case(bench, case, device)
    with act(
        bench,
        ActKind.ASSESSED,
        case_id=case.id,
        case_device_id=device.id,
        note=judgement.origin.value,
    ) as done:
        changed = stepped(
            bench,
            done,
            device,
            DeviceStep.ASSESS,
            coverage=verdict.coverage.value,
            compared_day=verdict.compared.day,
            compared=verdict.compared.why.value,
            symptom=judgement.symptom.strip() or device.symptom,
            battery=judgement.battery.value if judgement.battery is not None else device.battery,
            outcome=None,
        )
        assessment = _revision(bench, done, changed, judgement)
        for file in judgement.photos:
            _attach(bench, done, changed, assessment, file)
    goodwill = changed.goodwill_by is not None
    rule = consequence(verdict.coverage, judgement.origin, goodwill=goodwill)
    return Assessed(changed, assessment, verdict, rule)


def _revision(bench: Bench, done: UnderWay, device: CaseDevice, judgement: Judgement) -> Assessment:
    """The next revision of the judgement of a device, with all that was seen at that moment."""
    assert device.coverage is not None
    earlier = last_assessment(bench, device.id)
    record = Assessment(
        case_device_id=device.id,
        revision=1 if earlier is None else earlier.revision + 1,
        assessed_at=done.stamp.at,
        assessed_by=done.stamp.who,
        symptom=device.symptom,
        symptom_code=judgement.symptom_code,
        arrival=judgement.arrival,
        battery=device.battery,
        firmware=judgement.firmware.strip(),
        found_code=judgement.found_code,
        found=judgement.found.strip(),
        origin=judgement.origin.value,
        coverage=device.coverage,
        note=judgement.note.strip(),
        measurements=(
            *judgement.measurements,
            *(Measurement(name=name, value=IN_ORDER) for name in judgement.checks),
        ),
    )
    return add(bench.store, record, done.stamp)


def _attach(
    bench: Bench, done: UnderWay, device: CaseDevice, assessment: Assessment, file: NewFile
) -> Evidence:
    evidence = Evidence(
        sha256=keep(bench.store, file.content),
        filename=file.filename,
        media_type=file.media_type,
        size_bytes=len(file.content),
        kind=file.kind,
        case_id=device.case_id,
        case_device_id=device.id,
        assessment_id=assessment.id,
        added_at=done.stamp.at,
        added_by=done.stamp.who,
        note=file.note,
    )
    return add(bench.store, evidence, done.stamp)


def grant_goodwill(bench: Bench, case_device_id: int, reason: str) -> CaseDevice:
    """Make the work on a device free although the policy charges it [a titolo commerciale].

    Raises:
        NotAllowed: the operator may not grant it.
        ReasonMissing: no reason is given.
    """
    bench.require(Right.GRANT_GOODWILL)
    if not reason.strip():
        raise ReasonMissing
    device = read(bench.store, CaseDevice, case_device_id)
    with act(
        bench,
        ActKind.GOODWILL,
        case_id=device.case_id,
        case_device_id=device.id,
        note=reason.strip(),
    ) as done:
        granted = replace(device, goodwill_by=done.stamp.who, goodwill_reason=reason.strip())
        return save(bench.store, granted, done.stamp, "goodwill")


def assessments_of(bench: Bench, case_device_id: int) -> list[Assessment]:
    """Every revision of the judgement of a device, the newest first."""
    return select(
        bench.store,
        Assessment,
        "WHERE case_device_id = ? ORDER BY revision DESC",
        (case_device_id,),
    )
