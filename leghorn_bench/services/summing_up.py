"""The case summary, issued at closing for the file (POLICY §8, ISO 9001 7.5)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from leghorn_bench.domain.coverage import Coverage
from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.origin import Origin
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.papers.summary import CaseEvent, CaseSummary, DeviceOutcome
from leghorn_bench.domain.policy import Outcome
from leghorn_bench.domain.records.acts import Act, ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice, Parcel
from leghorn_bench.domain.records.charges import StoredPaper
from leghorn_bench.domain.records.claims import Claim, ClaimKind
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.acts import act, timeline
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.claiming import claims_of
from leghorn_bench.services.issuing import Issued, issue
from leghorn_bench.services.labelling import document_of
from leghorn_bench.services.old_units import Swapped, swaps_in
from leghorn_bench.services.parties import operator_name, paper_device
from leghorn_bench.services.quoting import customer_party
from leghorn_bench.services.stepping import last_assessment
from leghorn_bench.services.support_time import time_spent
from leghorn_bench.store.records import read, select
from leghorn_bench.texts.acts import act_text
from leghorn_bench.texts.words import word

_DECIDED: Mapping[str, StrEnum] = MappingProxyType(
    {one.value: one for one in Outcome}
    | {DeviceStep.RETURN_AS_IT_CAME.value: DeviceState.AS_IT_CAME}
)
"""What was decided of a device, by the step that decided it: on paper nobody is told to do it."""


def issue_case_summary(bench: Bench, case_id: int) -> Issued:
    """The whole of a case on paper.

    Raises:
        TextMissing: the case has no customer.
        CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    case = read(bench.store, Case, case_id)
    party = customer_party(bench, case)
    claims = claims_of(bench, case_id)
    swaps = swaps_in(bench, case_id)
    owed = [one for one in claims if one.kind == ClaimKind.INBOUND_REIMBURSEMENT.value]
    charged = [one for one in claims if one not in owed]

    def content(head: PaperHead) -> CaseSummary:
        language = head.language
        return CaseSummary(
            head,
            case.reported_on,
            case.report,
            case.authorised_by,
            case.authorised_on,
            case.opened_at,
            case.first_contact_at,
            case.closed_at,
            tuple(
                _outcome(bench, device, language, swaps.get(device.id))
                for device in devices_of(bench, case_id)
            ),
            tuple(_event(bench, done, language) for done in reversed(timeline(bench, case_id))),
            tuple(
                (word(PaperKind(paper.kind), language), paper.label, paper.issued_on)
                for paper in _papers(bench, case_id)
            ),
            int(time_spent(bench, case_id).total.total_seconds() // 60),
            _sum(charged),
            _sum(owed),
            case.note,
        )

    with act(bench, ActKind.PAPER_ISSUED, case_id=case_id) as done:
        return issue(bench, done, PaperKind.CASE_SUMMARY, case, party, (), content)


def _sum(claims: list[Claim]) -> Money | None:
    return total(claim.amount for claim in claims) if claims else None


def _papers(bench: Bench, case_id: int) -> list[StoredPaper]:
    return select(
        bench.store,
        StoredPaper,
        "WHERE case_id = ? AND annulled_at IS NULL ORDER BY id",
        (case_id,),
    )


def _event(bench: Bench, done: Act, language: str) -> CaseEvent:
    return CaseEvent(done.at, act_text(done, language), operator_name(bench, done.who))


def _outcome(
    bench: Bench, device: CaseDevice, language: str, swapped: Swapped | None
) -> DeviceOutcome:
    judged = last_assessment(bench, device.id)
    state = DeviceState(device.state)
    what = word(state, language)
    if device.outcome is not None:
        what = f"{word(_DECIDED[device.outcome], language)} · {what}"
    left = read(bench.store, Parcel, device.parcel_out_id) if device.parcel_out_id else None
    return DeviceOutcome(
        paper_device(bench, device, language),
        word(Coverage(device.coverage), language) if device.coverage is not None else "",
        word(Origin(judged.origin), language) if judged is not None else "",
        what,
        left.moved_at.astimezone().date()
        if left is not None and left.moved_at is not None
        else None,
        document_of(bench, device),
        *((swapped.serial, swapped.old_unit, swapped.consent) if swapped is not None else ()),
    )
