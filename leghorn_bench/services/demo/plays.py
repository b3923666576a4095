"""The verbs of cases.toml that are about a whole case, done by the use cases of the screens."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.states import CaseState, CaseStep, case_after
from leghorn_bench.services import cases
from leghorn_bench.services.acts import act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced, Authorisation, Report
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.demo.desk import Work
from leghorn_bench.services.demo.script import ScriptStep
from leghorn_bench.services.parties import rep_name
from leghorn_bench.store.records import save

Play = Callable[[Work, Bench, ScriptStep], None]


def report(work: Work, moment: datetime) -> None:
    """The customer's report, with which every case begins."""
    bench = work.desk.bench("sales", moment)
    told = Report(customer_id=work.customer.id, rep_id=work.customer.rep_id, text=work.story.report)
    wanted = zip(work.story.devices, work.units, strict=True)
    devices = [
        Announced(
            scanned=unit.serial if unit is not None else one.scanned,
            device_id=work.desk.id_of(unit),
            symptom=catalogues().symptoms[one.symptom].word(work.customer.language),
        )
        for one, unit in wanted
    ]
    work.case_id = cases.report_case(bench, told, devices).id
    work.device_ids = [device.id for device in cases.devices_of(bench, work.case_id)]


def authorise(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The sales rep of the customer authorises the request."""
    by = rep_name(bench, work.case().rep_id)
    reference = step.row.maybe("reference", str, "e-mail")
    cases.authorise(bench, work.case_id, Authorisation(by=by, reference=reference))


def reject(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The rep's checks refuse it, with ``reason``."""
    cases.reject(bench, work.case_id, step.row.take("reason", str))


def open_ticket(work: Work, bench: Bench, _: ScriptStep) -> None:
    """The case gets its number."""
    cases.open_ticket(bench, work.case_id)


def contact(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The customer is contacted; ``note`` says how."""
    cases.record_contact(bench, work.case_id, step.row.maybe("note", str, ""))


def close(work: Work, bench: Bench, _: ScriptStep) -> None:
    """Nothing is left open."""
    with act(bench, ActKind.CLOSED, case_id=work.case_id) as done:
        case = work.case()
        after = case_after(CaseState(case.state), CaseStep.CLOSE)
        closed = replace(case, state=after.value, closed_at=done.stamp.at)
        save(bench.store, closed, done.stamp, CaseStep.CLOSE.value)
