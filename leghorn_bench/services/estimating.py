"""Estimates of support time past the free minutes; the accepted one is charged (POLICY §6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from leghorn_bench.domain.case_errors import QuoteEmpty, QuoteNotOpen, TextMissing
from leghorn_bench.domain.money import Money, total
from leghorn_bench.domain.papers.charges import TimeEstimate
from leghorn_bench.domain.papers.head import PaperHead
from leghorn_bench.domain.papers.kinds import PaperKind
from leghorn_bench.domain.party import Address
from leghorn_bench.domain.quote import Answer, LineKind, OfferState, QuoteLine, totals
from leghorn_bench.domain.records.acts import ActKind
from leghorn_bench.domain.records.cases import Case
from leghorn_bench.domain.records.charges import QuoteRow, StoredQuote
from leghorn_bench.domain.records.claims import ClaimKind
from leghorn_bench.domain.tariff import Tariff, TariffItem, WorkCombination, cheapest
from leghorn_bench.domain.vat import VatRegime
from leghorn_bench.services.acts import UnderWay, act
from leghorn_bench.services.answering import day_of_answer, moment_of_answer, require_past
from leghorn_bench.services.bench import Bench
from leghorn_bench.services.claiming import claim, rests_on
from leghorn_bench.services.issuing import issue, require_clock
from leghorn_bench.services.law import law_text
from leghorn_bench.services.parties import issuing_company, rep_name
from leghorn_bench.services.quoting import (
    VALID_DAYS,
    IssuedQuote,
    customer_party,
    quotes_of,
    rows_of,
    tariff_for,
)
from leghorn_bench.services.small_print import money_law
from leghorn_bench.services.support_time import require_open, time_spent
from leghorn_bench.store.records import add, read, save
from leghorn_bench.texts.words import word

KIND = "time"
UNITS = {
    TariffItem.SENIOR_HOUR: "h",
    TariffItem.HALF_DAY: "half_day",
    TariffItem.DAY: "day",
    TariffItem.ONSITE_DAY: "day",
    TariffItem.KM: "km",
    TariffItem.OVERNIGHT: "day",
    TariffItem.DAY_TRIP: "day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWanted:
    """What the technician thinks that a case needs; the counts are the technician's choice."""

    case_id: int
    hours: Decimal = Decimal(0)
    half_days: int = 0
    days: int = 0
    onsite_days: int = 0
    km: int = 0
    overnight_days: int = 0
    """Days on site with an overnight stay."""
    day_trips: int = 0
    notes: str = ""


def proposal(bench: Bench, hours: Decimal) -> WorkCombination:
    """The cheapest combination on today's tariff that covers ``hours``; shown, never imposed.

    Raises:
        TariffExpired: no tariff is valid today.
    """
    return cheapest(hours, tariff_for(bench, bench.today()).tariff)


def accepted_before(bench: Bench, case_id: int) -> Money:
    """What was accepted of earlier estimates of a case: it is charged beside what follows."""
    return total(
        Money(quote.net_cents)
        for quote in quotes_of(bench, case_id, KIND)
        if quote.state == OfferState.ACCEPTED
    )


def estimate_lines(wanted: TimeWanted, tariff: Tariff, language: str) -> tuple[QuoteLine, ...]:
    """The lines of an estimate, worded in the customer's ``language``."""

    def lines() -> Iterator[QuoteLine]:
        for item, count in (
            (TariffItem.DAY, wanted.days),
            (TariffItem.HALF_DAY, wanted.half_days),
            (TariffItem.SENIOR_HOUR, wanted.hours),
            (TariffItem.ONSITE_DAY, wanted.onsite_days),
            (TariffItem.KM, wanted.km),
            (TariffItem.OVERNIGHT, wanted.overnight_days),
            (TariffItem.DAY_TRIP, wanted.day_trips),
        ):
            if count:
                yield QuoteLine(
                    LineKind.TARIFF,
                    word(item, language),
                    Decimal(count),
                    UNITS[item],
                    tariff.prices[item].amount,
                    code=item.value,
                )

    return tuple(lines())


