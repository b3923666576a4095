"""The verbs of cases.toml that are about a whole case, done by the use cases of the screens."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.services import cases
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import Announced, Authorisation, Report
from leghorn_bench.services.catalogues import catalogues
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
)
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.demo.desk import Work
from leghorn_bench.services.demo.script import ScriptStep
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.parties import rep_name
from leghorn_bench.services.quoting import quotes_of
from leghorn_bench.services.support_time import log_time

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


def support(work: Work, bench: Bench, step: ScriptStep) -> None:
    """Help by telephone: ``minutes``."""
    log_time(bench, work.case_id, step.row.take("minutes", int), step.row.maybe("note", str, ""))


def estimate(work: Work, bench: Bench, step: ScriptStep) -> None:
    """The time estimate goes to the sales rep: ``hours``."""
    hours = Decimal(step.row.take("hours", str))
    issue_estimate(bench, TimeWanted(case_id=work.case_id, hours=hours))


def passes_on(note: Callable[[Bench, int], None]) -> Play:
    """Somebody notes what became of the newest quote: sent, forwarded, asked for."""

    def play(work: Work, bench: Bench, _: ScriptStep) -> None:
        note(bench, quotes_of(bench, work.case_id)[0].id)

    return play


def accept_estimate(work: Work, bench: Bench, _: ScriptStep) -> None:
    """The rep reports that the customer accepts it."""
    newest = quotes_of(bench, work.case_id, TIME)[0]
    answer_estimate(bench, newest.id, Answer.ACCEPTED, work.customer.contact or work.customer.name)


def close(work: Work, bench: Bench, _: ScriptStep) -> None:
    """All money is put on paper, and nothing is left open."""
    for claim in claims_of(bench, work.case_id):
        if claim.kind == ClaimKind.INBOUND_REIMBURSEMENT.value:
            issue_reimbursement_note(bench, claim.id)
    issue_charge_note(bench, work.case_id)
    close_case(bench, work.case_id)
