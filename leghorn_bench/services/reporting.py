"""The technical report: what was reported, found and seen of devices, and what follows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from leghorn_bench.domain.batteries import BatteryState
from leghorn_bench.domain.case_errors import NothingAssessed
from leghorn_bench.domain.coverage import Compared, ComparedDay, Coverage, Verdict, judge
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.report import Finding, Measured, TechnicalReport
from leghorn_bench.domain.policy import FREE, Outcome, consequence
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Assessment, Case, CaseDevice
from leghorn_bench.domain.states import DeviceStep
from leghorn_bench.services.acts import act
from leghorn_bench.services.assessing import evidence_of
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.house_lists import catalogues_of
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.judging import unit_of, verdict_in_case
from leghorn_bench.services.law import law_text
from leghorn_bench.services.noted_words import condition_in
from leghorn_bench.services.parties import operator_name, paper_device
from leghorn_bench.services.photos_on_paper import paper_photos
from leghorn_bench.services.quoting import customer_party
from leghorn_bench.services.stepping import last_assessment
from leghorn_bench.store.records import read
from leghorn_bench.texts.catalogue import catalogue
from leghorn_bench.texts.screen import N_
from leghorn_bench.texts.verdicts import reason
from leghorn_bench.texts.words import word

WARRANTY = N_(
    "The fault is covered: the repair or replacement is free of charge, and both shipments are at"
    " our expense."
)
GOODWILL = N_("The work is free of charge, as goodwill.")
CHARGED = N_(
    "The fault is not covered: you receive a quote through your sales representative. The return"
    " shipment is at your expense."
)
WORKS = N_(
    "The device works as specified. It goes back as it came, unless you ask for work on it; the"
    " return shipment is at your expense."
)
HELD = N_("The device has to be identified first and stays on hold until then.")
AS_IT_CAME = N_("The device goes back as it came; the return shipment is at your expense.")
WARRANTY_AS_IT_CAME = N_(
    "The fault is covered, but the device goes back as it came; both shipments are at our expense."
)


def conclusion_of(device: CaseDevice, judged: Assessment) -> str:
    """What follows from a judgement (POLICY §4), as the English key of its sentence."""
    origin = Origin(judged.origin)
    free = {DeviceStep.REPAIR_FREE.value, DeviceStep.REPLACE_FREE.value}
    rule = consequence(Coverage(judged.coverage), origin)
    if device.outcome == DeviceStep.RETURN_AS_IT_CAME.value:
        return WARRANTY_AS_IT_CAME if rule.outcomes == FREE else AS_IT_CAME
    if rule.outcomes == FREE:
        return WARRANTY
    if device.goodwill_by is not None and device.outcome in {None, *free}:
        return GOODWILL
    if Outcome.HOLD in rule.outcomes:
        return HELD
    return WORKS if origin is Origin.NO_FAULT else CHARGED


def frozen_verdict(bench: Bench, device: CaseDevice) -> Verdict:
    """The verdict as it was judged: on the frozen day, before the unit was replaced."""
    if device.device_id is None or device.compared_day is None or device.compared is None:
        return verdict_in_case(bench, read(bench.store, Case, device.case_id), device)
    unit = unit_of(bench, device.device_id)
    if device.coverage != Coverage.REPLACED.value:
        unit = replace(unit, replaced_by=None)
    return judge([unit], ComparedDay(device.compared_day, Compared(device.compared)))


def issue_technical_report(
    bench: Bench, case_id: int, case_device_ids: Sequence[int] = ()
) -> Issued:
    """The report on the devices given, else on all devices of the case that were judged.

    Raises:
        NothingAssessed: none of them was judged yet.
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    case = read(bench.store, Case, case_id)
    party = customer_party(bench, case)
    judged = [
        (device, assessment)
        for device in devices_of(bench, case_id)
        if not case_device_ids or device.id in case_device_ids
        if (assessment := last_assessment(bench, device.id)) is not None
    ]
    if not judged:
        raise NothingAssessed
    devices = [device for device, _ in judged]

    def content(head: PaperHead) -> TechnicalReport:
        return TechnicalReport(
            head,
            tuple(_finding(bench, device, found, head.language) for device, found in judged),
            min((one.received_on for one in devices if one.received_on is not None), default=None),
            small_print=(
                law_text("warranty_judgement", head.language, head.issued_on),
                law_text("privacy", head.language, head.issued_on),
            ),
        )

    with act(
        bench,
        ActKind.PAPER_ISSUED,
        case_id=case.id,
        case_device_id=devices[0].id if len(devices) == 1 else None,
    ) as done:
        return issue(bench, done, PaperKind.TECHNICAL_REPORT, case, party, devices, content)


def _fault_word(bench: Bench, code: str, language: str) -> str:
    """What was found, by the list of faults; a code that is no longer on it as it is."""
    fault = catalogues_of(bench.store).faults.get(code)
    return fault.name.word(language) if fault is not None else code


def _finding(bench: Bench, device: CaseDevice, judged: Assessment, language: str) -> Finding:
    return Finding(
        paper_device(bench, device, language),
        Coverage(judged.coverage),
        Origin(judged.origin),
        reported=device.symptom,
        found_code=_fault_word(bench, judged.found_code, language),
        found=judged.found,
        warranty=reason(frozen_verdict(bench, device), language),
        conclusion=catalogue(language).gettext(conclusion_of(device, judged)),
        assessed_on=judged.assessed_at.astimezone().date(),
        assessed_by=operator_name(bench, judged.assessed_by),
        condition=_condition(bench, device, judged, language),
        tests=tuple(_tests(judged, language)),
        photos=paper_photos(bench, evidence_of(bench, device.id), language),
    )


def _condition(bench: Bench, device: CaseDevice, judged: Assessment, language: str) -> str:
    """How it arrived, as the technician judged it; else as the warehouse noted it."""
    state = catalogues_of(bench.store).arrival_states.get(judged.arrival)
    if state is not None:
        return state.word(language)
    return condition_in(bench, device.condition, language)


def _tests(judged: Assessment, language: str) -> Iterator[Measured]:
    """Firmware and battery stand before the values that were measured."""
    if judged.firmware:
        yield Measured(catalogue(language).gettext(N_("Firmware")), judged.firmware)
    if judged.battery:
        yield Measured(
            catalogue(language).gettext(N_("Battery")),
            word(BatteryState(judged.battery), language),
        )
    for one in judged.measurements:
        yield Measured(one.name, one.value, one.unit)