def issue_estimate(bench: Bench, wanted: TimeWanted) -> IssuedQuote:
    """Issue the estimate for the sales rep, or its next revision.

    Raises:
        CaseNotOpen: the ticket is not opened, or over.
        QuoteEmpty: nothing is estimated.
        TariffExpired, CompanyDataMissing, ClockWrong: nothing can be issued yet.
    """
    case = require_open(bench, wanted.case_id)
    party = customer_party(bench, case)
    today = require_clock(bench)
    stored = tariff_for(bench, today)
    lines = estimate_lines(wanted, stored.tariff, party.language)
    if not lines:
        raise QuoteEmpty
    sums = totals(lines, VatRegime(party.vat_regime))
    until = today + timedelta(days=VALID_DAYS)
    minutes = int(time_spent(bench, case.id).total.total_seconds() // 60)
    with act(bench, ActKind.PAPER_ISSUED, case_id=case.id) as done:
        revision = _next_revision(bench, done, case)

        def content(head: PaperHead) -> TimeEstimate:
            return TimeEstimate(
                head,
                case.report,
                lines,
                sums,
                law_text(party.vat_regime, party.language, today),
                until,
                minutes,
                tariff=stored.name,
                technician=bench.operator.name,
                notes=wanted.notes,
                small_print=money_law(lines, party.language, today),
            )

        issued = issue(
            bench,
            done,
            PaperKind.TIME_ESTIMATE,
            case,
            party,
            (),
            content,
            recipient=_for_the_rep(bench, case),
        )
        quote = add(
            bench.store,
            StoredQuote(
                case_id=case.id,
                kind=KIND,
                revision=revision,
                state="sent",
                tariff_id=stored.id,
                issued_on=today,
                valid_through=until,
                language=party.language,
                vat_regime=party.vat_regime,
                net_cents=sums.net.cents,
                vat_cents=sums.gross.cents - sums.net.cents,
                note=wanted.notes,
                paper_id=issued.paper.id,
            ),
            done.stamp,
        )
        rows = tuple(
            add(bench.store, _row(quote, position, line), done.stamp)
            for position, line in enumerate(lines, start=1)
        )
    return IssuedQuote(quote, rows, issued)


def _for_the_rep(bench: Bench, case: Case) -> Address:
    """An estimate goes to the sales rep, at the company (P6, POLICY §8); else to who authorised."""
    house = issuing_company(bench).address
    name = rep_name(bench, case.rep_id) or case.authorised_by
    return replace(house, name=name, street=house.name)


def _next_revision(bench: Bench, done: UnderWay, case: Case) -> int:
    earlier = quotes_of(bench, case.id, KIND)
    for quote in earlier:
        if quote.state == "sent":
            save(bench.store, replace(quote, state="revised"), done.stamp, "revised")
    return 1 + max((quote.revision for quote in earlier), default=0)


def _row(quote: StoredQuote, position: int, line: QuoteLine) -> QuoteRow:
    return QuoteRow(
        quote_id=quote.id,
        position=position,
        kind=line.kind.value,
        description=line.description,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=line.unit_price,
        code=line.code,
    )


def answer_estimate(
    bench: Bench, quote_id: int, answer: Answer, by: str, *, on: date | None = None
) -> StoredQuote:
    """Record the answer to an estimate; once accepted, the estimate itself is what is charged.

    Args:
        bench: where.
        quote_id: which estimate.
        answer: accepted, refused or expired.
        by: who answered.
        on: the day of the answer; None = today.

    Raises:
        QuoteNotOpen: it does not wait for an answer.
        TextMissing: nobody is named as the one who answered.
        AnswerDayWrong: the answer would be of before the issue, or of after today.
        OfferStillValid: it is declared expired before its last day is over.
    """
    quote = read(bench.store, StoredQuote, quote_id)
    if quote.state != "sent":
        raise QuoteNotOpen(number=quote.revision, state=OfferState(quote.state))
    if not by.strip():
        raise TextMissing(what="answered by")
    day = day_of_answer(bench, quote, on)
    if answer is Answer.EXPIRED:
        require_past(quote, day)
    case = read(bench.store, Case, quote.case_id)
    with act(bench, ActKind.ANSWERED, case_id=case.id, note=by.strip()) as done:
        at = moment_of_answer(day, done.stamp)
        for row in rows_of(bench, quote.id):
            answered = replace(row, answer=answer.value, answered_at=at, answered_by=by.strip())
            save(bench.store, answered, done.stamp, "answered")
        if answer is Answer.ACCEPTED:
            claim(
                bench,
                done,
                case,
                ClaimKind.ACCEPTED_ESTIMATE,
                quote.net_cents,
                rests_on(bench, quote),
                quote_id=quote.id,
            )
        return save(bench.store, replace(quote, state=answer.value), done.stamp, "answered")
