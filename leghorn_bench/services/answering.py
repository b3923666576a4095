"""The answer to a repair quote, device by device, as the sales rep reports it (P14, P15)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from leghorn_bench.domain.case_errors import (
    AnswerDayWrong,
    AnswersIncomplete,
    OfferStillValid,
    QuoteNotOpen,
    TextMissing,
)
from leghorn_bench.domain.money import total
from leghorn_bench.domain.quote import Answer, LineKind, OfferState
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case, CaseDevice
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.records.stamp import Stamp
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
    """Accepted, refused or expired, under the id of each device that is answered for."""
    by: str
    """Who answered for the customer, or who declares the offer expired."""
    on: date | None = None
    """The day of the answer; None = today."""


_STEP_OF = {
    Answer.ACCEPTED: DeviceStep.ACCEPT,
    Answer.REFUSED: DeviceStep.REFUSE,
    Answer.EXPIRED: DeviceStep.EXPIRE,
}


def answer_quote(bench: Bench, quote_id: int, reply: Reply) -> StoredQuote:
    """Record the answer device by device: each is ``accepted``, or ``refused``.

    Some may be answered for now and others later: the quote waits until none is left. A device
    that was written off meanwhile needs no answer; its lines count as refused.

    Raises:
        QuoteNotOpen: the quote does not wait for an answer.
        AnswersIncomplete: no device that waits has an answer.
        AnswerDayWrong: the answer would be of before the issue, or of after today.
        OfferStillValid: it is declared expired before its last day is over.
        TextMissing: nobody is named as the one who answered.
    """
    quote = read(bench.store, StoredQuote, quote_id)
    if quote.state != "sent":
        raise QuoteNotOpen(number=quote.revision, state=OfferState(quote.state))
    if not reply.by.strip():
        raise TextMissing(what="answered by")
    waiting = waiting_devices(bench, quote_id)
    given = {one.id: reply.answers[one.id] for one in waiting if one.id in reply.answers}
    if waiting and not given:
        raise AnswersIncomplete(missing=len(waiting))
    day = day_of_answer(bench, quote, reply.on)
    if Answer.EXPIRED in given.values():
        require_past(quote, day)
    with act(bench, ActKind.ANSWERED, case_id=quote.case_id, note=reply.by.strip()) as done:
        for device in waiting:
            if device.id in given:
                stepped(bench, done, device, _STEP_OF[given[device.id]])
        is_last = len(given) == len(waiting)
        answered = _answered_rows(rows_of(bench, quote_id), given, is_last=is_last)
        at = moment_of_answer(day, done.stamp)
        for row in answered:
            told = replace(row, answered_at=at, answered_by=reply.by.strip())
            save(bench.store, told, done.stamp, "answered")
        _claim_diagnoses(bench, done, quote, answered)
        state = _state_after(rows_of(bench, quote_id)).value if is_last else quote.state
        return save(bench.store, replace(quote, state=state), done.stamp, "answered")


def waiting_devices(bench: Bench, quote_id: int) -> list[CaseDevice]:
    """The devices of a quote that have no answer yet."""
    rows = rows_of(bench, quote_id)
    open_rows = [row for row in rows if row.answer == Answer.OPEN.value]
    asked = sorted({one for row in open_rows if (one := row.case_device_id) is not None})
    devices = [read(bench.store, CaseDevice, device_id) for device_id in asked]
    return [device for device in devices if device.state == DeviceState.QUOTED.value]


def day_of_answer(bench: Bench, quote: StoredQuote, on: date | None) -> date:
    """The day of an answer, today unless another is given.

    Raises:
        AnswerDayWrong: it is before the issue, or after today.
    """
    today = bench.today()
    day, issued = on or today, quote.issued_on or today
    if on is not None and not issued <= day <= today:
        raise AnswerDayWrong(day=day, issued=issued, today=today)
    return day


def moment_of_answer(day: date, stamp: Stamp) -> datetime:
    """When it was answered: now, or noon of an earlier ``day``, since nobody knows the hour."""
    if day == stamp.at.astimezone().date():
        return stamp.at
    return datetime.combine(day, time(12)).astimezone()


def _answered_rows(
    rows: Sequence[QuoteRow], given: Mapping[int, Answer], *, is_last: bool
) -> list[QuoteRow]:
    """The lines that an answer settles, with it; the last one settles all that are left."""
    left = [row for row in rows if row.answer == Answer.OPEN.value]
    told = [
        replace(row, answer=given.get(row.case_device_id, Answer.REFUSED).value)
        for row in left
        if row.case_device_id is not None and (is_last or row.case_device_id in given)
    ]
    if not is_last:
        return told
    whole = [row for row in rows if row not in left] + told
    common = [row for row in left if row.case_device_id is None]
    return told + [replace(row, answer=_state_after(whole).value) for row in common]


def require_past(quote: StoredQuote, day: date) -> None:
    """An offer expires past its validity, and then by a person who declares it (POLICY §4).

    Raises:
        OfferStillValid: it still binds us.
    """
    until = quote.valid_through
    if until is not None and day <= until:
        raise OfferStillValid(day=until)


def _claim_diagnoses(
    bench: Bench, done: UnderWay, quote: StoredQuote, answered: Sequence[QuoteRow]
) -> None:
    """The diagnosis of a device is charged although its repair is not wanted."""
    due = [
        line_of(row).net
        for row in answered
        if row.kind == LineKind.DIAGNOSIS.value
        and row.case_device_id is not None
        and row.answer != Answer.ACCEPTED.value
    ]
    if any(due):
        case = read(bench.store, Case, quote.case_id)
        reason = rests_on(bench, quote)
        claim(bench, done, case, ClaimKind.DIAGNOSIS, total(due).cents, reason)


def _state_after(rows: Sequence[QuoteRow]) -> Answer:
    # A quote is accepted as soon as one device is; its common lines then are charged.
    given = {row.answer for row in rows if row.case_device_id is not None}
    for answer in (Answer.ACCEPTED, Answer.REFUSED):
        if answer.value in given:
            return answer
    return Answer.EXPIRED
