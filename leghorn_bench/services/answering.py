"""The answer to a repair quote, device by device, as the sales rep reports it (P14, P15)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from leghorn_bench.domain.case_errors import (
    AnswersIncomplete,
    OfferStillValid,
    QuoteNotOpen,
    TextMissing,
)
from leghorn_bench.domain.money import total
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.states import DeviceState, DeviceStep
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claim, rests_on
from leghorn_bench.services.quoting import line_of, rows_of
from leghorn_bench.services.stepping import stepped
from leghorn_bench.store.records import read, save


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The customer's answer, as the sales rep reports it."""

    answers: Mapping[int, Answer] = field(default_factory=dict)
    """Accepted, refused or expired, under the id of each device in the case."""
    by: str
    """Who answered for the customer, or who declares the offer expired."""


_STEP_OF = {
    Answer.ACCEPTED: DeviceStep.ACCEPT,
    Answer.REFUSED: DeviceStep.REFUSE,
    Answer.EXPIRED: DeviceStep.EXPIRE,
}


def answer_quote(bench: Bench, quote_id: int, reply: Reply) -> StoredQuote:
    """Record the answer device by device: each is ``accepted``, or ``refused``.

    A device that was written off meanwhile needs no answer; its lines count as refused.

    Raises:
        QuoteNotOpen: the quote does not wait for an answer.
        AnswersIncomplete: a device of the quote has no answer.
        OfferStillValid: it is declared expired before its last day is over.
        TextMissing: nobody is named as the one who answered.
    """
    quote = read(bench.store, StoredQuote, quote_id)
    if quote.state != "sent":
        raise QuoteNotOpen(number=quote.revision, state=quote.state)
    if not reply.by.strip():
        raise TextMissing(what="answered by")
    rows = rows_of(bench, quote_id)
    asked = sorted({row.case_device_id for row in rows if row.case_device_id is not None})
    devices = [read(bench.store, CaseDevice, device_id) for device_id in asked]
    waiting = [device for device in devices if device.state == DeviceState.QUOTED.value]
    missing = {device.id for device in waiting} - set(reply.answers)
    if missing:
        raise AnswersIncomplete(missing=len(missing))
    given = {device.id: reply.answers[device.id] for device in waiting}
    if Answer.EXPIRED in given.values():
        require_past(bench, quote)
    reply = replace(reply, answers=dict.fromkeys(asked, Answer.REFUSED) | given)
    with act(bench, ActKind.ANSWERED, case_id=quote.case_id, note=reply.by.strip()) as done:
        for device in waiting:
            stepped(bench, done, device, _STEP_OF[given[device.id]])
        for row in rows:
            answer = _answer_of_row(row, reply)
            answered = replace(
                row,
                answer=answer.value,
                answered_at=done.stamp.at,
                answered_by=reply.by.strip(),
            )
            save(bench.store, answered, done.stamp, "answered")
        _claim_diagnoses(bench, done, quote, rows, reply)
        state = _state_after(reply)
        return save(bench.store, replace(quote, state=state.value), done.stamp, "answered")


def require_past(bench: Bench, quote: StoredQuote) -> None:
    """An offer expires past its validity, and then by a person who declares it (POLICY §4).

    Raises:
        OfferStillValid: it still binds us.
    """
    until = quote.valid_through
    if until is not None and bench.today() <= until:
        raise OfferStillValid(day=until)


def _claim_diagnoses(
    bench: Bench, done: UnderWay, quote: StoredQuote, rows: Sequence[QuoteRow], reply: Reply
) -> None:
    """The diagnosis of a device is charged although its repair is not wanted."""
    refused = {one for one, answer in reply.answers.items() if answer is not Answer.ACCEPTED}
    due = [
        line_of(row).net
        for row in rows
        if row.kind == LineKind.DIAGNOSIS.value and row.case_device_id in refused
    ]
    if any(due):
        case = read(bench.store, Case, quote.case_id)
        reason = rests_on(bench, quote)
        claim(bench, done, case, ClaimKind.DIAGNOSIS, total(due).cents, reason)


def _answer_of_row(row: QuoteRow, reply: Reply) -> Answer:
    if row.case_device_id is not None:
        return reply.answers[row.case_device_id]
    return _state_after(reply)


def _state_after(reply: Reply) -> Answer:
    # A quote is accepted as soon as one device is; its common lines then are charged.
    given = set(reply.answers.values())
    for answer in (Answer.ACCEPTED, Answer.REFUSED):
        if answer in given:
            return answer
    return Answer.EXPIRED
