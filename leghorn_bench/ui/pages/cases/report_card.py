"""What the customer reported, and what the sales rep said to it."""

from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.states import CaseState
from leghorn_bench.services.case_file import CaseFile
from leghorn_bench.texts.dates import day_text
from leghorn_bench.texts.screen import _, spoken
from leghorn_bench.ui.marks import breakable, words
from leghorn_bench.ui.pages.cases.clock import moment_text
from leghorn_bench.ui.tokens import Tone
from leghorn_bench.ui.widgets.card import Card
from leghorn_bench.ui.widgets.customer_edit import customer_line
from leghorn_bench.ui.widgets.fact_grid import Fact, FactGrid


class ReportCard(Card):
    """Report, customer, rep, authorisation and first contact."""

    def __init__(self) -> None:
        super().__init__(_("Report and authorisation"))
        self._report = words("", wrap=True)
        self._rejected = words("", tone=Tone.STOP, wrap=True)
        self._facts = FactGrid([])
        self._facts.setMinimumWidth(1)  # an address without blanks never widens the page
        for widget in (self._report, self._rejected, self._facts):
            self.add(widget)

    def show_file(self, file: CaseFile) -> None:
        """Show what is on file."""
        case = file.case
        told = _("“{report}”").format(report=case.report) if case.report else ""
        self._report.setText(breakable(told) or _("The report says nothing."))
        rejected = _("Rejected: {reason}").format(reason=case.rejected_reason)
        self._rejected.setText(breakable(rejected))
        self._rejected.setVisible(file.state is CaseState.REJECTED)
        self._facts.show_facts(_facts(file))


def _facts(file: CaseFile) -> list[Fact]:
    case, customer = file.case, file.customer
    facts: list[Fact] = [(_("Customer"), customer_line(customer) if customer else "")]
    if customer is not None:
        reach = " · ".join(
            part for part in (customer.contact, customer.phone, customer.email) if part
        )
        if reach:
            facts.append((_("Contact"), reach))
    facts += [
        (_("Sales rep"), file.rep.name if file.rep is not None else ""),
        (_("Reported on"), day_text(case.reported_on, spoken())),
    ]
    if file.state is CaseState.REJECTED:
        return [*facts, (_("Rejected"), _rejected(file))]
    return [
        *facts,
        (_("Authorised"), _authorised(case)),
        (_("First contact"), _contacted(case)),
    ]


def _rejected(file: CaseFile) -> str:
    """When, and who noted it."""
    for done in file.timeline:
        if done.what == ActKind.REJECTED and not done.undone:
            who = file.names.get(done.who, done.who)
            return _("noted by {who}, {moment}").format(who=who, moment=moment_text(done.at))
    return ""


def _authorised(case: Case) -> str:
    if case.authorised_on is None:
        return _("Not yet: it waits for the sales rep")
    told = _("by {by} on {day}").format(
        by=case.authorised_by, day=day_text(case.authorised_on, spoken())
    )
    return f"{told} · {case.authorisation}" if case.authorisation else told


def _contacted(case: Case) -> str:
    if case.first_contact_at is not None:
        return moment_text(case.first_contact_at)
    return _("Not yet") if case.opened_at is not None else ""
