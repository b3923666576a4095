"""Bring a case to its end from wherever it stands."""

from leghorn_bench.domain.quote import Answer
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DEVICE_END_STATES, CaseState, DeviceState, DeviceStep
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.cases import (
    Authorisation,
    authorise,
    open_ticket,
    record_contact,
)
from leghorn_bench.services.claiming import (
    claims_of,
    issue_charge_note,
    issue_reimbursement_note,
    settle,
)
from leghorn_bench.services.closing import close_case
from leghorn_bench.services.estimating import KIND as TIME
from leghorn_bench.services.estimating import answer_estimate
from leghorn_bench.services.quoting import quotes_of
from leghorn_bench.services.stepping import possible_steps
from leghorn_bench.services.support_time import time_spent
from tests.services.walk_steps import StepTaker

ENDS = {state.value for state in DEVICE_END_STATES} | {DeviceState.MISSING.value}
NEVER = frozenset({DeviceStep.MISS, DeviceStep.WRITE_OFF, DeviceStep.GIVE_UP_FREE})
"""Steps that bring no case nearer to its end, or end it too soon."""


class Finisher(StepTaker):
    """Somebody who finishes what was begun."""

    def _authorise(self) -> None:
        authorise(self.bench, self.case_id, Authorisation(by="Rosa Esempio"))

    def _ended(self) -> Case:
        """Bring the case to its end by the shortest way: from everywhere there is one."""
        if self.case().state == CaseState.CLOSED:
            return self.case()
        if self.case().state == CaseState.REPORTED:
            self._authorise()
        if self.case().state == CaseState.AUTHORISED:
            open_ticket(self.bench, self.case_id)
        record_contact(self.bench, self.case_id)
        for _ in range(60):
            left = [device for device in self.devices() if device.state not in ENDS]
            if not left:
                break
            steps = possible_steps(self.bench, left[0].id)
            useful = [s for s in steps if s not in NEVER] or [DeviceStep.WRITE_OFF]
            if left[0].state == DeviceState.ASSESSED.value:
                useful = [s for s in useful if s is not DeviceStep.ASSESS]
            if left[0].state == DeviceState.QUOTED.value:
                useful = [DeviceStep.ACCEPT, DeviceStep.REFUSE]
            if left[0].state == DeviceState.IN_REPAIR.value:
                useful = [DeviceStep.PASS_TEST]
            if left[0].state == DeviceState.ON_HOLD.value:
                useful = [DeviceStep.RETURN_AS_IT_CAME, DeviceStep.QUOTE, DeviceStep.IDENTIFY]
            self.take(left[0], self.chance.choice(useful))
        self._settle()
        return close_case(self.bench, self.case_id)

    def _sent_back(self) -> Case:
        """What came before the rejection is the customer's: it goes back as it came."""
        way = {
            "received": DeviceStep.RETURN_AS_IT_CAME,
            "as_it_came": DeviceStep.CHECK_INTAKE,
            "ready": DeviceStep.SHIP,
        }
        while left := [device for device in self.devices() if device.state in way]:
            self.take(left[0], way[left[0].state])
        issue_charge_note(self.bench, self.case_id)
        return self.case()

    def _settle(self) -> None:
        """Answer what waits, estimate what was worked, and put all money on paper."""
        if not time_spent(self.bench, self.case_id).is_free and not quotes_of(
            self.bench, self.case_id, TIME
        ):
            self._estimate()
        for quote in quotes_of(self.bench, self.case_id, TIME):
            if quote.state == "sent":
                answer_estimate(self.bench, quote.id, Answer.ACCEPTED, "Rosa Esempio")
        for quote in quotes_of(self.bench, self.case_id):
            if quote.state == "sent":
                answer_quote(self.bench, quote.id, Reply(by="Rosa"))  # Its devices are gone.
        claims = claims_of(self.bench, self.case_id)
        if any(claim.paper_id is None for claim in claims):
            with self.refused():
                close_case(self.bench, self.case_id)
        issue_charge_note(self.bench, self.case_id)
        for claim in claims:
            if claim.kind == ClaimKind.INBOUND_REIMBURSEMENT and claim.paper_id is None:
                issue_reimbursement_note(self.bench, claim.id)
            settle(self.bench, claim.id)
