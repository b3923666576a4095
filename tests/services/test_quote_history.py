"""Revisions of a quote, what changed in them, goodwill on a line, and what a quote begins with."""

from dataclasses import replace
from decimal import Decimal

import pytest

from leghorn_bench.domain.case_errors import OfferStillValid, ReasonMissing
from leghorn_bench.domain.quote import Answer, LineKind
from leghorn_bench.domain.records.work import Part
from leghorn_bench.domain.rights import NotAllowed
from leghorn_bench.services.answering import Reply, answer_quote
from leghorn_bench.services.awaiting import note_forwarded, note_reminder, note_sent
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.cases import devices_of
from leghorn_bench.services.drafting import (
    conditions_before,
    proposed_lines,
    quotable,
    stock_part,
)
from leghorn_bench.services.estimating import TimeWanted, answer_estimate, issue_estimate
from leghorn_bench.services.house_rules import HouseRules, save_house_rules
from leghorn_bench.services.quote_history import Change, revisions_of
from leghorn_bench.services.quoting import IssuedQuote, Line, Offer, issue_quote, rows_of
from tests.services.conftest import Clock
from tests.services.test_papers_of_a_case import quoted

__all__ = ["quoted"]


def lines_of(bench: Bench, quote: IssuedQuote) -> tuple[Line, ...]:
    case_id = quote.quote.case_id
    return proposed_lines(bench, case_id, quotable(bench, case_id))


def test_a_revision_tells_what_was_added_changed_and_removed(
    ready: Bench, quoted: IssuedQuote
) -> None:
    labour, _transport = lines_of(ready, quoted)
    shackle = Line(
        kind=LineKind.PART,
        description="Ansa",
        unit_price=Decimal("12.80"),
        case_device_id=labour.case_device_id,
    )
    longer = replace(labour, quantity=Decimal(3))
    issue_quote(ready, Offer(case_id=quoted.quote.case_id, lines=(longer, shackle)))
    newest, first = revisions_of(ready, quoted.quote.case_id)
    told = [(one.change, one.row.description, one.serial) for one in newest.lines]
    assert told == [
        (Change.CHANGED, "Sostituzione ansa", "LGD-0001"),
        (Change.ADDED, "Ansa", "LGD-0001"),
        (Change.REMOVED, "Trasporto", ""),
    ]
    before = newest.lines[0].before
    assert before is not None
    assert before.quantity == Decimal("1.5")
    assert {one.change for one in first.lines} == {Change.SAME}
    assert (newest.quote.state, first.quote.state) == ("sent", "revised")


def test_another_wording_of_the_same_charge_is_a_change(ready: Bench, quoted: IssuedQuote) -> None:
    labour, transport = lines_of(ready, quoted)
    reworded = replace(labour, description="Ansa nuova")
    issue_quote(ready, Offer(case_id=quoted.quote.case_id, lines=(reworded, transport)))
    changes = [one.change for one in revisions_of(ready, quoted.quote.case_id)[0].lines]
    assert changes == [Change.CHANGED, Change.SAME]


def test_the_history_tells_how_the_offer_travelled_and_who_answered(
    ready: Bench, quoted: IssuedQuote
) -> None:
    for note in (note_sent, note_forwarded, note_reminder):
        note(ready, quoted.quote.id)
    (device,) = devices_of(ready, quoted.quote.case_id)
    reply = Reply(answers={device.id: Answer.ACCEPTED}, by="Rosa Esempio")
    answer_quote(ready, quoted.quote.id, reply)
    (only,) = revisions_of(ready, quoted.quote.case_id)
    assert [one.what for one in only.noted] == ["sent", "forwarded", "reminded"]
    (answer,) = only.answers
    assert (answer.serial, answer.answer, answer.by, answer.at) == (
        "LGD-0001", Answer.ACCEPTED, "Rosa Esempio", ready.clock(),
    )  # fmt: skip


def test_a_line_is_made_free_with_a_reason_by_those_who_may(
    ready: Bench, chief: Bench, quoted: IssuedQuote
) -> None:
    labour, transport = lines_of(ready, quoted)
    free = replace(labour, goodwill=True, goodwill_reason="cliente storico")
    wanted = Offer(case_id=quoted.quote.case_id, lines=(free, transport))
    with pytest.raises(ReasonMissing):
        issue_quote(chief, replace(wanted, lines=(replace(free, goodwill_reason=" "),)))
    with pytest.raises(NotAllowed, match="administrator"):
        issue_quote(ready, wanted)
    revised = issue_quote(chief, wanted)
    assert revised.quote.net_cents == 1850
    row = rows_of(ready, revised.quote.id)[0]
    assert (row.goodwill, row.goodwill_reason) == (True, "cliente storico")


def test_a_line_made_free_before_stands_in_the_next_revision(
    ready: Bench, chief: Bench, quoted: IssuedQuote
) -> None:
    labour, transport = lines_of(ready, quoted)
    free = replace(labour, goodwill=True, goodwill_reason="cliente storico")
    issue_quote(chief, Offer(case_id=quoted.quote.case_id, lines=(free, transport)))
    dearer = replace(transport, unit_price=Decimal(25))
    again = Offer(case_id=quoted.quote.case_id, lines=(lines_of(ready, quoted)[0], dearer))
    assert issue_quote(ready, again).quote.net_cents == 2500


def test_a_quote_begins_with_the_diagnosis_where_the_house_asks_for_it(
    ready: Bench, chief: Bench, quoted: IssuedQuote
) -> None:
    (device,) = quotable(ready, quoted.quote.case_id)
    reply = Reply(answers={device.id: Answer.REFUSED}, by="Rosa Esempio")
    answer_quote(ready, quoted.quote.id, reply)
    save_house_rules(chief, HouseRules(diagnosis_cents=2500))
    lines = proposed_lines(ready, quoted.quote.case_id, [device])
    assert [line.kind for line in lines] == [
        LineKind.LABOUR, LineKind.DIAGNOSIS, LineKind.TRANSPORT,
    ]  # fmt: skip
    assert lines[1].unit_price == 25


def test_a_part_of_the_stock_comes_with_its_code_and_price() -> None:
    line = stock_part(Part(code="ANSA-1", name="Ansa demo", price_cents=1280), 7)
    assert (line.code, line.description) == ("ANSA-1", "Ansa demo")
    assert (line.unit_price, line.case_device_id) == (Decimal("12.80"), 7)


def test_the_next_revision_begins_with_the_conditions_of_the_one_before(
    ready: Bench, quoted: IssuedQuote
) -> None:
    case_id = quoted.quote.case_id
    lines = lines_of(ready, quoted)
    issue_quote(ready, Offer(case_id=case_id, lines=lines, payment="30 giorni", notes="urgente"))
    before = conditions_before(ready, case_id)
    assert (before.delivery, before.payment, before.notes) == ("", "30 giorni", "urgente")


def test_an_estimate_expires_only_past_its_last_day(
    ready: Bench, quoted: IssuedQuote, clock: Clock
) -> None:
    wanted = TimeWanted(case_id=quoted.quote.case_id, hours=Decimal(2))
    estimate = issue_estimate(ready, wanted).quote
    with pytest.raises(OfferStillValid, match="valid through"):
        answer_estimate(ready, estimate.id, Answer.EXPIRED, "Rosa Esempio")
    clock.pass_time(days=31)
    assert answer_estimate(ready, estimate.id, Answer.EXPIRED, "Rosa").state == "expired"
