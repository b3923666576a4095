"""The answer to a quote: device by device, now or later, with who and on which day."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import AnswerDayWrong, OfferStillValid, QuoteNotOpen
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.cases import CaseDevice
from leghorn_bench.domain.records.charges import StoredQuote
from leghorn_bench.domain.undo_errors import ChangedSince
from leghorn_bench.services.acts import timeline, undo
from leghorn_bench.services.answering import Reply, answer_quote, waiting_devices
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.drafting import proposed_lines
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.quoting import Line, Offer, issue_quote, labour_line, rows_of
from leghorn_bench.store.records import read
from leghorn_bench.texts import errors
from tests.services.case_stories import received
from tests.services.conftest import Clock, Stock
from tests.services.test_money_that_follows import SOLD, misused

YES, NO = Answer.ACCEPTED, Answer.REFUSED


@pytest.fixture
def offered(ready: Bench, stock: Stock) -> tuple[StoredQuote, list[CaseDevice]]:
    """A quote for three devices, with a line for all of them."""
    case, devices, _ = received(ready, stock, [stock.unit(SOLD) for _ in range(3)])
    for device in devices:
        misused(ready, device)
    lines = [labour_line(ready, Decimal(1), "Lavoro", device.id) for device in devices]
    lines.append(Line(kind=LineKind.TRANSPORT, description="Reso", unit_price=Decimal(20)))
    quote = issue_quote(ready, Offer(case_id=case.id, lines=tuple(lines))).quote
    return quote, devices


def answered(bench: Bench, quote: StoredQuote, *given: tuple[CaseDevice, Answer]) -> StoredQuote:
    answers = {device.id: answer for device, answer in given}
    return answer_quote(bench, quote.id, Reply(answers=answers, by="Rosa"))


def told(bench: Bench, quote: StoredQuote) -> list[str]:
    return [row.answer for row in rows_of(bench, quote.id)]


@pytest.mark.parametrize(
    ("answers", "state", "common"),
    [
        ((YES, YES, YES), "accepted", "accepted"),
        ((YES, NO, NO), "accepted", "accepted"),
        ((NO, NO, YES), "accepted", "accepted"),
        ((NO, NO, NO), "refused", "refused"),
    ],
)
def test_a_quote_waits_until_its_last_device_is_answered(
    ready: Bench,
    offered: tuple[StoredQuote, list[CaseDevice]],
    answers: Sequence[Answer],
    state: str,
    common: str,
) -> None:
    quote, devices = offered
    for place, (device, answer) in enumerate(zip(devices, answers, strict=True), start=1):
        after = answered(ready, quote, (device, answer))
        assert after.state == ("sent" if place < len(devices) else state)
        assert len(waiting_devices(ready, quote.id)) == len(devices) - place
    assert told(ready, quote) == [*(one.value for one in answers), common]
    with pytest.raises(QuoteNotOpen):
        answered(ready, quote, (devices[0], YES))


def test_what_waits_stays_as_it_is(
    ready: Bench, offered: tuple[StoredQuote, list[CaseDevice]]
) -> None:
    quote, devices = offered
    answered(ready, quote, (devices[1], YES))
    states = [read(ready.store, CaseDevice, device.id).state for device in devices]
    assert states == ["quoted", "accepted", "quoted"]
    assert told(ready, quote) == ["open", "accepted", "open", "open"]


def test_each_answer_is_taken_back_by_itself_the_last_one_first(
    ready: Bench, offered: tuple[StoredQuote, list[CaseDevice]]
) -> None:
    quote, devices = offered
    answered(ready, quote, (devices[0], YES))
    answered(ready, quote, (devices[1], NO), (devices[2], NO))
    second, first = timeline(ready, quote.case_id)[:2]
    with pytest.raises(ChangedSince):
        undo(ready, first.id)
    undo(ready, second.id)
    assert told(ready, quote) == ["accepted", "open", "open", "open"]
    assert read(ready.store, StoredQuote, quote.id).state == "sent"
    undo(ready, first.id)
    assert told(ready, quote) == ["open"] * 4


def test_a_revision_is_about_what_still_waits(
    ready: Bench, offered: tuple[StoredQuote, list[CaseDevice]]
) -> None:
    quote, devices = offered
    answered(ready, quote, (devices[0], YES))
    lines = proposed_lines(ready, quote.case_id, devices)
    assert [line.case_device_id for line in lines] == [device.id for device in devices[1:]]
    issue_quote(ready, Offer(case_id=quote.case_id, lines=lines))
    assert read(ready.store, StoredQuote, quote.id).state == "accepted"


def test_an_answer_to_a_revision_whose_place_another_took_is_refused_in_words(
    ready: Bench, offered: tuple[StoredQuote, list[CaseDevice]]
) -> None:
    quote, devices = offered
    lines = proposed_lines(ready, quote.case_id, devices)
    issue_quote(ready, Offer(case_id=quote.case_id, lines=lines))
    with pytest.raises(QuoteNotOpen) as refusal:
        answered(ready, quote, (devices[0], YES))
    sentence = errors.told(refusal.value, "it")
    assert sentence.startswith("La revisione 1 di questa offerta è 'revisionato'")


@pytest.mark.parametrize("days", [0, 1, 5])
def test_the_day_of_the_answer_is_kept(
    ready: Bench, clock: Clock, offered: tuple[StoredQuote, list[CaseDevice]], days: int
) -> None:
    quote, (device, *_others) = offered
    clock.pass_time(days=5)
    on = ready.today() - timedelta(days=days)
    answer_quote(ready, quote.id, Reply(answers={device.id: YES}, by="Rosa", on=on))
    row = rows_of(ready, quote.id)[0]
    assert row.answered_at is not None
    assert (row.answered_by, row.answered_at.astimezone().date()) == ("Rosa", on)


@pytest.mark.parametrize("days", [-1, 6])
def test_an_answer_is_not_of_before_the_issue_nor_of_after_today(
    ready: Bench, clock: Clock, offered: tuple[StoredQuote, list[CaseDevice]], days: int
) -> None:
    quote, (device, *_others) = offered
    clock.pass_time(days=5)
    reply = Reply(answers={device.id: YES}, by="R", on=quote_day(quote) + timedelta(days=days))
    with pytest.raises(AnswerDayWrong, match="Enter a day between"):
        answer_quote(ready, quote.id, reply)
    assert told(ready, quote) == ["open"] * 4


def quote_day(quote: StoredQuote) -> date:
    assert quote.issued_on is not None
    return quote.issued_on


def test_an_offer_expires_on_no_day_on_which_it_binds(
    ready: Bench, clock: Clock, offered: tuple[StoredQuote, list[CaseDevice]]
) -> None:
    quote, (device, *_others) = offered
    clock.pass_time(days=60)
    reply = Reply(answers={device.id: Answer.EXPIRED}, by="Rosa", on=quote.valid_through)
    with pytest.raises(OfferStillValid):
        answer_quote(ready, quote.id, reply)


def test_an_estimate_keeps_the_day_of_its_answer(ready: Bench, stock: Stock, clock: Clock) -> None:
    case, _devices, _ = received(ready, stock, [])
    quote = issue_estimate(ready, TimeWanted(case_id=case.id, hours=Decimal(1))).quote
    clock.pass_time(days=3)
    day = ready.today() - timedelta(days=1)
    with pytest.raises(AnswerDayWrong):
        answer_estimate(ready, quote.id, YES, "Rosa", on=day + timedelta(days=2))
    answer_estimate(ready, quote.id, YES, "Rosa", on=day)
    (at,) = (row.answered_at for row in rows_of(ready, quote.id))
    assert at is not None
    assert at.astimezone().date() == day
